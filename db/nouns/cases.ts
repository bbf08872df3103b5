import type { CaseFilter, StoredDetermination } from '../../shared/contract/cases';
import type { CaseRow } from '../../shared/contract/rows';
import { wholeForm } from '../../shared/register/case';
import type { DeterminedContent } from '../../shared/register/contents';
import { approvalOf, foldCase, type Determined, type FoldedCase } from '../../shared/register/fold-case';
import { entriesOf, keptOf } from '../entries';
import { matchOf } from '../search';
import type { Sql, Value } from '../statements';
import { outOfSight, unsorted } from '../veil';
import { determinationHash } from './case-rows';

/** The columns of a case as lists show it. */
export const caseColumns = `id, number, state, student_id AS studentId, student_name AS studentName, student_number AS studentNumber, course_id AS courseId, course_code AS courseCode,
  course_title AS courseTitle, policy, outcome, percent, refund, clause, received, postmarked, effective, label, refund_expected_to AS refundExpectedTo, letter,
  batch_id AS batchId, person, entered_at AS enteredAt, approval,
  CASE approval WHEN 'approved' THEN (SELECT a.person FROM approval a WHERE a.case_id = "case".id ORDER BY a.determination_seq DESC LIMIT 1) END AS approvedBy,
  (SELECT count(*) FROM petition p WHERE p.case_id = "case".id AND p.state IN ('open', 'returned')) AS openPetitions`;

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
  const petitionOf = (id: string | undefined): StoredDetermination['petition'] =>
    id === undefined ? null : sql.one('SELECT id, number FROM petition WHERE id = ?', id);
  return {
    /** The id of the case with this number; null where there is none. */
    withNumber: (number: string): string | null =>
      sql.one<{ id: string }>('SELECT id FROM "case" WHERE number = ?', number)?.id ?? null,
    row: (id: string): CaseRow | null => sql.one<CaseRow>(`SELECT ${caseColumns} FROM "case" WHERE id = ?`, id),
    /** A case with its form and all its determinations, from its entries. */
    folded: (id: string): FoldedCase | null => {
      const folded = foldCase(keptOf(entriesOf(sql, 'case', id)));
      return folded === null ? null : { ...folded, form: wholeForm(folded.form) };
    },
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
        why: d.why,
        petition: petitionOf(d.petitionId),
        approval: approvalOf(d, folded.said),
        approvedBy: approvedBy(d, folded),
      })),
    /** The first determination after an entry, superseded or not, as it was stored; null after the last. */
    determinationAfter: (seq: number): (DeterminedContent & { readonly seq: number }) | null => {
      const found = sql.one<{ seq: number; content: string }>(
        'SELECT d.seq, c.content FROM determination d JOIN entry_content c ON c.seq = d.seq WHERE d.seq > ? ORDER BY d.seq LIMIT 1',
        seq,
      );
      return found === null ? null : { ...(JSON.parse(found.content) as DeterminedContent), seq: found.seq };
    },
    determinationCount: (): number => sql.number('SELECT count(*) FROM determination'),
    /** Live cases of a student in a course, other than one. */
    similar: (studentId: string, courseId: string, exceptId: string | null): CaseRow[] =>
      sql.all<CaseRow>(
        `SELECT ${caseColumns} FROM "case" WHERE student_id = ? AND course_id = ? AND id IS NOT ? AND state IN ('held', 'decided') ORDER BY fiscal_year, ordinal`,
        studentId,
        courseId,
        exceptId,
      ),
    /** The other live cases of a student and a course as far as they were decided, for many cases at once. */
    decidedBeside: (
      studentId: string,
      courseId: string,
      exceptId: string,
    ): Pick<CaseRow, 'id' | 'outcome' | 'approval'>[] =>
      sql.all(
        `SELECT id, outcome, approval FROM "case" WHERE student_id = ? AND course_id = ? AND id <> ? AND state = 'decided' ORDER BY fiscal_year, ordinal`,
        studentId,
        courseId,
        exceptId,
      ),
    ofStudent: (studentId: string): CaseRow[] =>
      sql.all<CaseRow>(
        `SELECT ${caseColumns} FROM "case" WHERE student_id = ? ORDER BY fiscal_year DESC, ordinal DESC`,
        studentId,
      ),
    ofCourse: (courseId: string): CaseRow[] =>
      sql.all<CaseRow>(`SELECT ${caseColumns} FROM "case" WHERE course_id = ? ORDER BY fiscal_year, ordinal`, courseId),
    /** A batch's cases, the newest first. */
    ofBatch: (batchId: string): CaseRow[] =>
      sql.all<CaseRow>(
        `SELECT ${caseColumns} FROM "case" WHERE batch_id = ? ORDER BY fiscal_year DESC, ordinal DESC`,
        batchId,
      ),
    /** The last number given in a fiscal year; 0 before the first. */
    lastOrdinal: (fiscalYear: number): number =>
      sql.number('SELECT coalesce(max(ordinal), 0) FROM "case" WHERE fiscal_year = ?', fiscalYear),
    /** A page of the register list, with the count and the refunds of the whole filtered list and its entries per week. */
    list: (
      page: CasePage,
    ): { readonly rows: CaseRow[]; readonly total: number; readonly refund: number; readonly weeks: number[] } => {
      const { where, values } = whereOf(sql, page.filter);
      const order = sorts[page.sort].split(', ').map((column) => `${column} ${page.descending ? 'DESC' : 'ASC'}`);
      const rows = sql.all<CaseRow>(
        `SELECT ${caseColumns} FROM "case" ${where} ORDER BY ${page.sort === 'student' ? unsorted(sql, 'student_id') : ''}${order.join(', ')} LIMIT ? OFFSET ?`,
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
        `SELECT ${caseColumns} FROM "case" WHERE row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)${outOfSight(sql, 'student_id')} ORDER BY number = upper(?) DESC, ordinal = ? DESC, fiscal_year DESC, ordinal DESC LIMIT ?`,
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

function approvedBy(d: Determined, { said }: FoldedCase): StoredDetermination['approvedBy'] {
  const last = said.findLast((s) => s.determinationSeq === d.seq && s.what !== 'deferred');
  return last?.what === 'approved' ? { person: last.person, at: last.at } : null;
}

function whereOf(sql: Sql, filter: CaseFilter): { readonly where: string; readonly values: Value[] } {
  const tests: string[] = [];
  const values: Value[] = [];
  const add = (test: string, value: Value): void => {
    if (value === null) return;
    tests.push(test);
    values.push(value);
  };
  add(
    `row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)${outOfSight(sql, 'student_id')}`,
    matchOf(filter.text),
  );
  add('state = ?', filter.state);
  add('outcome = ?', filter.outcome);
  add('term_id = ?', filter.termId);
  add('course_id = ?', filter.courseId);
  add('student_id = ?', filter.studentId);
  add('batch_id = ?', filter.batchId);
  add('received_on >= ?', filter.receivedFrom);
  add('received_on <= ?', filter.receivedTo);
  add('payable > paid AND refund_expected_to < ?', filter.overdueOn);
  add('approval = ?', filter.approval ?? null);
  if (filter.unlettered === true)
    tests.push(
      `state IN ('decided', 'withdrawn', 'swapped') AND (letter IS NULL OR letter = 'voided') AND approval IN ('not-needed', 'approved')`,
    );
  return { where: tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`, values };
}
