import type { ReportCell } from '../contract/reports';
import type { Counted, OfVersion } from './counted';
import { daysWithin, medianDays, shareOf } from './quantile';
import { many, money, nothingFound, sumOf, type Making, type Promised, type ReportNames } from './report-body';

/** Longer than this a payment does not stand in a bar of its own, in days. */
const longestDrawn = 60;

/** Stretches of days that meet the promise of two to four weeks at both of its ends. */
const stretches: readonly (readonly [from: number, to: number])[] = [
  [0, 6],
  [7, 13],
  [14, 21],
  [22, 28],
  [29, 42],
  [43, Infinity],
];

/** Days from the receipt to the payment of refunds that are wholly paid, each against its own promise. */
export const turnaround: Making<'turnaround'> = (rows, names) => {
  if (rows.length === 0) return nothingFound('No refund of this period is paid yet.');
  type Row = Counted['turnaround'];
  const cases = (own: readonly Row[]): number => sumOf(own, (r) => r.cases);
  const kept = (own: readonly Row[], promise: Row['promise']): number =>
    cases(own.filter((r) => r.promise === promise));
  const all = cases(rows);
  const promised = all - kept(rows, 'none');
  const cells = (own: readonly Row[]): ReportCell[] => [
    cases(own),
    shareOf(cases(own), all),
    kept(own, 'early'),
    kept(own, 'within'),
    kept(own, 'late'),
    sumOf(own, (r) => r.paid),
  ];
  const median = medianDays(rows);
  const most = daysWithin(rows, 90);
  const [early, within, late] = (['early', 'within', 'late'] as const).map((p) => shareOf(kept(rows, p), promised));
  const longest = Math.min(longestDrawn, Math.max(...rows.map((r) => r.days), 28));
  const counts = Array.from({ length: longest + 1 }, () => 0);
  let over = 0;
  for (const { days, cases: paid } of rows) {
    if (days > longest) over += paid;
    else counts[Math.max(0, days)] = (counts[Math.max(0, days)] ?? 0) + paid;
  }
  const before = cases(rows.filter((r) => r.days < 0));
  const band = oneOf(rows, names);
  const saidPromise =
    promised === 0
      ? ''
      : ` Of those with a promise, ${within ?? 0}% came within the promised days, ${early ?? 0}% before them and ${late ?? 0}% after.`;
  return {
    sentence: `${many(all, 'refund')} paid: half of them within ${many(median ?? 0, 'day')} of the receipt, nine of ten within ${many(most ?? 0, 'day')}.${saidPromise}`,
    figures: [
      { label: 'Median', kind: 'days', value: median },
      { label: '90th percentile', kind: 'days', value: most },
      { label: 'Within the promise', kind: 'percent', value: within ?? null },
      { label: 'Before it', kind: 'percent', value: early ?? null },
      { label: 'After it', kind: 'percent', value: late ?? null },
    ],
    columns: [
      { heading: 'Days from receipt to payment', kind: 'text' },
      { heading: 'Refunds', kind: 'count' },
      { heading: 'Share', kind: 'percent' },
      { heading: 'Before the promised days', kind: 'count' },
      { heading: 'Within them', kind: 'count' },
      { heading: 'After them', kind: 'count' },
      { heading: 'Paid', kind: 'cents' },
    ],
    rows: stretches.map(([from, to]) => [
      saidStretch(from, to),
      ...cells(rows.filter((r) => Math.max(0, r.days) >= from && r.days <= to)),
    ]),
    totals: ['Total', ...cells(rows)],
    picture: { kind: 'histogram', from: 0, width: 1, counts, over, band },
    notes: [
      ...(promised > 0
        ? [
            'A promise is counted from the day the drop took effect, which is later than the receipt where the office was closed.',
          ]
        : []),
      ...(promised < all ? [`${many(all - promised, 'refund')} of a policy that promises no days.`] : []),
      ...(before > 0
        ? [`${many(before, 'payment')} dated before the receipt, counted as 0 days: check the payment’s date.`]
        : []),
    ],
  };
};

/** The ages of refunds that are not yet paid, in whole days. */
const ages: readonly (readonly [from: number, to: number])[] = [
  [0, 7],
  [8, 14],
  [15, 21],
  [22, 28],
  [29, Infinity],
];

/** Refunds that are not wholly paid, by how long they have waited since the drop took effect, against what was promised. */
export const ageing: Making<'ageing'> = (rows, names) => {
  if (rows.length === 0) return nothingFound('No refund of this period waits to be paid.');
  type Row = Counted['ageing'];
  const cases = (own: readonly Row[]): number => sumOf(own, (r) => r.cases);
  const late = (own: readonly Row[]): number => sumOf(own, (r) => (r.late === 1 ? r.cases : 0));
  const unpaid = (own: readonly Row[]): number => sumOf(own, (r) => r.unpaid);
  const handed = (own: readonly Row[]): number => sumOf(own, (r) => r.handed);
  const lines = ages.map(([from, to]) => ({
    label: saidStretch(from, to),
    // What takes effect tomorrow has waited for no day yet.
    own: rows.filter((r) => Math.max(0, r.age) >= from && r.age <= to),
  }));
  const cells = (own: readonly Row[]): ReportCell[] => [
    cases(own),
    unpaid(own),
    handed(own),
    unpaid(own) - handed(own),
    late(own),
  ];
  const promise = oneOf(rows, names);
  const said =
    promise === null ? 'past the days that were promised' : `past the ${promise.from} to ${promise.to} days promised`;
  return {
    sentence: `${many(cases(rows), 'refund')} of ${money(unpaid(rows))} ${cases(rows) === 1 ? 'waits' : 'wait'} to be paid; ${late(rows) === 0 ? 'none' : late(rows).toLocaleString('en-US')} ${said}.`,
    figures: [],
    columns: [
      { heading: 'Days since the drop took effect', kind: 'text' },
      { heading: 'Refunds', kind: 'count' },
      { heading: 'Not yet paid', kind: 'cents' },
      { heading: 'With the Business Office', kind: 'cents' },
      { heading: 'To hand over', kind: 'cents' },
      { heading: 'Past the promise', kind: 'count' },
    ],
    rows: lines.map(({ label, own }) => [label, ...cells(own)]),
    totals: ['Total', ...cells(rows)],
    picture: {
      kind: 'bars',
      unit: 'cents',
      stacked: true,
      series: ['With the Business Office', 'To hand over'],
      groups: lines.map(({ label, own }) => ({ label, values: [handed(own), unpaid(own) - handed(own)] })),
    },
    notes: [],
  };
};

function saidStretch(from: number, to: number): string {
  return to === Infinity ? `Over ${from - 1} days` : `${from} to ${to} days`;
}

/** The one promise of all the policies that the rows are of; null where they promise different days. */
function oneOf(rows: readonly OfVersion[], { promise }: ReportNames): Promised | null {
  let found: Promised | null = null;
  for (const { policy, version } of rows) {
    const own = promise(policy, version);
    if (own === null) continue;
    if (found !== null && (found.from !== own.from || found.to !== own.to)) return null;
    found = own;
  }
  return found;
}
