// A second, independent reading of the campus policy's clauses (H1 to H18), written from their text and not from the engine: slow, literal, clause by
// clause, with limits found by looking at moments instead of by computing them. The engine must agree with it on every field that is not a sentence.

export type Day = string;
type Course = {
  readonly category: string;
  readonly termBegins?: Day | null;
  readonly termEnds?: Day | null;
  readonly starts?: Day | null;
  readonly ends?: Day | null;
  readonly meetings?:
    readonly { readonly date: Day; readonly from?: string | null; readonly to?: string | null }[] | null;
  readonly arranged?: boolean | null;
  readonly cancelledOn?: Day | null;
};
export type CaseFacts = {
  readonly course: Course;
  readonly fees: { readonly assessed: number; readonly collected: number; readonly deposit?: number | null };
  readonly notice?: {
    readonly kind: string;
    readonly channel: string;
    readonly postmarked?: Day | null;
    readonly received: string;
    readonly documents?: readonly (string | { readonly kind: string; readonly received?: Day | null })[] | null;
  } | null;
  readonly decision?: {
    readonly kind: string;
    readonly received?: Day | null;
    readonly reason?: string | null;
    readonly approvals?: readonly string[] | null;
    readonly percent?: number | null;
    readonly authority?: string | null;
  } | null;
  readonly office?: {
    readonly hours?: Readonly<Partial<Record<string, readonly [string, string]>>> | null;
    readonly closures?: readonly Day[] | null;
  } | null;
  readonly readings?: Readonly<Record<string, unknown>> | null;
};

type Answer = {
  outcome: string;
  percent: number | null;
  refund: number;
  cancelled: number;
  withheld: number;
  clause: string;
  notation: string;
  missing: string[];
  effective: string | null;
  refundExpected: { from: Day; to: Day } | null;
};

const dayMs = 86_400_000;
const stamp = (day: Day): number => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10));
export const plus = (day: Day, days: number): Day => new Date(stamp(day) + days * dayMs).toISOString().slice(0, 10);
const weekday = (day: Day): string =>
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(stamp(day)).getUTCDay()]!;
const between = (from: Day, to: Day): number => Math.round((stamp(to) - stamp(from)) / dayMs);
/** A moment is `YYYY-MM-DDTHH:MM`, so that moments compare as texts. */
export const nextMinute = (at: string, minutes = 1): string =>
  new Date(Date.parse(`${at}Z`) + minutes * 60_000).toISOString().slice(0, 16);
const dayOf = (at: string): Day => at.slice(0, 10);
const minutesBetween = (from: string, to: string): number => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;

/** H16: the same day of the month so many months later, else that month's last day. */
function monthsLater(day: Day, months: number): Day {
  const first = new Date(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1 + months, 1)).toISOString().slice(0, 7);
  for (let date = +day.slice(8, 10); ; date--) {
    const candidate = `${first}-${String(date).padStart(2, '0')}`;
    const real = new Date(stamp(candidate)).toISOString().slice(0, 10);
    if (real === candidate) return candidate;
  }
}

/** "A percentage of an amount is rounded half up to the cent, once, per line", in whole numbers. */
const share = (cents: number, percent: number): number => Number((BigInt(cents) * BigInt(percent) * 2n + 100n) / 200n);

const semesterLong = (c: Course): boolean =>
  c.category === 'open-university' || c.category === 'high-school-concurrent';
const meetingsOf = (c: Course): { start: string; minutes: number; timed: boolean; date: Day }[] =>
  (c.meetings ?? [])
    .map((m) => ({
      date: m.date,
      start: `${m.date}T${m.from ?? '00:00'}`,
      minutes: m.from != null && m.to != null ? minutesBetween(`${m.date}T${m.from}`, `${m.date}T${m.to}`) : 0,
      timed: m.from != null && m.to != null,
    }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));

