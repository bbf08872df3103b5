import { minutesOfDay } from '../day';
import { lastDayOf, type CourseTime } from './course-time';

/** How the elapsed share of a course is counted: minutes of its meetings, meetings held, or calendar days. */
export const shareBases = ['meeting-minutes', 'meetings', 'calendar-days'] as const;
export type ShareBasis = (typeof shareBases)[number];

/** An exact fraction of course time: never rounded to a percentage. */
export type Fraction = { readonly part: number; readonly whole: number };

/** The basis that a course's data serve best: minutes where every meeting has times, else meetings, else calendar days. */
export function naturalBasis(course: CourseTime): ShareBasis {
  if (course.meetings.length === 0) return 'calendar-days';
  return course.allTimed ? 'meeting-minutes' : 'meetings';
}

/** The facts that a basis needs and the course lacks, in the contract's names. */
export function missingFor(basis: ShareBasis, course: CourseTime): readonly string[] {
  if (basis === 'calendar-days') {
    return [...(course.begins === null ? beginMissing(course) : []), ...(lastDayOf(course) === null ? ['ends'] : [])];
  }
  if (course.meetings.length === 0) return ['meetings'];
  return basis === 'meeting-minutes' && !course.allTimed ? ['meeting-times'] : [];
}

/** The fact that says when the course begins. */
export function beginMissing(course: CourseTime): readonly string[] {
  return [course.beginsWithTerm ? 'term-begins' : 'starts'];
}

/** How much of the course has elapsed at a moment; the basis must be one that the course serves. */
export function elapsedAt(basis: ShareBasis, course: CourseTime, at: number): Fraction {
  switch (basis) {
    case 'meeting-minutes': {
      let part = 0;
      let whole = 0;
      for (const m of course.meetings) {
        whole += m.end - m.start;
        if (at > m.start) part += Math.min(at, m.end) - m.start;
      }
      return { part, whole };
    }
    case 'meetings': {
      let part = 0;
      for (const m of course.meetings) if (m.start <= at) part += 1;
      return { part, whole: course.meetings.length };
    }
    case 'calendar-days': {
      const first = Math.floor((course.begins ?? 0) / minutesOfDay);
      const whole = Math.max(1, (lastDayOf(course) ?? first) - first + 1);
      return { part: Math.min(whole, Math.max(0, Math.floor(at / minutesOfDay) - first + 1)), whole };
    }
  }
}

/**
 * The first minute at which a share (in percent) has elapsed: reached (at exactly the share it has elapsed) or passed (only beyond it).
 * Infinity where it never comes. The basis must be one that the course serves.
 */
export function shareEnds(
  basis: ShareBasis,
  course: CourseTime,
  percent: number,
  boundary: 'reached' | 'passed',
): number {
  // The whole number of minutes, meetings or days that makes it so: exact, in ten-thousandths of a percent.
  const parts = Math.round(percent * 10_000);
  const neededOf = (count: number): number =>
    boundary === 'reached' ? Math.ceil((count * parts) / 1_000_000) : Math.floor((count * parts) / 1_000_000) + 1;
  switch (basis) {
    case 'meeting-minutes': {
      let whole = 0;
      for (const m of course.meetings) whole += m.end - m.start;
      return minuteOfElapsed(course, neededOf(whole));
    }
    case 'meetings': {
      const needed = neededOf(course.meetings.length);
      return needed < 1 ? -Infinity : (course.meetings[needed - 1]?.start ?? Infinity);
    }
    case 'calendar-days': {
      const first = Math.floor((course.begins ?? 0) / minutesOfDay);
      const count = Math.max(1, (lastDayOf(course) ?? first) - first + 1);
      const needed = neededOf(count);
      return needed > count ? Infinity : (first + needed - 1) * minutesOfDay;
    }
  }
}

/** The first minute by which so many meeting minutes have been held; meetings may overlap, and then count side by side. */
function minuteOfElapsed(course: CourseTime, needed: number): number {
  let sum = 0;
  let free = -Infinity;
  for (const m of course.meetings) {
    if (m.start < free) return minuteOfOverlapping(course, needed);
    const length = m.end - m.start;
    if (sum + length >= needed) return m.start + Math.max(0, needed - sum);
    sum += length;
    free = m.end;
  }
  return Infinity;
}

function minuteOfOverlapping(course: CourseTime, needed: number): number {
  const edges = [...new Set(course.meetings.flatMap((m) => [m.start, m.end]))].sort((a, b) => a - b);
  let held = 0;
  for (let i = 0; i < edges.length; i++) {
    const from = edges[i] ?? 0;
    if (held >= needed) return from;
    const to = edges[i + 1];
    if (to === undefined) break;
    const running = course.meetings.filter((m) => m.start <= from && m.end >= to).length;
    if (running > 0 && held + running * (to - from) >= needed) return from + Math.ceil((needed - held) / running);
    held += running * (to - from);
  }
  return Infinity;
}
