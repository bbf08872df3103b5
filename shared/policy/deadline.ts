import { isWorkingDay, weekdays } from '../calendar';
import { civil, dayText, minutesOfDay, momentText, monthsAfter, weekdayOf } from '../day';
import { classDay, lastDayOf, type CourseTime, type TimedMeeting } from './course-time';
import type { Anchor, DeadlineExpression } from './expression';
import { applyReading, isWindow, note, valueOf, type Readings } from './readings';
import { beginMissing, missingFor, naturalBasis, shareBases, shareEnds, type ShareBasis } from './share';

/**
 * Where a deadline falls: `until` is the first minute no longer inside it (infinite where it never ends). `lastInside` says that people
 * read its last minute inside rather than that one. Or the facts that are missing to know it; or that the course has no such day.
 */
export type Bound = {
  readonly until: number;
  readonly lastInside: boolean;
  /** Years whose closures the count stood on. */
  readonly years: readonly number[];
  readonly missing: readonly string[] | null;
  readonly absent: boolean;
};

/** A deadline expression, resolved: a course and its readings in, the bound out. */
export type DeadlineOf = (course: CourseTime, readings: Readings, clause: string) => Bound;

/** Resolves a deadline expression once. */
export function compileDeadline(expression: DeadlineExpression): DeadlineOf {
  switch (expression.kind) {
    case 'begins':
      return (course) => (course.begins === null ? missingBound(beginMissing(course)) : at(course.begins));
    case 'calendar-day':
      return onDay(expression.from, (from) => from + expression.day - 1);
    case 'days-after':
      return onDay(expression.from, (from) => from + expression.days);
    case 'months-after':
      return onDay(expression.from, (from) => monthsAfter(from, expression.months));
    case 'working-day':
      return workingDay(expression, expression.counting === 'from' ? 0 : 1, 1);
    case 'working-days-before':
      return workingDay(expression, 1, -1);
    case 'class-day':
      return (course) => {
        if (course.meetings.length === 0) return missingBound(['meetings']);
        const day = classDay(course, expression.day);
        return day === null ? noSuchDay : closeOf(day);
      };
    case 'class-week':
      return (course, readings, clause) => {
        const first = course.meetings[0]?.day ?? course.starts;
        if (first === null) return missingBound(['meetings']);
        const monday = applyReading(readings, expression.reading, clause) === 'monday';
        return closeOf((monday ? first - weekdayOf(first) : first) + expression.week * 7 - 1);
      };
    case 'term-week':
      return (course, readings, clause) => {
        const first = anchorDay(course, expression.from);
        if (typeof first !== 'number') return missingBound(first);
        const weeks = applyReading(readings, expression.reading, clause);
        // Under `friday` and `monday` the first week ends on the first Friday or Sunday, however short that makes it.
        const end = weeks === 'friday' ? 4 : weeks === 'monday' ? 6 : null;
        const firstEnd = end === null ? first + 6 : first + ((end - weekdayOf(first) + 7) % 7);
        return closeOf(firstEnd + (expression.week - 1) * 7);
      };
    case 'meeting-day':
      return nthMeeting(expression.meeting, (meeting) => closeOf(meeting.day));
    case 'meeting-starts':
      return nthMeeting(expression.meeting, (meeting) => at(meeting.start));
    case 'share':
      return (course, readings, clause) => {
        const basis = basisOf(course, readings, expression.basis, clause);
        const passed = applyReading(readings, expression.boundary, clause) === 'passed';
        const missing = missingFor(basis, course);
        if (missing.length > 0) return missingBound(missing);
        const until = shareEnds(basis, course, expression.percent, passed ? 'passed' : 'reached');
        return { until, lastInside: passed, years: none, missing: null, absent: false };
      };
    case 'window':
      return window(expression);
    case 'later-of':
      return combine(expression.of.map(compileDeadline), (a, b) => b > a);
    case 'earlier-of':
      return combine(expression.of.map(compileDeadline), (a, b) => b < a);
    case 'first-known': {
      const parts = expression.of.map(compileDeadline);
      return (course, readings, clause) => {
        let bound: Bound = missingBound(none);
        for (const part of parts) {
          bound = part(course, readings, clause);
          if (bound.missing === null && !bound.absent) return bound;
        }
        return bound;
      };
    }
  }
}

/** The basis by which a course's time is counted: the reading's, else the one its data serve best; noted as applied. */
export function basisOf(course: CourseTime, readings: Readings, reading: string, clause: string): ShareBasis {
  const chosen = valueOf(readings, reading);
  const basis = shareBases.find((b) => b === chosen) ?? naturalBasis(course);
  note(readings, reading, basis, clause);
  return basis;
}

