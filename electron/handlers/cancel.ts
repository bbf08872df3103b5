import type { CancelRow } from '../../shared/contract/roster';
import { formatDay, dayOf } from '../../shared/day';
import { emptyForm } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import { collected, type Enrolment } from '../../shared/register/enrolment';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { FactSources } from '../../shared/register/facts';
import type { Student } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import { decide, receive, voidLetters, writeDetermination } from './case-save';
import type { OpenContext, OpenHandlers } from './context';
import { withPetitions } from './petition-facts';
import { isByCancellation, type Determining } from './policies';

/** One student of a class that is being cancelled: the row the screen shows, and what is to be written. */
type Planned = {
  readonly row: CancelRow;
  readonly caseId: string | null;
  readonly form: FoldedCase['form'];
  readonly made: Determining;
};

/** Calls about cancelling a class for its whole roster at once. */
export const cancelHandlers: OpenHandlers<'course.cancelPreview' | 'course.cancel'> = {
  'course.cancelPreview': ({ id, on }, context) => {
    const plan = planOf(id, on, context);
    return plan.ok ? ok(plan.value.map((p) => p.row)) : plan;
  },

  'course.cancel': (input, context) => {
    const { register, act } = context;
    return act(
      'course.cancel',
      input,
      (write) => {
        const plan = planOf(input.id, input.on, context);
        if (!plan.ok) return plan;
        write.entry('course.cancelled', input.id, { on: input.on });
        const why = `The class was cancelled on ${formatDay(input.on, 'en')}.`;
        for (const { row, caseId, form, made } of plan.value) {
          if (row.leftOut !== null) continue;
          const id = caseId ?? write.newId();
          if (caseId === null) receive(id, form, null, context, write);
          else voidLetters(id, why, context, write);
          writeDetermination(id, { cause: 'course-cancelled', why, made }, context, write);
        }
        return ok(null);
      },
      (touched) => {
        const cases = [...new Set(touched.filter((t) => t.subject === 'case').map((t) => t.subjectId))].flatMap(
          (id) => register.cases.row(id) ?? [],
        );
        const plan = planOf(input.id, input.on, context, true);
        return ok({
          cases,
          leftOut: plan.ok ? plan.value.map((p) => p.row).filter((row) => row.leftOut !== null) : [],
        });
      },
    );
  },
};

/** What a cancellation gives each student of the roster; those whose own drop took effect on an earlier day are left out, with the reason. */
function planOf(courseId: string, on: string, context: OpenContext, done = false): Result<Planned[]> {
  const { register, local } = context;
  const course = register.courses.get(courseId);
  if (course === null) return fail({ kind: 'not-found', what: 'That course' });
  if (course.cancelledOn !== null && !done) {
    return fail({
      kind: 'wrong-state',
      message: `${course.code} was cancelled on ${formatDay(course.cancelledOn, 'en')} already.`,
      next: 'Nothing more is to be done.',
    });
  }
  if (on > local().day) {
    return fail({
      kind: 'invalid',
      problems: [
        {
          field: 'on',
          message: `${formatDay(on, 'en')} is in the future. Type the day on which the class was cancelled.`,
        },
      ],
    });
  }
  const cancelled: Course = { ...course, cancelledOn: on };
  const plan: Planned[] = [];
  for (const { enrolment, student } of register.enrolments.roster(courseId)) {
    const planned = planFor(cancelled, on, enrolment, student, context);
    if (!planned.ok) return planned;
    plan.push(planned.value);
  }
  return ok(plan);
}

function planFor(
  course: Course,
  on: string,
  enrolment: Enrolment,
  student: Student,
  context: OpenContext,
): Result<Planned> {
  const { register, office } = context;
  const cases = register.cases.similar(student.id, course.id, null).flatMap(({ id }) => {
    const folded = register.cases.folded(id);
    return folded === null ? [] : [{ id, folded }];
  });
  const latest = cases.at(-1) ?? null;
  const form = latest?.folded.form ?? {
    ...emptyForm,
    studentId: student.id,
    courseId: course.id,
    signed: false,
    note: '',
  };
  const bare: FactSources = {
    form,
    student,
    course,
    term: register.office.term(course.termId),
    enrolment,
    office: office(),
  };
  const withPetitionsOf = (caseId: string, of: FactSources): FactSources =>
    withPetitions(of, register.petitions.foldedOfCase(caseId), context);
  const sources = latest === null ? bare : withPetitionsOf(latest.id, bare);
  // A student with several forms is left out when any of their drops came before the cancellation.
  const own = cases.find(
    ({ id, folded }) =>
      dropBefore(folded, on) && !cancels(withPetitionsOf(id, { ...bare, form: folded.form }), context),
  );
  // A form still held may lack what a decision needs of it; the cancellation needs none.
  const whole = decide(sources, context);
  const decided = whole.ok ? whole : decide({ ...sources, form: null }, context);
  if (!decided.ok) return fail({ kind: 'invalid', problems: decided.problems });
  const { determination } = decided.made;
  const leftOut =
    own === undefined
      ? null
      : `Their own drop took effect on ${formatDay(dayOf(own.folded.present?.determination.effective ?? on), 'en')}, before the class was cancelled.`;
  return ok({
    caseId: latest?.id ?? null,
    form,
    made: decided.made,
    row: {
      enrolmentId: enrolment.id,
      student,
      caseNumber: (own ?? latest)?.folded.number ?? null,
      collected: collected(enrolment),
      refundedBefore: cases.reduce((sum, { folded }) => sum + (folded.present?.determination.refund ?? 0), 0),
      refund: leftOut === null ? determination.refund : (own?.folded.present?.determination.refund ?? 0),
      cancelled: leftOut === null ? determination.cancelled : (own?.folded.present?.determination.cancelled ?? 0),
      leftOut,
    },
  });
}

function dropBefore(folded: FoldedCase, on: string): boolean {
  const effective = folded.present?.determination.effective ?? null;
  return effective !== null && dayOf(effective) < on;
}

/** Whether the policy, told of the cancellation, decides by it: the policy itself knows whose own drop stands. */
function cancels(sources: FactSources, context: OpenContext): boolean {
  const decided = decide(sources, context);
  return decided.ok && isByCancellation(decided.made.determination, packsOf(context.register));
}
