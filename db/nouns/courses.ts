import type { Kept } from '../../shared/register/contents';
import { courseDays, wholeCourse, type Course } from '../../shared/register/course';
import { foldCourse } from '../../shared/register/fold';
import type { Term } from '../../shared/register/office';
import { recordOf, type Present } from '../rows';
import { foldText, matchOf, wordsOf } from '../search';
import type { Sql, Value } from '../statements';

/** What the tables hold of a course and its meetings. */
export function presentCourse(id: string, kept: readonly Kept[]): Present {
  const course = foldCourse(kept);
  const meetings = course?.meetings ?? [];
  return {
    table: 'course',
    searched: true,
    row: course === null ? null : rowOf(id, course),
    lines: [
      {
        table: 'meeting',
        key: 'course_id',
        order: 'line',
        rows: meetings.map((m, line) => ({ course_id: id, line, date: m.date, begins: m.from, ends: m.to })),
      },
    ],
  };
}

function rowOf(id: string, course: Course) {
  const { first, last } = courseDays(course);
  const { code, title, policy, category, termId, fee, deposit, cancelledOn, instructor, fund = '' } = course;
  return {
    id,
    code,
    title,
    policy,
    category,
    term_id: termId,
    first_on: first,
    last_on: last,
    fee,
    deposit,
    cancelled_on: cancelledOn,
    fund,
    words: wordsOf([title, instructor], [code]),
    record: JSON.stringify(course),
  };
}

/** A course with its term, the size of its roster, and whether the student asked about is on it (null where none was named). */
export type FoundCourse = {
  readonly course: Course;
  readonly term: Term | null;
  readonly enrolled: boolean | null;
  readonly roster: number;
};
type Found = {
  readonly record: string;
  readonly term: string | null;
  readonly roster: number;
  readonly enrolled: number | null;
};

const columns = `c.record, t.record AS term, (SELECT count(*) FROM enrolment e WHERE e.course_id = c.id) AS roster`;
const enrolled = '(SELECT 1 FROM enrolment e WHERE e.course_id = c.id AND e.student_id = ?) AS enrolled';

/** Reads courses. */
export function courseReads(sql: Sql) {
  const found = (rows: readonly Found[], studentId: string | null): FoundCourse[] =>
    rows.map((r) => ({
      course: wholeCourse(JSON.parse(r.record) as Course),
      term: r.term === null ? null : (JSON.parse(r.term) as Term),
      enrolled: studentId === null ? null : r.enrolled === 1,
      roster: r.roster,
    }));
  return {
    get: (id: string): Course | null => whole(sql.one('SELECT record FROM course WHERE id = ?', id)),
    /** Courses whose words begin with those typed; those of the student named stand first, then those of the term that is nearest to today. */
    find: (text: string, limit: number, studentId: string | null, today: string): FoundCourse[] => {
      const match = matchOf(text);
      const where = match === null ? '1' : 'c.row IN (SELECT rowid FROM course_search WHERE course_search MATCH ?)';
      const typed = foldText(text);
      return found(
        sql.all<Found>(
          `SELECT ${columns}, ${enrolled} FROM course c LEFT JOIN term t ON t.id = c.term_id WHERE ${where}
           ORDER BY enrolled DESC, lower(c.code) = ? DESC, coalesce(abs(julianday(c.first_on) - julianday(?)), 1e9), c.code, c.row LIMIT ?`,
          studentId,
          ...(match === null ? [] : [match]),
          typed,
          today,
          limit,
        ),
        studentId,
      );
    },
    /** A page of the list of courses by number, and how many there are in all. */
    list: (
      text: string,
      termId: string | null,
      offset: number,
      limit: number,
    ): { readonly rows: FoundCourse[]; readonly total: number } => {
      const { where, values } = narrowed(text, termId);
      const rows = sql.all<Found>(
        `SELECT ${columns}, NULL AS enrolled FROM course c LEFT JOIN term t ON t.id = c.term_id ${where} ORDER BY c.code, c.row LIMIT ? OFFSET ?`,
        ...values,
        limit,
        offset,
      );
      return { rows: found(rows, null), total: sql.number(`SELECT count(*) FROM course c ${where}`, ...values) };
    },
    /** Which courses that list has, in its order. */
    ids: (text: string, termId: string | null): string[] => {
      const { where, values } = narrowed(text, termId);
      return sql
        .all<{ id: string }>(`SELECT c.id FROM course c ${where} ORDER BY c.code, c.row`, ...values)
        .map((row) => row.id);
    },
    /** Another course with the same number in the same term. */
    withCode: (code: string, termId: string | null, exceptId: string): Course | null =>
      whole(
        sql.one(
          'SELECT record FROM course WHERE code = ? AND term_id IS ? AND id <> ? LIMIT 1',
          code,
          termId,
          exceptId,
        ),
      ),
  };
}

function whole(row: { readonly record: string } | null): Course | null {
  const kept = recordOf<Course>(row);
  return kept === null ? null : wholeCourse(kept);
}

/** The condition on the list of courses: by words and by term. */
function narrowed(text: string, termId: string | null): { readonly where: string; readonly values: readonly Value[] } {
  const match = matchOf(text);
  const tests: string[] = [];
  const values: Value[] = [];
  if (match !== null) {
    tests.push('c.row IN (SELECT rowid FROM course_search WHERE course_search MATCH ?)');
    values.push(match);
  }
  if (termId !== null) {
    tests.push('c.term_id = ?');
    values.push(termId);
  }
  return { where: tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`, values };
}
