import {
  daysOf,
  fullWeekday,
  longDay,
  spanOf,
  weekdayOf,
  writeSpan,
  type MeetingsContext,
  type Span,
} from './meetings-dates';
import { misread, sayTimes, writeTimes, type Misread, type TypedTimes } from './meetings-times';
import { readWords, type MeetingWord } from './meetings-words';
import type { Meeting } from './register/course';
import type { Weekday } from './register/office';
import { fail, ok, type Result } from './result';

/** Something the clerk should look at once; `date` where it is about one day, so that the day can be left out. */
export type MeetingsNote = {
  readonly kind: 'closure' | 'outside-term' | 'guessed-times' | 'every-day' | 'unused-exception' | 'twice' | 'overlap';
  readonly date: string | null;
  readonly message: string;
};

/** A meetings line understood: its dated meetings in order, the line as the register writes it, and what to look at. */
export type MeetingsReading = {
  readonly meetings: readonly Meeting[];
  readonly line: string;
  readonly notes: readonly MeetingsNote[];
};

type Group = {
  readonly days: readonly Weekday[];
  readonly times: TypedTimes | null;
  readonly spans: readonly Span[];
  readonly except: readonly Span[];
};

const names: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};
const order: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const field = 'meetingLine';

/**
 * Reads a meetings line such as `Mon Wed 6-8:50p 9/14-11/2 x 11/11; Sat 9a-12p 10/3` into dated meetings.
 * Groups stand between semicolons; a date without a year falls into the term. An empty line is a course without meetings. Fails as `invalid` on the first thing not understood.
 */
export function readMeetingsLine(text: string, context: MeetingsContext): Result<MeetingsReading> {
  const groups: Group[] = [];
  for (const part of text.split(/[;\n]/).filter((p) => p.trim() !== '')) {
    const words = readWords(part);
    if ('kind' in words) return invalid(words);
    const group = groupOf(words, context);
    if ('kind' in group) return invalid(group);
    groups.push(group);
  }
  const notes: MeetingsNote[] = [];
  const meetings: Meeting[] = [];
  for (const group of groups) {
    const met = meetingsOf(group, notes);
    if ('kind' in met) return invalid(met);
    meetings.push(...met);
  }
  const sorted = withoutTwins(meetings, notes);
  if (sorted.length > 400)
    return invalid({
      kind: 'misread',
      message: `This makes ${sorted.length} meetings, and a course holds at most 400. Check the dates.`,
    });
  return ok({
    meetings: sorted,
    line: groups.map((group) => writeGroup(group, context)).join('; '),
    notes: [...notes, ...lookedAt(sorted, context)],
  });
}

/** The line with a day left out of every group that meets on it; the same line where none does or where it cannot be read. */
export function withoutDay(text: string, day: string, context: MeetingsContext): string {
  return text
    .split(';')
    .map((group) => {
      const read = readMeetingsLine(group, context);
      const words = readWords(group);
      if (!read.ok || 'kind' in words || !read.value.meetings.some((m) => m.date === day)) return group.trim();
      const excepting = words.some((w) => w.kind === 'except');
      return `${group.trim()} ${excepting ? '' : 'x '}${writeSpan({ from: day, to: null }, context)}`;
    })
    .join('; ');
}

/** The length of all meetings together in minutes; meetings without times count as none. */
export function meetingMinutes(meetings: readonly Meeting[]): number {
  return meetings.reduce((sum, m) => sum + (m.from === null || m.to === null ? 0 : minutes(m.to) - minutes(m.from)), 0);
}

function invalid(misread: Misread): Result<never> {
  return fail({ kind: 'invalid', problems: [{ field, message: misread.message }] });
}

function groupOf(words: readonly MeetingWord[], context: MeetingsContext): Group | Misread {
  const days: Weekday[] = [];
  const spans: Span[] = [];
  const except: Span[] = [];
  let times: TypedTimes | null = null;
  let excepting = false;
  for (const word of words) {
    switch (word.kind) {
      case 'weekdays':
        if (excepting)
          return misread(
            'After x come the days on which the class does not meet. Put a ; before the next group of meetings.',
          );
        days.push(...word.days);
        break;
      case 'times':
        if (times !== null)
          return misread('There are two pairs of times. Put a ; between groups that meet at different times.');
        times = word.times;
        break;
      case 'except':
        excepting = true;
        break;
      case 'dates': {
        const span = spanOf(word.from, word.to, context);
        if ('kind' in span) return span;
        (excepting ? except : spans).push(span);
        break;
      }
    }
  }
  if (excepting && except.length === 0)
    return misread('Type the day on which the class does not meet after the x, like x 11/11.');
  if (spans.length === 0 && days.length === 0)
    return misread('Say on which weekdays or dates the class meets, like Mon Wed 9/14-11/2.');
  if (spans.length === 0 && context.term === null)
    return misread('Say from when to when the class meets, like 9/14-11/2, or choose the term first.');
  if (spans.length === 0 && context.term !== null) spans.push({ from: context.term.begins, to: context.term.ends });
  return { days: order.filter((day) => days.includes(day)), times, spans, except };
}

