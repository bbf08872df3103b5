import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { noFilter } from '../../shared/contract/no-filter';
import { confidentialName } from '../../shared/register/disclosure';
import { standardExchange } from '../../shared/register/exchange';
import { id } from '../db/records';
import { anOfficeInTurns } from './privacy-here';
import { aRefund, closing, handOver, payAll, refundOf, refunds } from './refunds-here';

const payer = {
  kind: 'other',
  name: '=Employer, Inc.',
  address: { line1: '9 Mill Rd', line2: '', city: 'Arcadia', state: 'CA', postal: '95521', country: '' },
} as const;

describe('refunds on their way', () => {
  test('wait for hand-over with their age against both ends of the promise, to the day', async () => {
    const here = await anOfficeInTurns();
    const { caseId, view } = await aRefund(here);
    // The effective day is the postmark's, Sep 22; the promise is 14 to 28 days from it.
    expect(view.row.effective?.slice(0, 10)).toBe('2026-09-22');
    expect(await refundOf(here, caseId)).toMatchObject({
      state: 'to-hand-over',
      promisedFrom: '2026-10-06',
      promisedTo: '2026-10-20',
      age: 8,
      overdue: false,
      handed: 0,
      paid: 0,
    });
    here.setNow('2026-10-20T18:00:00.000Z');
    expect(await refundOf(here, caseId)).toMatchObject({ age: 28, overdue: false });
    expect((await refunds(here, 'overdue')).total).toBe(0);
    here.setNow('2026-10-21T18:00:00.000Z');
    expect(await refundOf(here, caseId)).toMatchObject({ age: 29, overdue: true, state: 'to-hand-over' });
    const overdue = await refunds(here, 'overdue');
    expect(overdue).toMatchObject({ total: 1, cents: view.row.refund });
    expect(overdue.counts.overdue).toEqual({ cases: 1, cents: view.row.refund });
  });

  test('are overdue no more once paid, in the list of refunds and in the list of cases; their age ends with the payment', async () => {
    const here = await anOfficeInTurns();
    const { caseId } = await aRefund(here);
    const batch = await handOver(here, [caseId]);
    here.setNow('2026-10-21T18:00:00.000Z');
    const late = async () =>
      (
        await here.as('kim').gives('case.list', {
          filter: { ...noFilter, overdueOn: '2026-10-21' },
          sort: 'number',
          descending: false,
          offset: 0,
          limit: 10,
        })
      ).total;
    expect(await late()).toBe(1);
    expect((await refunds(here, 'handed-over')).rows).toMatchObject([
      { caseId, overdue: true, transmittal: batch.number },
    ]);
    await payAll(here, batch.id, '2026-10-14');
    expect(await late()).toBe(0);
    expect((await refunds(here, 'overdue')).total).toBe(0);
    expect((await refunds(here, 'paid')).rows).toMatchObject([
      { caseId, overdue: false, state: 'paid', paidOn: '2026-10-14', age: 22 },
    ]);
  });

  test('are not ready while a second person is waited for, or a petition; an appeal does not hold them back', async () => {
    const here = await anOfficeInTurns();
    const appealed = await aRefund(here);
    await here.as('kim').gives('petition.open', {
      requestId: id(),
      caseId: appealed.caseId,
      petition: {
        kind: 'appeal',
        receivedOn: '2026-09-29',
        channel: 'mail',
        reasonCode: null,
        reason: 'More is owed to me.',
        evidence: [],
        askedCents: null,
      },
    });
    await here.rules({ secondPersonAbove: 1000 });
    const waiting = await aRefund(here);
    expect(waiting.state).toBe('not-ready');
    expect((await refunds(here, 'to-hand-over')).rows.map((r) => r.caseId)).toEqual([appealed.caseId]);
    expect((await refunds(here, 'not-ready')).rows.map((r) => r.caseId)).toEqual([waiting.caseId]);
    const refused = await here
      .as('kim')
      .problems('transmittal.close', await closing(here, [appealed.caseId, waiting.caseId]));
    expect(refused).toEqual({ 'cases.1': `${waiting.number} waits for approval.` });
  });

  test('are found by name', async () => {
    const here = await anOfficeInTurns();
    await aRefund(here, { student: { lastName: 'Quibble' } });
    await aRefund(here, { student: { lastName: 'Ames' } });
    expect((await refunds(here, null, 'quib')).rows).toMatchObject([{ studentName: 'Quibble, María' }]);
    expect((await refunds(here, 'to-hand-over', 'quib')).total).toBe(1);
    expect((await refunds(here, 'paid', 'quib')).total).toBe(0);
  });
});

