import { dayNumber, formatLongDay, weekdayOf } from '../../shared/day';
import { weekdays, type Office } from '../../shared/register/office';
import type { Hours } from '../../shared/typed/time';

/** When the office is open that day, or null where it is closed: a day without hours, or a closure of its calendar. */
export function hoursOn(office: Office, day: string): Hours | null {
  if (office.closures.some((closure) => closure.on === day)) return null;
  const weekday = weekdays[weekdayOf(dayNumber(day))];
  const hours = weekday === undefined ? undefined : office.hours[weekday];
  return hours === undefined ? null : { from: hours[0], to: hours[1] };
}

/** Why the office is closed that day, in words: the closure's name, or the weekday; null where it is open. */
export function closedWhy(office: Office, day: string): string | null {
  const closure = office.closures.find((c) => c.on === day);
  if (closure !== undefined) return closure.label === '' ? 'a closure' : closure.label;
  if (hoursOn(office, day) !== null) return null;
  return `a ${formatLongDay(day, 'en').split(',')[0]}`;
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