/** H13, H7: the moment at which the course begins; or the fact that is missing. */
function beginning(c: Course): { at: string } | { missing: string } {
  if (semesterLong(c) || c.arranged === true)
    return c.termBegins == null ? { missing: 'term-begins' } : { at: `${c.termBegins}T00:00` };
  const first = meetingsOf(c)[0];
  if (first) return { at: first.start };
  return c.starts == null ? { missing: 'starts' } : { at: `${c.starts}T00:00` };
}

/** H14, H16: the last day: `ends`, else the last meeting, else `termEnds`. */
function lastDay(c: Course): Day | null {
  if (c.ends != null) return c.ends;
  const days = (c.meetings ?? []).map((m) => m.date).sort();
  return days[days.length - 1] ?? c.termEnds ?? null;
}

/** H9: the last day of the fourth week. */
function fourthWeekEnds(c: Course, reading: string): Day {
  let day = c.termBegins!;
  if (reading === 'seven-days') return plus(day, 27);
  for (let fridays = 0; ; day = plus(day, 1)) if (weekday(day) === 'fri' && ++fridays === 4) return day;
}

const weekReading = (f: CaseFacts): string => (f.readings?.['semester-week'] === 'friday' ? 'friday' : 'seven-days');

const elapsedBasis = (f: CaseFacts): string => {
  const asked = f.readings?.['elapsed-basis'];
  if (typeof asked === 'string') return asked;
  const meetings = meetingsOf(f.course);
  return meetings.length === 0 ? 'calendar-days' : meetings.every((m) => m.timed) ? 'meeting-minutes' : 'meetings';
};

/** H14: what the basis cannot be counted without. */
function missingForBasis(f: CaseFacts): string[] {
  const meetings = meetingsOf(f.course);
  const basis = elapsedBasis(f);
  if (basis === 'calendar-days') return lastDay(f.course) === null ? ['ends'] : [];
  if (meetings.length === 0) return ['meetings'];
  return basis === 'meeting-minutes' && !meetings.every((m) => m.timed) ? ['meeting-times'] : [];
}

/** H14: whether 25 % of the course time has elapsed at a moment. */
function quarterElapsed(f: CaseFacts, at: string): boolean {
  const meetings = meetingsOf(f.course);
  const basis = elapsedBasis(f);
  let part = 0;
  let whole = 0;
  if (basis === 'meeting-minutes') {
    for (const m of meetings) {
      whole += m.minutes;
      part += Math.min(m.minutes, Math.max(0, minutesBetween(m.start, at)));
    }
  } else if (basis === 'meetings') {
    whole = meetings.length;
    part = meetings.filter((m) => m.start <= at).length;
  } else {
    const begins = beginning(f.course);
    const from = 'at' in begins ? dayOf(begins.at) : '';
    whole = Math.max(1, between(from, lastDay(f.course)!) + 1);
    part = Math.min(whole, between(from, dayOf(at)) + 1);
  }
  return f.readings?.['elapsed-boundary'] === 'passed' ? part * 4 > whole : part * 4 >= whole;
}

type Effective = { at: string; print: string; readings: string[]; cautions: string[]; receiptDay: Day };

/** H8 for one receipt. */
function duringHours(
  f: CaseFacts,
  received: string,
  postmark: boolean,
): { at: string; print: string; dateOnly: boolean } {
  const hours = f.office?.hours;
  const opening = f.readings?.['date-only'] === 'opening';
  const open = (day: Day): readonly [string, string] | null => {
    if (!hours || (f.office?.closures ?? []).includes(day)) return null;
    return hours[weekday(day)] ?? null;
  };
  const never = !hours || Object.values(hours).every((h) => h == null);
  const day = dayOf(received);
  const span = open(day);
  if (received.length === 10) {
    if (never || (postmark && !span)) return { at: `${day}T23:59`, print: day, dateOnly: false };
    if (span) return { at: `${day}T${opening ? span[0] : span[1]}`, print: day, dateOnly: true };
  } else {
    if (never) return { at: received, print: received, dateOnly: false };
    const time = received.slice(11);
    if (span && time >= span[0] && time <= span[1]) return { at: received, print: received, dateOnly: false };
    if (span && time < span[0]) return { at: `${day}T${span[0]}`, print: `${day}T${span[0]}`, dateOnly: false };
  }
  for (let d = plus(day, 1); ; d = plus(d, 1)) {
    const later = open(d);
    if (later) return { at: `${d}T${later[0]}`, print: `${d}T${later[0]}`, dateOnly: false };
  }
}

