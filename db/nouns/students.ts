import type { Kept } from '../../shared/register/contents';
import type { DisclosureMade, Flag } from '../../shared/register/disclosure';
import { foldDisclosures, foldFlag, foldStudent } from '../../shared/register/fold';
import { listName, type Student } from '../../shared/register/student';
import { entriesOf, keptOf } from '../entries';
import { recordOf, recordsOf, type Present } from '../rows';
import { foldText, matchOf, wordsOf } from '../search';
import type { Sql } from '../statements';
import { confidential, outOfSight } from '../veil';

/** What the tables hold of a student. */
export function presentStudent(id: string, kept: readonly Kept[]): Present {
  const student = foldStudent(kept);
  const disclosures = student === null ? [] : foldDisclosures(kept);
  return {
    table: 'student',
    searched: true,
    row: student === null ? null : rowOf(id, student, foldFlag(kept)),
    lines: [
      {
        table: 'disclosure',
        key: 'student_id',
        order: 'line',
        rows: disclosures.map((made, line) => ({
          student_id: id,
          line,
          made_on: made.on,
          record: JSON.stringify(made),
        })),
      },
    ],
  };
}

function rowOf(id: string, student: Student, flag: Flag | null) {
  const { number, lastName, firstName, email, address } = student;
  return {
    id,
    number,
    name: listName(student),
    name_fold: foldText(listName(student)),
    email_fold: foldText(email),
    postal: address.postal,
    words: wordsOf([lastName, firstName, email], [number]),
    record: JSON.stringify(student),
    confidential: flag === null ? 0 : 1,
  };
}

/** A student found, and how many forms of theirs were entered since a day. */
export type FoundStudent = { readonly student: Student; readonly forms: number };
type Found = { readonly record: string; readonly forms: number };

/** Reads students. */
export function studentReads(sql: Sql) {
  const forms = `(SELECT count(*) FROM "case" c WHERE c.student_id = s.id AND c.state <> 'undone' AND c.entered_on >= ?) AS forms`;
  const found = (rows: readonly Found[]): FoundStudent[] =>
    rows.map(({ record, forms: count }) => ({ student: JSON.parse(record) as Student, forms: count }));
  return {
    get: (id: string): Student | null => recordOf<Student>(sql.one('SELECT record FROM student WHERE id = ?', id)),
    /** Students whose words begin with those typed, the best first: the number itself, then the last name, then the rest by name. `since` is the day from which forms count. */
    find: (text: string, limit: number, since: string): FoundStudent[] => {
      const match = matchOf(text);
      if (match === null)
        return found(
          sql.all<Found>(
            `SELECT s.record, ${forms} FROM (${recent}) r JOIN student s ON s.id = r.id WHERE 1${outOfSight(sql, 's.id')} ORDER BY r.used DESC LIMIT ?`,
            since,
            limit,
            limit,
            limit,
          ),
        );
      const typed = foldText(text);
      const first = typed.split(/[^\p{L}\p{N}]+/u).find((word) => word !== '') ?? '';
      return found(
        sql.all<Found>(
          `SELECT s.record, ${forms} FROM student s WHERE s.row IN (SELECT rowid FROM student_search WHERE student_search MATCH ?)${outOfSight(sql, 's.id')}
           ORDER BY s.number = ? DESC, s.email_fold = ? DESC, substr(s.name_fold, 1, length(?)) = ? DESC, s.name_fold, s.number LIMIT ?`,
          since,
          match,
          text.trim(),
          typed,
          first,
          first,
          limit,
        ),
      );
    },
    /** Students who may be the same person: the same number, or the same name with the same postal code or e-mail. */
    similar: (student: Student, since: string): FoundStudent[] => {
      const name = foldText(listName(student));
      const { postal } = student.address;
      const email = foldText(student.email);
      return found(
        sql.all<Found>(
          `SELECT s.record, ${forms} FROM student s
           WHERE s.id <> ? AND (s.number = ? OR (s.name_fold = ? AND ((s.postal <> '' AND s.postal = ?) OR (s.email_fold <> '' AND s.email_fold = ?))))${outOfSight(sql, 's.id')}
           ORDER BY s.number = ? DESC, s.name_fold LIMIT 20`,
          since,
          student.id,
          student.number,
          name,
          postal,
          email,
          student.number,
        ),
      );
    },
    /** The students whose records are confidential. */
    confidential: (): string[] => sql.all<{ id: string }>(confidential).map((r) => r.id),
    /** Who made a student's record confidential, when and why; null while it is not. */
    flag: (id: string): Flag | null => foldFlag(keptOf(entriesOf(sql, 'student', id))),
    /** To whom a student's data was given out, the newest first. */
    disclosures: (id: string): DisclosureMade[] =>
      recordsOf<DisclosureMade>(
        sql.all('SELECT record FROM disclosure WHERE student_id = ? ORDER BY made_on DESC, line DESC', id),
      ),
    /** The student who already has a number, other than one. */
    withNumber: (number: string, exceptId: string): Student | null =>
      recordOf<Student>(sql.one('SELECT record FROM student WHERE number = ? AND id <> ? LIMIT 1', number, exceptId)),
  };
}

/** The students most recently entered or with the most recent forms. */
const recent = `SELECT id, max(used) AS used FROM (
    SELECT * FROM (SELECT student_id AS id, entered_at AS used FROM "case" WHERE student_id IS NOT NULL ORDER BY entered_at DESC LIMIT ?)
    UNION ALL
    SELECT * FROM (SELECT subject_id AS id, at AS used FROM entry WHERE subject = 'student' ORDER BY seq DESC LIMIT ?)
  ) GROUP BY id`;
