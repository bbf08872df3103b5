import type { RefundRow, RefundState } from '../../shared/contract/transmittals';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { Lines } from '../rows';
import { matchOf } from '../search';
import type { Sql, Value } from '../statements';
import { outOfSight, unsorted } from '../veil';

/** What of a case lies with the Business Office or was paid by it, as the tables hold it. */
export function moneyLines(id: string, folded: Pick<FoldedCase, 'handed' | 'payments'> | null): Lines[] {
  return [
    {
      table: 'handed_over',
      key: 'case_id',
      order: 'line',
      rows: (folded?.handed ?? []).map(({ transmittalId, cents, on }, line) => ({
        case_id: id,
        line,
        transmittal_id: transmittalId,
        cents,
        handed_on: on,
      })),
    },
    {
      table: 'paid_out',
      key: 'case_id',
      order: 'line',
      rows: (folded?.payments ?? []).map(({ transmittalId, on, reference, cents, failed }, line) => ({
        case_id: id,
        line,
        transmittal_id: transmittalId,
        paid_on: on,
        reference,
        cents,
        failed: failed?.why ?? null,
      })),
    },
  ];
}

/** No second person is waited for, nor what a petition asks; an appeal does not hold back what was decided: what it gives goes after it. */
const ready = `c.approval IN ('not-needed', 'approved')
  AND NOT EXISTS (SELECT 1 FROM petition p WHERE p.case_id = c.id AND p.kind <> 'appeal' AND p.state IN ('open', 'returned'))`;

/** What a WHERE asks of a case `c` whose refund, or more of it, can go to the Business Office. */
export const toHandOver = `c.payable > c.handed AND ${ready}`;
/** What a WHERE asks of a case `c` whose refund was not paid in full by the last day it is promised for; its one value is the office's day. */
export const unpaidOverdue = 'c.payable > c.paid AND c.refund_expected_to < ?';

const tests: Readonly<Record<RefundState, string>> = {
  'to-hand-over': toHandOver,
  'not-ready': `c.payable > c.handed AND NOT (${ready})`,
  'handed-over': 'c.handed > c.paid',
  paid: 'c.paid > 0 AND c.paid >= c.payable',
  overdue: unpaidOverdue,
  overpaid: 'c.payable < max(c.handed, c.paid)',
};
/** Most of what is past its last promised day was paid: what was not has an index of its own, which SQLite would not choose by itself. */
const from = (state: RefundState | null): string =>
  state === 'overdue' ? '"case" c INDEXED BY case_unpaid' : '"case" c';
const anything = 'max(c.payable, c.handed, c.paid) > 0';

/** Of which amount a state speaks: what has still to go, what lies there unpaid, what was paid, what is too much. */
const amounts: Readonly<Record<RefundState, string>> = {
  'to-hand-over': 'c.payable - c.handed',
  'not-ready': 'c.payable - c.handed',
  'handed-over': 'c.handed - c.paid',
  paid: 'c.paid',
  overdue: 'c.payable - c.paid',
  overpaid: 'max(c.handed, c.paid) - c.payable',
};

const sorts = {
  promised: 'c.refund_expected_to, c.row',
  number: 'c.fiscal_year, c.ordinal',
  student: 'c.student_fold, c.row',
  amount: 'c.payable DESC, c.row',
} as const;

const columns = `c.id AS caseId, c.number, c.student_id AS studentId, c.student_name AS studentName, c.course_code AS courseCode, c.fund,
  coalesce(c.determination_seq, 0) AS determinationSeq, c.payable, c.handed, c.paid, c.payable - c.handed AS outstanding,
  c.transmittal_id AS transmittalId, (SELECT t.number FROM transmittal t WHERE t.id = c.transmittal_id) AS transmittal,
  c.handed_on AS handedOn, c.paid_on AS paidOn, c.payment_reference AS reference,
  c.refund_expected_from AS promisedFrom, c.refund_expected_to AS promisedTo,
  CAST(julianday(CASE WHEN c.paid > 0 AND c.paid >= c.payable THEN c.paid_on ELSE ? END) - julianday(c.refund_since) AS INTEGER) AS age,
  CASE WHEN ${tests.overpaid} THEN 'overpaid' WHEN ${tests['to-hand-over']} THEN 'to-hand-over' WHEN c.payable > c.handed THEN 'not-ready'
    WHEN ${tests['handed-over']} THEN 'handed-over' ELSE 'paid' END AS state,
  coalesce(${unpaidOverdue}, 0) AS overdue`;