/** H1, H3, H4, H8: when the drop counts, or why it does not. */
function effectiveOf(f: CaseFacts): Effective | { not: 'not-official' | 'incomplete'; clause: string } {
  const n = f.notice!;
  const enclosed = (n.documents ?? [])
    .map((d) => (typeof d === 'string' ? { kind: d, received: null } : d))
    .filter((d) => d.kind === 'drop-form');
  const spoken = n.kind === 'phone' || n.kind === 'in-person' || n.channel === 'phone';
  const h4 = ['non-attendance', 'stop-payment', 'instructor-notice'].includes(n.kind);
  const itself = n.kind === 'drop-form' && n.channel !== 'phone';
  // An undated enclosure came with the notice, and nothing comes with a telephone call.
  const receipts = itself
    ? [n.received]
    : enclosed.filter((d) => d.received != null || n.channel !== 'phone').map((d) => d.received ?? n.received);
  if (receipts.length === 0) {
    if (h4) return { not: 'not-official', clause: 'H4' };
    return spoken ? { not: 'not-official', clause: 'H1' } : { not: 'incomplete', clause: 'H1' };
  }
  const received = receipts.slice().sort()[0]!;
  // A postmark is that of the notice's own envelope, not of a form that came on another day.
  const withTheNotice = dayOf(received) === dayOf(n.received);
  const cautions: string[] = [];
  let used = received;
  let postmark = false;
  if (f.readings?.['effective'] === 'postmarked' && n.channel === 'mail' && withTheNotice) {
    if (n.postmarked != null && n.postmarked <= dayOf(received)) {
      used = n.postmarked;
      postmark = true;
    } else cautions.push('postmark-unusable');
  }
  const { at, print, dateOnly } = duringHours(f, used, postmark);
  return {
    at,
    print,
    readings: dateOnly ? ['effective', 'date-only'] : ['effective'],
    cautions,
    receiptDay: dayOf(received),
  };
}

/** The whole of section H for one case. */
export function secondReading(f: CaseFacts): Answer {
  const { assessed, collected } = f.fees;
  const due = assessed - collected;
  const own = f.course.cancelledOn == null ? decideOwn(f) : null;
  if (own) return own;
  const cancelledOn = f.course.cancelledOn!;
  const standing = f.notice == null ? null : decideOwn(f);
  const tookEffect = standing !== null && standing.effective !== null && standing.outcome !== 'petition-required';
  if (tookEffect && dayOf(standing.effective!) < cancelledOn) return standing;
  return {
    outcome: 'refund',
    percent: 100,
    refund: collected,
    cancelled: due,
    withheld: 0,
    clause: 'H6',
    notation: 'none',
    missing: [],
    effective: null,
    refundExpected: collected > 0 ? { from: plus(cancelledOn, 14), to: plus(cancelledOn, 28) } : null,
  };
}

