import type { Report, ReportCell } from '../contract/reports';
import { endedOf, type Ended } from './came';
import type { Sums } from './counted';
import { gather, many, money, nothingFound, type Making, type ReportBody } from './report-body';
import { mostGroups } from './chart-bars';

/** A line of such a report: what it is called, how it is sorted, and what came of its cases. */
type Line = { readonly label: string; readonly order: readonly (string | number)[]; readonly ended: Ended };

/** The series of a picture of cases by their ends. */
export const endSeries = ['Refund', 'No refund', 'Not decided', 'Taken back or changed'] as const;

/** Cases by term, the earliest first. */
export const byTerm: Making<'terms'> = (rows, { term }) =>
  byEnd('Term', rows, (key) => {
    const { name, begins } = term(key);
    return { label: name, order: [begins, name] };
  });

/** Cases by course, those with the most cases first. */
export const byCourse: Making<'courses'> = (rows, { course }) =>
  byEnd('Course', rows, (key, { cases }) => ({ label: course(key), order: [-cases, course(key)] }));

/** Cases by the office's reason, in the order of its digits. */
export const byReason: Making<'reasons'> = (rows, { reason }) =>
  byEnd('Reason', rows, (key) => ({ label: reason(key), order: [key ?? 10] }));

/** Cases by who entered them, those with the most cases first. */
export const byClerk: Making<'clerks'> = (rows, { person }) =>
  byEnd('Entered by', rows, (key, { cases }) => ({ label: person(key), order: [-cases, person(key)] }));

function byEnd<K extends string | number | null>(
  heading: string,
  rows: readonly (Sums & { readonly key: K })[],
  named: (key: K, ended: Ended) => Pick<Line, 'label' | 'order'>,
): ReportBody {
  if (rows.length === 0) return nothingFound('No cases in this period.');
  const lines = [...gather(rows, (r) => r.key)]
    .map(([key, own]): Line => {
      const ended = endedOf(own);
      return { ...named(key, ended), ended };
    })
    .sort((a, b) => compare(a.order, b.order));
  const all = endedOf(rows);
  const most = lines.reduce((best, line) => (line.ended.cases > best.ended.cases ? line : best));
  const drawn = lines.length > mostGroups ? largest(lines) : lines;
  return {
    sentence: `${saidOf(all)}${lines.length > 1 ? ` Most of them: ${most.label}, with ${many(most.ended.cases, 'case')}.` : ''}`,
    figures: [],
    columns: [{ heading, kind: 'text' }, ...endColumns],
    rows: lines.map(({ label, ended }) => [label, ...endCells(ended)]),
    totals: ['Total', ...endCells(all)],
    picture: {
      kind: 'bars',
      unit: 'count',
      stacked: true,
      series: [...endSeries],
      groups: drawn.map(({ label, ended }) => ({ label, values: endValues(ended) })),
    },
    notes: drawn === lines ? [] : [`The picture shows the ${mostGroups} lines with the most cases.`],
  };
}

/** What came of all cases, in a sentence. */
export function saidOf({ cases, refund, refunded, none, waiting, left, kept }: Ended): string {
  const others = [
    waiting > 0 ? `${waiting.toLocaleString('en-US')} not decided` : '',
    left > 0 ? `${left.toLocaleString('en-US')} taken back or changed` : '',
  ].filter((words) => words !== '');
  return `${many(cases, 'case')}: ${refund.toLocaleString('en-US')} with a refund, ${money(refunded)} in all; ${none.toLocaleString('en-US')} without${others.length > 0 ? `; ${others.join('; ')}` : ''}. ${money(kept)} in fees was kept.`;
}

/** The columns that tell of cases by their ends. */
export const endColumns: Report['columns'] = [
  { heading: 'Cases', kind: 'count' },
  ...endSeries.map((series) => ({ heading: series, kind: 'count' as const })),
  { heading: 'Refunded', kind: 'cents' },
  { heading: 'Due cancelled', kind: 'cents' },
  { heading: 'Fees kept', kind: 'cents' },
];

function endCells(ended: Ended): ReportCell[] {
  return [ended.cases, ...endValues(ended), ended.refunded, ended.cancelled, ended.kept];
}

function endValues({ refund, none, waiting, left }: Ended): number[] {
  return [refund, none, waiting, left];
}

function largest(lines: readonly Line[]): readonly Line[] {
  const chosen = new Set([...lines].sort((a, b) => b.ended.cases - a.ended.cases).slice(0, mostGroups));
  return lines.filter((line) => chosen.has(line));
}

function compare(a: Line['order'], b: Line['order']): number {
  for (const [i, own] of a.entries()) {
    const other = b[i] ?? '';
    if (own !== other) return own < other ? -1 : 1;
  }
  return 0;
}
