import { plus, type Day } from './second-reading';

// A second, independent reading of the clauses X1 to X10, written from their text and not from the engine: working days are crossed off a calendar one
// by one.

export type CohortFacts = {
  readonly policy: string;
  readonly course: {
    readonly category: string;
    readonly termEnds?: Day | null;
    readonly starts?: Day | null;
    readonly ends?: Day | null;
    readonly meetings?: readonly { readonly date: Day }[] | null;
    readonly cancelledOn?: Day | null;
  };
  readonly fees: { readonly assessed: number; readonly collected: number };
  readonly notice?: {
    readonly kind: string;
    readonly channel: string;
    readonly received: string;
    readonly postmarked?: Day | null;
  } | null;
  readonly decision?: { readonly kind: string } | null;
  readonly office?: { readonly closures?: readonly Day[] | null } | null;
  readonly readings?: { readonly effective?: string; readonly 'due-follows-collected'?: boolean } | null;
};

type Money = { readonly percent: number | null; readonly refund: number; readonly cancelled: number };
type Answer = Money & {
  readonly outcome: string;
  readonly clause: string;
  readonly missing: readonly string[];
  readonly effective: string | null;
};

const dates = (f: CohortFacts): Day[] => (f.course.meetings ?? []).map((m) => m.date).sort();
const startOf = (f: CohortFacts): Day | null => f.course.starts ?? dates(f)[0] ?? null;
const endOf = (f: CohortFacts): Day | null => f.course.ends ?? dates(f).at(-1) ?? f.course.termEnds ?? null;

const isWorking = (f: CohortFacts, day: Day): boolean => {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !(f.office?.closures ?? []).includes(day);
};

/** X1: the seventh working day after the start, and the days that were looked at on the way to it. */
function seventh(f: CohortFacts, start: Day): { last: Day; looked: Day[] } {
  const looked: Day[] = [];
  let left = 7;
  let day = start;
  while (left > 0) {
    day = plus(day, 1);
    looked.push(day);
    if (isWorking(f, day)) left -= 1;
  }
  return { last: day, looked };
}

/** X7: three months on, the same date or the last of that month. */
function threeMonthsOn(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + 3, 1));
  const last = new Date(Date.UTC(year, month - 1 + 4, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

function effectiveOf(f: CohortFacts): { day: Day; print: string; doubtful: boolean } {
  const { channel, received, postmarked } = f.notice!;
  const day = received.slice(0, 10);
  if (f.readings?.effective !== 'postmarked' || channel !== 'mail') return { day, print: received, doubtful: false };
  return postmarked != null && postmarked <= day
    ? { day: postmarked, print: postmarked, doubtful: false }
    : { day, print: received, doubtful: true };
}

/** The whole of section X for one case. */
export function secondXpro(f: CohortFacts): Answer {
  const stop = (outcome: string, missing: string[] = [], effective: string | null = null): Answer => ({
    outcome,
    percent: null,
    refund: 0,
    cancelled: 0,
    clause: 'X1',
    missing,
    effective,
  });
  if (f.course.cancelledOn != null) return stop('refer');
  if (f.notice == null) return stop('incomplete', ['notice']);
  if (['non-attendance', 'stop-payment', 'instructor-notice'].includes(f.notice.kind)) return stop('not-official');
  const start = startOf(f);
  if (start === null) return stop('incomplete', ['starts']);
  const { day, print } = effectiveOf(f);
  const { assessed, collected } = f.fees;
  if (day <= seventh(f, start).last)
    return {
      outcome: 'refund',
      percent: 100,
      refund: collected,
      cancelled: f.readings?.['due-follows-collected'] === false ? 0 : assessed - collected,
      clause: 'X1',
      missing: [],
      effective: print,
    };
  // After the date no petition and no appeal changes anything.
  if (f.decision != null) return stop('refused', [], print);
  return { outcome: 'none', percent: 0, refund: 0, cancelled: 0, clause: 'X1', missing: [], effective: print };
}

/** What the office should look at: closures that nobody entered for a year that was counted through, and a postmark that cannot be used. */
export function xproCautions(f: CohortFacts): string[] {
  const { outcome } = secondXpro(f);
  if (outcome === 'refer') return [];
  const start = startOf(f);
  const years = start === null ? [] : seventh(f, start).looked.map((day) => day.slice(0, 4));
  const entered = (f.office?.closures ?? []).map((day) => day.slice(0, 4));
  const doubtful = f.notice != null && outcome !== 'not-official' && effectiveOf(f).doubtful;
  return [
    ...(years.some((year) => !entered.includes(year)) ? ['closures-missing-for-year'] : []),
    ...(doubtful ? ['postmark-unusable'] : []),
  ];
}

export type Limit = { id: string; through: Day; percent: number | null; clause: string };

/** The dates of X1, X2, X4, X7, X9 and X10 for a course, in the order of time. */
export function xproLimits(f: CohortFacts): Limit[] {
  const limits: Limit[] = [];
  const add = (id: string, through: Day, clause: string, percent: number | null = null): void =>
    void limits.push({ id, through, percent, clause });
  const start = startOf(f);
  if (start !== null) {
    add('refund:100', seventh(f, start).last, 'X1', 100);
    add('register', plus(start, 7), 'X2');
    add('credentials', plus(start, -7), 'X10');
    add('accommodation', plus(start, -14), 'X9');
  }
  const end = endOf(f);
  if (end !== null) {
    add('support', plus(end, 30), 'X7');
    add('materials', threeMonthsOn(end), 'X7');
  }
  if (start !== null) add('invoice', plus(start, -1), 'X4');
  // They were added in the contract's order, which ties keep.
  return limits.sort((a, b) => (a.through < b.through ? -1 : a.through > b.through ? 1 : 0));
}

/** What every other value of a reading that is one of a few would have given. */
export function xproAlternatives(f: CohortFacts): (Money & { reading: string; value: unknown })[] {
  const here = secondXpro(f);
  const values = { effective: ['policy', 'received', 'postmarked'], 'due-follows-collected': [true, false] };
  return Object.entries(values).flatMap(([reading, all]) =>
    all.flatMap((value) => {
      const there = secondXpro({ ...f, readings: { ...f.readings, [reading]: value } });
      const { outcome, percent, refund, cancelled } = there;
      const same = percent === here.percent && refund === here.refund && cancelled === here.cancelled;
      return same || outcome === 'incomplete' ? [] : [{ reading, value, percent, refund, cancelled }];
    }),
  );
}
