import { dayOf, formatDay, minuteOfDay } from '../day';
import { formatPercent } from '../money';

/** A limit in the office's words: `through Tue Sep 22, 2026` includes its whole day, `until Tue Sep 22, 2026, 8:15 pm` is the first moment too late. */
export function sayThrough(through: string): string {
  const day = formatDay(dayOf(through), 'en').replace(',', '');
  return through.length === 10 ? `through ${day}` : `until ${day}, ${clock(through.slice(11))}`;
}

/** A percentage, or nothing for a deadline that is not about a refund. */
export function sayPercent(percent: number | null): string {
  return percent === null ? '' : formatPercent(percent, 'en');
}

/** A clock time for a narrow place: `8:15 pm`. */
function clock(time: string): string {
  const minutes = minuteOfDay(time);
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${hour < 12 ? 'am' : 'pm'}`;
}

/** Several things in a row: `a, b and c`. */
export function sayAll(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
