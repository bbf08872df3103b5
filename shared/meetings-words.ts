import { misread, readTimes, type Misread, type TypedTimes } from './meetings-times';
import type { Weekday } from './register/office';

/** A date as typed in a meetings line; the year is null where none was typed. */
export type TypedDate = { readonly year: number | null; readonly month: number; readonly day: number };

/** One word of a meetings line, understood. */
export type MeetingWord =
  | { readonly kind: 'weekdays'; readonly days: readonly Weekday[] }
  | { readonly kind: 'times'; readonly times: TypedTimes }
  | { readonly kind: 'dates'; readonly from: TypedDate; readonly to: TypedDate | null }
  | { readonly kind: 'except' };

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

/** Reads a pair of times such as `8a-5p` standing alone: an office's opening and closing. Null where nothing was typed. */
export function readTimePair(text: string): TypedTimes | Misread | null {
  const [word = '', ...more] = split(text);
  if (word === '') return null;
  const read = more.length > 0 ? null : readTimes(word);
  if (read === null) return misread(`“${text.trim()}” is not a pair of times. Type them like 8a-5p or 8:00-17:00.`);
  return read.kind === 'times' ? read.times : read;
}
