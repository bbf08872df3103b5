import type { Output } from '../../shared/contract';
import type { Chance } from './chance';
import type { Clerk } from './clerk';
import { nextOpenDay, plusDays } from './days';

type Task = { readonly on: string; readonly key: () => Promise<void> };

/** How many refunds go in a batch at most, however large the sample is. */
const most = 12;

/**
 * What the clerk did with the Business Office: a batch of two weeks ago, most of it paid a week later and one check come back; a second one
 * that lies there unpaid. What was decided since waits for the next.
 */
export function handingOff(clerk: Clerk, chance: Chance, today: string): readonly Task[] {
  const first = { id: '' };
  const paidOn = nextOpenDay(plusDays(today, -8));
  const backOn = nextOpenDay(plusDays(paidOn, 1));
  return [
    {
      on: nextOpenDay(plusDays(today, -15)),
      key: async () => {
        first.id = (await close(clerk, chance, 'Refunds of the first weeks.'))?.id ?? '';
      },
    },
    { on: paidOn, key: () => enterPayments(clerk, chance, first.id, paidOn) },
    { on: backOn, key: () => checkCameBack(clerk, chance, first.id, backOn) },
    {
      on: nextOpenDay(plusDays(today, -6)),
      key: async () => {
        await close(clerk, chance, '');
      },
    },
  ];
}

/** Closes a batch of what waits longest; null where nothing does. */
async function close(clerk: Clerk, chance: Chance, note: string): Promise<Output<'transmittal.close'> | null> {
  const waiting = { state: 'to-hand-over', text: '', sort: 'promised', offset: 0, limit: most } as const;
  const { rows } = await clerk.does('refund.list', waiting);
  if (rows.length === 0) return null;
  const cases = rows.map(({ caseId, determinationSeq, outstanding }) => ({
    caseId,
    determinationSeq,
    cents: outstanding,
  }));
  return clerk.does('transmittal.close', { requestId: chance.id(), id: null, cases, note });
}

/** The Business Office paid all but the last of a batch. */
async function enterPayments(clerk: Clerk, chance: Chance, batchId: string, on: string): Promise<void> {
  if (batchId === '') return;
  const { lines } = await clerk.does('transmittal.get', { id: batchId });
  const paid = lines.length > 1 ? lines.slice(0, -1) : lines;
  const payments = paid.map(({ caseId, cents }, i) => ({ caseId, on, reference: String(88_121 + i), cents }));
  await clerk.does('payment.enter', { requestId: chance.id(), transmittalId: batchId, payments });
}

/** The first check of a batch of which several were paid came back. */
async function checkCameBack(clerk: Clerk, chance: Chance, batchId: string, on: string): Promise<void> {
  if (batchId === '') return;
  const { lines } = await clerk.does('transmittal.get', { id: batchId });
  const [back, ...others] = lines.filter((line) => line.paidCents > 0);
  if (back === undefined || others.length < 2) return;
  const { caseId, reference } = back;
  const note = 'The envelope came back: no such number.';
  await clerk.does('payment.fail', { requestId: chance.id(), caseId, reference, on, why: 'returned', note });
}
