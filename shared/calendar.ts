import { civil, dayNumber, minuteOfDay, minutesOfDay, weekdayOf, yearOf } from './day';

/** The days of the week as office hours name them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** An office's hours by day of the week and the days on which it is closed. A day left out of `hours` is closed. */
export type OfficeDays = {
  readonly hours?: Readonly<Partial<Record<Weekday, readonly [string, string] | null>>> | null;
  readonly closures?: readonly string[] | null;
};

/** The office's calendar as every rule asks it. `hours` is null where the office gave none: it then has no business hours at all. */
export type Calendar = {
  readonly hours: Readonly<Partial<Record<Weekday, readonly [string, string] | null>>> | null;
  readonly closures: readonly string[];
};

const none: readonly string[] = [];

/** The calendar of an office; one that is open on no day of the week has no hours to move a notice to, as if it had given none. */
export function calendarOf(office: OfficeDays | null | undefined): Calendar {
  const hours = office?.hours;
  return {
    hours: hours != null && weekdays.some((day) => hours[day] != null) ? hours : null,
    closures: office?.closures ?? none,
  };
}

/** Whether the office calendar names this day (a day number) a closure. */
export function isClosure(calendar: Calendar, day: number): boolean {
  if (calendar.closures.length === 0) return false;
  // The last digit of the date rules nine of ten closures out before one is read.
  const digit = 48 + (civil(day).date % 10);
  for (const closure of calendar.closures)
    if (closure.charCodeAt(9) === digit && dayNumber(closure) === day) return true;
  return false;
}

/** Whether any closure is entered for a year; a year without one has probably not been entered at all. */
export function hasClosuresIn(calendar: Calendar, year: number): boolean {
  for (const day of calendar.closures) if (yearOf(day) === year) return true;
  return false;
}

/** Opening and closing minute of a day (minute numbers), or null where the office is closed on it. */
export function openOn(calendar: Calendar, day: number): readonly [number, number] | null {
  const span = calendar.hours?.[weekdays[weekdayOf(day)] ?? 'sun'];
  if (span == null || isClosure(calendar, day)) return null;
  const midnight = day * minutesOfDay;
  return [midnight + minuteOfDay(span[0]), midnight + minuteOfDay(span[1])];
}

/** The first opening on a day after this one; null without hours. */
export function nextOpening(calendar: Calendar, day: number): number | null {
  if (calendar.hours === null) return null;
  // Closures are finitely many and one weekday at least is open, so that a day must come.
  for (let d = day + 1; ; d++) {
    const span = openOn(calendar, d);
    if (span !== null) return span[0];
  }
}

/** The last moment during office hours before a limit (a minute number, itself no longer inside), for deadline sheets; null without hours. */
export function lastOfficeMoment(calendar: Calendar, limit: number): number | null {
  if (calendar.hours === null) return null;
  for (let d = Math.floor((limit - 1) / minutesOfDay); ; d--) {
    const span = openOn(calendar, d);
    if (span !== null && span[0] < limit) return Math.min(span[1], limit - 1);
  }
}

/** The first moment during office hours that is not before a limit (a minute number); null without hours. */
export function firstOfficeMoment(calendar: Calendar, limit: number): number | null {
  if (calendar.hours === null) return null;
  for (let d = Math.floor(limit / minutesOfDay); ; d++) {
    const span = openOn(calendar, d);
    if (span !== null && span[1] >= limit) return Math.max(span[0], limit);
  }
}

/** Whether a day counts as a working day: one of the weekdays that do (Monday is 0; Monday to Friday unless said), and no closure. */
export function isWorkingDay(calendar: Calendar, day: number, workweek: readonly number[] = mondayToFriday): boolean {
  return workweek.includes(weekdayOf(day)) && !isClosure(calendar, day);
}

const mondayToFriday = [0, 1, 2, 3, 4];
