import { z } from 'zod';
import type { Determination } from '../policy/determination';
import { channels } from '../register/case';
import { dayField, idField, line, noteField, requiredLine } from '../register/fields';
import {
  approvalSchema,
  attachmentKinds,
  attachmentLimit,
  attachmentSchema,
  decisionSchema,
  petitionFieldsSchema,
  petitionKinds,
  petitionStates,
  voteSchema,
} from '../register/petition';
import { entrySchema } from '../register/entry';
import { caseViewSchema } from './cases';
import { nothing, requestId } from './register';

/** A petition or appeal as a list shows it. */
export const petitionRowSchema = z.strictObject({
  id: idField,
  number: z.string(),
  kind: z.enum(petitionKinds),
  state: z.enum(petitionStates),
  caseId: idField,
  caseNumber: z.string(),
  studentId: idField.nullable(),
  studentName: z.string(),
  studentNumber: z.string(),
  courseCode: z.string(),
  courseTitle: z.string(),
  receivedOn: dayField,
  /** By when the office wants it decided; null once it is, and while it lies with the student. */
  dueOn: dayField.nullable(),
  /** Days that the office has had it: those with the student are not counted. */
  daysWaiting: z.number().int(),
  decidedOn: dayField.nullable(),
  /** What the decision refunds and cancels, in cents; null before it. */
  amount: z.number().int().nullable(),
  person: z.string(),
});
export type PetitionRow = z.infer<typeof petitionRowSchema>;

const keptSchema = attachmentSchema.extend({
  person: z.string(),
  at: z.string(),
  /** Why it was taken out again; it stays, struck through. */
  removed: z.string().nullable(),
});
export type KeptAttachment = z.infer<typeof keptSchema>;

/** Everything the page of a petition or appeal shows. */
export const petitionViewSchema = z.strictObject({
  row: petitionRowSchema,
  petition: petitionFieldsSchema,
  enclosed: z.boolean(),
  /** The determination that an appeal is against; null of a petition. */
  againstSeq: z.number().int().nullable(),
  /** One a role at most: what was said last. */
  approvals: z.array(approvalSchema.extend({ seq: z.number().int(), person: z.string(), at: z.string() })),
  votes: z.array(voteSchema.extend({ seq: z.number().int(), person: z.string(), at: z.string() })),
  /** Each time it went back to the student, and when the answer came. */
  returns: z.array(
    z.strictObject({
      on: dayField,
      why: z.string(),
      answerBy: dayField.nullable(),
      answeredOn: dayField.nullable(),
      answer: z.string(),
    }),
  ),
  decision: z
    .strictObject({
      verdict: z.enum(['granted', 'in-part', 'denied', 'late']),
      percent: z.number().nullable(),
      cents: z.number().int().nullable(),
      authority: z.string(),
      reason: z.string(),
      on: dayField,
      /** The last day on which it could have come, where it was too late. */
      deadline: dayField.nullable(),
      person: z.string(),
      at: z.string(),
    })
    .nullable(),
  /** The last day on which it may be received by the policy, and the course's last day from which that is counted; null where the policy sets none. */
  deadline: z.strictObject({ from: dayField, through: dayField, clause: z.string() }).nullable(),
  /** What the policy gives without it; with a late drop that waits, as it stands. */
  standard: z.custom<Determination>().nullable(),
  /** What it still lacks before it can be granted: its reason, the instructor’s or the chair’s approval (an approval counts once its signature was seen). */
  missing: z.array(z.string()),
  case: caseViewSchema,
  attachments: z.array(keptSchema),
  entries: z.array(entrySchema),
  /** Why the person who asks may not decide it; null where they may. */
  whyNotDecide: z.string().nullable(),
  /** What the policy says against deciding otherwise at all; null where it says nothing. */
  forbidden: z.strictObject({ clause: z.string(), text: z.string() }).nullable(),
});
export type PetitionView = z.infer<typeof petitionViewSchema>;

const fileSchema = z.strictObject({
  name: z.string().max(400, 'A file name has at most 120 characters. Give it a shorter one.'),
  /** The bytes, base64. */
  base64: z
    .string()
    .max(Math.ceil(attachmentLimit / 3) * 4, 'A file weighs at most 10 MB. Scan it in gray, or at 200 dots an inch.'),
});

