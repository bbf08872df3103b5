import { dayNumber, dayText, weekdayOf } from '../../shared/day';

/** The day so many days after another (before it, where negative), `YYYY-MM-DD`. */
export function plusDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** How many days a day lies after another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  return plusDays(day, -weekdayOf(dayNumber(day)));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return weekdayOf(dayNumber(day)) > 4;
}

/** The first day after a day that is no Saturday or Sunday. */
export function nextOpenDay(day: string): string {
  const next = plusDays(day, 1);
  return isWeekend(next) ? nextOpenDay(next) : next;
}
