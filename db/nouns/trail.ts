import type { TrailRow } from '../../shared/contract/history';
import type { EntryKind, Subject } from '../../shared/register/entry';
import { foldText, matchOf } from '../search';
import type { Sql, Value } from '../statements';
import { labelOfSubject } from '../subject-labels';
import { outOfSight } from '../veil';

/** How the history of the register is narrowed; null narrows nothing. Moments are UTC, the second the first that is too late. */
export type TrailFilter = {
  readonly text: string;
  readonly person: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly subject: Subject | null;
  readonly subjectId: string | null;
  readonly kind: EntryKind | null;
};

type Line = Omit<TrailRow, 'undone' | 'removed' | 'label'> & { readonly undone: number; readonly removed: number };

const columns = `e.seq, e.id, e.action_id AS actionId, e.subject, e.subject_id AS subjectId, e.kind, e.person, e.at,
  EXISTS (SELECT 1 FROM action a WHERE a.id = e.action_id AND a.undone_seq IS NOT NULL) AS undone,
  NOT EXISTS (SELECT 1 FROM entry_content c WHERE c.seq = e.seq) AS removed, lower(hex(e.mac)) AS mac`;

/** As many records as words may find for their entries to be gathered; where they find more, the entries are walked until a page is full. */
const fewRecords = 2000;

/** Reads the history of the whole register. */
export function trailReads(sql: Sql) {
  const rowOf = (line: Line): TrailRow => ({
    ...line,
    undone: line.undone === 1,
    removed: line.removed === 1,
    label: labelOfSubject(sql, line),
  });
  return {
    /** Entries, the newest first, only those before a sequence where one is named. */
    list: (filter: TrailFilter, before: number | null, limit: number): TrailRow[] => {
      const { where, values } = whereOf(sql, filter);
      return sql
        .all<Line>(
          `SELECT ${columns} FROM entry e WHERE e.seq < ? ${where} ORDER BY e.seq DESC LIMIT ?`,
          before ?? Number.MAX_SAFE_INTEGER,
          ...values,
          limit,
        )
        .map(rowOf);
    },
    row: (seq: number): TrailRow | null => {
      const line = sql.one<Line>(`SELECT ${columns} FROM entry e WHERE e.seq = ?`, seq);
      return line === null ? null : rowOf(line);
    },
    /** Everybody who made an entry, by the account that it carries. */
    people: (): string[] => {
      // One step of an index a person, however many entries there are.
      const found = sql.all<{ person: string }>(
        `WITH RECURSIVE p (person) AS (SELECT min(person) FROM entry UNION ALL
         SELECT (SELECT min(person) FROM entry WHERE person > p.person) FROM p WHERE p.person IS NOT NULL)
         SELECT person FROM p WHERE person IS NOT NULL`,
      );
      return found.map((f) => f.person);
    },
    /** What an entry says, as text; null where it was taken away. */
    content: (seq: number): string | null =>
      sql.one<{ content: string }>('SELECT content FROM entry_content WHERE seq = ?', seq)?.content ?? null,
    /** The other entries of an action. */
    together: (actionId: string, seq: number): number[] =>
      sql
        .all<{ seq: number }>('SELECT seq FROM entry WHERE action_id = ? AND seq <> ? ORDER BY seq', actionId, seq)
        .map((e) => e.seq),
    /** The entries of a subject before a sequence that had not been undone by then and are of certain kinds, the newest first. */
    before: (subject: Subject, subjectId: string, seq: number, kinds: readonly string[]): readonly Earlier[] =>
      sql.all<Earlier>(
        `SELECT e.seq, e.kind, c.content FROM entry e LEFT JOIN entry_content c ON c.seq = e.seq JOIN action a ON a.id = e.action_id
         WHERE e.subject = ? AND e.subject_id = ? AND e.seq < ? AND e.kind IN (${kinds.map(() => '?').join(', ')})
         AND (a.undone_seq IS NULL OR a.undone_seq > ?) ORDER BY e.seq DESC`,
        subject,
        subjectId,
        seq,
        ...kinds,
        seq,
      ),
    /** Who did an action, and who undid it last where it is undone; null where there is none. */
    turned: (actionId: string): { readonly person: string; readonly undoneBy: string | null } | null =>
      sql.one(
        `SELECT e.person, u.person AS undoneBy FROM action a JOIN entry e ON e.seq = a.first_seq LEFT JOIN entry u ON u.seq = a.undone_seq
         WHERE a.id = ?`,
        actionId,
      ),
    /** The last entry of an action about a subject. */
    lastOf: (actionId: string, subject: Subject, subjectId: string): number | null =>
      sql.one<{ seq: number | null }>(
        'SELECT max(seq) AS seq FROM entry WHERE action_id = ? AND subject = ? AND subject_id = ?',
        actionId,
        subject,
        subjectId,
      )?.seq ?? null,
    /** The petitions and the letters of a case. */
    ofCase: (caseId: string): readonly { readonly subject: 'petition' | 'letter'; readonly subjectId: string }[] =>
      sql.all(
        `SELECT 'petition' AS subject, id AS subjectId FROM petition WHERE case_id = ?
         UNION ALL SELECT 'letter', id FROM letter WHERE case_id = ?`,
        caseId,
        caseId,
      ),
    /** A record by its identifier alone, as lists name it; null where no entry is about it. */
    nameOf: (id: string): string | null => {
      const found = sql.one<{ subject: Subject }>(
        `SELECT subject FROM entry WHERE subject IN (${subjectsNamed}) AND subject_id = ? LIMIT 1`,
        id,
      );
      return found === null ? null : labelOfSubject(sql, { subject: found.subject, subjectId: id });
    },
    label: (subject: Subject, subjectId: string): string => labelOfSubject(sql, { subject, subjectId }),
  };
}

