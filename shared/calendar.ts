import { civil, dayNumber, minuteOfDay, minutesOfDay, weekdayOf } from './day';

/** An office's hours by day of the week and the days on which it is closed. A day left out of `hours` is closed. */
export type OfficeDays = {
  readonly hours?: Readonly<
    Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly [string, string] | null>>
  > | null;
  readonly closures?: readonly string[] | null;
};

/** The office's calendar, resolved to integers once. */
export type Calendar = {
  /** Opening and closing minute of each weekday (Monday first), or null; null altogether where the office gave no hours. */
  readonly week: readonly (readonly [number, number] | null)[] | null;
  readonly closures: ReadonlySet<number>;
  /** Years for which at least one closure is entered. */
  readonly years: ReadonlySet<number>;
};

const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Resolves an office's hours and closures. */
export function calendarOf(office: OfficeDays | null | undefined): Calendar {
  const hours = office?.hours;
  const week = hours
    ? order.map((name) => {
        const span = hours[name];
        return span ? ([minuteOfDay(span[0]), minuteOfDay(span[1])] as const) : null;
      })
    : null;
  const closures = new Set<number>();
  const years = new Set<number>();
  for (const day of office?.closures ?? []) {
    const n = dayNumber(day);
    closures.add(n);
    years.add(civil(n).year);
  }
  return { week: week !== null && week.some((d) => d !== null) ? week : null, closures, years };
}

/** Opening and closing minute of a day (minute numbers), or null where the office is closed on it. */
export function openOn(calendar: Calendar, day: number): readonly [number, number] | null {
  const span = calendar.week?.[weekdayOf(day)];
  if (!span || calendar.closures.has(day)) return null;
  return [day * minutesOfDay + span[0], day * minutesOfDay + span[1]];
}

/** The first opening on a day after this one; null where the office never opens within two years. */
export function nextOpening(calendar: Calendar, day: number): number | null {
  for (let d = day + 1; d <= day + 731; d++) {
    const span = openOn(calendar, d);
    if (span) return span[0];
  }
  return null;
}

/** The last moment during office hours before a limit (a minute number, itself no longer inside), for deadline sheets; null without hours. */
export function lastOfficeMoment(calendar: Calendar, limit: number): number | null {
  if (calendar.week === null) return null;
  const first = Math.floor((limit - 1) / minutesOfDay);
  for (let d = first; d >= first - 731; d--) {
    const span = openOn(calendar, d);
    if (span && span[0] < limit) return Math.min(span[1], limit - 1);
  }
  return null;
}

/** Whether a day is neither a weekend nor one of the office's closures. */
export function isWorkingDay(calendar: Calendar, day: number): boolean {
  return weekdayOf(day) < 5 && !calendar.closures.has(day);
}
