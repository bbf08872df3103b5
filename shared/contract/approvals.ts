import { z } from 'zod';
import { idField, noteField, requiredLine } from '../register/fields';
import { caseViewSchema } from './cases';
import { nothing, requestId } from './register';
import { caseRowSchema } from './rows';

/** A determination that waits for a second person. */
const waitingSchema = z.strictObject({
  row: caseRowSchema,
  determinationSeq: z.number().int(),
  /** The hash that an approval is bound to: SHA-256 of the determination's stored text, hex. */
  hash: z.string(),
  /** What it refunds and cancels, in cents. */
  amount: z.number().int(),
  /** Who keyed, corrected or determined it: none of them may approve it. */
  people: z.array(z.string()),
  since: z.string(),
  /** Why the person who asks may not approve it; null where they may. */
  whyNot: z.string().nullable(),
  /** The last note with which it was put off; empty where it was not. */
  deferred: z.string(),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** A case that was decided alike: who decided it and when, and who approved it where somebody had to. */
const similarSchema = z.strictObject({
  row: caseRowSchema,
  decidedBy: z.string(),
  decidedAt: z.string(),
  approvedBy: z.string().nullable(),
});
export type Similar = z.infer<typeof similarSchema>;

const named = { caseId: idField, determinationSeq: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) };

/** Calls of the second person: what waits, and what they say of it. */
export const approvalCalls = {
  /** What waits, the longest first; the total with what all of it refunds and cancels. */
  'approval.list': {
    input: z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({ rows: z.array(waitingSchema), total: z.number().int(), amount: z.number().int() }),
  },
  /** One that waits, with its worksheet and the last three cases that were decided alike. */
  'approval.get': {
    input: z.strictObject({ caseId: idField }),
    output: z.strictObject({ waiting: waitingSchema, view: caseViewSchema, similar: z.array(similarSchema) }),
  },
  /** Approves determinations of the same outcome; all are approved, or none. */
  'approval.give': {
    input: z.strictObject({ requestId, cases: z.array(z.strictObject(named)).min(1).max(200), note: noteField }),
    output: z.strictObject({ approved: z.number().int() }),
  },
  /** Returns one to whoever keyed it, with what is to be mended; it leaves the queue until it is corrected or decided again. */
  'approval.return': {
    input: z.strictObject({ requestId, ...named, why: requiredLine('What is to be mended', 400) }),
    output: nothing,
  },
  /** Leaves it in the queue with a note. */
  'approval.defer': {
    input: z.strictObject({ requestId, ...named, why: requiredLine('The note', 400) }),
    output: nothing,
  },
};
