import type { Write } from '../../db/actions';
import type { CallName, Input, Output } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import type { Content } from '../../shared/register/contents';
import type { ListedPayment } from '../../shared/register/transmittal';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { closedBatch, payableLines } from './payment-lines';
import { listOf, putAwayList, readList, rowsAgainst } from './payment-lists';
import { transmittalView } from './transmittal-view';

/** Calls about what the Business Office paid. */
export const paymentHandlers: OpenHandlers<Extract<CallName, `payment.${string}`>> = {
  'payment.read': (_, context) => readList(context),
  'payment.preview': ({ token, transmittalId, back }, context) => preview(token, transmittalId, back, context),
  'payment.import': (input, context) => {
    const done = context.act(
      'payment.import',
      input,
      (write) => takeList(input, context, write),
      () => imported(input, context),
    );
    if (done.ok) putAwayList(input.token, context);
    return done;
  },
  'payment.enter': (input, context) =>
    context.act(
      'payment.enter',
      input,
      (write) => enter(input, context, write),
      () => transmittalView(input.transmittalId, context),
    ),
  'payment.fail': (input, context) =>
    context.act(
      'payment.fail',
      input,
      (write) => failed(input, context, write),
      () => {
        const row = context.register.refunds.row(input.caseId, context.local().day);
        return row === null ? fail({ kind: 'not-found', what: 'That case' }) : ok(row);
      },
    ),
};

function preview(
  token: string,
  transmittalId: string,
  back: Input<'payment.preview'>['back'],
  context: OpenContext,
): Result<Output<'payment.preview'>> {
  const list = listOf(token, context);
  if (!list.ok) return list;
  const batch = closedBatch(transmittalId, context.register);
  if (!batch.ok) return batch;
  const read = rowsAgainst(list.value, back, transmittalId, context);
  if (!read.ok) return read;
  const names = new Map(
    context.register.transmittals.lines(transmittalId).map((line) => [line.caseId, line.studentName]),
  );
  const good = read.value.filter((row) => row.became === 'entered');
  const known = read.value.filter((row) => row.became === 'known').length;
  return ok({
    rows: read.value.map(({ line, cell, caseId, cents, on, reference, became, said }) => ({
      line,
      key: cell,
      caseId,
      studentName: names.get(caseId ?? '') ?? '',
      cents,
      on,
      reference,
      problem: said === '' ? null : said,
      known: became === 'known',
    })),
    good: good.length,
    goodCents: good.reduce((sum, row) => sum + (row.cents ?? 0), 0),
    known,
    left: read.value.length - good.length - known,
  });
}

/** Enters the good rows of a list and keeps all of it with the batch. */
function takeList(input: Input<'payment.import'>, context: OpenContext, write: Write): Result<unknown> {
  const { token, transmittalId, back } = input;
  const { register } = context;
  const list = listOf(token, context);
  if (!list.ok) return list;
  const batch = closedBatch(transmittalId, register);
  if (!batch.ok) return batch;
  const { fileName, hash } = list.value;
  const same = batch.value.lists.find((l) => l.hash === hash);
  if (same !== undefined)
    return fail({
      kind: 'wrong-state',
      message: `${same.fileName} was taken for ${batch.value.number} already: this file is the same one.`,
      next: 'Choose the Business Office’s next list.',
    });
  const read = rowsAgainst(list.value, back, transmittalId, context);
  if (!read.ok) return read;
  const rows = read.value.map(({ said: _said, cell: _cell, ...row }): ListedPayment => row);
  if (!rows.some((row) => row.became === 'entered' || row.became === 'known'))
    return fail({
      kind: 'invalid',
      problems: [
        {
          field: 'back.case',
          message: `No row of this list pays a refund of ${batch.value.number}. Look at what stands beside each row, choose other columns or another file.`,
        },
      ],
    });
  for (const { became, caseId, cents, on, reference } of rows)
    if (became === 'entered' && caseId !== null && cents !== null && on !== null)
      write.entry('case.paid', caseId, { transmittalId, on, reference, cents, by: 'import' });
  write.entry('transmittal.listed', transmittalId, { fileName, hash, rows });
  const exchange = register.office.exchange();
  const office = register.office.id();
  if (office !== null && JSON.stringify(exchange.back) !== JSON.stringify(back))
    write.entry('office.exchange', office, { ...exchange, back });
  return ok(null);
}

