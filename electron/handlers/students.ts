import type { CallName } from '../../shared/contract';
import { listName } from '../../shared/register/student';
import { fail, ok } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { addressLetters } from './letter-address';

/** Calls about students. A student without a complete address is taken: only their letter has to wait. */
export const studentHandlers: OpenHandlers<Extract<CallName, `student.${string}`>> = {
  'student.find': ({ text, limit }, context) => ok(context.register.students.find(text, limit, aYearAgo(context))),

  'student.get': ({ id }, { register }) => {
    const student = register.students.get(id);
    if (student === null) return fail({ kind: 'not-found', what: 'That student' });
    return ok({
      student,
      flag: register.students.flag(id),
      enrolments: register.enrolments.ofStudent(id),
      cases: register.cases.ofStudent(id),
    });
  },

  'student.similar': ({ student }, context) => ok(context.register.students.similar(student, aYearAgo(context))),

  'student.save': async (input, context) => {
    const { act, register } = context;
    const saved = act(
      'student.save',
      input,
      (write) => {
        const { student } = input;
        const other = register.students.withNumber(student.number, student.id);
        if (other !== null) {
          const message = `${student.number} is the number of ${listName(other)}. Use that student, or check the number.`;
          return fail({ kind: 'invalid', problems: [{ field: 'number', message }] });
        }
        write.entry('student.saved', student.id, student);
        return ok(null);
      },
      () => {
        const kept = register.students.get(input.student.id);
        return kept === null ? fail({ kind: 'not-found', what: 'That student' }) : ok(kept);
      },
    );
    // The student is saved whatever becomes of the letters: one whose PDF cannot be made now waits on.
    if (saved.ok) await addressLetters('student.save', input.requestId, saved.value, context);
    return saved;
  },
};

function aYearAgo({ local }: OpenContext): string {
  const { day } = local();
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
