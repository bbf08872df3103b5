import { UTCDate } from '@date-fns/utc';
import { addDays, format, getISODay } from 'date-fns';

/** The day so many days after another (before it, where negative), `YYYY-MM-DD`. */
export function plusDays(day: string, days: number): string {
  return format(addDays(new UTCDate(day), days), 'yyyy-MM-dd');
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  return plusDays(day, 1 - getISODay(new UTCDate(day)));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return getISODay(new UTCDate(day)) > 5;
}

/** The first day after a day that is no Saturday or Sunday. */
export function nextOpenDay(day: string): string {
  const next = plusDays(day, 1);
  return isWeekend(next) ? nextOpenDay(next) : next;
}
