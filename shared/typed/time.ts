/** What was typed into a time field: nothing, a local clock time `HH:MM`, or a sentence that says what is wrong. */
export type TypedTime =
  | { readonly kind: 'empty' }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'wrong'; readonly message: string };

/** The hours within which a time without am or pm is sought: the office's on that day. */
export type Hours = { readonly from: string; readonly to: string };

/**
 * Reads a clock time as clerks type it: `10`, `10a`, `2:30p`, `230`, `1430`, `noon`. A time that could be morning or afternoon is the one
 * at which the office is open; with a leading zero or past 12 it is as it stands.
 */
export function readTime(text: string, hours: Hours | null): TypedTime {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '');
  if (typed === '') return { kind: 'empty' };
  if (typed === 'noon') return { kind: 'time', time: '12:00' };
  const match = /^(\d{1,2})[:.]?(\d{2})?(a|p|am|pm|a\.m\.|p\.m\.)?$/.exec(typed);
  if (match === null)
    return { kind: 'wrong', message: `“${text.trim()}” is not a time. Type it like 10, 2:30p or 14:30.` };
  const half = match[3]?.startsWith('p') === true ? 'pm' : match[3] === undefined ? null : 'am';
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (minute > 59) return { kind: 'wrong', message: `An hour has no minute ${minute}. Check the time.` };
  if (hour > 23) return { kind: 'wrong', message: `A day has no hour ${hour}. Check the time.` };
  if (half !== null && (hour < 1 || hour > 12)) {
    return { kind: 'wrong', message: `${hour} ${half} is not a time. Type it like 2:30p or 14:30.` };
  }
  if (half !== null) return { kind: 'time', time: clock((hour % 12) + (half === 'pm' ? 12 : 0), minute) };
  const asTyped = clock(hour, minute);
  const open = (time: string) => hours !== null && hours.from <= time && time <= hours.to;
  const afternoon = hour >= 1 && hour < 12 && !typed.startsWith('0') ? clock(hour + 12, minute) : null;
  return { kind: 'time', time: afternoon !== null && !open(asTyped) && open(afternoon) ? afternoon : asTyped };
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