function decideOwn(f: CaseFacts): Answer {
  const { assessed, collected } = f.fees;
  const due = assessed - collected;
  const olli = f.course.category === 'olli';
  const failing = olli ? 'none' : 'F-warning';
  const stop = (outcome: string, clause: string, missing: string[], effective: string | null): Answer => ({
    outcome,
    percent: null,
    refund: 0,
    cancelled: 0,
    withheld: 0,
    clause,
    missing,
    refundExpected: null,
    effective: outcome === 'incomplete' ? null : effective,
    notation:
      f.notice != null && ['not-official', 'incomplete', 'petition-required'].includes(outcome) ? failing : 'none',
  });
  if (f.notice == null) return stop('incomplete', 'H1', ['notice'], null);
  const e = effectiveOf(f);
  if ('not' in e && e.not === 'not-official') return stop('not-official', e.clause, [], null);
  const effective = 'not' in e ? null : e.print;
  if (olli) return stop('refer', 'H17', [], effective);
  const decision = f.decision ?? null;
  if (decision && decision.kind !== 'late-drop' && decision.kind !== 'retroactive')
    return stop('refer', '*', [], effective);
  if ('not' in e) return stop('incomplete', e.clause, ['drop-form'], null);

  const paid = (
    percent: number,
    clause: string,
    refund: number,
    cancelled: number,
    withheld: number,
    notation = 'none',
  ): Answer => ({
    outcome: percent > 0 ? 'refund' : 'none',
    percent,
    refund,
    cancelled,
    withheld,
    clause,
    notation,
    missing: [],
    effective,
    refundExpected: percent > 0 && refund > 0 ? { from: plus(dayOf(e.print), 14), to: plus(dayOf(e.print), 28) } : null,
  });
  const follows = f.readings?.['due-follows-collected'] !== false;
  const plain = (percent: number, clause: string): Answer =>
    paid(percent, clause, share(collected, percent), follows ? share(due, percent) : 0, 0);

  if (decision?.kind === 'retroactive') {
    const last = lastDay(f.course);
    if (last === null) return stop('incomplete', '*', ['ends'], effective);
    if ((decision.received ?? e.receiptDay) > monthsLater(last, 6)) return stop('refused', 'H16', [], effective);
    const missing = [
      ...((decision.reason ?? '').trim() === '' ? ['reason'] : []),
      ...(decision.percent == null ? ['percent'] : []),
      ...((decision.authority ?? '').trim() === '' ? ['authority'] : []),
    ];
    return missing.length > 0 ? stop('incomplete', 'H16', missing, effective) : plain(decision.percent!, 'H16');
  }

  const begins = beginning(f.course);
  if ('missing' in begins) {
    const count = (f.course.meetings ?? []).length;
    const also = semesterLong(f.course) || (count >= 1 && count <= 4) ? [] : missingForBasis(f);
    return stop('incomplete', '*', [begins.missing, ...also], effective);
  }
  if (e.at < begins.at) {
    const deposit = f.fees.deposit ?? 0;
    const reading = f.readings?.['deposit-or-fee'] ?? 'deposit';
    const asked = deposit === 0 || reading === 'fee' ? 1000 : reading === 'larger' ? Math.max(1000, deposit) : deposit;
    const withheld = Math.min(asked, assessed);
    const fromRefund = Math.min(withheld, collected);
    return paid(100, 'H7', collected - fromRefund, due - (withheld - fromRefund), withheld);
  }
  if (semesterLong(f.course)) {
    if (dayOf(e.at) <= fourthWeekEnds(f.course, weekReading(f))) return plain(65, 'H9');
    const late = decision?.kind === 'late-drop' ? decision : null;
    const missing = [
      ...((late?.reason ?? '').trim() === '' ? ['reason'] : []),
      ...(late?.approvals?.includes('instructor') ? [] : ['instructor']),
      ...(late?.approvals?.includes('chair') ? [] : ['chair']),
    ];
    return missing.length > 0 ? stop('petition-required', 'H11', missing, effective) : paid(0, 'H11', 0, 0, 0, 'W');
  }
  const count = (f.course.meetings ?? []).length;
  if (count >= 1 && count <= 4) return plain(0, 'H15');
  const lacking = missingForBasis(f);
  if (lacking.length > 0) return stop('incomplete', '*', lacking, effective);
  return plain(quarterElapsed(f, e.at) ? 0 : 65, 'H14');
}

