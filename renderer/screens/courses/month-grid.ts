import { UTCDate } from '@date-fns/utc';
import { addDays, format, getDay, getDaysInMonth } from 'date-fns';
import type { Meeting } from '../../../shared/register/course';
import type { Closure } from '../../../shared/register/office';

/** A deadline as the grid marks it: its letter, and the last day it still holds. */
export type GridDeadline = { readonly letter: string; readonly day: string; readonly label: string };

/** One day of a month: which meetings (numbered from 1) fall on it, whether the office is closed, which deadlines end on it. */
export type GridDay = {
  readonly day: string;
  readonly number: number;
  readonly meetings: readonly number[];
  readonly closure: string | null;
  readonly deadlines: readonly GridDeadline[];
};

/** A month in weeks from Sunday to Saturday; null where a week's day belongs to another month. */
export type GridMonth = {
  readonly key: string;
  readonly label: string;
  readonly weeks: readonly (readonly (GridDay | null)[])[];
};

/** The months in which a meeting or a deadline falls, with everything marked; months without either are left out. At most eighteen. */
export function monthGrid(
  meetings: readonly Meeting[],
  closures: readonly Closure[],
  deadlines: readonly GridDeadline[],
): readonly GridMonth[] {
  const marked = [...meetings.map((m) => m.date), ...deadlines.map((d) => d.day)].map((day) => day.slice(0, 7));
  return [...new Set(marked)]
    .sort()
    .slice(0, 18)
    .map((month) => monthOf(utc(`${month}-01`), meetings, closures, deadlines));
}

function monthOf(
  month: UTCDate,
  meetings: readonly Meeting[],
  closures: readonly Closure[],
  deadlines: readonly GridDeadline[],
): GridMonth {
  const cells: (GridDay | null)[] = Array.from({ length: getDay(month) }, () => null);
  for (let i = 0; i < getDaysInMonth(month); i++) {
    const day = iso(addDays(month, i));
    cells.push({
      day,
      number: i + 1,
      meetings: meetings.flatMap((m, index) => (m.date === day ? [index + 1] : [])),
      closure: closures.find((c) => c.on === day)?.label ?? null,
      deadlines: deadlines.filter((d) => d.day === day),
    });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  return { key: iso(month).slice(0, 7), label: format(month, 'MMMM yyyy'), weeks };
}

/** A day of the grid in words, for those who hear it: `Monday, September 14, 2026: meeting 1; B 65 % ends`. */
export function sayGridDay(day: GridDay): string {
  const parts = [
    ...(day.meetings.length === 0 ? [] : [`meeting ${day.meetings.join(' and ')}`]),
    ...(day.closure === null ? [] : [`office closed${day.closure === '' ? '' : ` (${day.closure})`}`]),
    ...day.deadlines.map((d) => `last day of ${d.letter}, ${d.label}`),
  ];
  const name = format(utc(day.day), 'EEEE, MMMM d, yyyy');
  return parts.length === 0 ? name : `${name}: ${parts.join('; ')}`;
}

function utc(day: string): UTCDate {
  return new UTCDate(`${day}T00:00Z`);
}

function iso(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
