import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TransmittalView } from '../../shared/contract/transmittals';
import { id } from '../db/records';
import { anOfficeInTurns, type Turns } from './privacy-here';
import { aRefund, closing, refunds } from './refunds-here';

/** What can happen to refunds on their way, each with chance to choose the case or batch. */
const doing = fc.record({
  what: fc.constantFrom(
    'hand over',
    'hand over',
    'reopen',
    'close again',
    'pay',
    'pay',
    'pay a cent off',
    'fail',
    'mistake',
    'correct',
    'undo',
  ),
  which: fc.nat(5),
});

test(
  'in whatever order refunds are handed over, taken back, corrected, paid and fail, every sum holds',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 12, maxLength: 24 }), async (steps) => {
        const here = await anOfficeInTurns();
        const cases = [await aRefund(here), await aRefund(here), await aRefund(here)];
        for (const step of steps) await take(here, cases, step);
        await holds(here);
      }),
      { numRuns: 5 },
    );
  },
);

type Case = Awaited<ReturnType<typeof aRefund>>;

/** Does one thing as the office would; what cannot be done now is refused with a reason. */
async function take(
  here: Turns,
  cases: readonly Case[],
  { what, which }: { readonly what: string; readonly which: number },
) {
  const kim = () => here.as('kim');
  const one = cases[which % cases.length];
  if (one === undefined) throw new Error('no case');
  const { rows } = await kim().gives('transmittal.list', { offset: 0, limit: 50 });
  const batch = rows[which % Math.max(1, rows.length)];
  const waiting = (await refunds(here, 'to-hand-over')).rows.map((r) => r.caseId);
  const row = (await refunds(here, null)).rows.find((r) => r.caseId === one.caseId);
  switch (what) {
    case 'hand over':
      await kim().call('transmittal.close', await closing(here, waiting.slice(0, 1 + (which % 3))));
      break;
    case 'close again':
      if (batch?.state === 'reopened') await kim().call('transmittal.close', await closing(here, waiting, batch.id));
      break;
    case 'reopen':
      if (batch !== undefined)
        await here.as('pat').call('transmittal.reopen', { requestId: id(), id: batch.id, why: 'Wrong.' });
      break;
    case 'pay':
    case 'pay a cent off': {
      if (batch === undefined) break;
      const { lines } = await kim().gives('transmittal.get', { id: batch.id });
      const line = lines[which % Math.max(1, lines.length)];
      if (line === undefined) break;
      const payment = {
        caseId: line.caseId,
        on: '2026-09-30',
        reference: id().slice(-8),
        cents: line.cents - (what === 'pay' ? 0 : 1),
      };
      await kim().call('payment.enter', { requestId: id(), transmittalId: batch.id, payments: [payment] });
      break;
    }
    case 'fail':
    case 'mistake':
      if (row !== undefined)
        await kim().call('payment.fail', {
          requestId: id(),
          caseId: one.caseId,
          reference: row.reference,
          on: '2026-09-30',
          why: what === 'fail' ? 'returned' : 'mistake',
          note: '',
        });
      break;
    case 'correct': {
      // All of it, part of it, nothing: by the day on which it was postmarked.
      const postmarked = ['2026-09-10', '2026-09-19', '2026-09-21'][which % 3] ?? null;
      await kim().call('case.save', {
        requestId: id(),
        caseId: one.caseId,
        mode: 'decide',
        form: { ...one.view.form, postmarked, received: '2026-09-22', note: id() },
        batchId: null,
        enrolment: null,
        why: 'Read again.',
        secondForm: false,
      });
      break;
    }
    default: {
      const { undo } = await kim().gives('action.last', {});
      if (undo !== null) await kim().call('action.undo', { requestId: id(), actionId: undo.actionId });
    }
  }
}

/** That no cent is lost between what cases give, what lies in batches and what was paid, and that the register can be made anew. */
async function holds(here: Turns): Promise<void> {
  const { rows, counts } = await refunds(here, null);
  const list = await here.as('kim').gives('transmittal.list', { offset: 0, limit: 50 });
  const views: TransmittalView[] = [];
  for (const { id: batchId } of list.rows) views.push(await here.gives('transmittal.get', { id: batchId }));
  expect(list.rows.map((r) => r.number)).toEqual(
    list.rows.map((_, i) => `BO-2026-${String(list.rows.length - i).padStart(4, '0')}`),
  );
  for (const row of rows) {
    expect(row.outstanding).toBe(row.payable - row.handed);
    const here = views.flatMap((v) => v.lines.filter((l) => l.caseId === row.caseId));
    expect(here.reduce((sum, l) => sum + l.paidCents, 0)).toBeGreaterThanOrEqual(0);
    // What was paid of a case was paid in its batches, but for lines that a batch closed again no longer has.
    expect(here.reduce((sum, l) => sum + l.paidCents, 0)).toBeLessThanOrEqual(row.paid);
  }
  for (const view of views) {
    const sumOf = (kinds: readonly string[]) =>
      view.differences.filter((d) => kinds.includes(d.kind)).reduce((sum, d) => sum + (d.cents ?? 0), 0);
    expect(view.sums.batch).toBe(view.cents);
    expect(view.sums.cases - view.sums.batch).toBe(sumOf(['changed', 'failed']));
    expect(view.sums.paid).toBe(view.lines.reduce((sum, l) => sum + l.paidCents, 0));
    for (const by of [view.byFund, view.byCourse]) {
      expect(by.reduce((sum, t) => sum + t.cents, 0)).toBe(view.cents);
      expect(by.reduce((sum, t) => sum + t.cases, 0)).toBe(view.cases);
    }
  }
  const lying = rows.filter((r) => r.handed > r.paid);
  expect(counts['handed-over']).toEqual({
    cases: lying.length,
    cents: lying.reduce((sum, r) => sum + r.handed - r.paid, 0),
  });
  expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
}
