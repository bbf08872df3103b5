import { firstOfficeMoment, lastOfficeMoment, openOn, type Calendar } from '../calendar';
import { dayText, minutesOfDay, momentText } from '../day';
import { dueFollows, lessWithheld, withheldBy } from './amounts';
import { chargedAt, givenBy } from './charges';
import { courseOf, refundLimit, type CompiledPack } from './compile';
import { lastDayOf, type CourseTime } from './course-time';
import { basisOf } from './deadline';
import type { Determination, Moment } from './determination';
import type { Facts } from './facts';
import { readingsOf, type Readings } from './readings';
import { scheduleOf, type CompiledBand, type CompiledSchedule } from './rules';
import { elapsedAt } from './share';
import type { ClosestAnswers, Timeline, Zone } from './timeline';

/** A zone with its limits in minutes, as the bands give them. */
type Stretch = {
  readonly zone: Zone;
  readonly from: number;
  readonly until: number;
  /** Whether every day of it gives another percentage. */
  readonly daily: boolean;
};

/**
 * What the timeline strip draws for a case: its zones, meetings, closures and markers; null where no schedule fits or the course's
 * facts cannot say when it begins. `determination` is this case's own, whose effective moment is marked.
 */
export function timelineOf(compiled: CompiledPack, facts: Facts, determination: Determination | null): Timeline | null {
  const found = stretchesOf(compiled, facts);
  if (found === null) return null;
  const { course, schedule, stretches, readings } = found;
  const begins = course.begins ?? 0;
  const firstDay = Math.floor(begins / minutesOfDay);
  const last = Math.max(lastDayOf(course) ?? firstDay, course.meetings.at(-1)?.day ?? firstDay, firstDay);
  const effective = determination?.effective ?? null;
  const span = Math.max(last - firstDay, 7);
  const from = Math.min(firstDay, course.meetings[0]?.day ?? firstDay) - Math.ceil(span / 6);
  const to = last + Math.ceil(span / 24);
  const banded = schedule.bands.find((b) => b.share !== null);
  return {
    from: dayText(from),
    to: dayText(to),
    zones: stretches.map((s) => s.zone),
    meetings: course.meetings.map((m, i) => ({
      number: i + 1,
      date: dayText(m.day),
      from: m.timed ? momentText(m.start).slice(11) : null,
      to: m.timed ? momentText(m.end).slice(11) : null,
    })),
    closures: course.calendar.closures.filter((d) => d >= dayText(from) && d <= dayText(to)).sort(),
    share: banded === undefined ? null : shareOf(banded, course, readings, stretches, determination),
    markers: { postmarked: facts.notice?.postmarked ?? null, received: facts.notice?.received ?? null, effective },
  };
}

/** The nearest dates that would have given this case another answer, each with that answer; none for outcomes that no date decides. */
export function closestAnswers(compiled: CompiledPack, facts: Facts, determination: Determination): ClosestAnswers {
  const none: ClosestAnswers = { earlier: null, later: null };
  if (determination.effective === null || facts.decision != null || facts.course.cancelledOn != null) return none;
  const found = stretchesOf(compiled, facts);
  const index =
    found?.stretches.findIndex(
      (s) => (s.daily || s.zone.percent === determination.percent) && s.zone.clause === determination.clause,
    ) ?? -1;
  if (found === null || index < 0) return none;
  const calendar = compiled.pack.notice.officeHours === null ? null : found.course.calendar;
  const earlier = nearest(found.stretches.slice(0, index).reverse(), (s) => lastReceipt(s, calendar));
  const later = nearest(found.stretches.slice(index + 1), (s) => firstReceipt(s, calendar));
  return {
    earlier: earlier && { through: earlier.receipt, percent: earlier.zone.percent, refund: earlier.zone.refund },
    later: later && { from: later.receipt, percent: later.zone.percent, refund: later.zone.refund },
  };
}

/** The nearest zone in which a receipt can count at all (an hour of a Sunday has none), with that receipt. */
function nearest(
  stretches: readonly Stretch[],
  receiptIn: (stretch: Stretch) => Moment | null,
): { readonly zone: Zone; readonly receipt: Moment } | null {
  for (const stretch of stretches) {
    const receipt = receiptIn(stretch);
    if (receipt !== null) return { zone: stretch.zone, receipt };
  }
  return null;
}

