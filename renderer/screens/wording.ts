import { civil, dayNumber, formatDay, formatLongDay } from '../../shared/day';

/** A size in bytes as people read it: `1.4 MB`. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A day as lists show it: `9/22/2026`; nothing for no day. */
export function shortDay(day: string | null): string {
  if (day === null) return '';
  const { year, month, date } = civil(dayNumber(day));
  return `${month}/${date}/${year}`;
}

/** Cents as money: `$1,234.50`. */
export function money(cents: number): string {
  return dollars.format(cents / 100);
}

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** A count with its noun: `1 form`, `12 forms`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** A day in words: `Wednesday, November 11, 2026`. */
export function longDay(day: string): string {
  return formatLongDay(day, 'en');
}

/** A day with its weekday: `Wed, Nov 11, 2026`. */
export function weekdayAndDay(day: string): string {
  return formatDay(day, 'en');
}
