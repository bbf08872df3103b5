import { describe, expect, test } from 'vitest';
import { createTurn } from '../../electron/turn';
import { id } from '../db/records';
import { someone } from './desk-here';
import { anOfficeInTurns, bytesUnder, type Turns } from './privacy-here';
import { aFile, aRefund, handOver, payAll, refundOf, refunds } from './refunds-here';

/** An office at whose desk the next file chosen is one that the test gives. */
async function anOfficeWithLists() {
  const chosen: { file: ReturnType<typeof aFile> | null } = { file: null };
  const here = await anOfficeInTurns({ chooseFile: () => Promise.resolve(chosen.file) });
  const read = async (content: string | Uint8Array, name?: string) => {
    chosen.file = aFile(content, name);
    return here.as('kim').gives('payment.read', {});
  };
  return { here, read, chosen };
}

/** Two refunds in a batch that was closed on Sep 30; it is Oct 15. */
async function aBatch(here: Turns) {
  const [one, two] = [await aRefund(here), await aRefund(here)];
  const batch = await handOver(here, [one.caseId, two.caseId]);
  here.setNow('2026-10-15T18:00:00.000Z');
  return { one, two, batch };
}

const usual = { case: 'Case', on: 'Date paid', reference: 'Check no', amount: 'Amount' };
const dollars = (cents: number) => (cents / 100).toFixed(2);

