import type { Problem } from '../../../shared/errors';
import type { MeetingsContext } from '../../../shared/meetings-dates';
import { readMeetingsLine } from '../../../shared/meetings-line';
import type { Course } from '../../../shared/register/course';
import type { Office, Term } from '../../../shared/register/office';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { showMoney } from '../../../shared/typed/money';
import { readCents, readDayText, type Reading } from '../record-form/reading';

/** A course as its form holds it: text until it is read; `termId` empty for none. */
export type CourseText = {
  readonly code: string;
  readonly title: string;
  readonly policy: string;
  readonly category: string;
  readonly termId: string;
  readonly starts: string;
  readonly ends: string;
  readonly refundableUntil: string;
  readonly enrollmentDeadline: string;
  readonly arranged: boolean;
  readonly meetingLine: string;
  readonly fee: string;
  readonly deposit: string;
  readonly fund: string;
  readonly instructor: string;
  readonly location: string;
};

/** What a course's text is read against. */
export type CourseContext = { readonly office: Office; readonly terms: readonly Term[]; readonly days: DayContext };

/** A course with nothing typed yet, in the term of today or the next one. */
export function blankCourse(id: string, { office, terms, days }: CourseContext): Course {
  const term = [...terms].sort((a, b) => (a.begins < b.begins ? -1 : 1)).find((t) => t.ends >= days.today);
  return {
    id,
    code: '',
    title: '',
    policy: office.policy,
    category: '',
    termId: term?.id ?? null,
    starts: null,
    ends: null,
    arranged: false,
    meetingLine: '',
    meetings: [],
    fee: 0,
    deposit: 0,
    fund: '',
    instructor: '',
    location: '',
    cancelledOn: null,
    refundableUntil: null,
    enrollmentDeadline: null,
  };
}

/** The text of a course. */
export function writeCourse(course: Course): CourseText {
  return {
    code: course.code,
    title: course.title,
    policy: course.policy,
    category: course.category,
    termId: course.termId ?? '',
    starts: course.starts === null ? '' : showDay(course.starts),
    ends: course.ends === null ? '' : showDay(course.ends),
    refundableUntil: course.refundableUntil === null ? '' : showDay(course.refundableUntil),
    enrollmentDeadline: course.enrollmentDeadline === null ? '' : showDay(course.enrollmentDeadline),
    arranged: course.arranged,
    meetingLine: course.meetingLine,
    fee: course.fee === 0 ? '' : showMoney(course.fee),
    deposit: course.deposit === 0 ? '' : showMoney(course.deposit),
    fund: course.fund,
    instructor: course.instructor,
    location: course.location,
  };
}

/** What the meetings line of a course is read against: the term chosen, the office's closures, today. */
export function meetingsContext(termId: string, { office, terms, days }: CourseContext): MeetingsContext {
  return { term: terms.find((t) => t.id === termId) ?? null, closures: office.closures, near: days.today };
}

/** The course that the text means; what the form does not show is kept from `before`. */
export function readCourse(text: CourseText, before: Course, context: CourseContext): Reading {
  const wrong: Problem[] = [];
  const read = readMeetingsLine(text.meetingLine, meetingsContext(text.termId, context));
  if (!read.ok && read.failure.kind === 'invalid') wrong.push(...read.failure.problems);
  if (text.fee.trim() === '')
    wrong.push({ field: 'fee', message: 'The fee is missing. Type what the course usually costs, like 400.' });
  const fee = readCents(text.fee, 'fee', wrong);
  if (fee === 0)
    wrong.push({
      field: 'fee',
      message: 'The fee is 0. A course that costs nothing needs no refund; type the fee that is charged.',
    });
  const record = {
    ...before,
    ...text,
    termId: text.termId === '' ? null : text.termId,
    starts: readDayText(text.starts, 'starts', context.days, wrong),
    ends: readDayText(text.ends, 'ends', context.days, wrong),
    refundableUntil: readDayText(text.refundableUntil, 'refundableUntil', context.days, wrong),
    enrollmentDeadline: readDayText(text.enrollmentDeadline, 'enrollmentDeadline', context.days, wrong),
    meetingLine: read.ok ? read.value.line : text.meetingLine,
    meetings: read.ok ? read.value.meetings : [],
    fee: fee ?? 0,
    deposit: text.deposit.trim() === '' ? 0 : (readCents(text.deposit, 'deposit', wrong) ?? 0),
  };
  return { record, wrong };
}
