import type { Reference } from '../../shared/letters/reference';
import { noticeKinds } from '../../shared/register/case';
import { packsNow } from '../policies';
import { ask } from '../wire';
import { courseTitle, emptyPetition, studentTitle } from './entry-texts';
import type { EntryState } from './entry-state';

/** The form with what a scanned code says: student, course and which form came. What the register does not know stays as typed text, to be looked at. */
export async function withReference(state: EntryState, reference: Reference): Promise<EntryState> {
  const [students, courses] = await Promise.all([
    // A confidential one is refused: the number stays as it was typed, and the field says why.
    reference.studentNumber === ''
      ? []
      : ask('student.find', { text: reference.studentNumber, limit: 5 }).catch(() => []),
    reference.courseCode === '' ? [] : ask('course.find', { text: reference.courseCode, limit: 5, studentId: null }),
  ]);
  const student = students.find((row) => row.student.number === reference.studentNumber)?.student ?? null;
  const found = courses.find((row) => row.course.code === reference.courseCode);
  const document =
    packsNow()
      .flatMap((p) => p.pack.forms)
      .find((f) => f.id === reference.form)?.document ?? reference.form;
  const kind = noticeKinds.find((k) => k === document) ?? state.texts.kind;
  return {
    ...state,
    student,
    course: found?.course ?? null,
    term: found?.term ?? null,
    texts: {
      ...state.texts,
      kind,
      petition: document === 'petition' ? (state.texts.petition ?? emptyPetition) : state.texts.petition,
      student: student === null ? reference.studentNumber : studentTitle(student),
      course: found === undefined ? reference.courseCode : courseTitle(found.course),
    },
  };
}