/** An entry before another about the same record. */
export type Earlier = { readonly seq: number; readonly kind: EntryKind; readonly content: string | null };

// Named one by one, the index by subject finds an identifier without its subject.
const subjectsNamed =
  "'term', 'student', 'course', 'enrolment', 'group', 'batch', 'case', 'letter', 'policy', 'petition', 'person', 'office'";

type Where = { readonly where: string; readonly values: readonly Value[] };

function whereOf(sql: Sql, filter: TrailFilter): Where {
  const tests: string[] = [];
  const values: Value[] = [];
  const add = (test: string, ...of: readonly Value[]): void => {
    tests.push(`AND ${test}`);
    values.push(...of);
  };
  if (filter.person !== null) add('e.person = ?', filter.person);
  if (filter.from !== null) add('e.at >= ?', filter.from);
  if (filter.until !== null) add('e.at < ?', filter.until);
  if (filter.subject !== null) add('e.subject = ?', filter.subject);
  if (filter.subjectId !== null) add('e.subject_id = ?', filter.subjectId);
  if (filter.kind !== null) add('e.kind = ?', filter.kind);
  const number = /^#\s*([\d,]+)$/.exec(filter.text.trim())?.[1];
  if (number !== undefined) add('e.seq = ?', Number(number.replaceAll(',', '')));
  else if (filter.text.trim() !== '') {
    const found = about(sql, filter.text);
    add(found.where, ...found.values);
  }
  return { where: tests.join(' '), values };
}

/** The test for entries about records that words find: forms with their letters and petitions, students and courses with their rosters, the rest by name. */
function about(sql: Sql, text: string): Where {
  const match = matchOf(text);
  if (match === null) return { where: '0', values: [] };
  const typed = foldText(text);
  const cases = `SELECT id FROM "case" WHERE row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)${outOfSight(sql, 'student_id')}`;
  const students = `SELECT id FROM student WHERE row IN (SELECT rowid FROM student_search WHERE student_search MATCH ?)${outOfSight(sql, 'id')}`;
  const courses = 'SELECT id FROM course WHERE row IN (SELECT rowid FROM course_search WHERE course_search MATCH ?)';
  const parts: readonly (readonly [string, string])[] = [
    [`SELECT 'case' AS subject, id FROM (${cases})`, match],
    [`SELECT 'student', id FROM (${students})`, match],
    [`SELECT 'course', id FROM (${courses})`, match],
    [`SELECT 'letter', id FROM letter WHERE case_id IN (${cases})`, match],
    [`SELECT 'petition', id FROM petition WHERE case_id IN (${cases})`, match],
    [`SELECT 'enrolment', id FROM enrolment WHERE student_id IN (${students})`, match],
    [`SELECT 'enrolment', id FROM enrolment WHERE course_id IN (${courses})${outOfSight(sql, 'student_id')}`, match],
    [`SELECT 'letter', id FROM letter WHERE number = upper(?)`, typed],
    [`SELECT 'petition', id FROM petition WHERE number = upper(?)`, typed],
    [`SELECT 'group', id FROM "group" WHERE instr(name_fold, ?)`, typed],
    [`SELECT 'term', id FROM term WHERE instr(lower(name), ?)`, typed],
    [`SELECT 'batch', id FROM batch WHERE instr(lower(label), ?)`, typed],
    [`SELECT 'policy', id FROM policy WHERE instr(lower(name), ?)`, typed],
    [`SELECT 'person', id FROM person WHERE instr(account_fold || ' ' || lower(name), ?)`, typed],
  ];
  const hits = parts.map(([part]) => part).join(' UNION ');
  const values = parts.map(([, value]) => value);
  const many = sql.number(`SELECT count(*) FROM (SELECT 1 FROM (${hits}) LIMIT ${fewRecords + 1})`, ...values);
  return many > fewRecords
    ? { where: `(+e.subject, +e.subject_id) IN (${hits})`, values }
    : {
        where: `e.seq IN (SELECT x.seq FROM (${hits}) h CROSS JOIN entry x WHERE x.subject = h.subject AND x.subject_id = h.id)`,
        values,
      };
}
