import { nextMinute, plus, settle, type CaseFacts, type Day, type Limit } from './second-reading';

// A second, independent reading of the clauses W1 to W12, written from their text and not from the engine: days are counted on lists of
// dates, one by one. The engine must agree with it on every field that is not a sentence.

export { settle };
export type WouFacts = CaseFacts & {
  readonly student?: { readonly federalAid?: boolean | null } | null;
  readonly federal?: number | null;
};

type Answer = {
  outcome: string;
  percent: number | null;
  refund: number;
  cancelled: number;
  clause: string;
  missing: string[];
  effective: string | null;
  cautions: string[];
};

const dayOf = (at: string): Day => at.slice(0, 10);
const share = (cents: number, percent: number): number => Number((BigInt(cents) * BigInt(percent) * 2n + 100n) / 200n);
const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const isMonday = (day: Day): boolean => new Date(`${day}T00:00Z`).getUTCDay() === 1;

const meetingsOf = (c: WouFacts['course']): { date: Day; start: string }[] =>
  (c.meetings ?? [])
    .map((m) => ({ date: m.date, start: `${m.date}T${m.from ?? '00:00'}` }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
/** W9: "the Nth distinct date on which the class meets". */
const classDays = (c: WouFacts['course']): Day[] => [...new Set(meetingsOf(c).map((m) => m.date))];

/** W9: days from first to last meeting, both counted, over 7 and rounded up; fewer than five is less than a week. */
function lengthOf(c: WouFacts['course']): number | 'less' | null {
  const all = classDays(c);
  const first = all[0] ?? c.starts ?? null;
  const last = all.at(-1) ?? c.ends ?? null;
  if (first === null || last === null) return null;
  const days = daysBetween(first, last) + 1;
  return days < 5 ? 'less' : Math.ceil(days / 7);
}

/** W9: the last day of the Nth class week. */
function classWeekEnds(f: WouFacts, week: number): Day {
  let first = classDays(f.course)[0] ?? f.course.starts ?? '';
  if (f.readings?.['class-week'] === 'monday') while (!isMonday(first)) first = plus(first, -1);
  return plus(first, week * 7 - 1);
}

/** What a row of the policy gives a course: last days with their percentage, and its two other limits. Or that no row covers it. */
type Row = {
  clause: string;
  steps: { percent: number; through: Day }[];
  register: string | null;
  gradeFree: string | null;
  flattened: boolean;
};
type Covered = Row | { refer: string } | { missing: string[]; clause: string };

function rowOf(f: WouFacts): Covered {
  const { course } = f;
  const plain = { register: null, gradeFree: null, flattened: false };
  const count = (course.meetings ?? []).length;
  const nthMeeting = (n: number): Day | null => meetingsOf(course)[n - 1]?.date ?? null;
  switch (course.category) {
    case 'regular-term': {
      if (course.termBegins == null) return { missing: ['term-begins'], clause: 'W1' };
      const from = course.termBegins;
      const by = (day: number, percent: number) => ({ percent, through: plus(from, day - 1) });
      return { clause: 'W1', steps: [by(5, 100), by(12, 75), by(19, 50), by(26, 25)], ...plain };
    }
    case 'credit-overlay':
      return { clause: 'W12', steps: [], ...plain };
    case 'fitness':
      return { refer: 'W11' };
    case 'non-credit': {
      const weeks = lengthOf(course);
      if (weeks === null) return { missing: ['meetings'], clause: 'W11' };
      if (weeks !== 'less' && weeks > 12) return { refer: 'W11' };
      const nth = weeks === 'less' || weeks <= 4 ? 1 : 5;
      if (count === 0) return { missing: ['meetings'], clause: 'W11' };
      const through = nthMeeting(nth);
      return through === null ? { refer: 'W11' } : { clause: 'W11', steps: [{ percent: 100, through }], ...plain };
    }
    case 'non-traditional':
      if (count === 0) return { missing: ['meetings'], clause: 'W10' };
      if (count >= 3 && count <= 7)
        return { clause: 'W10', steps: [{ percent: 100, through: nthMeeting(1)! }], ...plain };
      return tableOne(f);
    default:
      return tableOne(f);
  }
}

// Length: day of class of the refund, and of the withdrawal without grade responsibility; registering ends with the refund.
const shortRows: Readonly<Record<number, readonly [number, number]>> = {
  1: [1, 1],
  2: [2, 2],
  3: [3, 4],
  4: [3, 5],
  5: [4, 6],
  6: [4, 7],
};

function tableOne(f: WouFacts): Covered {
  const weeks = lengthOf(f.course);
  if (weeks === null) return { missing: ['meetings'], clause: 'W9' };
  if (weeks !== 'less' && weeks >= 7) {
    const by = (week: number, percent: number) => ({ percent, through: classWeekEnds(f, week) });
    const long = weeks >= 12;
    return {
      clause: 'W9',
      steps: long ? [by(1, 100), by(3, 90)] : [by(1, 100), by(2, 90), by(3, 25)],
      register: classWeekEnds(f, 2),
      gradeFree: classWeekEnds(f, long ? 5 : 3),
      flattened: true,
    };
  }
  const days = classDays(f.course);
  if (days.length === 0) return { missing: ['meetings'], clause: 'W9' };
  const [refund, grade] = weeks === 'less' ? [1, 1] : shortRows[weeks]!;
  const through = days[refund - 1];
  if (through === undefined) return { refer: 'W9' };
  return {
    clause: 'W9',
    steps: [{ percent: 100, through }],
    register: weeks === 'less' ? meetingsOf(f.course)[0]!.start : through,
    gradeFree: days[grade - 1] ?? null,
    flattened: false,
  };
}

type Notice =
  { not: 'not-official' } | { not: 'incomplete'; missing: string[] } | { effective: string; cautions: string[] };

/** W2, W5, W7: whether the notice is in writing and complete, and on which day it counts. */
function noticeOf(f: WouFacts): Notice {
  const n = f.notice!;
  const summer = f.course.category === 'regular-summer';
  const called = n.channel === 'phone';
  const documents = (n.documents ?? []).map((d) => (typeof d === 'string' ? { kind: d, received: null } : d));
  const cameOn = (kind: string): string | null => {
    const all = documents
      .filter((d) => d.kind === kind && (d.received != null || !called))
      .map((d) => d.received ?? n.received);
    return all.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))[0] ?? null;
  };
  const form = n.kind === 'add-drop-form' && !called ? n.received : cameOn('add-drop-form');
  const receipt = cameOn('fee-bill-receipt');
  const inWriting = ['drop-form', 'add-drop-form', 'letter', 'email', 'fax', 'portal'].includes(n.kind) && !called;
  if (!inWriting && !(summer && cameOn('add-drop-form') !== null && receipt !== null)) return { not: 'not-official' };
  let received = n.received;
  if (summer) {
    const missing = [...(form === null ? ['add-drop-form'] : []), ...(receipt === null ? ['fee-bill-receipt'] : [])];
    if (form === null || receipt === null) return { not: 'incomplete', missing };
    received = dayOf(receipt) > dayOf(form) ? receipt : form;
  }
  const reading = f.readings?.['effective'] ?? 'policy';
  const byPostmark = ['self-sustaining-credit', 'non-traditional', 'non-credit'].includes(f.course.category);
  const uses = reading === 'policy' ? byPostmark : reading === 'postmarked';
  if (!uses || n.channel !== 'mail' || dayOf(received) !== dayOf(n.received))
    return { effective: received, cautions: [] };
  return n.postmarked != null && n.postmarked <= dayOf(received)
    ? { effective: n.postmarked, cautions: [] }
    : { effective: received, cautions: ['postmark-unusable'] };
}

