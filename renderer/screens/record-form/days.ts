import { UTCDate } from '@date-fns/utc';
import { getDay } from 'date-fns';
import type { Office, Weekday } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';

const bySunday: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The office's day now, `YYYY-MM-DD` in its own time zone, whatever the PC's zone is. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(),
  );
}

/** How dates typed on these screens are read: near today, or near another day; `past` for days that cannot lie ahead. */
export function dayContext(
  office: Pick<Office, 'timeZone' | 'hours' | 'closures'>,
  near?: string,
  past = false,
): DayContext {
  const today = todayIn(office.timeZone);
  const closed = new Set(office.closures.map((c) => c.on));
  return {
    today,
    near: near ?? today,
    past,
    isWorkingDay: (day) =>
      office.hours[bySunday[getDay(new UTCDate(`${day}T00:00Z`))] ?? 'sun'] !== undefined && !closed.has(day),
  };
}
