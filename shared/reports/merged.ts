import type { ReportKind } from '../contract/reports';
import { channels } from '../register/case';
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
  ...channels,
]);

type Cell = string | number | null;

/** Adds up what was counted piece by piece, so that there is one row for each group. */
export function merging<K extends ReportKind>(): {
  readonly add: (rows: readonly Counted[K][]) => void;
  readonly rows: () => readonly Counted[K][];
} {
  const groups = new Map<string, Record<string, Cell>>();
  let names: readonly string[] = [];
  let sums: readonly string[] = [];
  return {
    add: (rows) => {
      const first = rows[0];
      if (first !== undefined && names.length + sums.length === 0) {
        names = Object.keys(first).filter((name) => !added.has(name));
        sums = Object.keys(first).filter((name) => added.has(name));
      }
      for (const row of rows as readonly Record<string, Cell>[]) {
        let key = '';
        for (const name of names) key += `${row[name] ?? ''}\n`;
        const known = groups.get(key);
        if (known === undefined) groups.set(key, row);
        else for (const name of sums) known[name] = Number(known[name]) + Number(row[name]);
      }
    },
    rows: () => [...groups.values()] as unknown as readonly Counted[K][],
  };
}