/** The whole of section W for one case. */
export function secondWou(f: WouFacts): Answer {
  const { assessed, collected } = f.fees;
  const { cancelledOn } = f.course;
  if (cancelledOn == null) return decideOwn(f);
  const standing = f.notice == null ? null : decideOwn(f);
  if (standing?.effective != null && dayOf(standing.effective) < cancelledOn) return standing;
  const all = { outcome: 'refund', percent: 100, refund: collected, cancelled: assessed - collected };
  return { ...all, clause: 'W8', missing: [], effective: null, cautions: [] };
}

function decideOwn(f: WouFacts): Answer {
  const { assessed, collected } = f.fees;
  const due = assessed - collected;
  const stop = (outcome: string, clause: string, missing: string[], at: string | null, cautions: string[]): Answer => {
    const effective = outcome === 'incomplete' ? null : at;
    return { outcome, percent: null, refund: 0, cancelled: 0, clause, missing, effective, cautions };
  };
  if (f.notice == null) return stop('incomplete', 'W2', ['notice'], null, []);
  const n = noticeOf(f);
  if ('not' in n && n.not === 'not-official') return stop('not-official', 'W2', [], null, []);
  const at = 'not' in n ? null : n.effective;
  const seen = 'not' in n ? [] : n.cautions;
  const row = rowOf(f);
  if ('refer' in row) return stop('refer', row.refer, [], at, seen);
  if (f.decision != null && f.decision.kind !== 'appeal') return stop('refer', 'W4', [], at, seen);
  if ('not' in n) return stop('incomplete', 'W5', n.not === 'incomplete' ? n.missing : [], null, []);
  const follows = f.readings?.['due-follows-collected'] !== false;
  const give = (percent: number, clause: string, cautions: string[]): Answer => ({
    outcome: percent > 0 ? 'refund' : 'none',
    percent,
    refund: share(collected, percent),
    cancelled: follows ? share(due, percent) : 0,
    clause,
    missing: [],
    effective: at,
    cautions,
  });
  if (f.decision != null) {
    const { reason, percent, authority } = f.decision;
    const missing = [
      ...((reason ?? '').trim() === '' ? ['reason'] : []),
      ...(percent == null ? ['percent'] : []),
      ...((authority ?? '').trim() === '' ? ['authority'] : []),
    ];
    return missing.length > 0 ? stop('incomplete', 'W4', missing, at, seen) : give(percent!, 'W4', seen);
  }
  if (f.course.category === 'regular-summer' && f.student?.federalAid === true) {
    if (f.federal == null) return stop('federal', 'W6', ['federal'], at, seen);
    const refund = Math.min(f.federal, collected);
    return { ...give(0, 'W6', seen), outcome: refund > 0 ? 'refund' : 'none', percent: null, refund };
  }
  if ('missing' in row) return stop('incomplete', row.clause, row.missing, at, seen);
  const step = row.steps.find((s) => dayOf(n.effective) <= s.through);
  return give(step?.percent ?? 0, row.clause, row.flattened ? ['check-with-office', ...seen] : seen);
}

