import type { CallName } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import type { Course } from '../../shared/register/course';
import type { Term } from '../../shared/register/office';
import { fail, ok } from '../../shared/result';
import { packsOf } from '../packs';
import type { OpenContext, OpenHandlers } from './context';
import { policyProblems } from './policies';

type CourseCall = Exclude<Extract<CallName, `course.${string}`>, 'course.cancel' | 'course.cancelPreview'>;

/** Calls about courses and their meetings. */
export const courseHandlers: OpenHandlers<CourseCall> = {
  'course.find': ({ text, limit, studentId }, { register, local }) =>
    ok(register.courses.find(text, limit, studentId, local().day)),

  'course.list': ({ text, termId, offset, limit }, { register }) =>
    ok(register.courses.list(text, termId, offset, limit)),

  'course.get': ({ id }, { register }) => {
    const course = register.courses.get(id);
    if (course === null) return fail({ kind: 'not-found', what: 'That course' });
    const cases = register.cases.ofCourse(id);
    const roster = register.enrolments.roster(id).map(({ enrolment, student }) => ({
      enrolment,
      student,
      cases: cases.filter((c) => c.studentId === student.id),
    }));
    return ok({ course, term: register.office.term(course.termId), roster });
  },

  'course.save': (input, context) => {
    const { act, register } = context;
    return act(
      'course.save',
      input,
      (write) => {
        const problems = courseProblems(input.course, context);
        if (problems.length > 0) return fail({ kind: 'invalid', problems });
        write.entry('course.saved', input.course.id, input.course);
        return ok(null);
      },
      () => {
        const kept = register.courses.get(input.course.id);
        return kept === null ? fail({ kind: 'not-found', what: 'That course' }) : ok(kept);
      },
    );
  },
};

/** What is wrong with a course as it was typed, field by field. */
function courseProblems(course: Course, { register }: OpenContext): Problem[] {
  const problems: Problem[] = policyProblems(course.policy, course.category, packsOf(register));
  const term = register.office.term(course.termId);
  if (course.termId !== null && term === null)
    problems.push({ field: 'termId', message: 'That term is not in the register. Choose one of the list, or add it.' });
  const same = register.courses.withCode(course.code, course.termId, course.id);
  if (same !== null)
    problems.push({
      field: 'code',
      message: `${course.code} is ${same.title} already in that term. Open that one, or check the number.`,
    });
  if (course.fee === 0)
    problems.push({
      field: 'fee',
      message: 'The fee is 0. A course that costs nothing needs no refund; type the fee that is charged.',
    });
  const known = register.courses.get(course.id);
  if (course.cancelledOn !== (known?.cancelledOn ?? null)) {
    problems.push({
      field: 'cancelledOn',
      message: 'A class is cancelled for its whole roster at once. Use Cancel class.',
    });
  }
  return [...problems, ...meetingProblems(course, term)];
}

function meetingProblems(course: Course, term: Term | null): Problem[] {
  const { meetings, starts, ends, arranged } = course;
  const field = 'meetingLine';
  if (meetings.length === 0 && !arranged && (starts === null || ends === null)) {
    return [
      {
        field,
        message:
          'This course has no meetings. Type them like “Mon Wed 6-8:50p 9/14-11/2”, or give its first and last day.',
      },
    ];
  }
  const problems: Problem[] = [];
  const outside =
    term === null
      ? []
      : [...new Set(meetings.map((m) => m.date))].filter((d) => d < term.begins || d > term.ends).sort();
  if (term !== null && outside.length > 0) {
    const span = `${formatDay(term.begins, 'en')} to ${formatDay(term.ends, 'en')}`;
    problems.push({
      field,
      message: `${listed(outside)} ${outside.length === 1 ? 'lies' : 'lie'} outside ${term.name} (${span}). Check the dates, or choose another term.`,
    });
  }
  const twice = meetings.find((m, i) =>
    meetings.some((other, j) => j < i && other.date === m.date && overlap(other, m)),
  );
  if (twice !== undefined)
    problems.push({ field, message: `Two meetings on ${formatDay(twice.date, 'en')} overlap. Check their times.` });
  return problems;
}

type Times = Course['meetings'][number];

function overlap(a: Times, b: Times): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return true;
  return a.from < b.to && b.from < a.to;
}

/** At most five dates by name, and how many more there are. */
function listed(days: readonly string[]): string {
  const named = days.slice(0, 5).map((d) => formatDay(d, 'en'));
  const more = days.length - named.length;
  if (more > 0) return `${named.join('; ')} and ${more} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join('; ')} and ${named.at(-1)}`;
}
