import type { CaseFilter, StoredDetermination } from '../../shared/contract/cases';
import type { CaseRow } from '../../shared/contract/rows';
import type { DeterminedContent, Kept } from '../../shared/register/contents';
import { foldCase, type Determined, type FoldedCase } from '../../shared/register/fold';
import { entriesOf, keptOf } from '../entries';
import { sha256 } from '../chain';
import type { Present } from '../rows';
import { matchOf, wordsOf } from '../search';
import type { Row, Sql, Value } from '../statements';

/** The text of a determination as it is stored and hashed: its facts, the pack by its hash, the engine, the result. */
export function storedText({
  facts,
  packHash,
  engine,
  determination,
}: Pick<DeterminedContent, 'facts' | 'packHash' | 'engine' | 'determination'>): string {
  return JSON.stringify({ facts, packHash, engine, determination });
}

/** The hash that letters carry: SHA-256 of the stored text, hex. */
export function determinationHash(content: DeterminedContent): string {
  return sha256(storedText(content)).toString('hex');
}

/** What the tables hold of a case; the names of its student and course are read from theirs, so that lists need no joins. */
export function presentCase(sql: Sql, id: string, kept: readonly Kept[]): Present {
  const folded = foldCase(kept);
  return {
    table: 'case',
    searched: true,
    row: folded === null ? null : rowOf(sql, id, folded),
    lines: [
      {
        table: 'determination',
        key: 'case_id',
        order: 'seq',
        rows: (folded?.determinations ?? []).map((d) => determinationRow(id, d)),
      },
    ],
  };
}

type StudentNames = {
  readonly name: string;
  readonly number: string;
  readonly name_fold: string;
  readonly email_fold: string;
};
type CourseNames = {
  readonly code: string;
  readonly title: string;
  readonly term_id: string | null;
  readonly policy: string;
};

function rowOf(sql: Sql, id: string, folded: FoldedCase): Row {
  const { form, present } = folded;
  const student =
    form.studentId === null
      ? null
      : sql.one<StudentNames>('SELECT name, number, name_fold, email_fold FROM student WHERE id = ?', form.studentId);
  const course =
    form.courseId === null
      ? null
      : sql.one<CourseNames>('SELECT code, title, term_id, policy FROM course WHERE id = ?', form.courseId);
  const letter = sql.one<{ state: string }>(
    `SELECT state FROM letter WHERE case_id = ? ORDER BY state = 'voided', ordinal DESC LIMIT 1`,
    id,
  );
  const result = present?.determination;
  return {
    id,
    number: folded.number,
    fiscal_year: folded.fiscalYear,
    ordinal: folded.ordinal,
    state: folded.state,
    student_id: form.studentId,
    student_name: student?.name ?? '',
    student_number: student?.number ?? '',
    student_fold: student?.name_fold ?? '',
    course_id: form.courseId,
    course_code: course?.code ?? '',
    course_title: course?.title ?? '',
    term_id: course?.term_id ?? null,
    policy: present?.facts.policy ?? course?.policy ?? '',
    outcome: result?.outcome ?? null,
    percent: result?.percent ?? null,
    refund: result?.refund ?? 0,
    cancelled: result?.cancelled ?? 0,
    clause: result?.clause ?? '',
    received:
      form.received === null ? null : form.receivedAt === null ? form.received : `${form.received}T${form.receivedAt}`,
    received_on: form.received,
    postmarked: form.postmarked,
    effective: result?.effective ?? null,
    label: present?.label ?? '',
    refund_expected_to: result?.refundExpected?.to ?? null,
    letter: letter?.state ?? null,
    batch_id: folded.batchId,
    person: folded.person,
    entered_at: folded.enteredAt,
    entered_on: folded.enteredOn,
    words: wordsOf(
      [
        student?.name ?? '',
        student?.email_fold ?? '',
        course?.title ?? '',
        String(folded.ordinal),
        String(folded.ordinal).padStart(4, '0'),
      ],
      [student?.number ?? '', course?.code ?? '', folded.number],
    ),
    record: JSON.stringify({ form, formSeq: folded.formSeq, heldWhy: folded.heldWhy }),
  };
}

function determinationRow(caseId: string, d: Determined): Row {
  const { outcome, percent, refund, cancelled, kept, clause } = d.determination;
  return {
    seq: d.seq,
    case_id: caseId,
    cause: d.cause,
    pack_hash: d.packHash,
    engine: d.engine,
    outcome,
    percent,
    refund,
    cancelled,
    kept,
    clause,
    hash: determinationHash(d),
    superseded: d.superseded ? 1 : 0,
  };
}

const columns = `id, number, state, student_id AS studentId, student_name AS studentName, student_number AS studentNumber, course_id AS courseId, course_code AS courseCode,
  course_title AS courseTitle, policy, outcome, percent, refund, clause, received, postmarked, effective, label, refund_expected_to AS refundExpectedTo, letter,
  batch_id AS batchId, person, entered_at AS enteredAt`;

const sorts = {
  number: 'fiscal_year, ordinal',
  student: 'student_fold, row',
  course: 'course_code, row',
  received: 'received, row',
  effective: 'effective, row',
  outcome: 'outcome, row',
  refund: 'refund, row',
  enteredAt: 'entered_at, row',
} as const;

/** The columns by which a list of cases is sorted. */
export type CaseSort = keyof typeof sorts;
/** Which part of the sorted, filtered list is asked for. `today` is the office's day, from which weeks are counted back. */
export type CasePage = {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly today: string;
};

