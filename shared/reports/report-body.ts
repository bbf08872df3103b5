import type { Report } from '../contract/reports';
import { formatCents } from '../money';
import type { CountedRows } from './counted';
import type { ReportKind } from '../contract/reports';

/** What a report is made of, beside its name and its scope. */
export type ReportBody = Pick<Report, 'sentence' | 'figures' | 'columns' | 'rows' | 'totals' | 'picture' | 'notes'>;

/** What the records are called that a report counts by. */
export type ReportNames = {
  readonly term: (id: string | null) => { readonly name: string; readonly begins: string };
  readonly course: (id: string | null) => string;
  readonly reason: (digit: number | null) => string;
  readonly person: (account: string) => string;
  readonly policy: (id: string) => string;
  /** Between how many days after it takes effect a version promises a refund; null where it promises nothing. */
  readonly promise: (policy: string, version: string | null) => Promised | null;
};

/** The first and the last of the promised days. */
export type Promised = { readonly from: number; readonly to: number };

/** Makes a report of what was counted for it. */
export type Making<K extends ReportKind> = (rows: CountedRows<K>, names: ReportNames) => ReportBody;

/** A report that found nothing, and how it says so. */
export function nothingFound(sentence: string): ReportBody {
  return { sentence, figures: [], columns: [], rows: [], totals: null, picture: null, notes: [] };
}

/** A count with its word: `1 case`, `1,204 cases`. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}

/** An amount in a sentence. */
export const money = formatCents;

/** The sum of a figure over rows. */
export function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** Rows gathered by what they have in common, in the order of the first of each. */
export function gather<T, K>(rows: readonly T[], of: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = of(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
