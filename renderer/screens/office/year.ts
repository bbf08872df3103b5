import { UTCDate } from '@date-fns/utc';
import { addDays, addMonths, format, getDay, getDaysInMonth, lastDayOfMonth, startOfMonth } from 'date-fns';

/** A month of a year as weeks from Sunday to Saturday, null where another month's day would stand. */
export type YearMonth = {
  readonly key: string;
  readonly label: string;
  readonly weeks: readonly (readonly (string | null)[])[];
};

/** The twelve months of a year. */
export function monthsOfYear(year: number): readonly YearMonth[] {
  return Array.from({ length: 12 }, (_, i) => {
    const first = new UTCDate(year, i);
    const cells: (string | null)[] = [
      ...Array.from({ length: getDay(first) }, () => null),
      ...Array.from({ length: getDaysInMonth(first) }, (_, d) => iso(addDays(first, d))),
    ];
    while (cells.length % 7 !== 0) cells.push(null);
    return {
      key: iso(first).slice(0, 7),
      label: format(first, 'MMMM'),
      weeks: Array.from({ length: cells.length / 7 }, (_, w) => cells.slice(w * 7, w * 7 + 7)),
    };
  });
}

/** What a key does in the year. */
export type YearKey =
  | 'day-before'
  | 'day-after'
  | 'week-before'
  | 'week-after'
  | 'month-before'
  | 'month-after'
  | 'month-first'
  | 'month-last';

/** The day one key away, never out of its year. */
export function stepInYear(day: string, key: YearKey): string {
  const from = new UTCDate(`${day}T00:00Z`);
  const next = iso(stepped(from, key));
  return next.slice(0, 4) === day.slice(0, 4) ? next : day;
}

function stepped(from: UTCDate, key: YearKey): Date {
  switch (key) {
    case 'day-before':
      return addDays(from, -1);
    case 'day-after':
      return addDays(from, 1);
    case 'week-before':
      return addDays(from, -7);
    case 'week-after':
      return addDays(from, 7);
    case 'month-before':
      return addMonths(from, -1);
    case 'month-after':
      return addMonths(from, 1);
    case 'month-first':
      return startOfMonth(from);
    case 'month-last':
      return lastDayOfMonth(from);
  }
}

function iso(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
