import { z } from 'zod';
import { compile } from '../policy/compile';
import type { Determination } from '../policy/determination';
import { explain, outcomeLabel, type ExplainedStep } from '../policy/explain';
import type { Facts } from '../policy/facts';
import { packSchema } from '../policy/pack';
import { storedText } from './determined-text';

/**
 * A determination with all that it was made from, as one file: the facts, the policy's own text, what came out. Nobody's name is in it, and
 * nothing else is needed to work the amount out again.
 */
export const arithmeticFileSchema = z.strictObject({
  refundDesk: z.literal('determination'),
  case: z.string().max(60),
  decidedAt: z.string().max(40),
  engine: z.string().max(20),
  /** SHA-256, hex: of the policy's text, and of the determination's stored text, as letters carry it. */
  packHash: z.string().max(64),
  hash: z.string().max(64),
  /** Where the register's chain of entries ended when the file was made. */
  mark: z.strictObject({ seq: z.number().int(), mac: z.string().max(64) }).nullable(),
  pack: z.string().max(4_000_000),
  facts: z.custom<Facts>((value) => typeof value === 'object' && value !== null),
  determination: z.custom<Determination>((value) => typeof value === 'object' && value !== null),
});
export type ArithmeticFile = z.infer<typeof arithmeticFileSchema>;

/** One thing that was looked at, and whether it holds. */
export type Finding = { readonly what: string; readonly good: boolean };

/** An amount worked out once more: what was looked at, the working line by line, and the refund as stored and as it comes out, in cents. */
export type WorkedAgain = {
  readonly findings: Finding[];
  readonly lines: ExplainedStep[];
  readonly refund: number;
  readonly derived: number;
  readonly result: string;
  readonly policy: string;
};

/** A file of somebody else's making that is none of ours, or whose policy cannot be read. */
export type Unreadable = { readonly problem: string };

/** Reads such a file; null where it is none. */
export function readArithmeticFile(text: string): ArithmeticFile | null {
  try {
    return arithmeticFileSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Works a determination out again from its facts and its policy's text, and says of each thing whether it holds: the hashes (by `sha256`, hex),
 * the engine, the result to the last field. Of an earlier engine's result only the amount is compared: no other could say the same words.
 */
export function workOut(
  file: ArithmeticFile,
  engine: string,
  sha256: (text: string) => string,
): WorkedAgain | Unreadable {
  let pack;
  try {
    pack = packSchema.parse(JSON.parse(file.pack));
  } catch {
    return { problem: 'The policy in it cannot be read.' };
  }
  let again: Determination;
  try {
    again = compile(pack).evaluate(file.facts);
  } catch {
    return { problem: 'The facts in it cannot be read by its policy.' };
  }
  const same = JSON.stringify(again) === JSON.stringify(file.determination);
  const sums = (['refund', 'cancelled', 'withheld', 'kept'] as const).every(
    (name) => again[name] === file.determination[name],
  );
  return {
    findings: [
      { what: 'The policy’s text is the one that the determination names.', good: sha256(file.pack) === file.packHash },
      {
        what: 'The facts and the result are the ones that the determination’s hash stands for.',
        good: sha256(storedText(file)) === file.hash,
      },
      { what: 'The policy, applied to the facts again, gives the same amounts to the cent.', good: sums },
      ...(file.engine === engine ? [{ what: 'Every step of the working comes out the same.', good: same }] : []),
    ],
    lines: [...explain(again, pack, 'en')],
    refund: file.determination.refund,
    derived: again.refund,
    result: outcomeLabel(again, pack, 'en'),
    policy: `${pack.name.en}, version ${pack.version}`,
  };
}
