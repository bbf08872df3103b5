import type { CallName } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import type { Enrolment } from '../../shared/register/enrolment';
import { listName } from '../../shared/register/student';
import { fail, ok } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';

/** Calls about a student's place in a course: the fee charged, what was paid and by whom. */
export const enrolmentHandlers: OpenHandlers<Extract<CallName, `enrolment.${string}`>> = {
  'enrolment.get': ({ studentId, courseId }, { register }) => ok(register.enrolments.of(studentId, courseId)),

  'enrolment.save': (input, context) =>
    context.act(
      'enrolment.save',
      input,
      (write) => {
        const problems = enrolmentProblems(input.enrolment, context);
        if (problems.length > 0) return fail({ kind: 'invalid', problems });
        write.entry('enrolment.saved', input.enrolment.id, input.enrolment);
        return ok(null);
      },
      () => {
        const kept = context.register.enrolments.get(input.enrolment.id);
        return kept === null ? fail({ kind: 'not-found', what: 'That enrolment' }) : ok(kept);
      },
    ),
};

/** What is wrong with an enrolment beside the amounts themselves, field by field. */
export function enrolmentProblems(enrolment: Enrolment, { register, local }: OpenContext): Problem[] {
  const problems: Problem[] = [];
  const student = register.students.get(enrolment.studentId);
  const course = register.courses.get(enrolment.courseId);
  if (student === null)
    problems.push({
      field: 'studentId',
      message: 'That student is not in the register. Choose one of the list, or add them.',
    });
  if (course === null)
    problems.push({
      field: 'courseId',
      message: 'That course is not in the register. Choose one of the list, or add it.',
    });
  const known = register.enrolments.get(enrolment.id);
  if (known !== null && (known.studentId !== enrolment.studentId || known.courseId !== enrolment.courseId)) {
    problems.push({
      field: 'studentId',
      message: 'A place on a roster belongs to one student and one course. Enter another one for this student.',
    });
  }
  const there = register.enrolments.of(enrolment.studentId, enrolment.courseId);
  if (student !== null && course !== null && there !== null && there.id !== enrolment.id) {
    problems.push({
      field: 'studentId',
      message: `${listName(student)} is on the roster of ${course.code} already. Open that place and change it.`,
    });
  }
  const { day } = local();
  for (const [i, payment] of enrolment.payments.entries()) {
    if (payment.on > day)
      problems.push({
        field: `payments.${i}.on`,
        message: `${formatDay(payment.on, 'en')} is in the future. Type the day on which it was paid.`,
      });
  }
  return problems;
}
