import { UTCDate } from '@date-fns/utc';
import { addDays, differenceInCalendarDays, format, getDay, getDaysInMonth } from 'date-fns';
import { misread, type Misread } from './meetings-times';
import type { TypedDate } from './meetings-words';
import type { Closure, Weekday } from './register/office';

/** What a meetings line is read against: the term (for years and whole-term lines), the office's closures, and a day near which years are sought without a term. */
export type MeetingsContext = {
  readonly term: { readonly name: string; readonly begins: string; readonly ends: string } | null;
  readonly closures: readonly Closure[];
  readonly near: string;
};

/** One day, or all days from one through another (`to` null: the one day). */
export type Span = { readonly from: string; readonly to: string | null };

// A range without a year that is longer than this was typed the wrong way round.
const longestWithoutYear = 200;
const bySunday: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Dates as typed, placed in years by the context: within the term, else nearest to it. */
export function spanOf(from: TypedDate, to: TypedDate | null, context: MeetingsContext): Span | Misread {
  const start = dayOf(from, context, null);
  if (typeof start !== 'string') return start;
  if (to === null) return { from: start, to: null };
  const end = dayOf(to, context, start);
  if (typeof end !== 'string') return end;
  const length = differenceInCalendarDays(utc(end), utc(start));
  if (length > 730)
    return misread(
      `The meetings run from ${longDay(start)} to ${longDay(end)}, more than two years. Check both dates.`,
    );
  if (end < start || (to.year === null && length > longestWithoutYear))
    return misread(
      `The meetings end (${longDay(sameYear(to, start, end))}) before they begin (${longDay(start)}). Check both dates.`,
    );
  return { from: start, to: end };
}

function sameYear(to: TypedDate, start: string, end: string): string {
  return to.year === null ? `${start.slice(0, 4)}${end.slice(4)}` : end;
}

/** A typed date as a day. Without a year: inside the term, else nearest to it; the end of a range is the first such day from its start. */
function dayOf(typed: TypedDate, context: MeetingsContext, notBefore: string | null): string | Misread {
  const anchor = context.term?.begins ?? context.near;
  const year = Number((notBefore ?? anchor).slice(0, 4));
  const years = typed.year !== null ? [typed.year] : notBefore !== null ? [year, year + 1] : [year - 1, year, year + 1];
  const days = years
    .filter((y) => typed.day <= getDaysInMonth(new UTCDate(y, typed.month - 1)))
    .map((y) => dayText(y, typed.month, typed.day));
  if (days.length === 0) {
    const month = new UTCDate(typed.year ?? year, typed.month - 1);
    return misread(
      `${format(month, 'MMMM yyyy')} has ${getDaysInMonth(month)} days. Check the date ${typed.month}/${typed.day}.`,
    );
  }
  if (notBefore !== null) return days.find((day) => day >= notBefore) ?? days[days.length - 1] ?? notBefore;
  const distance = (day: string): number => {
    const term = context.term;
    if (term === null) return Math.abs(differenceInCalendarDays(utc(day), utc(context.near)));
    return day < term.begins
      ? differenceInCalendarDays(utc(term.begins), utc(day))
      : day > term.ends
        ? differenceInCalendarDays(utc(day), utc(term.ends))
        : 0;
  };
  return [...days].sort((a, b) => distance(a) - distance(b))[0] ?? anchor;
}

/** Every day of a span, both ends included. */
export function daysOf(span: Span): readonly string[] {
  const days = [span.from];
  for (let day = span.from; span.to !== null && day < span.to; days.push(day)) day = iso(addDays(utc(day), 1));
  return days;
}

/** A span as the register writes it: month/day, with the year only where reading it again would find another one. */
export function writeSpan(span: Span, context: MeetingsContext): string {
  const from = writeDate(span.from, context, null);
  if (span.to === null) return from;
  const long = differenceInCalendarDays(utc(span.to), utc(span.from)) > longestWithoutYear;
  return `${from}-${long ? withYear(span.to) : writeDate(span.to, context, span.from)}`;
}

function writeDate(day: string, context: MeetingsContext, notBefore: string | null): string {
  const typed = { year: null, month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
  return dayOf(typed, context, notBefore) === day ? `${typed.month}/${typed.day}` : withYear(day);
}

function withYear(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;
}

/** The day of the week a day falls on. */
export function weekdayOf(day: string): Weekday {
  return bySunday[getDay(utc(day))] ?? 'mon';
}

/** The weekday's whole name: `Saturday`. */
export function fullWeekday(day: string): string {
  return format(utc(day), 'EEEE');
}

/** A day in words: `Wed, Nov 11, 2026`. */
export function longDay(day: string): string {
  return format(utc(day), 'EEE, MMM d, yyyy');
}

function utc(day: string): UTCDate {
  return new UTCDate(`${day}T00:00Z`);
}

function iso(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}

function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
