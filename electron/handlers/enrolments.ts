import type { CallName } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import type { Enrolment } from '../../shared/register/enrolment';
import { listName } from '../../shared/register/student';
import { fail, ok } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { cited, residenceRefusal, rulesOf } from './registration';

/** Calls about a student's place in a course: the fee charged, what was paid and by whom. */
export const enrolmentHandlers: OpenHandlers<Extract<CallName, `enrolment.${string}`>> = {
  'enrolment.get': ({ studentId, courseId }, { register }) => ok(register.enrolments.of(studentId, courseId)),

  'enrolment.save': (input, context) =>
    context.act(
      'enrolment.save',
      input,
      (write) => {
        const problems = [
          ...enrolmentProblems(input.enrolment, context),
          ...residenceProblems(input.enrolment, context),
        ];
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

/** Why a new place cannot be given for where the student lives. A place that is there already is not looked at again: a drop of it must stay recordable. */
function residenceProblems(enrolment: Enrolment, context: OpenContext): Problem[] {
  const { register } = context;
  const student = register.students.get(enrolment.studentId);
  const course = register.courses.get(enrolment.courseId);
  if (student === null || course === null || register.enrolments.get(enrolment.id) !== null) return [];
  const message = residenceRefusal(student, course, context);
  return message === null ? [] : [{ field: 'studentId', message }];
}

/** What is wrong with an enrolment beside the amounts themselves, field by field. */
export function enrolmentProblems(enrolment: Enrolment, context: OpenContext): Problem[] {
  const { register, local } = context;
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
    problems.push(...movedProblems(known, enrolment, context));
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

/** A place goes neither to another student nor to another course; in the policy's own words where it has some. */
function movedProblems(known: Enrolment, enrolment: Enrolment, context: OpenContext): Problem[] {
  const course = context.register.courses.get(known.courseId);
  const rules = course === null ? null : rulesOf(course, context);
  const own = known.courseId !== enrolment.courseId ? rules?.noTransfer : rules?.noSubstitution;
  const message =
    own === undefined
      ? 'A place on a roster belongs to one student and one course. Enter another one for this student.'
      : cited(own);
  return [{ field: 'studentId', message }];
}
