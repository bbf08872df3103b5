import type { Output } from '../../shared/contract';
import { cellsOf, type ExchangeRow } from '../../shared/register/exchange-lines';
import type { FoldedTransmittal } from '../../shared/register/fold-transmittal';
import { payeesOf } from '../../shared/register/payee';
import { fullName } from '../../shared/register/student';
import type { TransmittalLine } from '../../shared/register/transmittal';
import { fail, ok, type Result } from '../../shared/result';
import { inSlices } from '../slices';
import { sourcesOf } from './case-view';
import type { OpenContext } from './context';
import { stillOpen } from './transmittal-closing';

/** Writes a closed batch as the file that the Business Office loads, in the office's own columns, where the person says. */
export async function saveCsv(id: string, context: OpenContext): Promise<Result<Output<'transmittal.saveCsv'>>> {
  const batch = context.register.transmittals.get(id);
  if (batch === null) return fail({ kind: 'not-found', what: 'That batch' });
  if (batch.state === 'reopened') return stillOpen(batch.number);
  const exchange = context.register.office.exchange();
  const rows: ExchangeRow[] = [];
  const gone: string[] = [];
  await inSlices(
    (function* () {
      for (const [done, line] of batch.lines.entries()) {
        const found = rowsOf(line, batch, context);
        if (found === null) gone.push(line.number);
        else rows.push(...found);
        yield { done, total: batch.lines.length };
      }
    })(),
    () => true,
    () => undefined,
  );
  if (gone.length > 0)
    return fail({
      kind: 'wrong-state',
      message: `The file cannot be made: the records of ${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ' and others' : ''} are no longer there.`,
      next: 'The batch itself, with its totals, can still be printed.',
    });
  // Loaded when a file is made: nobody waits for it when the app starts.
  const { csvText } = await import('../sheets/csv-text');
  const lines = [
    ...(exchange.headings ? [exchange.columns.map((c) => c.heading)] : []),
    ...rows.map((row) => cellsOf(exchange, row)),
  ];
  const name = batch.revision === 1 ? batch.number : `${batch.number} revision ${batch.revision}`;
  const path = await context.desktop.saveAs(`${name}.csv`, csvText(lines, exchange.delimiter));
  return path === null ? fail({ kind: 'cancelled' }) : ok({ path });
}

/** The rows of a refund, one for each who is to be paid; null where nobody knows any more whose it is. */
function rowsOf(line: TransmittalLine, batch: FoldedTransmittal, context: OpenContext): ExchangeRow[] | null {
  const folded = context.register.cases.folded(line.caseId);
  const sources = folded === null ? null : sourcesOf(folded.form, context);
  if (folded === null || sources?.student == null) return null;
  const { student, term, enrolment } = sources;
  const determined = folded.determinations.find((d) => d.seq === line.determinationSeq);
  return payeesOf(line.cents, student, enrolment).map((payee) => ({
    transmittal: batch.number,
    case: line.number,
    cents: payee.cents,
    fund: line.fund,
    course: line.courseCode,
    term: term?.name ?? '',
    studentNumber: student.number,
    studentName: fullName(student),
    payee: payee.name,
    paymentMethod: payee.method,
    address: payee.address,
    closedOn: batch.on,
    clause: determined?.determination.clause ?? '',
    determination: line.hash,
  }));
}
