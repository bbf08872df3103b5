import { z } from 'zod';
import { approvalStates, caseStates, channels } from '../register/case';
import { dayField, idField } from '../register/fields';

/** The states a letter goes through; a voided one stays in the case's history. */
export const letterStates = ['needs-address', 'ready', 'printed', 'mailed', 'came-back', 'voided'] as const;
export type LetterState = (typeof letterStates)[number];

/** How a letter comes back; a lost one is one of which the student says that it never came. */
export const waysBack = ['undeliverable', 'moved', 'refused', 'lost'] as const;
export type WayBack = (typeof waysBack)[number];

/** A case as the register list shows it, straight from real columns. Money in cents; `outcome` is the determination's, null while held. */
export const caseRowSchema = z.strictObject({
  id: idField,
  number: z.string(),
  state: z.enum(caseStates),
  studentId: idField.nullable(),
  studentName: z.string(),
  studentNumber: z.string(),
  courseId: idField.nullable(),
  courseCode: z.string(),
  courseTitle: z.string(),
  policy: z.string(),
  outcome: z.string().nullable(),
  percent: z.number().nullable(),
  refund: z.number().int(),
  clause: z.string(),
  received: z.string().nullable(),
  postmarked: z.string().nullable(),
  effective: z.string().nullable(),
  /** The label of the band or outcome, from the pack: `65 %`, `Full less $10`, `Needs review`. */
  label: z.string(),
  refundExpectedTo: dayField.nullable(),
  letter: z.enum(letterStates).nullable(),
  batchId: idField.nullable(),
  person: z.string(),
  enteredAt: z.string(),
  /** Where the determination stands with the second person. */
  approval: z.enum(approvalStates),
  /** Who approved it, by account; null where nobody did or had to. */
  approvedBy: z.string().nullable(),
  /** Petitions and appeals of it that are not decided. */
  openPetitions: z.number().int(),
  /** True where the student's record is confidential and the person who asks may not see it: name and number are left out. */
  hidden: z.boolean().optional(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** A stack of mail keyed together: its channel and receipt date were typed once. */
export const batchSchema = z.strictObject({
  id: idField,
  label: z.string(),
  channel: z.enum(channels),
  received: dayField,
});
export type Batch = z.infer<typeof batchSchema>;

/** A letter as the queue and the case show it. */
export const letterRowSchema = z.strictObject({
  id: idField,
  number: z.string(),
  caseId: idField,
  caseNumber: z.string(),
  studentName: z.string(),
  postal: z.string(),
  type: z.string(),
  title: z.string(),
  language: z.enum(['en', 'es']),
  state: z.enum(letterStates),
  pages: z.number().int(),
  pdfHash: z.string().nullable(),
  madeAt: z.string(),
  printedAt: z.string().nullable(),
  copies: z.number().int(),
  /** Whether its words were changed for this letter alone. */
  edited: z.enum(['by-hand']).nullable(),
  /** To whom it was made. */
  studentId: idField.nullable(),
  /** When and why it last came back, until it is sent again. */
  cameBackOn: dayField.nullable(),
  cameBackWhy: z.enum(waysBack).nullable(),
  cameBackNote: z.string(),
});
export type LetterRow = z.infer<typeof letterRowSchema>;
