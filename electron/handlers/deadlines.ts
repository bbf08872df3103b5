import type { CallName, Input } from '../../shared/contract';
import { dayNumber, dayOf, formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import { sayMark } from '../../shared/register/chain-mark';
import { fail, ok } from '../../shared/result';
import type { CourseSheet, SheetRow } from '../../shared/sheets/course-sheet';
import { sayThrough } from '../../shared/sheets/sheet-words';
import { coursesFound, eachSheet, sheetMaker, stopMaking } from '../sheets/course-sheets';
import type { OpenHandlers } from './context';

/** Calls about deadline sheets: looking at them, setting a date by hand, saving them as files. */
export const deadlineHandlers: OpenHandlers<Extract<CallName, `deadline.${string}`>> = {
  'deadline.list': ({ filter, offset, limit }, context) => {
    const found = coursesFound(filter, context);
    const courses = found.slice(offset, offset + limit).flatMap((id) => context.register.courses.get(id) ?? []);
    return ok({ sheets: courses.map(sheetMaker(context)), total: found.length });
  },

  'deadline.set': (input, context) => {
    const { register, act } = context;
    const { courseId, deadline, through, reason } = input;
    return act(
      'deadline.set',
      input,
      (write) => {
        const course = register.courses.get(courseId);
        if (course === null) return fail({ kind: 'not-found', what: 'That course' });
        const sheet = sheetMaker(context)(course);
        const row = sheet.rows.find((r) => r.deadline === deadline);
        if (row === undefined) return fail({ kind: 'not-found', what: 'That deadline' });
        const problems = settingProblems(input, row, sheet);
        if (problems.length > 0) return fail({ kind: 'invalid', problems });
        write.entry('deadline.set', courseId, { deadline, through, reason });
        return ok(null);
      },
      () => {
        const course = register.courses.get(courseId);
        return course === null ? fail({ kind: 'not-found', what: 'That course' }) : ok(sheetMaker(context)(course));
      },
    );
  },

  'deadline.save': async ({ filter, as }, context) => {
    // Loaded when a file is made: nobody waits for it when the app starts.
    const [{ csvFile, csvRows }, { newCalendar }] = await Promise.all([
      import('../sheets/csv-file'),
      import('../sheets/calendar-file'),
    ]);
    const office = context.office();
    const mark = sayMark(context.register.head());
    const lines: (readonly string[])[] = [];
    const calendar =
      as === 'csv'
        ? null
        : newCalendar({ office: office.name, timeZone: office.timeZone, madeAt: context.desktop.now(), mark });
    let deadlines = 0;
    let undated = 0;
    const made = await eachSheet(filter, context, (sheet) => {
      if (calendar === null) lines.push(...csvRows(sheet, mark));
      else calendar.add(sheet);
      deadlines += sheet.rows.length;
      undated += sheet.rows.filter((r) => r.through === null).length;
    });
    if (!made.ok) return made;
    const { courses } = made.value;
    if (courses === 0) return fail(noCourses);
    if (calendar?.events() === 0)
      return fail({
        kind: 'wrong-state',
        message: 'None of these deadlines has a date, so a calendar would be empty.',
        next: 'The sheet says what is missing for each.',
      });
    const path = await context.desktop.saveAs(
      `Deadlines ${context.local().day}.${as}`,
      calendar === null ? csvFile(lines) : calendar.bytes(),
    );
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path, courses, deadlines, undated });
  },

  'deadline.stop': () => {
    stopMaking();
    return ok({});
  },
};

/** What is said where a filter finds nothing to print or save. */
export const noCourses = {
  kind: 'wrong-state',
  message: 'No course is on this sheet.',
  next: 'Choose another term, or empty the line that finds courses.',
} as const;

/** How long before its first day a course may have a deadline at most, and how long after its last, in days. */
const longestBefore = 366;
const longestAfter = 2 * 366;

/** What is wrong with a date typed for a deadline. */
function settingProblems({ through }: Input<'deadline.set'>, row: SheetRow, { first, last }: CourseSheet): Problem[] {
  const wrong = (message: string): Problem[] => [{ field: 'through', message }];
  if (through === null)
    return row.set === null ? wrong('No date is set for this deadline: the computed one is published already.') : [];
  if (through === row.set?.through) return wrong(`${capital(sayThrough(through))} is set already.`);
  if (through === row.computed)
    return wrong(
      row.set === null
        ? `${capital(sayThrough(through))} is the computed limit already. Nothing needs to be set.`
        : 'That is the computed limit. Take the set date away instead.',
    );
  const day = dayNumber(dayOf(through));
  if (first !== null && day < dayNumber(first) - longestBefore)
    return wrong(
      `That is more than a year before the course begins (${formatDay(first, 'en')}), before its registration can have opened. Check the year.`,
    );
  if (last !== null && day > dayNumber(last) + longestAfter)
    return wrong(`That is more than two years after the course ends (${formatDay(last, 'en')}). Check the year.`);
  return [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