/** What an import made of the list, read back from the register. */
function imported(
  { requestId, transmittalId }: Input<'payment.import'>,
  context: OpenContext,
): Result<Output<'payment.import'>> {
  const view = transmittalView(transmittalId, context);
  if (!view.ok) return view;
  const entry = context.register
    .entries('transmittal', transmittalId)
    .find((e) => e.actionId === requestId && e.kind === 'transmittal.listed');
  const { rows } = (entry?.content ?? { rows: [] }) as Pick<Content['transmittal.listed'], 'rows'>;
  const entered = rows.filter((row) => row.became === 'entered').length;
  const known = rows.filter((row) => row.became === 'known').length;
  return ok({ view: view.value, read: rows.length, entered, known, left: rows.length - entered - known });
}

/** Enters payments that were typed: what the Business Office did counts, also where it is another amount than the batch's. */
function enter(
  { transmittalId, payments }: Input<'payment.enter'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const batch = closedBatch(transmittalId, context.register);
  if (!batch.ok) return batch;
  const lines = new Map(payableLines(transmittalId, context.register).map((line) => [line.caseId, line]));
  const { day } = context.local();
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [i, { caseId, on, cents }] of payments.entries()) {
    const wrong = (field: string, message: string): void => {
      problems.push({ field: `payments.${i}.${field}`, message });
    };
    const line = lines.get(caseId);
    const [first] = line?.payments ?? [];
    const paid = (line?.payments ?? []).reduce((sum, p) => sum + p.cents, 0);
    if (line === undefined) wrong('caseId', `That refund is not in ${batch.value.number}.`);
    else if (line.here === 0)
      wrong(
        'caseId',
        `${line.number} lies in ${batch.value.number} no longer: it was taken back, or its payment failed.`,
      );
    else if (seen.has(caseId)) wrong('caseId', `${line.number} is named twice.`);
    else if (first !== undefined && paid >= line.here)
      wrong('caseId', `${line.number} was paid already on ${formatDay(first.on, 'en')} (${first.reference}).`);
    seen.add(caseId);
    if (cents === 0) wrong('cents', 'A payment of nothing is not a payment. Type the amount paid.');
    if (on > day) wrong('on', `${formatDay(on, 'en')} is in the future: it cannot have been paid yet. Check the date.`);
    else if (line?.handedOn != null && on < line.handedOn)
      wrong(
        'on',
        `${formatDay(on, 'en')} is before it was handed over (${formatDay(line.handedOn, 'en')}). Check the date.`,
      );
  }
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  for (const { caseId, on, reference, cents } of payments)
    write.entry('case.paid', caseId, { transmittalId, on, reference, cents, by: 'entry' });
  return ok(null);
}

/** Records that a payment came to nothing; unless it was entered wrongly, its amount waits for the next batch again. */
function failed(input: Input<'payment.fail'>, context: OpenContext, write: Write): Result<unknown> {
  const { caseId, reference, on, why, note } = input;
  const folded = context.register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const named = folded.payments.filter((p) => p.reference === reference);
  const payment = named.findLast((p) => p.failed === null);
  if (payment === undefined) {
    const said = reference === '' ? 'A payment' : `Payment ${reference}`;
    return fail({
      kind: 'wrong-state',
      message:
        named.length === 0
          ? `${said} of ${folded.number} is not in the register.`
          : `${said} of ${folded.number} was recorded as failed already.`,
      next: 'Open the case and look at its payments.',
    });
  }
  const problems: Problem[] = [];
  if (on > context.local().day)
    problems.push({ field: 'on', message: `${formatDay(on, 'en')} is in the future. Check the date.` });
  else if (on < payment.on)
    problems.push({
      field: 'on',
      message: `${formatDay(on, 'en')} is before it was paid (${formatDay(payment.on, 'en')}). Check the date.`,
    });
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  write.entry('case.unpaid', caseId, { on, reference, why, note });
  return ok(null);
}
