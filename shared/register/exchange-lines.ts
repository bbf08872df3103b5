import { guarded } from '../sheets/formula';
import { usDay, type Exchange, type ExchangeField } from './exchange';
import type { Address } from './fields';

/** One refund as the file for the Business Office can tell it; where several paid, one row each. */
export type ExchangeRow = {
  readonly transmittal: string;
  readonly case: string;
  readonly cents: number;
  readonly fund: string;
  readonly course: string;
  readonly term: string;
  readonly studentNumber: string;
  readonly studentName: string;
  readonly payee: string;
  readonly paymentMethod: string;
  readonly address: Address;
  readonly closedOn: string;
  readonly clause: string;
  /** The determination's hash, hex. */
  readonly determination: string;
};

/** The cells of a refund in the office's columns. Amounts are bare numbers; a text that a spreadsheet might compute is guarded. */
export function cellsOf({ columns, dates, amounts }: Exchange, row: ExchangeRow): string[] {
  return columns.map(({ field, text }) => {
    switch (field) {
      case 'amount':
        return amounts === 'cents' ? String(row.cents) : dollars(row.cents);
      case 'closed-on':
        return dates === 'iso' ? row.closedOn : usDay(row.closedOn);
      case 'constant':
        return guarded(text);
      default:
        return guarded(textOf(field, row));
    }
  });
}

function textOf(field: Exclude<ExchangeField, 'amount' | 'closed-on' | 'constant'>, row: ExchangeRow): string {
  switch (field) {
    case 'transmittal':
    case 'case':
    case 'fund':
    case 'course':
    case 'term':
    case 'payee':
    case 'clause':
    case 'determination':
      return row[field];
    case 'student-number':
      return row.studentNumber;
    case 'student-name':
      return row.studentName;
    case 'payment-method':
      return row.paymentMethod;
    case 'address-line1':
      return row.address.line1;
    case 'address-line2':
      return row.address.line2;
    case 'city':
    case 'state':
    case 'postal':
    case 'country':
      return row.address[field];
  }
}

/** Cents as a bare number of dollars: `1234.50`. */
function dollars(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/**
 * An amount in cents among several payers in proportion to what each paid, to the cent: each gets the whole cents of their share, and the
 * cents left go one each to the largest remainders, the earlier payer first.
 */
export function shared(cents: number, paid: readonly number[]): number[] {
  const whole = paid.reduce((sum, p) => sum + p, 0);
  if (whole === 0) return paid.map((_, i) => (i === 0 ? cents : 0));
  const parts = paid.map((p) => BigInt(cents) * BigInt(p));
  const shares = parts.map((p) => Number(p / BigInt(whole)));
  const order = parts
    .map((p, i) => ({ i, rest: p % BigInt(whole) }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = cents - shares.reduce((sum, s) => sum + s, 0);
  for (const { i } of order.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
