import { z } from 'zod';
import { idField } from '../register/fields';

/** Calls by which a letter's arithmetic is done again. */
export const arithmeticCalls = {
  /** Reads a letter's QR code, or what stands in its footer, and works the amount out again from the policy and the facts as stored. */
  'determination.check': {
    input: z.strictObject({ text: z.string().max(400) }),
    output: z.strictObject({
      caseId: idField,
      number: z.string(),
      /** Whether each thing that the letter carries is what the register holds. */
      findings: z.array(z.strictObject({ what: z.string(), good: z.boolean() })),
      decidedAt: z.string(),
      superseded: z.boolean(),
      policy: z.string(),
      /** The numbered lines of the working, each with its clause. */
      lines: z.array(
        z.strictObject({
          clause: z.string(),
          rule: z.string(),
          text: z.string(),
          value: z.string(),
          quote: z.string(),
        }),
      ),
      refund: z.number().int(),
      derived: z.number().int(),
      result: z.string(),
    }),
  },
  /** Saves the facts, the policy's text and the determination of a case as one file, which `npm run verify` works out again. */
  'determination.save': { input: z.strictObject({ caseId: idField }), output: z.strictObject({ path: z.string() }) },
};
