import type { Weekday } from './register/office';

/** A date as typed in a meetings line; the year is null where none was typed. */
export type TypedDate = { readonly year: number | null; readonly month: number; readonly day: number };

/** A pair of times as typed, 24-hour `HH:MM`; `guessed` where neither side said am or pm and the hour did not settle it. */
export type TypedTimes = { readonly from: string; readonly to: string; readonly guessed: boolean };

/** One word of a meetings line, understood. */
export type MeetingWord =
  | { readonly kind: 'weekdays'; readonly days: readonly Weekday[] }
  | { readonly kind: 'times'; readonly times: TypedTimes }
  | { readonly kind: 'dates'; readonly from: TypedDate; readonly to: TypedDate | null }
  | { readonly kind: 'except' };

/** A word that was not understood: what it is about and the sentence for under the field. */
export type Misread = { readonly kind: 'misread'; readonly message: string };

/** A misread word with its sentence. */
export function misread(message: string): Misread {
  return { kind: 'misread', message };
}

const order: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayWord = '(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:days?)?s?';

/** Splits one group of a meetings line (what stands between semicolons) into words, in the order they were typed; the first that cannot be read ends it. */
export function readWords(group: string): readonly MeetingWord[] | Misread {
  const words: MeetingWord[] = [];
  let lastDate: TypedDate | null = null;
  for (const text of split(group)) {
    const word = readWord(text, lastDate);
    if (word.kind === 'misread') return word;
    if (word.kind === 'dates') lastDate = word.to ?? word.from;
    words.push(word);
  }
  return words;
}

function split(group: string): readonly string[] {
  return group
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\bx(?=\d)/g, 'x ')
    .replace(/\b(?:to|thru|through|until|till)\b/g, '-')
    .replace(/\b(noon|midnight)\b/g, (word) => (word === 'noon' ? '12p' : '12a'))
    .replace(/(\d)\s*([ap])\.?\s?m\b\.?/g, '$1$2')
    .replace(
      new RegExp(`\\b(${monthNames.join('|')})[a-z]*\\.?\\s+(\\d{1,2})(?:,?\\s+(20\\d{2})(?![-:\\d]))?`, 'g'),
      (_, name: string, day: string, year?: string) =>
        [monthNames.indexOf(name) + 1, day, ...(year === undefined ? [] : [year])].join('/'),
    )
    .replace(/\s*-\s*/g, '-')
    .split(/[\s,&]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => word !== '' && !['and', 'on', 'from', 'at', 'every', 'the'].includes(word));
}

function readWord(text: string, lastDate: TypedDate | null): MeetingWord | Misread {
  if (['x', 'except', 'no', 'not', 'skip', 'but'].includes(text)) return { kind: 'except' };
  const days = readWeekdays(text);
  if (days !== null) return { kind: 'weekdays', days };
  const dates = readDates(text, lastDate);
  if (dates !== null) return dates;
  const times = readTimes(text);
  if (times !== null) return times;
  return misread(`“${text}” is not a weekday, a time or a date. Type it like Mon Wed 6-8:50p 9/14-11/2 x 11/11.`);
}

/** The weekday a word of letters stands for, as whole names and as registrars abbreviate them (`R` Thursday, `U` Sunday). */
function weekdayOf(word: string): Weekday | null {
  const short: Record<string, Weekday> = {
    m: 'mon',
    t: 'tue',
    tu: 'tue',
    w: 'wed',
    r: 'thu',
    th: 'thu',
    h: 'thu',
    f: 'fri',
    s: 'sat',
    sa: 'sat',
    u: 'sun',
    su: 'sun',
    we: 'wed',
    mo: 'mon',
    fr: 'fri',
  };
  return (
    short[word] ??
    (new RegExp(`^${weekdayWord}$`).test(word) ? (order.find((day) => word.startsWith(day)) ?? null) : null)
  );
}

function readWeekdays(text: string): readonly Weekday[] | null {
  if (text === 'daily') return order;
  if (text === 'weekdays') return order.slice(0, 5);
  const range = /^([a-z]+)-([a-z]+)$/.exec(text);
  if (range !== null) {
    const [first, last] = [weekdayOf(range[1] ?? ''), weekdayOf(range[2] ?? '')];
    if (first === null || last === null) return null;
    const [a, b] = [order.indexOf(first), order.indexOf(last)];
    return a <= b ? order.slice(a, b + 1) : [...order.slice(a), ...order.slice(0, b + 1)];
  }
  if (!/^[a-z/+]+$/.test(text)) return null;
  const days: Weekday[] = [];
  for (const part of text.split(/[/+]/)) {
    const one = weekdayOf(part);
    const run = one === null ? (part.match(/th|tu|sa|su|[mtwrfsuh]/g) ?? []) : [];
    // `MTWThF` reads as one run of abbreviations only when nothing of the word is left over.
    if (one === null && run.join('') !== part) return null;
    for (const piece of one === null ? run : [part]) {
      const day = weekdayOf(piece);
      if (day === null) return null;
      days.push(day);
    }
  }
  return days.length === 0 ? null : days;
}

