import { count, money } from '../wording';
import { fundWords } from './promise';

type Counted = { readonly fund: string; readonly courseCode: string; readonly cents: number };

/** Cases and cents under a name: a fund or a course. */
export type Total = { readonly key: string; readonly cases: number; readonly cents: number };

/** Totals of some refunds by their fund or by their course, in the order of the alphabet. */
export function totalsBy(rows: readonly Counted[], by: 'fund' | 'courseCode'): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const row of rows) {
    const key = row[by];
    const before = totals.get(key) ?? { key, cases: 0, cents: 0 };
    totals.set(key, { key, cases: before.cases + 1, cents: before.cents + row.cents });
  }
  return [...totals.values()].sort((a, b) => a.key.localeCompare(b.key, 'en'));
}

type ControlTotalsProps = { readonly byFund: readonly Total[]; readonly byCourse: readonly Total[] };

/** The control totals of a batch: by fund and by course, each adding up to the whole. */
export function ControlTotals({ byFund, byCourse }: ControlTotalsProps) {
  return (
    <>
      <TotalsTable caption="By fund" totals={byFund.map((t) => ({ ...t, key: fundWords(t.key) }))} />
      <TotalsTable caption="By course" totals={byCourse} />
    </>
  );
}

function TotalsTable({ caption, totals }: { readonly caption: string; readonly totals: readonly Total[] }) {
  const cases = totals.reduce((sum, t) => sum + t.cases, 0);
  const cents = totals.reduce((sum, t) => sum + t.cents, 0);
  return (
    <table className="totals">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{caption === 'By fund' ? 'Fund' : 'Course'}</th>
          <th scope="col" className="number">
            Refunds
          </th>
          <th scope="col" className="number">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {totals.map((t) => (
          <tr key={t.key}>
            <th scope="row">{t.key}</th>
            <td className="number">{t.cases.toLocaleString('en-US')}</td>
            <td className="number">{money(t.cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{count(cases, 'refund')}</th>
          <td />
          <td className="number">{money(cents)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