describe('closing a batch', () => {
  test('gives it the next number of the fiscal year, control totals, and the mark of the register before it', async () => {
    const here = await anOfficeInTurns();
    const fund = { fund: 'EE-100' };
    const first = await aRefund(here);
    await here.as('kim').gives('course.save', { requestId: id(), course: { ...first.course, ...fund } });
    const second = await aRefund(here, { course: { ...first.course, ...fund } });
    const third = await aRefund(here);
    const before = (await here.as('ada').gives('app.status', {})).entries;
    const batch = await handOver(here, [first.caseId, second.caseId, third.caseId]);
    expect(batch).toMatchObject({
      number: 'BO-2026-0001',
      revision: 1,
      state: 'closed',
      cases: 3,
      closedOn: '2026-09-30',
    });
    expect(batch.mark).toContain(`Register entry ${before.toLocaleString('en-US')} ·`);
    expect(batch.cents).toBe(first.payable + second.payable + third.payable);
    expect(batch.byFund).toEqual([
      { key: '', cases: 1, cents: third.payable },
      { key: 'EE-100', cases: 2, cents: first.payable + second.payable },
    ]);
    expect(batch.byCourse.map((t) => t.cases).sort()).toEqual([1, 2]);
    expect(batch.sums).toEqual({ batch: batch.cents, cases: batch.cents, listed: null, paid: 0 });
    expect(batch.differences).toEqual([]);
    expect((await refunds(here, 'to-hand-over')).total).toBe(0);
    expect((await refunds(here, 'handed-over')).counts['handed-over']).toEqual({ cases: 3, cents: batch.cents });

    here.setNow('2027-01-04T18:00:00.000Z');
    const later = await aRefund(here, { form: { postmarked: '2026-09-23' } });
    expect((await handOver(here, [later.caseId])).number).toBe('BO-2027-0001');
    const list = await here.as('kim').gives('transmittal.list', { offset: 0, limit: 10 });
    expect(list.rows.map((r) => r.number)).toEqual(['BO-2027-0001', 'BO-2026-0001']);
    expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });

  test('is refused where a case has moved on since, to the cent and by name, and nothing goes', async () => {
    const here = await anOfficeInTurns();
    const [one, other] = [await aRefund(here), await aRefund(here)];
    const input = await closing(here, [one.caseId, other.caseId]);
    const off = { ...input, cases: input.cases.map((c, i) => (i === 1 ? { ...c, cents: c.cents - 1 } : c)) };
    const wrong = await here.as('kim').problems('transmittal.close', off);
    expect(Object.keys(wrong)).toEqual(['cases.1']);
    expect(wrong['cases.1']).toContain(`${other.number} gives $`);
    const twice = { ...input, cases: [...input.cases, ...input.cases.slice(0, 1)] };
    expect(await here.problems('transmittal.close', twice)).toEqual({ 'cases.2': `${one.number} is named twice.` });
    expect(await here.problems('transmittal.close', { ...input, cases: [] })).toEqual({
      cases: 'Tick at least one refund.',
    });
    expect((await here.gives('transmittal.list', { offset: 0, limit: 1 })).total).toBe(0);
    await here.gives('transmittal.close', input);
    const again = await here.problems('transmittal.close', { ...input, requestId: id() });
    expect(again['cases.0']).toBe(`${one.number} was handed over in BO-2026-0001 already; nothing of it is left.`);
    // The same request again is the same batch.
    expect(await here.gives('transmittal.close', input)).toMatchObject({ number: 'BO-2026-0001' });
    expect((await here.gives('transmittal.list', { offset: 0, limit: 1 })).total).toBe(1);
  });

  test('is refused for a record that whoever closes it may not see', async () => {
    const here = await anOfficeInTurns();
    const { caseId, student } = await aRefund(here);
    await here.as('pat').gives('privacy.flag', {
      requestId: id(),
      studentId: student.id,
      confidential: true,
      why: 'Asked in writing.',
    });
    const input = await closing(here, [caseId]);
    expect(await here.as('kim').refuses('transmittal.close', input)).toMatchObject({ kind: 'wrong-state' });
    expect((await here.as('pat').gives('transmittal.close', input)).lines).toMatchObject([{ caseId }]);
    // It lies there, without whose it is: neither in the batch nor in the lists, nor by its name or number.
    const { id: batchId } = (await here.as('kim').gives('transmittal.list', { offset: 0, limit: 1 })).rows[0] ?? {
      id: '',
    };
    expect(await here.gives('transmittal.get', { id: batchId })).toMatchObject({
      lines: [{ caseId, studentName: confidentialName, hidden: true }],
    });
    expect((await refunds(here, 'handed-over')).rows).toMatchObject([
      { studentId: null, studentName: confidentialName, hidden: true },
    ]);
    expect((await refunds(here, null, student.lastName)).total).toBe(0);
    const payments = [{ caseId, on: '2026-09-30', reference: '1', cents: 1 }];
    const paying = { requestId: id(), transmittalId: batchId, payments };
    expect(await here.refuses('payment.enter', paying)).toMatchObject({ kind: 'wrong-state' });
    expect(await here.as('pat').gives('payment.enter', paying)).toMatchObject({ paidCents: 1 });
    const failing = { requestId: id(), caseId, reference: '1', on: '2026-09-30', why: 'stopped', note: '' } as const;
    expect(await here.as('kim').refuses('payment.fail', failing)).toMatchObject({ kind: 'wrong-state' });
  });

  test('stands in the way of undoing what went in it, not of correcting it; the difference goes in the next', async () => {
    const here = await anOfficeInTurns();
    const { caseId, view, payable } = await aRefund(here);
    const saved = (await here.as('kim').gives('action.last', {})).undo;
    const batch = await handOver(here, [caseId]);
    expect(
      await here.as('kim').refuses('action.undo', { requestId: id(), actionId: saved?.actionId ?? '' }),
    ).toMatchObject({
      kind: 'wrong-state',
      message: `${view.row.number} ${view.row.studentName} was handed to the Business Office since.`,
    });
    // Postmarked a week earlier: everything comes back.
    const more = await here.as('kim').gives('case.save', {
      requestId: id(),
      caseId,
      mode: 'decide',
      form: { ...view.form, postmarked: '2026-09-10', received: '2026-09-12' },
      batchId: null,
      enrolment: null,
      why: 'The postmark was read wrongly.',
      secondForm: false,
    });
    const gives = more.view.row.refund;
    expect(gives).toBeGreaterThan(payable);
    expect(await refundOf(here, caseId)).toMatchObject({
      state: 'to-hand-over',
      outstanding: gives - payable,
      handed: payable,
    });
    const first = await here.gives('transmittal.get', { id: batch.id });
    expect(first.differences).toMatchObject([{ kind: 'changed', caseId, cents: gives - payable }]);
    expect(first.sums).toMatchObject({ batch: payable, cases: gives });
    const second = await handOver(here, [caseId]);
    expect(second).toMatchObject({ number: 'BO-2026-0002', cents: gives - payable });
    expect((await here.gives('transmittal.get', { id: batch.id })).differences).toEqual([]);
    // And less again: only the later batch gives up something.
    await here.gives('case.save', {
      requestId: id(),
      caseId,
      mode: 'decide',
      form: view.form,
      batchId: null,
      enrolment: null,
      why: 'It was right after all.',
      secondForm: false,
    });
    expect(await refundOf(here, caseId)).toMatchObject({ state: 'overpaid', outstanding: payable - gives });
    expect((await refunds(here, 'overpaid')).cents).toBe(gives - payable);
    expect((await here.gives('transmittal.get', { id: batch.id })).differences).toEqual([]);
    expect((await here.gives('transmittal.get', { id: second.id })).differences).toMatchObject([
      { kind: 'changed', cents: payable - gives },
    ]);
    expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });
});