describe('a list that comes back', () => {
  test('is looked at first, entered once, kept whole, and reconciles to the cent', async () => {
    const { here, read } = await anOfficeWithLists();
    const { one, two, batch } = await aBatch(here);
    const short = one.number.replace('RD-2026-0', '2026-');
    const text = [
      'Case,Date paid,Check no,Amount',
      `${short},10/12/2026,88121,"$${dollars(one.payable)}"`,
      `${two.number},2026-10-12,88122,${dollars(two.payable + 1)}`,
      'RD-2026-0999,10/12/2026,88123,12.00',
      'Maria Garcia,10/12/2026,88124,12.00',
    ].join('\r\n');
    const brought = await read(text);
    expect(brought).toMatchObject({ fileName: 'paid.csv', rows: 4, back: usual });
    const asked = { token: brought.token, transmittalId: batch.id, back: usual };
    const seen = await here.gives('payment.preview', asked);
    expect(seen).toMatchObject({ good: 1, goodCents: one.payable, known: 0, left: 3 });
    expect(seen.rows.map((r) => r.problem)).toEqual([
      null,
      `${two.number} has $${dollars(two.payable)} to be paid; the list says $${dollars(two.payable + 1)}. Enter it by hand if it was paid so.`,
      'RD-2026-0999 is not in the register.',
      '“Maria Garcia” is not a case number.',
    ]);
    expect((await here.gives('transmittal.get', { id: batch.id })).sums.paid).toBe(0);

    const importing = { requestId: id(), ...asked };
    const done = await here.gives('payment.import', importing);
    expect(done).toMatchObject({ read: 4, entered: 1, known: 0, left: 3 });
    expect(done.view.sums).toEqual({
      batch: batch.cents,
      cases: batch.cents,
      listed: one.payable + two.payable + 1 + 2400,
      paid: one.payable,
    });
    expect(done.view.differences.map((d) => [d.kind, d.cents])).toEqual([
      ['amount', 1],
      ['not-in-batch', 1200],
      ['not-in-batch', 1200],
    ]);
    // What a name stood in is not kept: the list outlives the records of those it names.
    expect(seen.rows[3]?.key).toBe('Maria Garcia');
    expect(bytesUnder(here.folder).includes('Maria Garcia')).toBe(false);
    expect(await here.gives('payment.import', importing)).toMatchObject({ read: 4, entered: 1, left: 3 });
    expect(await refundOf(here, one.caseId)).toMatchObject({ state: 'paid', reference: '88121', paidOn: '2026-10-12' });

    // The list was used; the same file again is refused, and the columns are remembered.
    expect(await here.refuses('payment.preview', asked)).toMatchObject({
      message: 'The Business Office’s list is no longer at hand.',
    });
    const twice = await read(text, 'again.csv');
    expect(await here.refuses('payment.import', { ...importing, requestId: id(), token: twice.token })).toMatchObject({
      message: `paid.csv was taken for ${batch.number} already: this file is the same one.`,
    });
    expect((await here.gives('exchange.get', {})).back).toEqual(usual);

    // The next list has the row again and the other one right.
    const next = await read(`${text}\r\n`.replace(dollars(two.payable + 1), dollars(two.payable)));
    const more = await here.gives('payment.import', { ...importing, requestId: id(), token: next.token });
    expect(more).toMatchObject({ read: 4, entered: 1, known: 1, left: 2 });
    expect(more.view.sums.paid).toBe(batch.cents);
    const reconciling = { requestId: id(), id: batch.id, note: '' };
    const said = await here.problems('transmittal.reconcile', reconciling);
    expect(said['note']).toMatch(/^There are \d+ differences\. Write what became of them\.$/);
    const kept = await here.gives('transmittal.reconcile', { ...reconciling, note: 'Two rows are another office’s.' });
    expect(kept.reconciled).toMatchObject({ on: '2026-10-15', person: 'kim', differences: kept.differences.length });
    expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });

  test('names each thing that is wrong with a row', async () => {
    const { here, read } = await anOfficeWithLists();
    const { one, two, batch } = await aBatch(here);
    const other = await handOver(here, [(await aRefund(here)).caseId]);
    const elsewhere = other.lines[0]?.number ?? '';
    const row = (number: string, on: string, reference: string, amount: string) =>
      [number, on, reference, amount].join(';');
    const right = dollars(one.payable);
    const { token } = await read(
      [
        'Case;Date paid;Check no;Amount',
        row(one.number, '10/16/2026', '1', right),
        row(two.number, '9/29/2026', '2', dollars(two.payable)),
        row(two.number, '9/30/2026', '3', dollars(two.payable)),
        row(elsewhere, '10/1/2026', '4', right),
        row('', '10/1/2026', '5', right),
        row(one.number, '', '6', right),
        row(one.number, '10/1/2026', '7', '(12.00)'),
      ].join('\n'),
    );
    const { rows } = await here.gives('payment.preview', { token, transmittalId: batch.id, back: usual });
    expect(rows.map((r) => r.problem)).toEqual([
      'Fri, Oct 16, 2026 is in the future.',
      'Tue, Sep 29, 2026 is before it was handed over (Wed, Sep 30, 2026).',
      `${two.number} stands in this list before.`,
      `${elsewhere} is not in this batch.`,
      'The case number is missing.',
      'The date is missing.',
      '“(12.00)” is not an amount.',
    ]);
    const preview = (back: typeof usual) => here.problems('payment.preview', { token, transmittalId: batch.id, back });
    expect(await preview({ ...usual, case: '' })).toEqual({
      'back.case': 'Choose the column that holds the case number.',
    });
    expect(await preview({ ...usual, amount: 'Sum' })).toEqual({
      'back.amount': 'The file has no column Sum. Choose another.',
    });
    const nothing = { requestId: id(), token, transmittalId: batch.id, back: { ...usual, amount: '' } };
    expect((await here.problems('payment.import', nothing))['back.case']).toContain('No row of this list pays');
  });

  test('is gone when whoever chose it leaves, or somebody else begins', () => {
    const turn = createTurn();
    const kim = someone('clerk', 'kim');
    turn.begin(kim);
    turn.brought.set('list', 1);
    turn.begin({ ...kim, name: 'Kim' });
    expect(turn.brought.size).toBe(1);
    turn.begin(someone('clerk', 'lee'));
    expect(turn.brought.size).toBe(0);
    turn.brought.set('list', 1);
    turn.end('locked');
    expect(turn.brought.size).toBe(0);
  });

  test('is refused for what it is not', async () => {
    const { here, read, chosen } = await anOfficeWithLists();
    const refused = async (content: string | Uint8Array) => {
      chosen.file = aFile(content);
      return (await here.as('kim').problems('payment.read', {}))['file'];
    };
    expect(await refused('only one column\r\n1\r\n')).toContain('no columns');
    expect(await refused('Case,Date\r\n')).toContain('nothing under them');
    expect(await refused(new Uint8Array([1, 0, 2, 0, 3]))).toContain('neither text nor an Excel workbook');
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))).toContain('larger than 10 MB');
    expect(await refused(`a,b\n${'1,2\n'.repeat(20_001)}`)).toContain('more than 20,000 rows');
    chosen.file = { ...aFile('a,b\n1,2\n'), bytes: 10 * 1024 * 1024 + 1 };
    expect((await here.problems('payment.read', {}))['file']).toContain('larger than 10 MB');
    chosen.file = null;
    expect(await here.refuses('payment.read', {})).toEqual({ kind: 'cancelled' });
    expect(await read(`a,b\n${'1,2\n'.repeat(20_000)}`)).toMatchObject({ rows: 20_000 });
  });
});