/** A bound as the contract prints it: a day that includes its whole self, or a moment. */
export function printBound(until: number, lastInside: boolean): string {
  if (until % minutesOfDay === 0) return dayText(until / minutesOfDay - 1);
  return momentText(lastInside ? until - 1 : until);
}

const none: readonly never[] = [];

const noSuchDay: Bound = { until: -Infinity, lastInside: false, years: none, missing: null, absent: true };

function missingBound(missing: readonly string[]): Bound {
  return { until: -Infinity, lastInside: false, years: none, missing, absent: false };
}

function at(until: number): Bound {
  return { until, lastInside: false, years: none, missing: null, absent: false };
}

function closeOf(day: number): Bound {
  return at((day + 1) * minutesOfDay);
}

function onDay(from: Anchor, then: (day: number) => number): DeadlineOf {
  return (course) => {
    const day = anchorDay(course, from);
    return typeof day === 'number' ? closeOf(then(day)) : missingBound(day);
  };
}

function nthMeeting(nth: number, then: (meeting: TimedMeeting) => Bound): DeadlineOf {
  return (course) => {
    const meeting = course.meetings[nth - 1];
    if (meeting !== undefined) return then(meeting);
    return course.meetings.length === 0 ? missingBound(['meetings']) : noSuchDay;
  };
}

type WorkingDays = Extract<DeadlineExpression, { kind: 'working-day' | 'working-days-before' }>;

function workingDay(expression: WorkingDays, offset: 0 | 1, direction: 1 | -1): DeadlineOf {
  const workweek = expression.weekdays?.map((name) => weekdays.indexOf(name));
  return (course) => {
    const anchor = anchorDay(course, expression.from);
    if (typeof anchor !== 'number') return missingBound(anchor);
    let day = anchor + (offset - 1) * direction;
    const first = day + direction;
    for (let left = expression.day; left > 0;) {
      day += direction;
      if (isWorkingDay(course.calendar, day, workweek)) left -= 1;
    }
    const years: number[] = [];
    for (let y = civil(Math.min(first, day)).year; y <= civil(Math.max(first, day)).year; y++) years.push(y);
    return { until: (day + 1) * minutesOfDay, lastInside: false, years, missing: null, absent: false };
  };
}

function window(expression: Extract<DeadlineExpression, { kind: 'window' }>): DeadlineOf {
  return (course, readings, clause) => {
    const rule = valueOf(readings, expression.reading);
    if (!isWindow(rule)) return missingBound([expression.unset]);
    note(readings, expression.reading, rule, clause);
    let end = -Infinity;
    const missing: string[] = [];
    for (const from of expression.from) {
      const day = anchorDay(course, from);
      if (typeof day === 'number') end = Math.max(end, day + rule.days);
      else missing.push(...day);
    }
    if (missing.length > 0) return missingBound(missing);
    if (rule.capDaysAfterPayment == null) return closeOf(end);
    const cap = anchorDay(course, expression.capFrom);
    return typeof cap === 'number' ? closeOf(Math.min(end, cap + rule.capDaysAfterPayment)) : missingBound(cap);
  };
}

function combine(parts: readonly DeadlineOf[], takes: (kept: number, next: number) => boolean): DeadlineOf {
  return (course, readings, clause) => {
    let kept: Bound | null = null;
    const missing: string[] = [];
    for (const part of parts) {
      const bound = part(course, readings, clause);
      if (bound.absent) return bound;
      if (bound.missing !== null) missing.push(...bound.missing);
      else if (kept === null || takes(kept.until, bound.until)) kept = bound;
    }
    return missing.length > 0 || kept === null ? missingBound(missing) : kept;
  };
}

/** The day number of an anchor, or the names of the facts that are missing to know it. */
export function anchorDay(course: CourseTime, anchor: Anchor): number | readonly string[] {
  switch (anchor) {
    case 'term-begins':
      return course.termBegins ?? ['term-begins'];
    case 'term-ends':
      return course.termEnds ?? ['ends'];
    case 'course-begins':
      return course.begins === null ? beginMissing(course) : Math.floor(course.begins / minutesOfDay);
    case 'starts':
      return course.starts ?? course.meetings[0]?.day ?? ['starts'];
    case 'first-meeting':
      return course.meetings[0]?.day ?? course.starts ?? ['meetings'];
    case 'last-day':
      return lastDayOf(course) ?? ['ends'];
    case 'paid-on':
      return course.paidOn ?? ['paid-on'];
    case 'refundable-until':
      return course.refundableUntil ?? ['refund-window'];
    case 'enrollment-deadline':
      return course.enrollmentDeadline ?? ['starts'];
  }
}
