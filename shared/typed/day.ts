import { civil, dayNumber, dayText, daysInMonth, formatDay, longMonths, monthsAfter, weekdayOf } from '../day';
import { monthOfWord, weekdayOfWord } from './day-words';

/** What a typed date is read against. Days are `YYYY-MM-DD`. */
export type DayContext = {
  readonly today: string;
  /** The day that dates are sought near: the batch's received date, else today. */
  readonly near: string;
  /** True for a receipt or a postmark, which lie never in the future: a date without a year is then sought in the past. */
  readonly past: boolean;
  /** Whether the office works that day, for `-3b`. */
  readonly isWorkingDay: (day: string) => boolean;
};

/**
 * What was typed into a date field: nothing; a day; a day that could be another as well and must be confirmed; or a sentence that says
 * what is wrong. A day that does not exist is never rolled over into the next month.
 */
export type TypedDay =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'ambiguous'; readonly day: string; readonly others: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: string };

type Parts = { readonly month: number; readonly day: number; readonly year: number | null };

/** Reads a date as clerks type it: `9/22`, `92226`, `22`, `sep 22`, `2026-09-22`, `t`, `y`, `+5`, `-3b`, `m`, `h`, `mon`. */
export function readDay(text: string, context: DayContext): TypedDay {
  // A sign before a whole date was a step whose date was then typed over.
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[+-](?=\d+[-/. ]\d)/, '');
  if (typed === '') return { kind: 'empty' };
  return (
    readWord(typed, context) ??
    readOffset(typed, context) ??
    readDigits(typed, context) ??
    readParted(typed, context) ??
    readNamed(typed, context) ?? {
      kind: 'wrong',
      message: `“${text.trim()}” is not a date. Type it like 9/22, sep 22 or 22, or T for today.`,
    }
  );
}

function readWord(typed: string, { today, near }: DayContext): TypedDay | null {
  if (typed === 't' || typed === '=' || typed === 'today') return found(today);
  if (typed === 'y' || typed === 'yesterday') return found(plusDays(today, -1));
  if (typed === 'm') return found(`${near.slice(0, 8)}01`);
  if (typed === 'h') return found(lastOfMonth(near));
  const weekday = weekdayOfWord(typed);
  return weekday === null ? null : found(plusDays(today, -((weekdayOf(dayNumber(today)) - weekday + 7) % 7)));
}

