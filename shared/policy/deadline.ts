import { isWorkingDay } from '../calendar';
import { civil, dayText, minutesOfDay, momentText, monthsAfter, weekdayOf } from '../day';
import { lastDayOf, type CourseTime } from './course-time';
import type { Anchor, DeadlineExpression } from './pack';
import { isWindow, type Readings } from './readings';
import { beginMissing, missingFor, naturalBasis, shareBases, shareEnds, type ShareBasis } from './share';

/**
 * Where a deadline falls: `until` is the first minute no longer inside it (infinite where it never ends). `lastInside` says that people
 * read its last minute inside rather than that one. Or the facts that are missing to know it.
 */
export type Bound =
  | { readonly until: number; readonly lastInside: boolean; readonly closuresNeeded: readonly number[] }
  | { readonly missing: readonly string[] };

/** A deadline expression, resolved: a course and its readings in, the bound out. */
export type DeadlineOf = (course: CourseTime, readings: Readings, clause: string) => Bound;

/** Resolves a deadline expression once. */
export function compileDeadline(expression: DeadlineExpression): DeadlineOf {
  switch (expression.kind) {
    case 'begins':
      return (course) => (course.begins === null ? { missing: beginMissing(course) } : at(course.begins));
    case 'calendar-day':
      return onDay(expression.from, (from) => from + expression.day - 1);
    case 'days-after':
      return onDay(expression.from, (from) => from + expression.days);
    case 'months-after':
      return onDay(expression.from, (from) => monthsAfter(from, expression.months));
    case 'working-day':
      return workingDay(expression.from, expression.day, expression.counting === 'from' ? 0 : 1, 1);
    case 'working-days-before':
      return workingDay(expression.from, expression.day, 1, -1);
    case 'class-day':
      return (course) => {
        const day = course.classDays[expression.day - 1];
        return day === undefined ? { missing: ['meetings'] } : closeOf(day);
      };
    case 'class-week':
      return (course, readings, clause) => {
        const first = course.classDays[0] ?? course.starts;
        if (first == null) return { missing: ['meetings'] };
        const monday = readings.apply(expression.reading, clause) === 'monday';
        return closeOf((monday ? first - weekdayOf(first) : first) + expression.week * 7 - 1);
      };
    case 'term-week':
      return (course, readings, clause) => {
        const first = anchorDay(course, expression.from);
        if (typeof first !== 'number') return first;
        const friday = readings.apply(expression.reading, clause) === 'friday';
        // Under `friday` the first week ends on the first Friday, however short that makes it.
        const firstEnd = friday ? first + ((4 - weekdayOf(first) + 7) % 7) : first + 6;
        return closeOf(firstEnd + (expression.week - 1) * 7);
      };
    case 'meeting-starts':
      return (course) => {
        const meeting = course.meetings[expression.meeting - 1];
        return meeting === undefined ? { missing: ['meetings'] } : at(meeting.start);
      };
    case 'share':
      return (course, readings, clause) => {
        const basis = basisOf(course, readings, expression.basis, clause);
        const passed = readings.apply(expression.boundary, clause) === 'passed';
        const missing = missingFor(basis, course);
        if (missing.length > 0) return { missing };
        const until = shareEnds(basis, course, expression.percent, passed ? 'passed' : 'reached');
        return { until, lastInside: passed, closuresNeeded: [] };
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
        let bound: Bound = { missing: [] };
        for (const part of parts) {
          bound = part(course, readings, clause);
          if (!('missing' in bound)) return bound;
        }
        return bound;
      };
    }
  }
}

/** The basis by which a course's time is counted: the reading's, else the one its data serve best; noted as applied. */
export function basisOf(course: CourseTime, readings: Readings, reading: string, clause: string): ShareBasis {
  const chosen = readings.value(reading);
  const basis = shareBases.find((b) => b === chosen) ?? naturalBasis(course);
  readings.apply(reading, clause, basis);
  return basis;
}

/** A bound as the contract prints it: a day that includes its whole self, or a moment. */
export function printBound(until: number, lastInside: boolean): string {
  if (until % minutesOfDay === 0) return dayText(until / minutesOfDay - 1);
  return momentText(lastInside ? until - 1 : until);
}

function at(until: number): Bound {
  return { until, lastInside: false, closuresNeeded: [] };
}

function closeOf(day: number): Bound {
  return at((day + 1) * minutesOfDay);
}

function onDay(from: Anchor, then: (day: number) => number): DeadlineOf {
  return (course) => {
    const day = anchorDay(course, from);
    return typeof day === 'number' ? closeOf(then(day)) : day;
  };
}

function workingDay(from: Anchor, count: number, offset: 0 | 1, direction: 1 | -1): DeadlineOf {
  return (course) => {
    const anchor = anchorDay(course, from);
    if (typeof anchor !== 'number') return anchor;
    const years = new Set<number>([civil(anchor).year]);
    let day = anchor + (offset - 1) * direction;
    for (let left = count; left > 0;) {
      day += direction;
      years.add(civil(day).year);
      if (isWorkingDay(course.calendar, day)) left -= 1;
    }
    return { until: (day + 1) * minutesOfDay, lastInside: false, closuresNeeded: [...years] };
  };
}

function window(expression: Extract<DeadlineExpression, { kind: 'window' }>): DeadlineOf {
  return (course, readings, clause) => {
    const rule = readings.value(expression.reading);
    if (!isWindow(rule)) return { missing: [expression.unset] };
    readings.apply(expression.reading, clause);
    const starts: number[] = [];
    for (const from of expression.from) {
      const day = anchorDay(course, from);
      if (typeof day !== 'number') return day;
      starts.push(day);
    }
    const cap = anchorDay(course, expression.capFrom);
    const end = Math.max(...starts) + rule.days;
    if (rule.capDaysAfterPayment == null) return closeOf(end);
    return typeof cap === 'number' ? closeOf(Math.min(end, cap + rule.capDaysAfterPayment)) : cap;
  };
}

function combine(parts: readonly DeadlineOf[], takes: (kept: number, next: number) => boolean): DeadlineOf {
  return (course, readings, clause) => {
    let kept: Bound | null = null;
    const missing: string[] = [];
    for (const part of parts) {
      const bound = part(course, readings, clause);
      if ('missing' in bound) missing.push(...bound.missing);
      else if (kept === null || ('until' in kept && takes(kept.until, bound.until))) kept = bound;
    }
    return missing.length > 0 || kept === null ? { missing } : kept;
  };
}

function anchorDay(course: CourseTime, anchor: Anchor): number | { readonly missing: readonly string[] } {
  switch (anchor) {
    case 'term-begins':
      return course.termBegins ?? { missing: ['term-begins'] };
    case 'term-ends':
      return course.termEnds ?? { missing: ['ends'] };
    case 'course-begins':
      return course.begins === null ? { missing: beginMissing(course) } : Math.floor(course.begins / minutesOfDay);
    case 'starts':
      return course.starts ?? course.classDays[0] ?? { missing: ['starts'] };
    case 'first-meeting':
      return course.classDays[0] ?? course.starts ?? { missing: ['meetings'] };
    case 'last-day':
      return lastDayOf(course) ?? { missing: ['ends'] };
    case 'paid-on':
      return course.paidOn ?? { missing: ['paid-on'] };
    case 'refundable-until':
      return course.refundableUntil ?? { missing: ['refund-window'] };
    case 'enrollment-deadline':
      return course.enrollmentDeadline ?? { missing: ['starts'] };
  }
}
