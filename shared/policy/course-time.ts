import { calendarOf, type Calendar } from '../calendar';
import { dayNumber, minuteOfDay, minutesOfDay } from '../day';
import type { Facts } from './facts';

/** One meeting on the course's clock, in minute numbers; an untimed one spans its whole day. */
export type TimedMeeting = {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly timed: boolean;
};

/** A course resolved to integers once, as every deadline expression reads it. Null is a fact that was not given. */
export type CourseTime = {
  readonly category: string;
  readonly arranged: boolean;
  /** In order of their beginnings. */
  readonly meetings: readonly TimedMeeting[];
  readonly allTimed: boolean;
  readonly termBegins: number | null;
  readonly termEnds: number | null;
  readonly starts: number | null;
  readonly ends: number | null;
  readonly paidOn: number | null;
  readonly refundableUntil: number | null;
  readonly enrollmentDeadline: number | null;
  readonly calendar: Calendar;
  /** The minute at which the course counts as begun, or null where the fact it stands on is missing. */
  readonly begins: number | null;
  /** Whether the course begins with the term, whatever its first meeting. */
  readonly beginsWithTerm: boolean;
};

/** Resolves the course of some facts; `withTerm` says whether this category begins with its term. */
export function courseTimeOf(facts: Facts, withTerm: boolean): CourseTime {
  const { course } = facts;
  const meetings: TimedMeeting[] = [];
  let allTimed = course.meetings != null && course.meetings.length > 0;
  let ordered = true;
  for (const { date, from, to } of course.meetings ?? []) {
    const day = dayNumber(date);
    const base = day * minutesOfDay;
    const timed = from != null && to != null;
    const start = timed ? base + minuteOfDay(from) : base;
    const end = base + (timed ? minuteOfDay(to) : minutesOfDay);
    if (!timed) allTimed = false;
    const before = meetings[meetings.length - 1];
    if (before !== undefined && (before.start > start || (before.start === start && before.end > end))) ordered = false;
    meetings.push({ start, end, day, timed });
  }
  if (!ordered) meetings.sort((a, b) => a.start - b.start || a.end - b.end);
  const beginsWithTerm = withTerm || course.arranged === true;
  const starts = numberOf(course.starts);
  const termBegins = numberOf(course.termBegins);
  const first = meetings[0]?.start ?? (starts === null ? null : starts * minutesOfDay);
  return {
    category: course.category,
    arranged: course.arranged === true,
    meetings,
    allTimed,
    termBegins,
    termEnds: numberOf(course.termEnds),
    starts,
    ends: numberOf(course.ends),
    paidOn: numberOf(facts.fees.paidOn),
    refundableUntil: numberOf(course.refundableUntil),
    enrollmentDeadline: numberOf(course.enrollmentDeadline),
    calendar: calendarOf(facts.office),
    begins: beginsWithTerm ? (termBegins === null ? null : termBegins * minutesOfDay) : first,
    beginsWithTerm,
  };
}

/** The Nth distinct day on which the course meets; null where it does not meet on so many. */
export function classDay(course: CourseTime, nth: number): number | null {
  let count = 0;
  let last: number | null = null;
  for (const { day } of course.meetings) {
    if (day === last) continue;
    last = day;
    count += 1;
    if (count === nth) return day;
  }
  return null;
}

/** The course's last day: its own, else its last meeting's, else its term's; null where none is known. */
export function lastDayOf(course: CourseTime): number | null {
  if (course.ends !== null) return course.ends;
  return course.meetings[course.meetings.length - 1]?.day ?? course.termEnds;
}

/** The course's length in weeks: days from first to last meeting, both counted, over 7 and rounded up; 0 for fewer than five days. */
export function lengthInWeeks(course: CourseTime): number | null {
  const first = course.meetings[0]?.day ?? course.starts;
  const last = course.meetings[course.meetings.length - 1]?.day ?? course.ends;
  if (first == null || last == null) return null;
  const days = last - first + 1;
  return days < 5 ? 0 : Math.ceil(days / 7);
}

function numberOf(day: string | null | undefined): number | null {
  return day == null ? null : dayNumber(day);
}