/** The limits of a course, in date order; those of one moment in the order refund, register, grade-free. */
export function wouLimits(f: WouFacts): Limit[] {
  const row = rowOf(f);
  if ('missing' in row) return [];
  const found: (Limit & { end: string })[] = [];
  const add = (id: string, limit: string, percent: number | null, clause: string): void => {
    const end = limit.length === 10 ? nextMinute(`${limit}T23:59`) : limit;
    // The beginning of a day is printed as the day before.
    const through = limit.endsWith('T00:00') ? plus(dayOf(limit), -1) : limit;
    found.push({ id, through, percent, clause, end });
  };
  if ('refer' in row) {
    if (row.refer !== 'W9') return [];
    const weeks = lengthOf(f.course);
    const grade = classDays(f.course)[(typeof weeks === 'number' ? shortRows[weeks]![1] : 1) - 1];
    if (grade !== undefined) add('grade-free', grade, null, 'W9');
  } else {
    for (const { percent, through } of row.steps) add(`refund:${percent}`, through, percent, row.clause);
    if (row.register !== null) add('register', row.register, null, row.clause);
    if (row.gradeFree !== null) add('grade-free', row.gradeFree, null, row.clause);
  }
  found.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  return found.map(({ id, through, percent, clause }) => ({ id, through, percent, clause }));
}

const readingValues: Readonly<Record<string, readonly unknown[]>> = {
  effective: ['policy', 'received', 'postmarked'],
  'class-week': ['seven-days', 'monday'],
  'due-follows-collected': [true, false],
};

/** Every other value of every reading under which the answer is another one. */
export function wouAlternatives(f: WouFacts): Pick<Answer, 'percent' | 'refund' | 'cancelled'>[] {
  const here = secondWou(f);
  if (here.clause === 'W8') return [];
  return Object.entries(readingValues).flatMap(([reading, values]) =>
    values.flatMap((value) => {
      const { outcome, percent, refund, cancelled } = secondWou({
        ...f,
        readings: { ...f.readings, [reading]: value },
      });
      const same = percent === here.percent && refund === here.refund && cancelled === here.cancelled;
      return outcome === 'incomplete' || same ? [] : [{ reading, value, percent, refund, cancelled }];
    }),
  );
}