const dateText = String.raw`(?:\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?|\d{4}-\d{1,2}-\d{1,2})`;

function readDates(text: string, lastDate: TypedDate | null): MeetingWord | Misread | null {
  const found = new RegExp(`^(${dateText})(?:-(${dateText}|\\d{1,2}))?$`).exec(text);
  if (found === null) {
    // A bare number after a date is another day of its month: `10/3, 10, 17`.
    const bare = /^\d{1,2}$/.exec(text);
    return bare !== null && lastDate !== null ? checkedDates({ ...lastDate, day: Number(text) }, null) : null;
  }
  const from = readDate(found[1] ?? '');
  const end = found[2];
  const to = end === undefined ? null : /^\d{1,2}$/.test(end) ? { ...from, day: Number(end) } : readDate(end);
  return checkedDates(from, to);
}

function readDate(text: string): TypedDate {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const [month, day, year] = text.split('/').map(Number);
  return {
    month: month ?? 0,
    day: day ?? 0,
    year: year === undefined ? null : year < 80 ? 2000 + year : year < 100 ? 1900 + year : year,
  };
}

function checkedDates(from: TypedDate, to: TypedDate | null): MeetingWord | Misread {
  for (const date of to === null ? [from] : [from, to]) {
    if (date.month < 1 || date.month > 12) return misread(`There is no month ${date.month}. Type dates as month/day.`);
    if (date.day < 1 || date.day > 31) return misread(`No month has a day ${date.day}. Type dates as month/day.`);
  }
  return { kind: 'dates', from, to };
}

type Clock = { readonly hour: number; readonly minute: number; readonly half: 'a' | 'p' | null };

/** Reads a pair of times such as `8a-5p` standing alone: an office's opening and closing. Null where nothing was typed. */
export function readTimePair(text: string): TypedTimes | Misread | null {
  const [word = '', ...more] = split(text);
  if (word === '') return null;
  const read = more.length > 0 ? null : readTimes(word);
  if (read === null) return misread(`“${text.trim()}” is not a pair of times. Type them like 8a-5p or 8:00-17:00.`);
  return read.kind === 'times' ? read.times : read;
}

function readTimes(text: string): Extract<MeetingWord, { readonly kind: 'times' }> | Misread | null {
  const clock = String.raw`(\d{1,2})(?::?(\d{2}))?([ap])?`;
  const found = new RegExp(`^${clock}(?:-${clock})?$`).exec(text);
  if (found === null) return null;
  const from = clockOf(found[1], found[2], found[3]);
  if (found[4] === undefined)
    return misread(`“${text}” has no ending time. Type both, like 6-8:50p, or leave the times out.`);
  const to = clockOf(found[4], found[5], found[6]);
  if (from === null || to === null)
    return misread(`“${text}” is not a pair of times. Type them like 6-8:50p or 18:00-20:50.`);
  const times = settle(from, to, text.startsWith('0') || from.hour > 12 || to.hour > 12);
  return times === null
    ? misread(`The class ends before it begins in “${text}”. Check both times, with a or p.`)
    : { kind: 'times', times };
}

function clockOf(hours?: string, minutes?: string, half?: string): Clock | null {
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
  if (hour > 23 || minute > 59 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  return { hour, minute, half: half === 'a' || half === 'p' ? half : null };
}

/** Settles am and pm. One side said: the other takes what makes the shorter class. Neither: mornings are 8 to 11, all else is noon or later. */
function settle(from: Clock, to: Clock, twentyFour: boolean): TypedTimes | null {
  const guessed = from.half === null && to.half === null && !twentyFour;
  const starts = minutesOf(from, twentyFour && from.half === null);
  const ends = minutesOf(to, twentyFour && to.half === null);
  const pairs = starts
    .flatMap((start) => ends.map((end) => ({ start, end })))
    .filter((pair) => pair.start < pair.end && (!guessed || pair.start >= 8 * 60));
  const best = pairs.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)[0];
  return best === undefined ? null : { from: clockText(best.start), to: clockText(best.end), guessed };
}

function minutesOf(clock: Clock, asTyped: boolean): readonly number[] {
  if (asTyped || clock.hour > 12 || clock.hour === 0) return [clock.hour * 60 + clock.minute];
  const morning = (clock.hour % 12) * 60 + clock.minute;
  return clock.half === 'a' ? [morning] : clock.half === 'p' ? [morning + 720] : [morning, morning + 720];
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
