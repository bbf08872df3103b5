import { randomUUID } from 'node:crypto';
import { sha256 } from '../../db/chain';
import type { Output } from '../../shared/contract';
import { guessBack, readRows, type Back, type ListTable, type ReadRow } from '../../shared/register/payment-list';
import { fail, ok, type Result } from '../../shared/result';
import { listLimit, readPaymentFile, refused, tooLarge } from '../sheets/payment-file';
import type { OpenContext } from './context';
import { payableLines } from './payment-lines';

/** A list of the Business Office as somebody chose it: nothing of it is entered yet. */
export type BroughtList = { readonly fileName: string; readonly hash: string; readonly table: ListTable };

const prefix = 'payment list ';

/** Asks for the Business Office's file and reads it. It stays with whoever chose it until it is used, another is chosen, or they leave. */
export async function readList({ desktop, register, turn }: OpenContext): Promise<Result<Output<'payment.read'>>> {
  const chosen = await desktop.chooseFile('List of the Business Office', ['csv', 'txt', 'tsv', 'xlsx']);
  if (chosen === null) return fail({ kind: 'cancelled' });
  if (chosen.bytes > listLimit.bytes) return tooLarge();
  const bytes = await chosen.read();
  if (bytes === null) return refused('The file cannot be read. Check that it is still there and that you may open it.');
  const table = await readPaymentFile(bytes);
  if (!table.ok) return table;
  const fileName = chosen.name.slice(0, 120);
  const list: BroughtList = { fileName, hash: sha256(bytes).toString('hex'), table: table.value };
  for (const known of turn.brought.keys()) if (known.startsWith(prefix)) turn.brought.delete(known);
  const token = randomUUID();
  turn.brought.set(`${prefix}${token}`, list);
  const { headings, rows } = table.value;
  return ok({
    token,
    fileName,
    headings: [...headings],
    sample: rows.slice(0, 5).map(({ cells }) => headings.map((_, i) => cells[i] ?? '')),
    rows: rows.length,
    back: guessBack(headings, register.office.exchange().back),
  });
}

/** The list behind a token; refused where whoever chose it has left since. */
export function listOf(token: string, { turn }: OpenContext): Result<BroughtList> {
  const list = turn.brought.get(`${prefix}${token}`) as BroughtList | undefined;
  if (list !== undefined) return ok(list);
  return fail({
    kind: 'wrong-state',
    message: 'The Business Office’s list is no longer at hand.',
    next: 'Choose the file again.',
  });
}

/** The list was used: it is not kept. */
export function putAwayList(token: string, { turn }: OpenContext): void {
  turn.brought.delete(`${prefix}${token}`);
}

/** Every row of a list against a batch; refused where the column with the case numbers was not chosen, or the list has no such column. */
export function rowsAgainst(
  list: BroughtList,
  back: Back,
  transmittalId: string,
  { register, local }: OpenContext,
): Result<ReadRow[]> {
  const wrong = (['case', 'on', 'amount', 'reference'] as const)
    .filter((field) => back[field] !== '' && !list.table.headings.includes(back[field]))
    .map((field) => ({ field: `back.${field}`, message: `The file has no column ${back[field]}. Choose another.` }));
  if (back.case === '') wrong.push({ field: 'back.case', message: 'Choose the column that holds the case number.' });
  if (wrong.length > 0) return fail({ kind: 'invalid', problems: wrong });
  return ok(
    readRows(list.table, back, {
      lines: payableLines(transmittalId, register),
      caseOf: (number) => register.cases.withNumber(number),
      today: local().day,
    }),
  );
}
