import { z } from 'zod';
import { noteField, centsField, dayField, idField, line, requiredLine } from './fields';
import { channels } from './case';

/** What a student asks beyond the policy’s own answer. An appeal is asked against a determination; the others with or after a form. */
export const petitionKinds = ['late-drop', 'retroactive', 'reinstatement', 'appeal'] as const;
export type PetitionKind = (typeof petitionKinds)[number];

/** Where a petition stands. `late` came after its deadline and is refused for that; `returned` waits for the student, and the clock with it. */
export const petitionStates = [
  'open',
  'returned',
  'granted',
  'in-part',
  'denied',
  'late',
  'withdrawn',
  'undone',
] as const;
export type PetitionState = (typeof petitionStates)[number];

/** A document that the petition rests on: what it is, and when somebody of the office saw it (null while it is awaited). */
export const evidenceSchema = z.strictObject({
  what: requiredLine('What the document is', 120),
  seenOn: dayField.nullable(),
});

/** A petition or appeal as its paper says it. */
export const petitionFieldsSchema = z.strictObject({
  kind: z.enum(petitionKinds),
  receivedOn: dayField,
  channel: z.enum(channels).nullable(),
  /** The office's reason by its digit, 1 to 9, or null. */
  reasonCode: z.number().int().min(1).max(9).nullable(),
  reason: noteField,
  evidence: z.array(evidenceSchema).max(20),
  /** What the student asks for, where the paper names an amount. */
  askedCents: centsField.nullable(),
});
export type PetitionFields = z.infer<typeof petitionFieldsSchema>;

/** Who approves a late drop beside the office. */
export const approvalRoles = ['instructor', 'chair'] as const;
export type ApprovalRole = (typeof approvalRoles)[number];

/** What the instructor or the chair said on paper. Without a signature that was seen it counts for nothing yet. */
export const approvalSchema = z.strictObject({
  role: z.enum(approvalRoles),
  verdict: z.enum(['approved', 'declined']),
  name: requiredLine('The name', 80),
  on: dayField,
  signatureSeen: z.boolean(),
  note: noteField,
});
export type PetitionApproval = z.infer<typeof approvalSchema>;

/** One committee member's vote on an appeal; a member with a conflict of interest abstains. */
export const voteSchema = z.strictObject({
  member: requiredLine('The member', 80),
  vote: z.enum(['grant', 'in-part', 'deny', 'abstain']),
  on: dayField,
  conflict: z.boolean(),
  note: noteField,
});
export type Vote = z.infer<typeof voteSchema>;

/** What was decided: of a grant either the percentage or the amount is typed. */
export const decisionSchema = z.strictObject({
  verdict: z.enum(['granted', 'in-part', 'denied']),
  percent: z.number().min(0, 'A percentage is not below 0.').max(100, 'A percentage is at most 100.').nullable(),
  cents: centsField.nullable(),
  authority: line(120),
  reason: noteField,
  on: dayField,
});
export type PetitionDecision = z.infer<typeof decisionSchema>;

/** What kind of paper an attachment shows. */
export const attachmentKinds = ['form', 'envelope', 'petition', 'letter', 'evidence'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A paper kept with a case, under the SHA-256 (hex) of its bytes. */
export const attachmentSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: requiredLine('The file’s name', 120),
  media: z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff']),
  bytes: z.number().int().positive(),
  what: z.enum(attachmentKinds),
  petitionId: idField.nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** The most that one attachment may weigh, in bytes, and how many a case may have. */
export const attachmentLimit = 10_000_000;
export const attachmentsPerCase = 40;