/** The last receipt that still counts in a zone: a whole day where any time on it does, else the last office minute. */
function lastReceipt({ from, until }: Stretch, calendar: Calendar | null): Moment | null {
  const last = (calendar === null ? null : lastOfficeMoment(calendar, until)) ?? until - 1;
  if (last < from) return null;
  const [opens, closes] = hoursOf(last, calendar);
  return last === closes && opens >= from ? dayText(Math.floor(last / minutesOfDay)) : momentText(last);
}

/** The first receipt that counts in a zone: a whole day where any time on it does, else the first office minute. */
function firstReceipt({ from, until }: Stretch, calendar: Calendar | null): Moment | null {
  const first = (calendar === null ? null : firstOfficeMoment(calendar, from)) ?? from;
  if (first >= until) return null;
  const [opens, closes] = hoursOf(first, calendar);
  return first === opens && closes < until ? dayText(Math.floor(first / minutesOfDay)) : momentText(first);
}

/** The minutes of a day on which a receipt counts as of that day. */
function hoursOf(at: number, calendar: Calendar | null): readonly [number, number] {
  const day = Math.floor(at / minutesOfDay);
  return (calendar === null ? null : openOn(calendar, day)) ?? [day * minutesOfDay, (day + 1) * minutesOfDay - 1];
}

function stretchesOf(
  compiled: CompiledPack,
  facts: Facts,
): {
  readonly course: CourseTime;
  readonly schedule: CompiledSchedule;
  readonly stretches: readonly Stretch[];
  readonly readings: Readings;
} | null {
  const { rules } = compiled;
  const course = courseOf(rules, facts);
  const schedule = rules.refer.some((r) => r.test(course, facts)) ? undefined : scheduleOf(rules, course, facts);
  if (schedule === undefined || course.begins === null) return null;
  const readings = readingsOf(rules.readings, facts.readings);
  const stretches: Stretch[] = [];
  let lower = -Infinity;
  for (const band of schedule.bands) {
    const bound = band.until?.(course, readings, band.data.clause);
    if (bound !== undefined && (bound.missing !== null || bound.absent)) return null;
    const until = Math.max(lower, bound?.until ?? Infinity);
    if (until > lower)
      stretches.push({
        zone: zoneOf(compiled, band, facts, course, lower, until, readings),
        from: lower,
        until,
        daily: band.data.proRata !== undefined,
      });
    lower = until;
  }
  return { course, schedule, stretches, readings };
}

function zoneOf(
  compiled: CompiledPack,
  band: CompiledBand,
  facts: Facts,
  course: CourseTime,
  from: number,
  until: number,
  readings: Readings,
): Zone {
  const { clause, label, due, petition } = band.data;
  const balance = facts.fees.assessed - facts.fees.collected;
  const follows = due === 'always' || dueFollows(compiled.rules.pack.dueReading, balance, readings);
  // Where elapsed time is charged for, every day gives another amount: the zone shows that of its first.
  const elapsed = chargedAt(band.data, course, readings, from)?.elapsed ?? null;
  const gross = givenBy(band.data, facts.fees, elapsed, follows);
  const net = lessWithheld(gross, withheldBy(band.data, facts.fees, readings).cents);
  return {
    from: from === -Infinity ? null : print(from),
    until: until === Infinity ? null : print(until),
    percent: petition === undefined ? refundLimit(band.data).percent : null,
    label,
    clause,
    refund: net.refund,
  };
}

function shareOf(
  band: CompiledBand,
  course: CourseTime,
  readings: Readings,
  stretches: readonly Stretch[],
  determination: Determination | null,
): Timeline['share'] {
  const { share } = band;
  const stretch = stretches.find((s) => s.zone.clause === band.data.clause && s.zone.percent === band.data.percent);
  if (share === null || stretch === undefined || stretch.until === Infinity) return null;
  const basis = basisOf(course, readings, share.basis, band.data.clause);
  const step = determination?.steps.find((s) => s.clause === band.data.clause && s.values.limit !== undefined);
  const part = step?.values.part;
  const whole = step?.values.whole;
  const before = determination?.effective != null && step === undefined;
  return {
    limit: share.percent,
    reachedAt: print(stretch.until),
    basis,
    elapsed:
      typeof part === 'number' && typeof whole === 'number'
        ? { part, whole }
        : before
          ? elapsedAt(basis, course, -Infinity)
          : null,
  };
}

/** A minute as a day where it is a day's beginning, else as a moment. */
function print(minute: number): string {
  return minute % minutesOfDay === 0 ? dayText(minute / minutesOfDay) : momentText(minute);
}
