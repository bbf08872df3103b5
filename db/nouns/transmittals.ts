import type { TransmittalRow } from '../../shared/contract/transmittals';
import type { Kept } from '../../shared/register/contents';
import { foldTransmittal, type FoldedTransmittal } from '../../shared/register/fold-transmittal';
import type { UnpaidWhy } from '../../shared/register/transmittal';
import { recordOf, type Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of a batch for the Business Office. */
export function presentTransmittal(id: string, kept: readonly Kept[]): Present {
  const t = foldTransmittal(kept);
  return {
    table: 'transmittal',
    searched: false,
    row:
      t === null
        ? null
        : {
            id,
            number: t.number,
            fiscal_year: t.fiscalYear,
            ordinal: t.ordinal,
            state: t.state,
            revision: t.revision,
            closed_on: t.on,
            person: t.person,
            cases: t.lines.length,
            cents: t.lines.reduce((sum, { cents }) => sum + cents, 0),
            reconciled_on: t.reconciled?.on ?? null,
            record: JSON.stringify(t),
          },
    lines: [
      {
        table: 'transmittal_line',
        key: 'transmittal_id',
        order: 'line',
        rows: (t?.lines ?? []).map(({ caseId, determinationSeq, cents, fund, courseCode }, line) => ({
          transmittal_id: id,
          line,
          case_id: caseId,
          determination_seq: determinationSeq,
          cents,
          fund,
          course_code: courseCode,
        })),
      },
    ],
  };
}

/** A line of a batch beside what became of its case: what lies here of it, what went before, and what was paid. */
export type LineStanding = {
  readonly caseId: string;
  readonly number: string;
  readonly studentName: string;
  readonly courseCode: string;
  readonly fund: string;
  readonly cents: number;
  readonly removed: 0 | 1;
  readonly payable: number;
  /** What of the case lies in this batch, in batches it went to before, and whether it went to another one since. */
  readonly here: number;
  readonly before: number;
  readonly since: 0 | 1;
  readonly handedOn: string | null;
  readonly paid: number;
  readonly paidOn: string | null;
  readonly reference: string | null;
  readonly failed: UnpaidWhy | null;
  readonly failedReference: string | null;
};

const paidIn = (what: string): string =>
  `(SELECT ${what} FROM paid_out p WHERE p.case_id = l.case_id AND p.transmittal_id = l.transmittal_id AND p.failed IS NULL)`;
const failedIn = (what: string): string =>
  `(SELECT p.${what} FROM paid_out p WHERE p.case_id = l.case_id AND p.transmittal_id = l.transmittal_id AND p.failed <> 'mistake' ORDER BY p.line DESC LIMIT 1)`;

/** Reads batches for the Business Office. */
export function transmittalReads(sql: Sql) {
  const rows = (where: string, ...values: (string | number)[]): TransmittalRow[] =>
    sql.all<TransmittalRow>(
      // A case that was removed for its age had been paid, or it would have been kept.
      `SELECT t.id, t.number, t.state, t.revision, t.closed_on AS closedOn, coalesce((SELECT name FROM person WHERE account = t.person), t.person) AS person,
         t.cases, t.cents, t.reconciled_on AS reconciledOn,
         (SELECT count(DISTINCT p.case_id) FROM paid_out p WHERE p.transmittal_id = t.id AND p.failed IS NULL) + coalesce(g.cases, 0) AS paidCases,
         (SELECT coalesce(sum(p.cents), 0) FROM paid_out p WHERE p.transmittal_id = t.id AND p.failed IS NULL) + coalesce(g.cents, 0) AS paidCents
       FROM transmittal t LEFT JOIN (
         SELECT l.transmittal_id, count(*) AS cases, sum(l.cents) AS cents FROM "case" c JOIN transmittal_line l ON l.case_id = c.id
         WHERE c.state = 'removed' GROUP BY l.transmittal_id) g ON g.transmittal_id = t.id
       ${where}`,
      ...values,
    );
  return {
    get: (id: string): FoldedTransmittal | null =>
      recordOf<FoldedTransmittal>(sql.one('SELECT record FROM transmittal WHERE id = ?', id)),
    row: (id: string): TransmittalRow | null => rows('WHERE t.id = ?', id)[0] ?? null,
    /** A page of batches, the newest first. */
    list: (offset: number, limit: number): { readonly rows: TransmittalRow[]; readonly total: number } => ({
      rows: rows('ORDER BY t.fiscal_year DESC, t.ordinal DESC LIMIT ? OFFSET ?', limit, offset),
      total: sql.number('SELECT count(*) FROM transmittal'),
    }),
    /** The last number given in a fiscal year; 0 before the first. */
    lastOrdinal: (fiscalYear: number): number =>
      sql.number('SELECT coalesce(max(ordinal), 0) FROM transmittal WHERE fiscal_year = ?', fiscalYear),
    /** A batch's lines, in their order, beside what became of their cases. */
    lines: (id: string): LineStanding[] =>
      sql.all<LineStanding>(
        `SELECT l.case_id AS caseId, c.number, c.student_name AS studentName, l.course_code AS courseCode, l.fund, l.cents,
           c.state = 'removed' AS removed, c.payable, coalesce(h.cents, 0) AS here, h.handed_on AS handedOn,
           coalesce((SELECT sum(o.cents) FROM handed_over o WHERE o.case_id = l.case_id AND (h.line IS NULL OR o.line < h.line)), 0) AS before,
           h.line IS NOT NULL AND EXISTS (SELECT 1 FROM handed_over o WHERE o.case_id = l.case_id AND o.line > h.line) AS since,
           coalesce(${paidIn('sum(p.cents)')}, 0) AS paid, ${paidIn('max(p.paid_on)')} AS paidOn, ${paidIn(`group_concat(p.reference, ', ')`)} AS reference,
           ${failedIn('failed')} AS failed, ${failedIn('reference')} AS failedReference
         FROM transmittal_line l JOIN "case" c ON c.id = l.case_id
         LEFT JOIN handed_over h ON h.case_id = l.case_id AND h.transmittal_id = l.transmittal_id
         WHERE l.transmittal_id = ? ORDER BY l.line`,
        id,
      ),
    /** What was paid of a batch and stands, in the order of entry. */
    payments: (
      id: string,
    ): { readonly caseId: string; readonly on: string; readonly reference: string; readonly cents: number }[] =>
      sql.all(
        `SELECT case_id AS caseId, paid_on AS "on", reference, cents FROM paid_out WHERE transmittal_id = ? AND failed IS NULL ORDER BY case_id, line`,
        id,
      ),
    /** The number of the batch in which a case lies last; null where it lies in none. */
    numberOf: (caseId: string): string | null =>
      sql.one<{ number: string }>(
        'SELECT t.number FROM handed_over h JOIN transmittal t ON t.id = h.transmittal_id WHERE h.case_id = ? ORDER BY h.line DESC LIMIT 1',
        caseId,
      )?.number ?? null,
  };
}
