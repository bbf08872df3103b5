import type { RefundRow } from '../../../shared/contract/transmittals';
import { dayNumber } from '../../../shared/day';
import type { ChipTone } from '../../components/chip';
import { count } from '../wording';

/** A refund's age against both ends of its promise: `day 9 of 14–28`, and in words whether it is early, due or past it. */
export type Promised = { readonly age: string; readonly words: string; readonly tone: ChipTone };

type Aged = Pick<RefundRow, 'age' | 'promisedFrom' | 'promisedTo' | 'paidOn' | 'payable' | 'paid'>;

/** How a refund stands to its promise; null where nothing was promised. */
export function promiseOf(row: Aged, today: string): Promised | null {
  const { age, promisedFrom, promisedTo } = row;
  if (age === null || promisedTo === null) return null;
  const settled = isPaid(row);
  const at = dayNumber(settled && row.paidOn !== null ? row.paidOn : today);
  const last = age + dayNumber(promisedTo) - at;
  const first = promisedFrom === null ? last : age + dayNumber(promisedFrom) - at;
  const past = age - last;
  const band = first === last ? String(last) : `${first}–${last}`;
  const said = (words: string, tone: ChipTone): Promised => ({ age: `day ${age} of ${band}`, words, tone });
  if (settled && past > 0) return said(`paid ${count(past, 'day')} late`, 'bad');
  if (settled) return said(age < first ? 'paid early' : 'paid in time', 'good');
  if (past > 0) return said(`${count(past, 'day')} past`, 'bad');
  if (past === 0) return said('last day', 'wait');
  return age >= first ? said('due', 'wait') : said('not due yet', 'quiet');
}

/** Whether everything that a case pays out was paid. */
export function isPaid({ payable, paid }: Pick<RefundRow, 'payable' | 'paid'>): boolean {
  return paid > 0 && paid >= payable;
}

/** The fund of a refund, or that its course names none. */
export function fundWords(fund: string): string {
  return fund === '' ? 'No fund' : fund;
}

/** Where a refund is on its way, in a word or two. */
export function placeOf(row: Pick<RefundRow, 'payable' | 'handed' | 'paid' | 'outstanding'>): {
  readonly words: string;
  readonly tone: ChipTone;
} {
  if (row.outstanding < 0 || row.paid > row.payable) return { words: 'Overpaid', tone: 'bad' };
  if (isPaid(row)) return { words: 'Paid', tone: 'good' };
  if (row.outstanding > 0) return { words: row.handed > 0 ? 'In part handed over' : 'To hand over', tone: 'wait' };
  return { words: row.paid > 0 ? 'In part paid' : 'Handed over', tone: 'part' };
}
