import type { Report, ReportCell } from '../contract/reports';
import { cameWords, endedOf } from './came';
import { saidOf } from './by-end';
import type { Counted } from './counted';
import { shareOf } from './quantile';
import { gather, nothingFound, type Making } from './report-body';
import type { ReportNames } from './report-body';

const order = Object.keys(cameWords);

type Ended = ReturnType<typeof endedOf>;

/** What stands of each kind of case, and its figures. */
const figures: Report['columns'] = [
  { heading: 'Cases', kind: 'count' },
  { heading: 'Share', kind: 'percent' },
  { heading: 'Refunded', kind: 'cents' },
  { heading: 'Due cancelled', kind: 'cents' },
  { heading: 'Fees kept', kind: 'cents' },
];

function cellsOf({ cases, refunded, cancelled, kept }: Ended, all: Ended): ReportCell[] {
  return [cases, shareOf(cases, all.cases), refunded, cancelled, kept];
}

/** Cases by what came of them. */
export const byOutcome: Making<'outcomes'> = (rows) => {
  if (rows.length === 0) return nothingFound('No cases in this period.');
  const all = endedOf(rows);
  const lines = [...gather(rows, (r) => r.came)]
    .map(([came, own]) => ({ came, ended: endedOf(own) }))
    .sort((a, b) => order.indexOf(a.came) - order.indexOf(b.came));
  return {
    sentence: saidOf(all),
    figures: [],
    columns: [{ heading: 'Outcome', kind: 'text' }, ...figures],
    rows: lines.map(({ came, ended }) => [cameWords[came] ?? came, ...cellsOf(ended, all)]),
    totals: ['Total', ...cellsOf(all, all)],
    picture: {
      kind: 'bars',
      unit: 'count',
      stacked: false,
      series: ['Cases'],
      groups: lines.map(({ came, ended }) => ({ label: cameWords[came] ?? came, values: [ended.cases] })),
    },
    notes: [],
  };
};

type Band = Counted['bands'];

/** Decided cases by the answer of their policy, in the policy's own words with its clause; the largest share first. What is not decided is one line. */
export const byBand: Making<'bands'> = (rows, names) => {
  if (rows.length === 0) return nothingFound('No cases in this period.');
  const all = endedOf(rows);
  const isDecided = (r: Band): boolean => r.came !== 'held' && r.came !== 'withdrawn' && r.came !== 'swapped';
  const of = (r: Band): string =>
    isDecided(r) ? JSON.stringify([r.policy, r.label, r.clause, r.percent]) : 'not decided';
  const lines = [...gather(rows, of).values()]
    .flatMap((own) => {
      const first = own[0];
      return first === undefined ? [] : [{ first, decided: isDecided(first), ended: endedOf(own) }];
    })
    .sort((a, b) => {
      if (a.decided !== b.decided) return a.decided ? -1 : 1;
      const policies = names.policy(a.first.policy).localeCompare(names.policy(b.first.policy), 'en');
      if (policies !== 0) return policies;
      return (b.first.percent ?? -1) - (a.first.percent ?? -1) || (a.first.clause < b.first.clause ? -1 : 1);
    });
  const several = new Set(lines.filter((l) => l.decided).map((l) => l.first.policy)).size > 1;
  return {
    sentence: saidOf(all),
    figures: [],
    columns: [
      { heading: 'Answer', kind: 'text' },
      { heading: 'Clause', kind: 'text' },
      { heading: 'Policy', kind: 'text' },
      { heading: 'Percent', kind: 'percent' },
      ...figures,
    ],
    rows: lines.map(({ first, decided, ended }) =>
      decided
        ? [first.label, first.clause, names.policy(first.policy), first.percent, ...cellsOf(ended, all)]
        : [notDecided, null, null, null, ...cellsOf(ended, all)],
    ),
    totals: ['Total', null, null, null, ...cellsOf(all, all)],
    picture: {
      kind: 'bars',
      unit: 'count',
      stacked: false,
      series: ['Cases'],
      groups: lines.map(({ first, decided, ended }) => ({
        label: decided ? labelOf(first, several, names) : notDecided,
        values: [ended.cases],
      })),
    },
    notes: [],
  };
};

const notDecided = 'Held, taken back or changed';

function labelOf({ label, clause, policy }: Band, several: boolean, names: ReportNames): string {
  return `${label}${clause === '' ? '' : ` (${clause})`}${several ? `, ${names.policy(policy)}` : ''}`;
}
