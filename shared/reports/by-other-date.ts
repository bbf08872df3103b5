import type { ReportCell } from '../contract/reports';
import type { Counted } from './counted';
import { gather, many, money, nothingFound, sumOf, type Making } from './report-body';

const instead = {
  postmarked: 'Postmark instead of receipt',
  received: 'Receipt instead of postmark',
} as const;

/** What the other of the two dates of forms by mail would have cost, by term and by which date it is. */
export const otherDates: Making<'postmark'> = (all, { term }) => {
  type Row = Counted['postmark'];
  const cases = (own: readonly Row[]): number => sumOf(own, (r) => r.cases);
  const unknown = cases(all.filter((r) => r.date === 'unknown'));
  const lacking =
    unknown === 0
      ? []
      : [
          `${many(unknown, 'case')} with both dates not among them: decided before Refund Desk worked out the other date. Deciding a case again adds it.`,
        ];
  const rows = all.filter((r) => r.date !== 'unknown');
  if (rows.length === 0)
    return { ...nothingFound('No case in this period has both a postmark and a later receipt.'), notes: lacking };
  const lines = [...gather(rows, (r) => `${r.key ?? ''} ${r.date}`).values()]
    .flatMap((own) => {
      const first = own[0];
      return first === undefined || first.date === 'unknown'
        ? []
        : [{ ...term(first.key), date: instead[first.date], own }];
    })
    .sort((a, b) => order(a.begins, b.begins) || order(a.name, b.name) || order(a.date, b.date));
  const several = new Set(lines.map((l) => l.date)).size > 1;
  const sums = (own: readonly Row[]): { readonly more: number; readonly less: number; readonly changed: number } => ({
    changed: sumOf(own, (r) => r.changed),
    more: sumOf(own, (r) => r.more),
    less: sumOf(own, (r) => r.less),
  });
  const cells = (own: readonly Row[]): ReportCell[] => {
    const { changed, more, less } = sums(own);
    return [cases(own), changed, more, less, more - less];
  };
  const said = (['postmarked', 'received'] as const).flatMap((date) => {
    const own = rows.filter((r) => r.date === date);
    if (own.length === 0) return [];
    const { changed, more, less } = sums(own);
    return [
      `${instead[date]} would have changed ${many(changed, 'refund')} of ${cases(own).toLocaleString('en-US')}: ${money(more)} more and ${money(less)} less.`,
    ];
  });
  return {
    sentence: said.join(' '),
    figures: [],
    columns: [
      { heading: 'Term', kind: 'text' },
      { heading: 'What would count', kind: 'text' },
      { heading: 'Cases with both dates', kind: 'count' },
      { heading: 'Other refund', kind: 'count' },
      { heading: 'More refunded', kind: 'cents' },
      { heading: 'Less refunded', kind: 'cents' },
      { heading: 'Difference', kind: 'cents' },
    ],
    rows: lines.map(({ name, date, own }) => [name, date, ...cells(own)]),
    totals: ['Total', null, ...cells(rows)],
    picture: {
      kind: 'bars',
      unit: 'cents',
      stacked: false,
      series: ['More refunded', 'Less refunded'],
      groups: lines.map(({ name, date, own }) => ({
        label: several ? `${name}: ${date.toLowerCase()}` : name,
        values: [sums(own).more, sums(own).less],
      })),
    },
    notes: lacking,
  };
};

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