function readOffset(typed: string, { near, isWorkingDay }: DayContext): TypedDay | null {
  const match = /^([+-]) ?(\d{0,3}) ?(b?)$/.exec(typed);
  if (match === null) return null;
  const step = match[1] === '-' ? -1 : 1;
  const count = match[2] === '' ? 1 : Number(match[2]);
  if (match[3] !== 'b') return found(plusDays(near, step * count));
  let day = near;
  let left = count;
  // An office that never opens has no working day; a year of looking is enough to say so.
  for (let looked = 0; left > 0; looked += 1) {
    if (looked > 366 + count * 7)
      return wrong('The office calendar has no such working day. Check the office’s hours.');
    day = plusDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return found(day);
}

function readDigits(typed: string, context: DayContext): TypedDay | null {
  if (!/^\d+$/.test(typed)) return null;
  if (typed.length <= 2) return bareDay(Number(typed), context);
  const year4 = typed.length >= 7;
  const yearLength = typed.length >= 7 ? 4 : typed.length >= 5 ? 2 : 0;
  if (typed.length > 8) return wrong('A date in digits has at most eight: month, day and year.');
  const year = yearLength === 0 ? null : yearOf(typed.slice(-yearLength));
  const rest = typed.slice(0, typed.length - yearLength);
  const splits = rest.length === 4 ? [2] : [1, 2];
  const readings = splits.map((at) =>
    place({ month: Number(rest.slice(0, at)), day: Number(rest.slice(at)), year }, context),
  );
  const days = readings.flatMap((r) => (r.kind === 'day' ? [r.day] : []));
  // 20260922, as other programs write it.
  if (days.length === 0 && typed.length === 8 && year4) {
    return place(
      { year: Number(typed.slice(0, 4)), month: Number(typed.slice(4, 6)), day: Number(typed.slice(6)) },
      context,
    );
  }
  // What can be comes first, then what is nearest.
  const possible = (day: string) => (context.past && day > context.today ? 1 : 0);
  const unlike = [...new Set(days)].sort(
    (a, b) => possible(a) - possible(b) || apart(a, context.near) - apart(b, context.near),
  );
  const [first, ...others] = unlike;
  if (first === undefined) return readings[0] ?? null;
  return others.length === 0 ? found(first) : { kind: 'ambiguous', day: first, others };
}

function bareDay(day: number, { near, today, past }: DayContext): TypedDay {
  const inFuture = past && `${near.slice(0, 8)}${two(day)}` > today;
  const { year, month } = civil(monthsAfter(dayNumber(near), inFuture ? -1 : 0));
  return existing(year, month, day);
}

function readParted(typed: string, context: DayContext): TypedDay | null {
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(typed);
  if (iso !== null) return place({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, context);
  const match = /^(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{2}|\d{4}))?$/.exec(typed);
  if (match === null) return null;
  return place(
    { month: Number(match[1]), day: Number(match[2]), year: match[3] === undefined ? null : yearOf(match[3]) },
    context,
  );
}

function readNamed(typed: string, context: DayContext): TypedDay | null {
  const words = typed
    .replace(/[.,]/g, ' ')
    .trim()
    .split(/[\s/-]+/);
  if (words.length > 1 && weekdayOfWord(words[0] ?? '') !== null) words.shift();
  const at = words.findIndex((word) => monthOfWord(word) !== null);
  const month = monthOfWord(words[at] ?? '');
  if (month === null || at > 1 || words.length < 2 || words.length > 3) return null;
  const numbers = words.filter((_, index) => index !== at).map((word) => word.replace(/(?<=^\d+)(st|nd|rd|th)$/, ''));
  const [day, year] = numbers;
  if (day === undefined || !/^\d{1,2}$/.test(day)) return null;
  if (year !== undefined && !/^(\d{2}|\d{4})$/.test(year)) return null;
  return place({ month, day: Number(day), year: year === undefined ? null : yearOf(year) }, context);
}

/** A date in its year: the one typed, else the year that brings it nearest to the day sought, and not into the future where it cannot be. */
function place({ month, day, year }: Parts, { near, today, past }: DayContext): TypedDay {
  if (month < 1 || month > 12) return wrong(`There is no month ${month}. Type the month first, like 9/22.`);
  if (year !== null) return existing(year, month, day);
  const about = Number(near.slice(0, 4));
  const possible = [about - 1, about, about + 1]
    .map((y) => existing(y, month, day))
    .flatMap((r) => (r.kind === 'day' ? [r.day] : []));
  const allowed = past ? possible.filter((d) => d <= today) : possible;
  const nearest = [...allowed].sort((a, b) => apart(a, near) - apart(b, near))[0];
  return nearest === undefined ? existing(about, month, day) : found(nearest);
}

function existing(year: number, month: number, day: number): TypedDay {
  if (year < 1950 || year > 2099) return wrong(`The year ${year} cannot be right. Check the date.`);
  const days = daysInMonth(year, month);
  if (day < 1) return wrong('There is no day 0. Check the date.');
  if (day > days) return wrong(`${longMonths.en[month - 1]} ${year} has ${days} days.`);
  return found(`${year}-${two(month)}-${two(day)}`);
}

/** The steps that keys make in a date field. */
export type DayStep = 'day-later' | 'day-earlier' | 'month-later' | 'month-earlier';

/** The day one step from a day; a month's step keeps to the month's last day. */
export function stepDay(day: string, step: DayStep): string {
  switch (step) {
    case 'day-later':
      return plusDays(day, 1);
    case 'day-earlier':
      return plusDays(day, -1);
    case 'month-later':
      return dayText(monthsAfter(dayNumber(day), 1));
    case 'month-earlier':
      return dayText(monthsAfter(dayNumber(day), -1));
  }
}

/** A day as a date field shows it once read: `9/22/2026`. */
export function showDay(day: string): string {
  const { year, month, date } = civil(dayNumber(day));
  return `${month}/${date}/${year}`;
}

/** A day as the echo says it: `Tue, Sep 22, 2026`. */
export function sayDay(day: string): string {
  return formatDay(day, 'en');
}

/** Two-digit years: 00 to 79 are 20xx, 80 to 99 are 19xx. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 80 ? 2000 + year : 1900 + year;
}

function apart(a: string, b: string): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}

function plusDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count);
}

function lastOfMonth(day: string): string {
  const { year, month } = civil(dayNumber(day));
  return `${day.slice(0, 8)}${two(daysInMonth(year, month))}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function found(day: string): TypedDay {
  return { kind: 'day', day };
}

function wrong(message: string): TypedDay {
  return { kind: 'wrong', message };
}
