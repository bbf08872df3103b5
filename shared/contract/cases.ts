import { z } from 'zod';
import type { Facts } from '../policy/facts';
import type { Determination } from '../policy/determination';
import { approvalStates, causes, caseFormSchema, caseStates, channels } from '../register/case';
import { courseSchema } from '../register/course';
import { enrolmentSchema } from '../register/enrolment';
import { entrySchema } from '../register/entry';
import { dayField, idField, line, noteField, requiredLine } from '../register/fields';
import { termSchema } from '../register/office';
import { petitionKinds, petitionStates } from '../register/petition';
import { studentSchema } from '../register/student';
import { letterChoiceSchema } from '../letters/about';
import { nothing, requestId } from './register';
import { batchSchema, caseRowSchema, letterRowSchema } from './rows';

/** A determination as stored: whole, re-derivable byte for byte from its facts and its pack. */
export const storedDeterminationSchema = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  person: z.string(),
  cause: z.enum(causes),
  facts: z.custom<Facts>(),
  packHash: z.string(),
  engine: z.string(),
  determination: z.custom<Determination>(),
  /** The hash that letters carry: SHA-256 of the determination's stored text, hex. */
  hash: z.string(),
  superseded: z.boolean(),
  /** Why it was made, in the words of whoever made it; empty for the first. */
  why: z.string(),
  /** The petition or appeal that it follows, by its number; null where none. */
  petition: z.strictObject({ id: idField, number: z.string() }).nullable(),
  approval: z.enum(approvalStates),
  /** Who approved it and when; null before. */
  approvedBy: z.strictObject({ person: z.string(), at: z.string() }).nullable(),
});
export type StoredDetermination = z.infer<typeof storedDeterminationSchema>;

/** Everything the case page shows. */
export const caseViewSchema = z.strictObject({
  row: caseRowSchema,
  form: caseFormSchema,
  heldWhy: z.string(),
  student: studentSchema.nullable(),
  /** Whether the student’s record is confidential. */
  confidential: z.boolean(),
  course: courseSchema.nullable(),
  term: termSchema.nullable(),
  enrolment: enrolmentSchema.nullable(),
  /** Oldest first; the last that is not superseded counts. */
  determinations: z.array(storedDeterminationSchema),
  entries: z.array(entrySchema),
  letters: z.array(letterRowSchema),
  /** The letters that the case can have now, that of what happened last first. */
  letterChoices: z.array(letterChoiceSchema),
  /** Petitions and appeals of the case, the oldest first. */
  petitions: z.array(
    z.strictObject({ id: idField, number: z.string(), kind: z.enum(petitionKinds), state: z.enum(petitionStates) }),
  ),
  /** What they bring into the facts of the case; null where they bring nothing. */
  decision: z.custom<NonNullable<Facts['decision']>>().nullable(),
  /** Whether the facts of the student, course, enrolment or office have changed since the determination, so that it should be made again. */
  stale: z.boolean(),
});
export type CaseView = z.infer<typeof caseViewSchema>;

/** How a list of cases is narrowed; empty fields narrow nothing. */
export const caseFilterSchema = z.strictObject({
  /** Words of name, number, course or case number: `417`, `garc`, `204`. */
  text: line(120),
  state: z.enum(caseStates).nullable(),
  outcome: z.string().max(30).nullable(),
  termId: idField.nullable(),
  courseId: idField.nullable(),
  studentId: idField.nullable(),
  batchId: idField.nullable(),
  receivedFrom: dayField.nullable(),
  receivedTo: dayField.nullable(),
  /** Only refunds whose promise has run out before this day. */
  overdueOn: dayField.nullable(),
  /** Only decided cases that may be told and for which no letter was made, or only void ones. */
  unlettered: z.boolean().optional(),
  approval: z.enum(approvalStates).nullable().optional(),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

const undoableSchema = z.strictObject({ actionId: idField, label: z.string() });

/** Calls about cases, batches of mail, drafts, undo and search. */
export const caseCalls = {
  'case.save': {
    input: z.strictObject({
      requestId,
      /** Null for a new form; else the held case being completed or the decided one being corrected. */
      caseId: idField.nullable(),
      mode: z.enum(['decide', 'hold']),
      form: caseFormSchema,
      batchId: idField.nullable(),
      /** The enrolment to record with the form where the student has none in this course yet. */
      enrolment: enrolmentSchema.nullable(),
      /** Why it is held or corrected; a correction needs it. */
      why: noteField,
      /** True once the clerk has seen that this student already has a form for this course. */
      secondForm: z.boolean(),
    }),
    output: z.strictObject({ view: caseViewSchema, actionId: idField }),
  },
  /** Other live cases of the same student and course. */
  'case.similar': {
    input: z.strictObject({ studentId: idField, courseId: idField, exceptCaseId: idField.nullable() }),
    output: z.array(caseRowSchema),
  },
  'case.get': { input: z.strictObject({ id: idField }), output: caseViewSchema },
  /** Makes the determination again from today's facts, beside the old one. */
  'case.redetermine': {
    input: z.strictObject({ requestId, id: idField, why: requiredLine('The reason', 400) }),
    output: caseViewSchema,
  },
  'case.list': {
    input: z.strictObject({
      filter: caseFilterSchema,
      sort: z.enum(['number', 'student', 'course', 'received', 'effective', 'outcome', 'refund', 'enteredAt']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(caseRowSchema),
      total: z.number().int(),
      refund: z.number().int(),
      /** Entries per week, the last twelve weeks of the filtered list, oldest first. */
      weeks: z.array(z.number().int()),
    }),
  },
  'batch.open': {
    input: z.strictObject({
      requestId,
      label: requiredLine('The batch’s name', 60),
      channel: z.enum(channels),
      received: dayField,
    }),
    output: batchSchema,
  },
  'batch.get': {
    input: z.strictObject({ id: idField }),
    output: z.strictObject({ batch: batchSchema, rows: z.array(caseRowSchema), refund: z.number().int() }),
  },
  'batch.recent': { input: nothing, output: z.array(batchSchema) },
  'action.last': {
    input: nothing,
    output: z.strictObject({ undo: undoableSchema.nullable(), redo: undoableSchema.nullable() }),
  },
  /** Undoes a saved action by an entry of its own, until a letter was mailed. */
  'action.undo': {
    input: z.strictObject({ requestId, actionId: idField }),
    output: z.strictObject({ label: z.string() }),
  },
  'action.redo': {
    input: z.strictObject({ requestId, actionId: idField }),
    output: z.strictObject({ label: z.string() }),
  },
  'draft.save': {
    input: z.strictObject({ key: line(80), text: z.string().max(60_000) }),
    output: z.strictObject({ at: z.string() }),
  },
  'draft.get': {
    input: z.strictObject({ key: line(80) }),
    output: z.strictObject({ text: z.string(), at: z.string() }).nullable(),
  },
  'draft.discard': { input: z.strictObject({ key: line(80) }), output: nothing },
  'search.all': {
    input: z.strictObject({ text: line(120) }),
    output: z.strictObject({
      cases: z.array(caseRowSchema),
      students: z.array(studentSchema),
      courses: z.array(courseSchema),
    }),
  },
};