describe('reopening a batch', () => {
  test('is a supervisor’s, with a reason: what was not paid comes back, what was paid stays, and it is closed under its number again', async () => {
    const here = await anOfficeInTurns();
    const [paid, unpaid, added] = [await aRefund(here), await aRefund(here), await aRefund(here)];
    const batch = await handOver(here, [paid.caseId, unpaid.caseId]);
    await here.as('kim').gives('payment.enter', {
      requestId: id(),
      transmittalId: batch.id,
      payments: [{ caseId: paid.caseId, on: '2026-09-30', reference: '4411', cents: paid.payable }],
    });
    const reopening = { requestId: id(), id: batch.id, why: 'The wrong fund.' };
    expect(await here.as('kim').refuses('transmittal.reopen', reopening)).toMatchObject({ kind: 'not-allowed' });
    expect(await here.as('pat').problems('transmittal.reopen', { ...reopening, why: ' ' })).toHaveProperty('why');
    const open = await here.gives('transmittal.reopen', reopening);
    expect(open).toMatchObject({ state: 'reopened', reopenings: [{ why: 'The wrong fund.', person: 'pat' }] });
    expect(open.lines.map((l) => [l.number, l.lies])).toEqual([
      [paid.number, true],
      [unpaid.number, false],
    ]);
    expect((await refunds(here, 'to-hand-over')).rows.map((r) => r.caseId)).toEqual([unpaid.caseId, added.caseId]);
    expect(await here.as('kim').refuses('transmittal.saveCsv', { id: batch.id })).toMatchObject({
      kind: 'wrong-state',
    });

    const again = await handOver(here, [added.caseId], batch.id);
    expect(again).toMatchObject({ number: batch.number, revision: 2, state: 'closed', paidCases: 1 });
    expect(again.lines.map((l) => l.number)).toEqual([paid.number, added.number]);
    expect(again.cents).toBe(paid.payable + added.payable);
    expect((await refunds(here, 'to-hand-over')).rows.map((r) => r.caseId)).toEqual([unpaid.caseId]);
    await payAll(here, batch.id, '2026-09-30');
    expect(await here.as('pat').refuses('transmittal.reopen', { ...reopening, requestId: id() })).toMatchObject({
      message: 'Nothing in BO-2026-0001 waits for payment: no refund would come back.',
    });
    expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });
});