/** Reads cases. */
export function caseReads(sql: Sql) {
  return {
    row: (id: string): CaseRow | null => sql.one<CaseRow>(`SELECT ${columns} FROM "case" WHERE id = ?`, id),
    /** A case with its form and all its determinations, from its entries. */
    folded: (id: string): FoldedCase | null => foldCase(keptOf(entriesOf(sql, 'case', id))),
    /** A case's determinations, the oldest first, with the hash that letters carry. */
    determinations: (folded: FoldedCase): StoredDetermination[] =>
      folded.determinations.map((d) => ({
        seq: d.seq,
        at: d.at,
        person: d.person,
        cause: d.cause,
        facts: d.facts,
        packHash: d.packHash,
        engine: d.engine,
        determination: d.determination,
        hash: determinationHash(d),
        superseded: d.superseded,
      })),
    /** Live cases of a student in a course, other than one. */
    similar: (studentId: string, courseId: string, exceptId: string | null): CaseRow[] =>
      sql.all<CaseRow>(
        `SELECT ${columns} FROM "case" WHERE student_id = ? AND course_id = ? AND id IS NOT ? AND state <> 'undone' ORDER BY fiscal_year, ordinal`,
        studentId,
        courseId,
        exceptId,
      ),
    ofStudent: (studentId: string): CaseRow[] =>
      sql.all<CaseRow>(
        `SELECT ${columns} FROM "case" WHERE student_id = ? ORDER BY fiscal_year DESC, ordinal DESC`,
        studentId,
      ),
    ofCourse: (courseId: string): CaseRow[] =>
      sql.all<CaseRow>(`SELECT ${columns} FROM "case" WHERE course_id = ? ORDER BY fiscal_year, ordinal`, courseId),
    /** A batch's cases, the newest first. */
    ofBatch: (batchId: string): CaseRow[] =>
      sql.all<CaseRow>(
        `SELECT ${columns} FROM "case" WHERE batch_id = ? ORDER BY fiscal_year DESC, ordinal DESC`,
        batchId,
      ),
    /** The last number given in a fiscal year; 0 before the first. */
    lastOrdinal: (fiscalYear: number): number =>
      sql.number('SELECT coalesce(max(ordinal), 0) FROM "case" WHERE fiscal_year = ?', fiscalYear),
    /** A page of the register list, with the count and the refunds of the whole filtered list and its entries per week. */
    list: (
      page: CasePage,
    ): { readonly rows: CaseRow[]; readonly total: number; readonly refund: number; readonly weeks: number[] } => {
      const { where, values } = whereOf(page.filter);
      const order = sorts[page.sort].split(', ').map((column) => `${column} ${page.descending ? 'DESC' : 'ASC'}`);
      const rows = sql.all<CaseRow>(
        `SELECT ${columns} FROM "case" ${where} ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`,
        ...values,
        page.limit,
        page.offset,
      );
      const sums = sql.one<{ total: number; refund: number }>(
        `SELECT count(*) AS total, coalesce(sum(refund), 0) AS refund FROM "case" ${where}`,
        ...values,
      );
      const counted = sql.all<{ week: number; entries: number }>(
        `SELECT CAST((julianday(?) - julianday(entered_on)) / 7 AS INTEGER) AS week, count(*) AS entries FROM "case" ${where === '' ? 'WHERE' : `${where} AND`} entered_on > date(?, '-84 days') AND entered_on <= ? GROUP BY week`,
        page.today,
        ...values,
        page.today,
        page.today,
      );
      const weeks = Array.from({ length: 12 }, (_, i) => counted.find((c) => c.week === 11 - i)?.entries ?? 0);
      return { rows, total: sums?.total ?? 0, refund: sums?.refund ?? 0, weeks };
    },
    /** Cases whose words begin with those typed; the number itself stands first, then the newest. */
    search: (text: string, limit: number): CaseRow[] => {
      const match = matchOf(text);
      if (match === null) return [];
      const ordinal = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : -1;
      return sql.all<CaseRow>(
        `SELECT ${columns} FROM "case" WHERE row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?) ORDER BY number = upper(?) DESC, ordinal = ? DESC, fiscal_year DESC, ordinal DESC LIMIT ?`,
        match,
        text.trim(),
        ordinal,
        limit,
      );
    },
    /** The refunds of a batch that stand, in cents. */
    batchRefund: (batchId: string): number =>
      sql.number('SELECT coalesce(sum(refund), 0) FROM "case" WHERE batch_id = ?', batchId),
  };
}

function whereOf(filter: CaseFilter): { readonly where: string; readonly values: Value[] } {
  const tests: string[] = [];
  const values: Value[] = [];
  const add = (test: string, value: Value): void => {
    if (value === null) return;
    tests.push(test);
    values.push(value);
  };
  add('row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)', matchOf(filter.text));
  add('state = ?', filter.state);
  add('outcome = ?', filter.outcome);
  add('term_id = ?', filter.termId);
  add('course_id = ?', filter.courseId);
  add('student_id = ?', filter.studentId);
  add('batch_id = ?', filter.batchId);
  add('received_on >= ?', filter.receivedFrom);
  add('received_on <= ?', filter.receivedTo);
  add(`outcome = 'refund' AND refund_expected_to < ?`, filter.overdueOn);
  return { where: tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`, values };
}