/** Calls about petitions, appeals, the papers kept with a case, and forms that the student took back or changed. */
export const petitionCalls = {
  'petition.list': {
    input: z.strictObject({
      filter: z.strictObject({
        kinds: z.array(z.enum(petitionKinds)),
        /** `waiting` is open or returned; null is all. */
        state: z.union([z.enum(petitionStates), z.literal('waiting')]).nullable(),
        text: line(120),
        /** Only those that wait for the office and are due by this day. */
        dueBy: dayField.nullable(),
        caseId: idField.nullable(),
      }),
      sort: z.enum(['number', 'student', 'received', 'due', 'state']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(petitionRowSchema), total: z.number().int() }),
  },
  'petition.get': { input: z.strictObject({ id: idField }), output: petitionViewSchema },
  /** Opens a petition or appeal on a case; one that came too late is recorded and refused for that at once. */
  'petition.open': {
    input: z.strictObject({ requestId, caseId: idField, petition: petitionFieldsSchema }),
    output: petitionViewSchema,
  },
  'petition.correct': {
    input: z.strictObject({
      requestId,
      id: idField,
      petition: petitionFieldsSchema,
      why: requiredLine('The reason', 400),
    }),
    output: petitionViewSchema,
  },
  /** Records what the instructor or the chair said on paper. */
  'petition.approve': {
    input: z.strictObject({ requestId, id: idField, approval: approvalSchema }),
    output: petitionViewSchema,
  },
  /** Returns it to the student for information: the clock stops. */
  'petition.return': {
    input: z.strictObject({
      requestId,
      id: idField,
      on: dayField,
      why: requiredLine('What is needed', 400),
      answerBy: dayField.nullable(),
    }),
    output: petitionViewSchema,
  },
  /** The student's answer came: the clock goes on. */
  'petition.answer': {
    input: z.strictObject({ requestId, id: idField, on: dayField, note: noteField }),
    output: petitionViewSchema,
  },
  'petition.vote': { input: z.strictObject({ requestId, id: idField, vote: voteSchema }), output: petitionViewSchema },
  /** What a decision would come to; nothing is recorded. */
  'petition.preview': {
    input: z.strictObject({ id: idField, decision: decisionSchema }),
    output: z.strictObject({
      determination: z.custom<Determination>(),
      label: z.string(),
      percent: z.number().nullable(),
    }),
  },
  /** Decides it: a new determination beside the old one. */
  'petition.decide': {
    input: z.strictObject({ requestId, id: idField, decision: decisionSchema }),
    output: petitionViewSchema,
  },
  'petition.withdraw': {
    input: z.strictObject({ requestId, id: idField, on: dayField, note: noteField }),
    output: petitionViewSchema,
  },
  /** The student takes the drop back. */
  'notice.withdraw': {
    input: z.strictObject({
      requestId,
      caseId: idField,
      on: dayField,
      channel: z.enum(channels).nullable(),
      note: noteField,
    }),
    output: caseViewSchema,
  },
  /** The student changes to another section instead of dropping. */
  'notice.swap': {
    input: z.strictObject({ requestId, caseId: idField, on: dayField, toCourseId: idField, note: noteField }),
    output: caseViewSchema,
  },
  /** Keeps a paper with a case; without a file the system's dialog asks for one. */
  'attachment.add': {
    input: z.strictObject({
      requestId,
      caseId: idField,
      petitionId: idField.nullable(),
      what: z.enum(attachmentKinds),
      file: fileSchema.nullable(),
    }),
    output: keptSchema,
  },
  'attachment.list': { input: z.strictObject({ caseId: idField }), output: z.array(keptSchema) },
  'attachment.get': {
    input: z.strictObject({ caseId: idField, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: fileSchema.extend({ media: attachmentSchema.shape.media }),
  },
  'attachment.save': {
    input: z.strictObject({ caseId: idField, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.strictObject({ path: z.string() }),
  },
  'attachment.remove': {
    input: z.strictObject({
      requestId,
      caseId: idField,
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      why: requiredLine('The reason', 400),
    }),
    output: nothing,
  },
};