describe('the file for the Business Office', () => {
  test('has exactly the office’s columns, its payers to the cent, and nothing that a spreadsheet computes', async () => {
    const saved: { name: string; bytes: Uint8Array }[] = [];
    const here = await anOfficeInTurns({
      saveAs: (name, bytes) => {
        saved.push({ name, bytes });
        return Promise.resolve(`/papers/${name}`);
      },
    });
    const own = await aRefund(here, { student: { lastName: '+Ames', firstName: '' } });
    const split = await aRefund(here, {
      enrolment: {
        payments: [
          { on: '2026-08-20', cents: 13_333, payer, method: 'Check' },
          { on: '2026-08-20', cents: 26_667, payer: { kind: 'student' }, method: 'Card' },
        ],
      },
    });
    const batch = await handOver(here, [own.caseId, split.caseId]);
    await here.gives('transmittal.saveCsv', { id: batch.id });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(saved[0]?.bytes);
    expect(saved[0]?.name).toBe('BO-2026-0001.csv');
    expect(text.startsWith('\uFEFFBatch,Case,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = Papa.parse<string[]>(text.replace('\uFEFF', '').trim()).data;
    expect(rows[0]).toEqual(standardExchange.columns.map((c) => c.heading));
    expect(rows.slice(1).map((r) => [r[1], r[3]])).toEqual([
      [own.number, "'+Ames"],
      [split.number, "'=Employer, Inc."],
      [split.number, 'María García-López'],
    ]);
    const cents = rows.slice(1).map((r) => Math.round(Number(r[4]) * 100));
    expect(cents[0]).toBe(own.payable);
    expect((cents[1] ?? 0) + (cents[2] ?? 0)).toBe(split.payable);
    expect(rows.slice(1).every((r) => /^\d+\.\d\d$/.test(r[4] ?? ''))).toBe(true);

    const columns = [
      { heading: 'Amt', field: 'amount', text: '' },
      { heading: '=Ref', field: 'case', text: '' },
      { heading: 'Closed', field: 'closed-on', text: '' },
      { heading: 'Org', field: 'constant', text: '@EE' },
      { heading: 'How', field: 'payment-method', text: '' },
    ] as const;
    const exchange = {
      ...standardExchange,
      columns: [...columns],
      delimiter: ';' as const,
      dates: 'us' as const,
      amounts: 'cents' as const,
    };
    expect(await here.as('kim').refuses('exchange.save', { requestId: id(), exchange })).toMatchObject({
      kind: 'not-allowed',
    });
    await here.as('pat').gives('exchange.save', { requestId: id(), exchange });
    expect(await here.as('kim').gives('exchange.get', {})).toEqual(exchange);
    await here.gives('transmittal.saveCsv', { id: batch.id });
    const mapped = new TextDecoder().decode(saved[1]?.bytes).trim().split('\r\n');
    expect(mapped[0]).toBe(`Amt;'=Ref;Closed;Org;How`);
    expect(mapped[1]).toBe(`${own.payable};${own.number};9/30/2026;'@EE;check`);
    await here.as('pat').gives('exchange.save', { requestId: id(), exchange: { ...exchange, headings: false } });
    await here.as('kim').gives('transmittal.saveCsv', { id: batch.id });
    expect(new TextDecoder().decode(saved[2]?.bytes).trim().split('\r\n')).toHaveLength(3);
  });

  test('needs a column for the case and the amount, and each heading once', async () => {
    const here = await anOfficeInTurns();
    const [batch, caseColumn] = standardExchange.columns;
    const exchange = { ...standardExchange, columns: [batch, caseColumn, caseColumn].flatMap((c) => c ?? []) };
    expect(await here.as('pat').problems('exchange.save', { requestId: id(), exchange })).toEqual({
      columns: 'A column for the amount is missing. Add it.',
      'columns.2.heading': 'There is already a column called Case. Choose another heading.',
    });
  });
});

test('the cover sheet has the totals and three lines to sign, and names no student', async () => {
  const pages: string[] = [];
  const here = await anOfficeInTurns({
    show: (page) => {
      pages.push(page.html);
      return 'about:blank';
    },
  });
  const { caseId, payable } = await aRefund(here, { student: { lastName: 'Quibbleton' } });
  const batch = await handOver(here, [caseId]);
  const paper = { kind: 'transmittal', id: batch.id } as const;
  expect(await here.as('kim').gives('paper.preview', paper)).toMatchObject({
    pages: 1,
    title: 'Business Office batch BO-2026-0001',
  });
  const [html = ''] = pages;
  for (const part of [
    'BO-2026-0001',
    'Sep 30, 2026',
    'Control totals by fund',
    'by course',
    'Prepared by',
    'Approved by',
    'Received',
  ])
    expect(html).toContain(part);
  expect(html).toContain((payable / 100).toFixed(2));
  expect(html).toContain(batch.mark);
  expect(html).not.toContain('Quibbleton');
});
