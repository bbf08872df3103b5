import type { Input } from '../../shared/contract';
import { admissionPage } from '../../shared/letters/admission';
import type { Deadline } from '../../shared/policy/determination';
import { packFor } from '../../shared/policy/evaluate';
import { sayMark } from '../../shared/register/chain-mark';
import { courseOnlyFacts } from '../../shared/register/facts';
import { isMailable } from '../../shared/register/fields';
import { listName } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import type { CourseSheet } from '../../shared/sheets/course-sheet';
import type { Page } from '../desktop';
import { packsOf } from '../packs';
import { sheetMaker } from '../sheets/course-sheets';
import type { OpenContext } from './context';
import { registrationsOf } from './registration';

type Admission = Extract<Input<'paper.preview'>, { kind: 'admission' }>;

/** A letter of admission with what a clerk should read before it goes out. */
export type AdmissionPaper = Page & {
  readonly pages: number;
  readonly problems: readonly string[];
  readonly mailable: boolean;
};

/** The letter of admission of somebody who has a place in a course whose policy looks after registrations. */
export function admissionOf(
  { courseId, studentId, language: asked }: Admission,
  context: OpenContext,
): Result<AdmissionPaper> {
  const { register, office, local } = context;
  const course = register.courses.get(courseId);
  const student = register.students.get(studentId);
  if (course === null || student === null)
    return fail({ kind: 'not-found', what: course === null ? 'That course' : 'That student' });
  const enrolment = register.enrolments.of(studentId, courseId);
  const pack = packFor(courseOnlyFacts(course, register.office.term(course.termId), office()), packsOf(register));
  if (enrolment === null || pack === null || course.cancelledOn !== null) {
    return fail({
      kind: 'wrong-state',
      message:
        course.cancelledOn === null
          ? `${listName(student)} has no place in ${course.code}.`
          : `${course.code} was cancelled.`,
      next:
        course.cancelledOn === null ? 'Enroll them first; the letter can be made then.' : 'Nobody is admitted to it.',
    });
  }
  if (registrationsOf(course, context) === null) {
    return fail({
      kind: 'wrong-state',
      message: `The policy of ${course.code} knows no letter of admission.`,
      next: 'Nothing is to be done.',
    });
  }
  const language = asked ?? student.language;
  const page = admissionPage({
    language,
    madeOn: local().day,
    pack: pack.pack,
    office: office(),
    student,
    course,
    enrolment,
    group: register.groups.ofStudent(studentId, courseId)?.name ?? null,
    deadlines: datesOf(sheetMaker(context)(course)),
    mark: sayMark(register.head(), language),
  });
  const mailable = isMailable(student.address);
  const noAddress = `${listName(student)} has no complete mailing address. Add street, city, state and ZIP on the student, or hand the letter over.`;
  return ok({ ...page, language, mailable, problems: [...(mailable ? [] : [noAddress]), ...page.problems] });
}

/** The dates of a course's sheet: those that the office set by hand stand, but for a refund's, which the policy alone decides. */
function datesOf({ rows }: CourseSheet): readonly Deadline[] {
  return rows.flatMap(({ deadline, label, percent, clause, through, computed }) => {
    const day = percent === null ? through : computed;
    return day === null ? [] : [{ id: deadline.replace(/ \d+$/, ''), label, percent, clause, through: day }];
  });
}