/** CONTRACT.md's settlement of an answer. */
export function settle(
  f: CaseFacts,
  a: { refund: number; cancelled: number },
): { payable: number; appliedToBalance: number; stillDue: number } {
  const stillDue = f.fees.assessed - f.fees.collected - a.cancelled;
  const appliedToBalance = Math.min(a.refund, stillDue);
  return { payable: a.refund - appliedToBalance, appliedToBalance, stillDue: stillDue - appliedToBalance };
}

export type Limit = { id: string; through: string; percent: number | null; clause: string };

/** The policy's limits for a course, found by trying moments (a minute at a time, by halving) instead of by computing them. */
export function secondLimits(f: CaseFacts): Limit[] {
  const c = f.course;
  if (c.category === 'olli') return [];
  const limits: (Limit & { order: string; rank: number })[] = [];
  const add = (
    id: string,
    rank: number,
    clause: string,
    percent: number | null,
    firstOut: string,
    lastIn = false,
  ): void => {
    const through = firstOut.endsWith('T00:00')
      ? plus(dayOf(firstOut), -1)
      : lastIn
        ? nextMinute(firstOut, -1)
        : firstOut;
    limits.push({ id, through, percent, clause, order: firstOut, rank });
  };
  const begins = beginning(c);
  if ('at' in begins) {
    add('refund:100', 0, 'H7', 100, begins.at);
    if (semesterLong(c)) {
      const week = plus(fourthWeekEnds(c, weekReading(f)), 1);
      add('refund:65', 1, 'H9', 65, `${week}T00:00`);
      add('approval-free', 2, 'H10', null, `${week}T00:00`);
    } else {
      const count = (c.meetings ?? []).length;
      if ((count === 0 || count >= 5) && missingForBasis(f).length === 0 && !quarterElapsed(f, begins.at)) {
        let low = begins.at;
        let high = nextMinute(begins.at, 3 * 366 * 1440);
        while (minutesBetween(low, high) > 1) {
          const middle = nextMinute(low, Math.floor(minutesBetween(low, high) / 2));
          if (quarterElapsed(f, middle)) high = middle;
          else low = middle;
        }
        add('refund:65', 1, 'H14', 65, high, f.readings?.['elapsed-boundary'] === 'passed');
      }
    }
  }
  const last = lastDay(c);
  if (last !== null) add('petition', 3, 'H16', null, `${plus(monthsLater(last, 6), 1)}T00:00`);
  limits.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.rank - b.rank));
  return limits.map(({ id, through, percent, clause }) => ({ id, through, percent, clause }));
}

const readingValues: Record<string, readonly unknown[]> = {
  effective: ['policy', 'received', 'postmarked'],
  'date-only': ['closing', 'opening'],
  'due-follows-collected': [true, false],
  'deposit-or-fee': ['deposit', 'fee', 'larger'],
  'semester-week': ['seven-days', 'friday'],
  'elapsed-basis': ['meeting-minutes', 'meetings', 'calendar-days'],
  'elapsed-boundary': ['reached', 'passed'],
};

/** Every other value of every reading that would change the answer to another answer (a percentage or a petition; not to an incomplete case). */
export function secondAlternatives(
  f: CaseFacts,
): { reading: string; value: unknown; percent: number | null; refund: number; cancelled: number }[] {
  const here = secondReading(f);
  const found: { reading: string; value: unknown; percent: number | null; refund: number; cancelled: number }[] = [];
  if (here.clause === 'H6') return found;
  for (const [reading, values] of Object.entries(readingValues)) {
    for (const value of values) {
      const there = secondReading({ ...f, readings: { ...f.readings, [reading]: value } });
      if (there.outcome === 'incomplete') continue;
      if (there.percent === here.percent && there.refund === here.refund && there.cancelled === here.cancelled)
        continue;
      found.push({ reading, value, percent: there.percent, refund: there.refund, cancelled: there.cancelled });
    }
  }
  return found;
}
