import type { CallName, Input, Output } from '../../shared/contract';
import type { LetterRow } from '../../shared/contract/rows';
import type { Failure } from '../../shared/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { Register } from '../../db/register';
import type { OpenContext, OpenHandlers } from './context';
import { followingId } from './letter-address';
import { keepChunk, planChunk, rowsOf, type Chunk } from './letter-chunk';

// Letters are planned, printed and kept in chunks, a few chunks ahead of each other: while one is being printed in its hidden window, the
// next is planned and the one before is kept. Each transaction holds a few letters, so that nobody waits for it.

/** So many chunks are planned or printed while the first of them is not kept yet. */
const ahead = 3;
/** How often a chunk is planned again because the register moved on meanwhile. */
const patience = 5;

type MakingAll = Output<'letter.makeAll'>;

/** What is being made now, by register: one request at a time. */
const running = new WeakMap<
  Register,
  { readonly requestId: string; readonly done: Promise<Result<MakingAll>>; stop: boolean }
>();

/** Calls by which many letters are made at once. */
export const letterBatchHandlers: OpenHandlers<Extract<CallName, 'letter.makeAll' | 'letter.stop'>> = {
  'letter.makeAll': (input, context) => {
    const { register } = context;
    const now = running.get(register);
    // A second press of the same button waits for the same letters.
    if (now?.requestId === input.requestId) return now.done;
    if (now !== undefined) return fail(atWork);
    const work = {
      requestId: input.requestId,
      stop: false,
      done: Promise.resolve(fail({ kind: 'cancelled' })) as Promise<Result<MakingAll>>,
    };
    work.done = makeAll(input, context, () => work.stop || !register.isOpen()).finally(() => running.delete(register));
    running.set(register, work);
    return work.done;
  },

  'letter.stop': (_, { register }) => {
    const now = running.get(register);
    if (now !== undefined) now.stop = true;
    return ok({});
  },
};

async function makeAll(
  { requestId, caseIds }: Input<'letter.makeAll'>,
  context: OpenContext,
  stopped: () => boolean,
): Promise<Result<MakingAll>> {
  const { register, desktop } = context;
  const before = madeBefore(requestId, context);
  const made: LetterRow[] = [...before.rows];
  const refused: MakingAll['refused'] = [];
  const cases = [...new Set(caseIds)].filter((id) => !before.cases.has(id));
  let action = before.actions;
  let next = 0;
  let ordinal = register.letters.lastOrdinal() + 1;
  let attempts = 0;
  const chunks: Chunk[] = [];
  for (;;) {
    while (!stopped() && chunks.length < ahead && next < cases.length) {
      const chunk = await planChunk(cases, next, ordinal, context);
      chunks.push(chunk);
      next = chunk.to;
      ordinal = chunk.nextOrdinal;
    }
    const chunk = chunks.shift();
    if (chunk === undefined || stopped()) break;
    const pdfs = await chunk.pdfs;
    if (stopped()) break;
    if (!pdfs.ok) return pdfs;
    const kept = await keepChunk(requestId, action, chunk, pdfs.value, context);
    action += kept.actions;
    made.push(...kept.rows);
    if (kept.failure !== null) return fail(kept.failure);
    if (kept.overtaken !== null) {
      // What comes after it was planned under numbers that are no longer the next ones.
      attempts = kept.rows.length > 0 ? 0 : attempts + 1;
      if (attempts === patience) throw new Error('the numbers of letters were taken again and again');
      await Promise.all(chunks.map(({ pdfs: others }) => others));
      chunks.length = 0;
      next = cases.indexOf(kept.overtaken);
      ordinal = register.letters.lastOrdinal() + 1;
    } else {
      attempts = 0;
    }
    const past = ({ caseId }: { readonly caseId: string }): boolean => cases.indexOf(caseId) < next;
    made.push(...chunk.same.filter(past));
    refused.push(...chunk.refused.filter(past));
    desktop.emit('progress', {
      task: 'letters',
      done: before.cases.size + (kept.overtaken === null ? chunk.to : next),
      total: caseIds.length,
    });
  }
  return ok({ made, refused });
}

/** What the same request made before it was cut short, or when it was sent the first time. */
function madeBefore(requestId: string, { register }: OpenContext) {
  const rows: LetterRow[] = [];
  let actions = 0;
  for (; register.hasAction(followingId(requestId, actions)); actions += 1)
    rows.push(...rowsOf(register.aboutsOf(followingId(requestId, actions)), register));
  return { rows, actions, cases: new Set(rows.map((row) => row.caseId)) };
}

const atWork: Failure = {
  kind: 'wrong-state',
  message: 'Letters are being made already.',
  next: 'Wait until they are done, or stop them.',
};