type Found = Omit<RefundRow, 'overdue'> & { readonly overdue: 0 | 1 };

/** Which refunds are asked for; `today` is the office's day. */
export type RefundPage = {
  readonly state: RefundState | null;
  readonly text: string;
  readonly sort: keyof typeof sorts;
  readonly offset: number;
  readonly limit: number;
  readonly today: string;
};

/** A case as it stands before its refund goes to the Business Office. */
export type Standing = Pick<RefundRow, 'number' | 'determinationSeq' | 'payable' | 'handed' | 'fund' | 'courseCode'> & {
  readonly approval: string;
  readonly ready: 0 | 1;
  /** The determination's hash, hex; null where nothing is decided. */
  readonly hash: string | null;
};

/** Reads refunds on their way to the student. */
export function refundReads(sql: Sql) {
  const asRow = ({ overdue, ...row }: Found): RefundRow => ({ ...row, overdue: overdue === 1 });
  const sumsOf = (
    state: RefundState | null,
    where: string,
    values: readonly Value[],
  ): { readonly cases: number; readonly cents: number } =>
    sql.one<{ cases: number; cents: number }>(
      `SELECT count(*) AS cases, coalesce(sum(${state === null ? 'c.payable' : amounts[state]}), 0) AS cents FROM ${from(state)} WHERE ${where}`,
      ...values,
    ) ?? { cases: 0, cents: 0 };
  const ofState = (state: RefundState, today: string) =>
    sumsOf(state, tests[state], state === 'overdue' ? [today] : []);
  return {
    /** The refund of a case; null where there is no such case. */
    row: (caseId: string, today: string): RefundRow | null => {
      const found = sql.one<Found>(`SELECT ${columns} FROM "case" c WHERE c.id = ?`, today, today, caseId);
      return found === null ? null : asRow(found);
    },
    /** How many refunds stand where, and what they come to. */
    counts: (today: string): Record<RefundState, { cases: number; cents: number }> => ({
      'to-hand-over': ofState('to-hand-over', today),
      'not-ready': ofState('not-ready', today),
      'handed-over': ofState('handed-over', today),
      paid: ofState('paid', today),
      overdue: ofState('overdue', today),
      overpaid: ofState('overpaid', today),
    }),
    /** A page of refunds in one state, or of all that there are, with the count and the cents of the whole list. */
    list: (page: RefundPage): { readonly rows: RefundRow[]; readonly total: number; readonly cents: number } => {
      const { state, text, sort, today } = page;
      const match = matchOf(text);
      const where = `${state === null ? anything : tests[state]}${
        match === null
          ? ''
          : ` AND c.row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)${outOfSight(sql, 'c.student_id')}`
      }`;
      const values = [...(state === 'overdue' ? [today] : []), ...(match === null ? [] : [match])];
      const rows = sql.all<Found>(
        `SELECT ${columns} FROM ${from(state)} WHERE ${where}
         ORDER BY ${sort === 'student' ? unsorted(sql, 'c.student_id') : ''}${sorts[sort]} LIMIT ? OFFSET ?`,
        today,
        today,
        ...values,
        page.limit,
        page.offset,
      );
      const { cases: total, cents } = sumsOf(state, where, values);
      return { rows: rows.map(asRow), total, cents };
    },
    /** What a batch for the Business Office asks of a case before it takes it; null where there is no such case. */
    standing: (caseId: string): Standing | null =>
      sql.one<Standing>(
        `SELECT c.number, coalesce(c.determination_seq, 0) AS determinationSeq, c.payable, c.handed, c.fund, c.course_code AS courseCode,
           c.approval, (${ready}) AS ready, (SELECT d.hash FROM determination d WHERE d.seq = c.determination_seq) AS hash
         FROM "case" c WHERE c.id = ?`,
        caseId,
      ),
  };
}
