import type { ReportKind } from '../contract/reports';
import type { Counted } from './counted';

/** What of a counted row is added up; all the rest says what the row is of. */
const added: ReadonlySet<string> = new Set([
  'cases',
  'refund',
  'cancelled',
  'kept',
  'unreceived',
  'paid',
  'petitions',
  'changed',
  'more',
  'less',
  'unpaid',
  'handed',
]);

type Cell = string | number | null;

/** Adds up what was counted piece by piece, so that there is one row for each group. */
export function merging<K extends ReportKind>(): {
  readonly add: (rows: readonly Counted[K][]) => void;
  readonly rows: () => readonly Counted[K][];
} {
  const groups = new Map<string, Record<string, Cell>>();
  return {
    add: (rows) => {
      for (const row of rows as readonly Readonly<Record<string, Cell>>[]) {
        let key = '';
        for (const name in row) if (!added.has(name)) key += `${String(row[name])}\n`;
        const known = groups.get(key);
        if (known === undefined) groups.set(key, { ...row });
        else for (const name in row) if (added.has(name)) known[name] = Number(known[name]) + Number(row[name]);
      }
    },
    rows: () => [...groups.values()] as unknown as readonly Counted[K][],
  };
}
