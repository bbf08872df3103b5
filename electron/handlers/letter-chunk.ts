import type { Register } from '../../db/register';
import type { Progress } from '../../db/check';
import type { Output } from '../../shared/contract';
import type { LetterRow } from '../../shared/contract/rows';
import { sayFailure, type Failure } from '../../shared/errors';
import { isMailable } from '../../shared/register/fields';
import { fail, ok, type Result } from '../../shared/result';
import { inSlices } from '../slices';
import type { OpenContext } from './context';
import { followingId } from './letter-address';
import { planLetter, type Plan } from './letter-making';
import { manyPages } from './letter-pages';
import { voidReplaced } from './letter-voiding';
import { alreadyMade, stillOffered, writeLetter } from './letters';
import { wordOf } from './paper';

/** So many cases are planned and printed together. */
const together = 40;
/** So many letters are kept in one transaction. */
const atOnce = 8;
type Refused = Output<'letter.makeAll'>['refused'];

/** A planned letter of a case, and the PDFs of what it makes; null where it waits for an address. */
type Made = { readonly caseId: string; readonly plan: Plan };
/** Some of the cases asked for, with what is planned for each. */
export type Chunk = {
  /** Which cases of those asked for, and the number that the next chunk begins with. */
  readonly from: number;
  readonly to: number;
  readonly nextOrdinal: number;
  readonly made: readonly Made[];
  readonly same: readonly LetterRow[];
  readonly refused: Refused;
  readonly pdfs: Promise<Result<readonly (Uint8Array | null)[]>>;
};

/** Plans the letters of the next cases and sends them to be printed. */
export async function planChunk(
  cases: readonly string[],
  from: number,
  first: number,
  context: OpenContext,
): Promise<Chunk> {
  const to = Math.min(cases.length, from + together);
  const made: Made[] = [];
  const same: LetterRow[] = [];
  const refused: Refused = [];
  let ordinal = first;
  const plan = function* (): Generator<Progress, true> {
    for (const caseId of cases.slice(from, to)) {
      const planned = planLetter(caseId, null, null, context, null, ordinal);
      if (!planned.ok) {
        const number = context.register.cases.folded(caseId)?.number ?? '';
        refused.push({ caseId, number, why: sayWhy(planned.failure) });
      } else {
        const before = alreadyMade(planned.value, context);
        if (before === null) {
          made.push({ caseId, plan: planned.value });
          ordinal += planned.value.letters.length;
        } else same.push(before);
      }
      yield { done: made.length, total: to - from };
    }
    return true;
  };
  await inSlices(
    plan(),
    () => true,
    () => undefined,
  );
  return { from, to, nextOrdinal: ordinal, made, same, refused, pdfs: pdfsOf(made, context) };
}

/** The PDFs of planned letters in order; null for one that waits for an address. */
async function pdfsOf(
  made: readonly Made[],
  { desktop }: OpenContext,
): Promise<Result<readonly (Uint8Array | null)[]>> {
  const letters = made.flatMap(({ plan }) => plan.letters);
  const going = letters.filter(({ student }) => isMailable(student.address));
  try {
    const pdfs = going.length === 0 ? [] : await desktop.pdfs(going.map((letter) => manyPages(letter.made)));
    const byLetter = new Map(going.map((letter, index) => [letter, pdfs[index] ?? null]));
    return ok(letters.map((letter) => byLetter.get(letter) ?? null));
  } catch (error) {
    return fail({ kind: 'printing', detail: wordOf(error) });
  }
}

type Kept = {
  readonly rows: readonly LetterRow[];
  readonly actions: number;
  /** The first case whose letter, as planned, cannot be kept any more; null where all are. */
  readonly overtaken: string | null;
  readonly failure: Failure | null;
};

/** Keeps the letters of a chunk, a few in each transaction; those that the register has moved on from are not kept. */
export async function keepChunk(
  requestId: string,
  action: number,
  { made }: Chunk,
  pdfs: readonly (Uint8Array | null)[],
  context: OpenContext,
): Promise<Kept> {
  const rows: LetterRow[] = [];
  let actions = 0;
  let pdf = 0;
  for (let from = 0; from < made.length;) {
    await new Promise((resolve) => setImmediate(resolve));
    const some = made.slice(from, from + atOnce);
    const still = some.findIndex(({ caseId, plan }) => !holds(caseId, plan, context));
    const keeping = still === -1 ? some : some.slice(0, still);
    const stale = still === -1 ? null : (some[still]?.caseId ?? null);
    const [first] = keeping;
    if (first === undefined) return { rows, actions, overtaken: stale, failure: null };
    if (context.register.letters.lastOrdinal() + 1 !== first.plan.letters[0].ordinal)
      return { rows, actions, overtaken: first.caseId, failure: null };
    const input = { requestId: followingId(requestId, action + actions), caseIds: keeping.map(({ caseId }) => caseId) };
    const kept = context.act(
      'letter.makeAll',
      input,
      (write) => {
        for (const { caseId, plan } of keeping) {
          const by = { ...plan.offer, number: plan.letters[0].made.fields.letter.number };
          voidReplaced(caseId, by, plan.decides, context, write);
          for (const letter of plan.letters) {
            writeLetter(letter, pdfs[pdf] ?? null, write);
            pdf += 1;
          }
        }
        return ok(null);
      },
      (touched) => ok(rowsOf(touched, context.register)),
    );
    if (!kept.ok) return { rows, actions, overtaken: null, failure: kept.failure };
    rows.push(...kept.value);
    actions += 1;
    if (stale !== null) return { rows, actions, overtaken: stale, failure: null };
    from += keeping.length;
  }
  return { rows, actions, overtaken: null, failure: null };
}

/** Whether the letter would say the same now: the case stands where it stood, and the student still lives there. */
function holds(caseId: string, { offer, letters: [{ student }] }: Plan, context: OpenContext): boolean {
  const now = context.register.students.get(student.id);
  return JSON.stringify(now?.address) === JSON.stringify(student.address) && stillOffered(caseId, offer, context);
}

/** The letters that an action made, those alone that students get for what happened. */
export function rowsOf(
  touched: readonly { readonly subject: string; readonly subjectId: string }[],
  { letters }: Register,
): readonly LetterRow[] {
  return touched.flatMap(({ subject, subjectId }) => {
    const row = subject === 'letter' ? letters.row(subjectId) : null;
    return row === null || row.state === 'voided' || row.type === 'withdrawn' ? [] : [row];
  });
}

/** Why a case has no letter now, in sentences. */
function sayWhy(failure: Failure): string {
  const { what, next } = sayFailure(failure);
  return `${what} ${next}`;
}
