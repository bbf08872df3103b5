import type { Report, ReportAsked, ReportKind } from '../contract/reports';
import { formatDay } from '../day';
import { byClerk, byCourse, byReason, byTerm } from './by-end';
import { otherDates } from './by-other-date';
import { byBand, byOutcome } from './by-outcome';
import { petitions } from './by-petition';
import { ageing, turnaround } from './by-promise';
import { entries, retained } from './by-time';
import { isMoneyDecided } from './came';
import type { Counted, CountedRows, OfVersion } from './counted';
import { gather, many, sumOf, type Making, type ReportBody, type ReportNames } from './report-body';
import { reportNames } from './report-names';

const makings: { readonly [K in ReportKind]: Making<K> } = {
  terms: byTerm,
  outcomes: byOutcome,
  bands: byBand,
  courses: byCourse,
  reasons: byReason,
  clerks: byClerk,
  turnaround,
  retained,
  petitions,
  postmark: otherDates,
  ageing,
  entries,
};

/** What a report says beside what it counted. */
export type Around = {
  /** The office's day, by which ages are counted. */
  readonly today: string;
  /** Whether the register has cases that no report counts. */
  readonly uncounted: boolean;
  readonly names: ReportNames;
};

/** Makes a report of what the register counted for it. */
export function makeReport<K extends ReportKind>(
  asked: ReportAsked & { readonly kind: K },
  rows: CountedRows<K>,
  { today, uncounted, names }: Around,
): Report {
  const body: ReportBody = makings[asked.kind](rows, names);
  return {
    asked,
    title: reportNames[asked.kind].title,
    scope: scopeOf(asked, today, names),
    ...body,
    notes:
      rows.length === 0 ? body.notes : [...crossing(rows, names), ...body.notes, ...counting(rows), ...left(uncounted)],
  };
}

/** Which cases a report counts, in words. */
export function scopeOf({ kind, from, to, termId, policy }: ReportAsked, today: string, names: ReportNames): string {
  const what = kind === 'petitions' ? 'Petitions and appeals received' : 'Received';
  const days =
    from === null
      ? to === null
        ? `${what} on any day`
        : `${what} through ${said(to)}`
      : to === null
        ? `${what} from ${said(from)} on`
        : `${what} ${said(from)} through ${said(to)}`;
  return [
    days,
    ...(termId === null ? [] : [names.term(termId).name]),
    ...(policy === null ? [] : [names.policy(policy)]),
    ...(kind === 'ageing' ? [`as of ${said(today)}`] : []),
  ].join(' · ');
}

function said(day: string): string {
  return formatDay(day, 'en').replace(/^\w+, /, '');
}

type AnyRow = Counted[ReportKind];

/** Where cases were decided by several versions of one policy: a sentence for each that names them. */
function crossing(rows: readonly AnyRow[], { policy }: ReportNames): string[] {
  const decided = (rows as readonly (Partial<OfVersion> & { readonly cases?: number })[]).filter(
    (r) => r.version != null && r.policy !== undefined,
  );
  return [...gather(decided, (r) => r.policy ?? '')].flatMap(([id, own]) => {
    const versions = [...gather(own, (r) => r.version ?? '')].sort(([a], [b]) =>
      a.localeCompare(b, 'en', { numeric: true }),
    );
    if (versions.length < 2) return [];
    const parts = versions.map(
      ([version, of]) =>
        `version ${version} (${many(
          sumOf(of, (r) => r.cases ?? 0),
          'case',
        )})`,
    );
    return [
      `These cases were decided by ${versions.length} versions of ${policy(id)}: ${parts.join(', ')}. What is compared may stand on other rules.`,
    ];
  });
}

/** What of the counting is not plain from the headings. */
function counting(rows: readonly AnyRow[]): string[] {
  const own = rows as readonly {
    readonly unreceived?: number;
    readonly came?: string;
    readonly cases?: number;
    readonly kept?: number;
  }[];
  const unreceived = sumOf(own, (r) => r.unreceived ?? 0);
  const open = sumOf(own, (r) =>
    r.came !== undefined && !isMoneyDecided(r.came) && (r.kept ?? 0) > 0 ? (r.cases ?? 0) : 0,
  );
  return [
    ...(open > 0
      ? [
          `Fees kept are those of cases whose money is decided; ${many(open, 'case')} decided otherwise ${open === 1 ? 'has' : 'have'} none yet.`,
        ]
      : []),
    ...(unreceived > 0
      ? [
          `${many(unreceived, 'case')} without a day of receipt ${unreceived === 1 ? 'counts' : 'count'} on the day the class was cancelled, or else on the day of entry.`,
        ]
      : []),
  ];
}

function left(uncounted: boolean): string[] {
  return uncounted ? ['Cases that were undone, and those whose records were removed by age, are not counted.'] : [];
}
