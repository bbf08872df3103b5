import type { Kept } from '../../shared/register/contents';
import type { Course } from '../../shared/register/course';
import { foldGroup } from '../../shared/register/fold';
import type { FoldedGroup } from '../../shared/register/group';
import type { Student } from '../../shared/register/student';
import { recordOf, type Present } from '../rows';
import { foldText } from '../search';
import type { Sql } from '../statements';

/** What the tables hold of a group, its participants and its invoices. */
export function presentGroup(id: string, kept: readonly Kept[]): Present {
  const group = foldGroup(kept);
  return {
    table: 'group',
    searched: false,
    row:
      group === null
        ? null
        : {
            id,
            course_id: group.courseId,
            name: group.name,
            name_fold: foldText(group.name),
            code: group.code,
            participants: group.participants.length,
            record: JSON.stringify(group),
          },
    lines: [
      {
        table: 'participant',
        key: 'group_id',
        order: 'line',
        rows: (group?.participants ?? []).map((student, line) => ({ group_id: id, line, student_id: student })),
      },
      {
        table: 'invoice',
        key: 'group_id',
        order: 'line',
        rows: (group?.invoices ?? []).map((invoice, line) => ({
          group_id: id,
          line,
          id: invoice.id,
          number: invoice.number,
          issued_on: invoice.issuedOn,
          cents: invoice.cents,
          paid_on: invoice.paidOn,
        })),
      },
    ],
  };
}

/** A group with its course and its participants, in the order in which they were registered. */
export type GroupWithPeople = {
  readonly group: FoldedGroup;
  readonly course: Course;
  readonly students: readonly Student[];
};

/** Reads groups and their invoices. */
export function groupReads(sql: Sql) {
  const withPeople = (rows: readonly { record: string; course: string }[]): GroupWithPeople[] =>
    rows.map((r) => {
      const group = JSON.parse(r.record) as FoldedGroup;
      const students = sql
        .all<{ record: string }>(
          'SELECT s.record FROM participant p JOIN student s ON s.id = p.student_id WHERE p.group_id = ? ORDER BY p.line',
          group.id,
        )
        .map((s) => JSON.parse(s.record) as Student);
      return { group, course: JSON.parse(r.course) as Course, students };
    });
  const columns = 'g.record, c.record AS course FROM "group" g JOIN course c ON c.id = g.course_id';
  return {
    get: (id: string): FoldedGroup | null =>
      recordOf<FoldedGroup>(sql.one('SELECT record FROM "group" WHERE id = ?', id)),
    /** The groups of a course by name. */
    ofCourse: (courseId: string): GroupWithPeople[] =>
      withPeople(sql.all(`SELECT ${columns} WHERE g.course_id = ? ORDER BY g.name_fold, g.row`, courseId)),
    /** The groups that have an invoice which nobody has paid, by the first day of their course. */
    unpaid: (): GroupWithPeople[] =>
      withPeople(
        sql.all(
          `SELECT ${columns} WHERE g.id IN (SELECT group_id FROM invoice WHERE paid_on IS NULL) ORDER BY c.first_on, g.name_fold, g.row`,
        ),
      ),
    /** The group through which a student is registered for a course. */
    ofStudent: (studentId: string, courseId: string): FoldedGroup | null =>
      recordOf<FoldedGroup>(
        sql.one(
          'SELECT g.record FROM participant p JOIN "group" g ON g.id = p.group_id WHERE p.student_id = ? AND g.course_id = ? LIMIT 1',
          studentId,
          courseId,
        ),
      ),
    /** The group that has an invoice of this number. */
    withInvoice: (number: string): FoldedGroup | null =>
      recordOf<FoldedGroup>(
        sql.one(
          'SELECT g.record FROM invoice i JOIN "group" g ON g.id = i.group_id WHERE i.number = ? LIMIT 1',
          number,
        ),
      ),
  };
}
