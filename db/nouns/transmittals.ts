import type { Kept } from '../../shared/register/contents';
import { foldTransmittal, type FoldedTransmittal } from '../../shared/register/fold-transmittal';
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

/** Reads batches for the Business Office. */
export function transmittalReads(sql: Sql) {
  return {
    get: (id: string): FoldedTransmittal | null =>
      recordOf<FoldedTransmittal>(sql.one('SELECT record FROM transmittal WHERE id = ?', id)),
  };
}
