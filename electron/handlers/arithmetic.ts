import { sha256 } from '../../db/chain';
import type { CallName, Output } from '../../shared/contract';
import { readLetterCode, type LetterCode } from '../../shared/letters/letter-code';
import { engine } from '../../shared/policy/evaluate';
import { workOut, type ArithmeticFile, type Finding } from '../../shared/register/arithmetic';
import { markDigits } from '../../shared/register/chain-mark';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';

/** Calls by which a letter’s arithmetic is done again. */
export const arithmeticHandlers: OpenHandlers<Extract<CallName, `determination.${string}`>> = {
  'determination.check': ({ text }, context) => {
    const asked = readAsked(text);
    if (asked === null) return notUnderstood();
    const caseId = context.register.cases.withNumber(asked.caseNumber);
    if (caseId === null) return fail({ kind: 'not-found', what: `The case ${asked.caseNumber}` });
    return checked(caseId, asked, context);
  },

  'determination.save': async ({ caseId }, context) => {
    const file = fileOf(caseId, null, context);
    if (!file.ok) return file;
    const bytes = new TextEncoder().encode(`${JSON.stringify(file.value.file, null, 1)}\n`);
    const path = await context.desktop.saveAs(`${file.value.file.case} determination.json`, bytes);
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path });
  },
};

/** A letter's code; or the number of a case alone, whose determination that counts is then looked at. */
function readAsked(text: string): LetterCode | null {
  const code = readLetterCode(text);
  if (code !== null) return code;
  const number = /^\s*([a-z]{2}-\d{4}-\d{4,})\s*$/i.exec(text)?.[1];
  return number === undefined ? null : { caseNumber: number.toUpperCase(), determination: null, head: null };
}

function notUnderstood(): Result<never> {
  const message =
    'This is neither a letter’s code nor a case number. Scan the code at the foot of the letter, or type a number like RD-2026-0417.';
  return fail({ kind: 'invalid', problems: [{ field: 'text', message }] });
}

function checked(caseId: string, asked: LetterCode, context: OpenContext): Result<Output<'determination.check'>> {
  const found = fileOf(caseId, asked.determination, context);
  if (!found.ok) return found;
  const { file, superseded } = found.value;
  const worked = workOut(file, engine, sha256Hex);
  if ('problem' in worked) throw new Error('a determination of this register cannot be worked out again');
  const { lines, refund, derived, result, policy } = worked;
  const findings = [
    ...(asked.determination === null
      ? []
      : [{ what: 'The determination that the letter tells of is in the register, under the same hash.', good: true }]),
    ...chainFinding(asked, context),
    ...worked.findings,
  ];
  return ok({
    caseId,
    number: file.case,
    findings,
    decidedAt: file.decidedAt,
    superseded,
    policy,
    lines,
    refund,
    derived,
    result,
  });
}

/** Whether the register still ends, or goes on, from the entry that the letter names. */
function chainFinding({ head }: LetterCode, { register }: OpenContext): Finding[] {
  if (head === null) return [];
  const mac = register.macAt(head.seq);
  const broken = register.doubt()?.firstBroken ?? null;
  const good = mac?.slice(0, markDigits) === head.mac && (broken === null || broken > head.seq);
  return [
    {
      what: `The register holds entry ${head.seq.toLocaleString('en-US')} as it stood when the letter was made.`,
      good,
    },
  ];
}

/** A case's determination with all that it was made from: the one of that hash, or the one that counts. */
function fileOf(
  caseId: string,
  hash: string | null,
  { register }: OpenContext,
): Result<{ readonly file: ArithmeticFile; readonly superseded: boolean }> {
  const folded = register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const all = register.cases.determinations(folded);
  const stored = hash === null ? all.findLast((d) => !d.superseded) : all.find((d) => d.hash === hash);
  if (stored === undefined)
    return hash === null
      ? fail({
          kind: 'wrong-state',
          message: `${folded.number} has not been decided.`,
          next: 'Complete the form first.',
        })
      : fail({
          kind: 'wrong-state',
          message: `${folded.number} has no determination with the hash that this code carries. The code was changed, or the letter is not of this register.`,
          next: 'Compare the letter with the one kept with the case.',
        });
  const pack = register.kept.packText(stored.packHash);
  if (pack === null) throw new Error('the policy of a determination is missing');
  const { at, packHash, facts, determination, superseded } = stored;
  const file: ArithmeticFile = {
    refundDesk: 'determination',
    case: folded.number,
    decidedAt: at,
    engine: stored.engine,
    packHash,
    hash: stored.hash,
    mark: register.head(),
    pack,
    facts,
    determination,
  };
  return ok({ file, superseded });
}

function sha256Hex(text: string): string {
  return sha256(text).toString('hex');
}
