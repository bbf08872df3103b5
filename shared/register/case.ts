import { z } from 'zod';
import { centsField, dayField, idField, line, noteField, timeField } from './fields';

/** How a notice reached the office. */
export const channels = ['mail', 'email', 'counter', 'fax', 'portal', 'phone'] as const;
export type Channel = (typeof channels)[number];

/** What the student sent: a drop form or what came in its place. */
export const noticeKinds = [
  'drop-form',
  'add-drop-form',
  'letter',
  'email',
  'fax',
  'portal',
  'phone',
  'in-person',
  'non-attendance',
  'stop-payment',
  'instructor-notice',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The tracks on which a student can be in a course session, where its policy has any. */
export const tracks = ['audit', 'verified'] as const;
export type Track = (typeof tracks)[number];

/** What a student wants who may leave a course session or stay in it on the free track. */
export const choices = ['unenroll', 'stay'] as const;
export type StudentChoice = (typeof choices)[number];

/** What a request says of who asks and for what, where the policy wants to read it. */
export const identitySchema = z.strictObject({
  fullName: z.boolean(),
  email: z.boolean(),
  courseTitle: z.boolean(),
  courseStart: z.boolean(),
});
export type Identity = z.infer<typeof identitySchema>;

/** A petition enclosed with the form, as it stands: what it asks, who approved, what was granted. */
export const petitionSchema = z.strictObject({
  kind: z.enum(['late-drop', 'retroactive', 'appeal', 'reinstatement']),
  received: dayField,
  reason: noteField,
  approvals: z.array(z.enum(['instructor', 'chair'])).max(2),
  percent: z.number().min(0).max(100).nullable(),
  authority: line(120),
});
export type Petition = z.infer<typeof petitionSchema>;

/** A form as the clerk keyed it: everything may still be missing while it is held; nothing is ever back-dated. */
export const caseFormSchema = z.strictObject({
  studentId: idField.nullable(),
  courseId: idField.nullable(),
  kind: z.enum(noticeKinds),
  channel: z.enum(channels).nullable(),
  written: dayField.nullable(),
  postmarked: dayField.nullable(),
  postmarkIllegible: z.boolean(),
  received: dayField.nullable(),
  receivedAt: timeField.nullable(),
  /** The office's reason by its digit, 1 to 9, or null. */
  reason: z.number().int().min(1).max(9).nullable(),
  signed: z.boolean(),
  documents: z.array(z.strictObject({ kind: line(40), received: dayField.nullable() })).max(20),
  petition: petitionSchema.nullable(),
  note: noteField,
  // What only some policies ask for. A form kept before it was asked lacks it, which is the same as not asked.
  /** Null where the policy does not ask who asks and for what. */
  identity: identitySchema.nullable().default(null),
  /** The student’s track as it stood when the form came: a refund may move them afterwards. */
  track: z.enum(tracks).nullable().default(null),
  choice: z.enum(choices).nullable().default(null),
  /** Whether what an unenrollment means was read before it was recorded. */
  confirmed: z.boolean().default(false),
  /** What the federal worksheet came to, in cents; null while it is awaited. */
  federal: centsField.nullable().default(null),
});
export type CaseForm = z.infer<typeof caseFormSchema>;

const notAsked = { identity: null, track: null, choice: null, confirmed: false, federal: null } as const;

/** A form as it was kept, with what has come to be asked since. */
export function wholeForm(kept: CaseForm): CaseForm {
  return { ...notAsked, ...kept };
}

/** A form with nothing on it yet. */
export const emptyForm: CaseForm = {
  studentId: null,
  courseId: null,
  kind: 'drop-form',
  channel: null,
  written: null,
  postmarked: null,
  postmarkIllegible: false,
  received: null,
  receivedAt: null,
  reason: null,
  signed: true,
  documents: [],
  petition: null,
  note: '',
  ...notAsked,
};

/** Where a case stands: waiting for something, decided, taken back by the student, turned into a change of section, undone (its number stays, struck through), or removed because the office need not keep it any longer (its number and year stay). */
export const caseStates = ['held', 'decided', 'withdrawn', 'swapped', 'undone', 'removed'] as const;
export type CaseState = (typeof caseStates)[number];

/** Why a determination was made. */
export const causes = ['form', 'correction', 'course-cancelled', 'facts-changed', 'petition', 'appeal'] as const;
export type Cause = (typeof causes)[number];

/** Where a determination stands with the second person that the office's rules ask for. */
export const approvalStates = ['not-needed', 'waiting', 'returned', 'approved'] as const;
export type ApprovalState = (typeof approvalStates)[number];
