import type { Content } from '../shared/register/contents';
import type { EntryKind, Subject } from '../shared/register/entry';
import { listName } from '../shared/register/student';
import { entriesOf } from './entries';
import type { About } from './project';
import type { Sql } from './statements';

/** A record as lists name it: `RD-2026-0417 García, Ana`, `EXT 204`. One that is no longer there is named as it was last; nothing where retention took that away. */
export function labelOfSubject(sql: Sql, { subject, subjectId: id }: About): string {
  const named = (text: string): string | null => sql.one<{ label: string }>(text, id)?.label ?? null;
  switch (subject) {
    case 'office':
      return 'The office';
    case 'term':
      return named('SELECT name AS label FROM term WHERE id = ?') ?? held(sql, 'term', id, 'term.saved')?.name ?? '';
    case 'student':
      return studentName(sql, id);
    case 'course':
      return courseName(sql, id);
    case 'enrolment': {
      const place = held(sql, 'enrolment', id, 'enrolment.saved');
      return place === null ? '' : `${studentName(sql, place.studentId)} in ${courseName(sql, place.courseId)}`;
    }
    case 'group':
      return (
        named('SELECT name AS label FROM "group" WHERE id = ?') ?? held(sql, 'group', id, 'group.saved')?.name ?? ''
      );
    case 'batch':
      return named('SELECT label FROM batch WHERE id = ?') ?? held(sql, 'batch', id, 'batch.opened')?.label ?? '';
    case 'case':
      return named(`SELECT trim(number || ' ' || student_name) AS label FROM "case" WHERE id = ?`) ?? '';
    case 'letter':
      return named(`SELECT trim(number || ' ' || name) AS label FROM letter WHERE id = ?`) ?? '';
    case 'policy':
      return policyName(sql, id);
    case 'petition':
      return (
        named(
          `SELECT trim(p.number || ' ' || ifnull(c.student_name, '')) AS label FROM petition p LEFT JOIN "case" c ON c.id = p.case_id WHERE p.id = ?`,
        ) ?? ''
      );
    case 'template': {
      const words = held(sql, 'template', id, 'template.saved');
      return words === null ? '' : `${words.type} (${words.language})`;
    }
    case 'transmittal':
      return named('SELECT number AS label FROM transmittal WHERE id = ?') ?? '';
    case 'person':
      return (
        named('SELECT name AS label FROM person WHERE id = ?') ?? held(sql, 'person', id, 'person.added')?.name ?? ''
      );
  }
}

/** The student whom a record is about; null where it is about none, or where nobody can tell any more. */
export function studentOf(sql: Sql, { subject, subjectId: id }: About): string | null {
  const found = (text: string): string | null => sql.one<{ id: string | null }>(text, id)?.id ?? null;
  switch (subject) {
    case 'student':
      return id;
    case 'enrolment':
      return held(sql, 'enrolment', id, 'enrolment.saved')?.studentId ?? null;
    case 'case':
      return found('SELECT student_id AS id FROM "case" WHERE id = ?');
    case 'letter':
      return found('SELECT c.student_id AS id FROM letter l JOIN "case" c ON c.id = l.case_id WHERE l.id = ?');
    case 'petition':
      return found('SELECT c.student_id AS id FROM petition p JOIN "case" c ON c.id = p.case_id WHERE p.id = ?');
    default:
      return null;
  }
}

/** What the last entry of a kind about a record holds; null where there is none, or its content was taken away. */
export function held<K extends EntryKind>(sql: Sql, subject: Subject, id: string, kind: K): Content[K] | null {
  const found = entriesOf(sql, subject, id).findLast((e) => e.kind === kind && e.content !== null);
  return found === undefined ? null : (found.content as Content[K]);
}

/** A course by its code. */
export function courseName(sql: Sql, id: string): string {
  return (
    sql.one<{ code: string }>('SELECT code FROM course WHERE id = ?', id)?.code ??
    held(sql, 'course', id, 'course.saved')?.code ??
    ''
  );
}

/** A student by the name that lists show. */
export function studentName(sql: Sql, id: string): string {
  const there = sql.one<{ name: string }>('SELECT name FROM student WHERE id = ?', id);
  if (there !== null) return there.name;
  const student = held(sql, 'student', id, 'student.saved');
  return student === null ? '' : listName(student);
}

/** A policy by its name, a published one with its version. */
function policyName(sql: Sql, id: string): string {
  const published = held(sql, 'policy', id, 'policy.published');
  return published === null ? draftName(sql, id) : `${published.name}, version ${published.version}`;
}

/** A policy's draft by the name it has in it. */
export function draftName(sql: Sql, id: string): string {
  const draft = held(sql, 'policy', id, 'policy.drafted');
  return draft === null || draft.name === '' ? draft?.policy || 'a new policy' : draft.name;
}
