import { z } from 'zod';
import { idField, requiredLine } from './fields';

/** What an entry is about. Each subject's present state is the fold of its entries that were not undone. */
export const subjects = [
  'office',
  'term',
  'student',
  'course',
  'enrolment',
  'group',
  'batch',
  'case',
  'letter',
  'policy',
] as const;
export type Subject = (typeof subjects)[number];

/** Everything that can happen in a register, each an entry of its own kind. */
export const entryKinds = [
  'office.saved',
  'office.readings',
  'term.saved',
  'student.saved',
  'course.saved',
  'course.cancelled',
  'deadline.set',
  'enrolment.saved',
  'group.saved',
  'invoice.issued',
  'invoice.paid',
  'batch.opened',
  'case.received',
  'case.held',
  'case.completed',
  'case.corrected',
  'case.determined',
  'letter.made',
  'letter.addressed',
  'letter.printed',
  'letter.reprinted',
  'letter.mailed',
  'letter.voided',
  'policy.drafted',
  'policy.discarded',
  'policy.published',
  'register.restored',
  'action.undone',
  'action.redone',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One entry as the history shows it: sequence, when (UTC with offset), who, what kind, about what; `undone` where a later entry undid it. */
export const entrySchema = z.strictObject({
  seq: z.number().int(),
  id: idField,
  subject: z.enum(subjects),
  subjectId: idField,
  actionId: idField,
  kind: z.enum(entryKinds),
  person: requiredLine('The person'),
  at: z.string(),
  content: z.unknown(),
  undone: z.boolean(),
});
export type Entry = z.infer<typeof entrySchema>;
