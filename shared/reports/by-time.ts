import type { ReportCell } from '../contract/reports';
import { dayNumber, dayText, longMonths, monthsAfter, weekdayOf } from '../day';
import { channels, type Channel } from '../register/case';
import { endedOf } from './came';
import type { Counted } from './counted';
import { shareOf } from './quantile';
import { gather, many, money, nothingFound, sumOf, type Making } from './report-body';

/** More than so many months or weeks one after the other are not drawn. */
const mostMonths = 240;
const mostWeeks = 520;

/** What was refunded, cancelled and kept, by month of the receipt and term. */
export const retained: Making<'retained'> = (rows, { term }) => {
  if (rows.length === 0) return nothingFound('No cases in this period.');
  const all = endedOf(rows);
  const lines = [...gather(rows, (r) => `${r.month} ${r.key ?? ''}`).values()]
    .flatMap((own) => {
      const first = own[0];
      return first === undefined ? [] : [{ month: first.month, ...term(first.key), ended: endedOf(own) }];
    })
    .sort((a, b) => order(a.month, b.month) || order(a.begins, b.begins) || order(a.name, b.name));
  const cells = ({ cases, refunded, cancelled, kept }: typeof all): ReportCell[] => [
    cases,
    refunded,
    cancelled,
    kept,
    shareOf(kept, refunded + cancelled + kept),
  ];
  const months = gather(rows, (r) => r.month);
  const shown = stretch(
    lines.map((l) => `${l.month}-01`),
    (day) => monthsAfter(day, 1),
  );
  const drawn = shown.slice(-mostMonths);
  return {
    sentence: `${money(all.refunded)} refunded, ${money(all.cancelled)} of fees still due cancelled and ${money(all.kept)} kept, of ${many(all.cases, 'case')}.`,
    figures: [
      {
        label: 'Kept of what was charged',
        kind: 'percent',
        value: shareOf(all.kept, all.refunded + all.cancelled + all.kept),
      },
    ],
    columns: [
      { heading: 'Month', kind: 'text' },
      { heading: 'Term', kind: 'text' },
      { heading: 'Cases', kind: 'count' },
      { heading: 'Refunded', kind: 'cents' },
      { heading: 'Due cancelled', kind: 'cents' },
      { heading: 'Fees kept', kind: 'cents' },
      { heading: 'Share kept', kind: 'percent' },
    ],
    rows: lines.map(({ month, name, ended }) => [saidMonth(month), name, ...cells(ended)]),
    totals: ['Total', null, ...cells(all)],
    picture: {
      kind: 'timeline',
      every: 'month',
      unit: 'cents',
      series: ['Refunded', 'Due cancelled', 'Fees kept'],
      points: drawn.map((on) => {
        const { refunded, cancelled, kept } = endedOf(months.get(on.slice(0, 7)) ?? []);
        return { on, values: [refunded, cancelled, kept] };
      }),
    },
    notes:
      drawn === shown || drawn.length === shown.length ? [] : [`The picture shows the last ${mostMonths / 12} years.`],
  };
};

const channelNames: Readonly<Record<Channel, string>> = {
  mail: 'Mail',
  email: 'E-mail',
  counter: 'Counter',
  fax: 'Fax',
  portal: 'Portal',
  phone: 'Telephone',
};

/** What came in each week, which begins on its Monday, by how it came. */
export const entries: Making<'entries'> = (rows) => {
  if (rows.length === 0) return nothingFound('No cases in this period.');
  type Row = Counted['entries'];
  const weekOf = (day: string): string => dayText(dayNumber(day) - weekdayOf(dayNumber(day)));
  const weeks = gather(rows, (r) => weekOf(r.day));
  const counted = (own: readonly Row[], channel: Channel | null): number =>
    sumOf(own, (r) => (channel === null ? r.cases - sumOf(channels, (c) => r[c]) : r[channel]));
  const found = [...channels, null].filter((channel) => counted(rows, channel) > 0);
  const series = found.map((channel) => (channel === null ? 'Not recorded' : channelNames[channel]));
  const values = (own: readonly Row[]): number[] => found.map((channel) => counted(own, channel));
  const cases = (own: readonly Row[]): number => sumOf(own, (r) => r.cases);
  const shown = stretch([...weeks.keys()], (day) => day + 7);
  const drawn = shown.slice(-mostWeeks);
  const all = cases(rows);
  const [busiest = '', inIt = []] = [...weeks].reduce((best, week) => (cases(week[1]) > cases(best[1]) ? week : best));
  const unknown = counted(rows, null);
  return {
    sentence: `${many(all, 'case')} in ${many(shown.length, 'week')}. The most in one week were ${cases(inIt).toLocaleString('en-US')}, from ${saidDay(busiest)}.`,
    figures: [],
    columns: [
      { heading: 'Week from', kind: 'day' },
      ...series.map((heading) => ({ heading, kind: 'count' as const })),
      { heading: 'Cases', kind: 'count' },
    ],
    rows: [...weeks].sort(([a], [b]) => order(a, b)).map(([week, own]) => [week, ...values(own), cases(own)]),
    totals: ['Total', ...values(rows), all],
    picture: {
      kind: 'timeline',
      every: 'week',
      unit: 'count',
      series,
      points: drawn.map((on) => ({ on, values: values(weeks.get(on) ?? []) })),
    },
    notes: [
      ...(unknown > 0
        ? [`${many(unknown, 'case')} not recorded how it came: its class was cancelled, or it is still held.`]
        : []),
      ...(drawn.length === shown.length ? [] : [`The picture shows the last ${mostWeeks} weeks.`]),
    ],
  };
};

/** All days from the first to the last of some, each so far after the one before. */
function stretch(days: readonly string[], next: (day: number) => number): string[] {
  const sorted = [...days].sort();
  const last = dayNumber(sorted.at(-1) ?? '');
  const all: string[] = [];
  for (let day = dayNumber(sorted[0] ?? ''); day <= last; day = next(day)) all.push(dayText(day));
  return all;
}

function saidMonth(month: string): string {
  return `${longMonths.en[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

function saidDay(day: string): string {
  return `${(longMonths.en[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