describe('a payment', () => {
  test('is entered by hand, on no day before the hand-over or after today, once; another amount is a difference by name', async () => {
    const { here } = await anOfficeWithLists();
    const { one, two, batch } = await aBatch(here);
    const payment = { caseId: one.caseId, on: '2026-10-15', reference: '77', cents: one.payable };
    const enter = (other: Partial<typeof payment>) => ({
      requestId: id(),
      transmittalId: batch.id,
      payments: [{ ...payment, ...other }],
    });
    const wrong = (other: Partial<typeof payment>) => here.as('kim').problems('payment.enter', enter(other));
    expect((await wrong({ on: '2026-10-16' }))['payments.0.on']).toContain('in the future');
    expect((await wrong({ on: '2026-09-29' }))['payments.0.on']).toContain('before it was handed over');
    expect((await wrong({ cents: 0 }))['payments.0.cents']).toContain('A payment of nothing');
    expect((await wrong({ reference: ' ' }))['payments.0.reference']).toContain('is missing');
    const less = await here.gives('payment.enter', enter({ cents: one.payable - 1 }));
    expect(less.differences).toMatchObject([
      { kind: 'unpaid', caseId: one.caseId, cents: -1 },
      { kind: 'unpaid', caseId: two.caseId, cents: -two.payable },
    ]);
    expect(await refundOf(here, one.caseId)).toMatchObject({ state: 'handed-over', paid: one.payable - 1 });
    await here.gives('payment.enter', enter({ cents: 1, reference: '78', on: '2026-09-30' }));
    expect(await refundOf(here, one.caseId)).toMatchObject({ state: 'paid', paid: one.payable });
    expect((await wrong({}))['payments.0.caseId']).toBe(`${one.number} was paid already on Thu, Oct 15, 2026 (77).`);

    const last = (await here.gives('action.last', {})).undo;
    await here.gives('action.undo', { requestId: id(), actionId: last?.actionId ?? '' });
    expect(await refundOf(here, one.caseId)).toMatchObject({ paid: one.payable - 1 });
    await here.gives('action.redo', { requestId: id(), actionId: last?.actionId ?? '' });
    expect(await refundOf(here, one.caseId)).toMatchObject({ paid: one.payable });
  });

  test.each(['uncashed', 'returned', 'stopped', 'mistake'] as const)(
    'that failed (%s) leads to the next batch, or only goes',
    async (why) => {
      const { here } = await anOfficeWithLists();
      const { one, batch } = await aBatch(here);
      await payAll(here, batch.id, '2026-10-10');
      const { reference } = await refundOf(here, one.caseId);
      const failing = { requestId: id(), caseId: one.caseId, reference, on: '2026-10-14', why, note: '' };
      expect(await here.as('kim').problems('payment.fail', { ...failing, on: '2026-10-09' })).toHaveProperty('on');
      expect(await here.problems('payment.fail', { ...failing, on: '2026-10-16' })).toHaveProperty('on');
      expect(await here.refuses('payment.fail', { ...failing, reference: 'no such' })).toMatchObject({
        kind: 'wrong-state',
      });
      const row = await here.gives('payment.fail', failing);
      expect(row).toMatchObject({ paid: 0, state: why === 'mistake' ? 'handed-over' : 'to-hand-over' });
      expect(await here.refuses('payment.fail', { ...failing, requestId: id() })).toMatchObject({
        message: `Payment ${reference} of ${one.number} was recorded as failed already.`,
      });
      const view = await here.gives('transmittal.get', { id: batch.id });
      expect(view.differences).toMatchObject([{ kind: why === 'mistake' ? 'unpaid' : 'failed', cents: -one.payable }]);
      if (why === 'mistake') return;
      const again = await handOver(here, [one.caseId]);
      expect(again).toMatchObject({ number: 'BO-2026-0002', cents: one.payable });
      // What failed is not undone any more: its amount went out a second time.
      const last = (await here.gives('action.last', {})).undo;
      expect(last?.label ?? '').not.toContain('failed');
      await payAll(here, again.id, '2026-10-15');
      expect(await refundOf(here, one.caseId)).toMatchObject({ state: 'paid', paid: one.payable, handed: one.payable });
      expect((await refunds(here, 'overpaid')).total).toBe(0);
      expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
    },
  );
});
