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
  /** Distinct days on which the course meets, in order. */
  readonly classDays: readonly number[];
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
  const meetings = (course.meetings ?? []).map((m) => {
    const day = dayNumber(m.date);
    const base = day * minutesOfDay;
    return m.from != null && m.to != null
      ? { start: base + minuteOfDay(m.from), end: base + minuteOfDay(m.to), day, timed: true }
      : { start: base, end: base + minutesOfDay, day, timed: false };
  });
  meetings.sort((a, b) => a.start - b.start || a.end - b.end);
  const classDays: number[] = [];
  let allTimed = meetings.length > 0;
  for (const m of meetings) {
    if (classDays.at(-1) !== m.day) classDays.push(m.day);
    if (!m.timed) allTimed = false;
  }
  const beginsWithTerm = withTerm || course.arranged === true;
  const starts = numberOf(course.starts);
  const termBegins = numberOf(course.termBegins);
  const first = meetings[0]?.start ?? (starts === null ? null : starts * minutesOfDay);
  return {
    category: course.category,
    arranged: course.arranged === true,
    meetings,
    allTimed,
    classDays,
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

/** The course's last day: its own, else its last meeting's, else its term's; null where none is known. */
export function lastDayOf(course: CourseTime): number | null {
  if (course.ends !== null) return course.ends;
  let last: number | null = null;
  for (const m of course.meetings) if (last === null || m.day > last) last = m.day;
  return last ?? course.termEnds;
}

/** The course's length in weeks: days from first to last meeting, both counted, over 7 and rounded up; 0 for fewer than five days. */
export function lengthInWeeks(course: CourseTime): number | null {
  const first = course.classDays[0] ?? course.starts;
  const last = course.classDays.at(-1) ?? course.ends;
  if (first == null || last == null) return null;
  const days = last - first + 1;
  return days < 5 ? 0 : Math.ceil(days / 7);
}

function numberOf(day: string | null | undefined): number | null {
  return day == null ? null : dayNumber(day);
}
