import type { Kept } from '../../shared/register/contents';
import { wholeCourse, type Course } from '../../shared/register/course';
import { assessed, collected, wholeEnrolment, type Enrolment } from '../../shared/register/enrolment';
import { foldEnrolment } from '../../shared/register/fold';
import type { Student } from '../../shared/register/student';
import { recordOf, type Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of an enrolment and its payments. */
export function presentEnrolment(id: string, kept: readonly Kept[]): Present {
  const enrolment = foldEnrolment(kept);
  const payments = enrolment?.payments ?? [];
  return {
    table: 'enrolment',
    searched: false,
    row: enrolment === null ? null : rowOf(id, enrolment),
    lines: [
      {
        table: 'payment',
        key: 'enrolment_id',
        order: 'line',
        rows: payments.map((p, line) => ({
          enrolment_id: id,
          line,
          paid_on: p.on,
          cents: p.cents,
          payer: p.payer.kind === 'other' ? p.payer.name : null,
          method: p.method,
        })),
      },
    ],
  };
}

function rowOf(id: string, enrolment: Enrolment) {
  const { studentId, courseId, enrolledOn, deposit } = enrolment;
  return {
    id,
    student_id: studentId,
    course_id: courseId,
    enrolled_on: enrolledOn,
    assessed: assessed(enrolment),
    collected: collected(enrolment),
    deposit,
    record: JSON.stringify(enrolment),
  };
}

/** Reads enrolments and rosters. */
export function enrolmentReads(sql: Sql) {
  return {
    get: (id: string): Enrolment | null => whole(sql.one('SELECT record FROM enrolment WHERE id = ?', id)),
    /** A student's place in a course. */
    of: (studentId: string | null, courseId: string | null): Enrolment | null =>
      studentId === null || courseId === null
        ? null
        : whole(sql.one('SELECT record FROM enrolment WHERE student_id = ? AND course_id = ?', studentId, courseId)),
    /** A student's enrolments with their courses, the latest course first. */
    ofStudent: (studentId: string): { readonly enrolment: Enrolment; readonly course: Course }[] =>
      sql
        .all<{ record: string; course: string }>(
          'SELECT e.record, c.record AS course FROM enrolment e JOIN course c ON c.id = e.course_id WHERE e.student_id = ? ORDER BY c.first_on DESC, c.code',
          studentId,
        )
        .map((r) => ({
          enrolment: wholeEnrolment(JSON.parse(r.record) as Enrolment),
          course: wholeCourse(JSON.parse(r.course) as Course),
        })),
    /** A course's roster by name. */
    roster: (courseId: string): { readonly enrolment: Enrolment; readonly student: Student }[] =>
      sql
        .all<{ record: string; student: string }>(
          'SELECT e.record, s.record AS student FROM enrolment e JOIN student s ON s.id = e.student_id WHERE e.course_id = ? ORDER BY s.name_fold, s.number',
          courseId,
        )
        .map((r) => ({
          enrolment: wholeEnrolment(JSON.parse(r.record) as Enrolment),
          student: JSON.parse(r.student) as Student,
        })),
  };
}

function whole(row: { readonly record: string } | null): Enrolment | null {
  const kept = recordOf<Enrolment>(row);
  return kept === null ? null : wholeEnrolment(kept);
}