function meetingsOf(group: Group, notes: MeetingsNote[]): readonly Meeting[] | Misread {
  const meetings: Meeting[] = [];
  const times = { from: group.times?.from ?? null, to: group.times?.to ?? null };
  const left = new Set<string>();
  for (const span of group.spans) {
    if (span.to === null && group.days.length > 0 && !group.days.includes(weekdayOf(span.from)))
      return misread(`${longDay(span.from)} is a ${fullWeekday(span.from)}. Check the date or the weekday.`);
    for (const date of daysOf(span)) {
      if (span.to !== null && group.days.length > 0 && !group.days.includes(weekdayOf(date))) continue;
      if (group.except.some((e) => daysOf(e).includes(date))) left.add(date);
      else meetings.push({ date, ...times });
    }
    if (span.to !== null && group.days.length === 0 && span.from !== span.to)
      notes.push({
        kind: 'every-day',
        date: null,
        message: `No weekday is named, so the class meets every day from ${longDay(span.from)} through ${longDay(span.to)}.`,
      });
  }
  for (const span of group.except)
    if (!daysOf(span).some((date) => left.has(date)))
      notes.push({
        kind: 'unused-exception',
        date: span.from,
        message: `There is no meeting on ${longDay(span.from)}, so leaving it out changes nothing.`,
      });
  if (group.times?.guessed === true)
    notes.push({
      kind: 'guessed-times',
      date: null,
      message: `The times were read as ${sayTimes(group.times)}. Type a or p if that is wrong.`,
    });
  if (meetings.length === 0) return misread('No meeting falls on these days. Check the weekdays and the dates.');
  return meetings;
}

function withoutTwins(meetings: readonly Meeting[], notes: MeetingsNote[]): readonly Meeting[] {
  const key = (m: Meeting): string => `${m.date} ${m.from ?? ''}`;
  const sorted = [...meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const kept: Meeting[] = [];
  for (const meeting of sorted) {
    const before = kept.at(-1);
    if (before?.date === meeting.date && before.from === meeting.from && before.to === meeting.to)
      notes.push({
        kind: 'twice',
        date: meeting.date,
        message: `${longDay(meeting.date)} is in two groups; it counts as one meeting.`,
      });
    else {
      if (before?.date === meeting.date && (before.to === null || meeting.from === null || meeting.from < before.to))
        notes.push({
          kind: 'overlap',
          date: meeting.date,
          message: `Two meetings on ${longDay(meeting.date)} overlap. Check their times.`,
        });
      kept.push(meeting);
    }
  }
  return kept;
}

function lookedAt(meetings: readonly Meeting[], context: MeetingsContext): readonly MeetingsNote[] {
  const notes: MeetingsNote[] = [];
  for (const date of [...new Set(meetings.map((m) => m.date))]) {
    const closure = context.closures.find((c) => c.on === date);
    if (closure !== undefined)
      notes.push({
        kind: 'closure',
        date,
        message: `The office is closed on ${longDay(date)}${closure.label === '' ? '' : ` (${closure.label})`}. The meeting counts unless it is left out.`,
      });
    const term = context.term;
    if (term !== null && (date < term.begins || date > term.ends))
      notes.push({
        kind: 'outside-term',
        date,
        message: `${longDay(date)} lies outside ${term.name} (${longDay(term.begins)} to ${longDay(term.ends)}). Check the date or the term.`,
      });
  }
  return notes;
}

function writeGroup(group: Group, context: MeetingsContext): string {
  const spans = (list: readonly Span[]): readonly string[] => list.map((span) => writeSpan(span, context));
  return [
    ...group.days.map((day) => names[day]),
    ...(group.times === null ? [] : [writeTimes(group.times)]),
    ...spans(group.spans),
    ...(group.except.length === 0 ? [] : ['x', ...spans(group.except)]),
  ].join(' ');
}

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
