import { useState } from 'react';
import type { Report, ReportCell } from '../../../shared/contract/reports';
import { isFigure, sayCell } from '../../../shared/reports/cell-words';
import { Button } from '../../components/button';
import { count } from '../wording';

/** So many rows are drawn at a time; more are there at a press, and paper and files have all. */
const part = 200;

/** What a report counted, as a table with its totals under it. */
export function ReportTable({ report }: { readonly report: Report }) {
  const [shown, setShown] = useState(part);
  const { columns, rows, totals } = report;
  const left = rows.length - shown;
  return (
    <>
      <div className="report-table-box" role="region" aria-label="Table" tabIndex={0} data-pane="table">
        <table className="report-table">
          <caption className="only-heard">
            {report.title}. {report.scope}
          </caption>
          <thead>
            <tr>
              {columns.map(({ heading, kind }) => (
                <th key={heading} scope="col" className={isFigure(kind) ? 'number' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, at) => (
              <Row key={at} columns={columns} cells={row} />
            ))}
          </tbody>
          {totals !== null && (
            <tfoot>
              <Row columns={columns} cells={totals} />
            </tfoot>
          )}
        </table>
      </div>
      {left > 0 && (
        <p className="row-of">
          <Button onPress={() => setShown(shown + part)}>
            Show {Math.min(part, left).toLocaleString('en-US')} more
          </Button>
          <span className="quiet-text">
            {shown.toLocaleString('en-US')} of {count(rows.length, 'row')} are shown. Paper and files have all.
          </span>
        </p>
      )}
    </>
  );
}

function Row({ columns, cells }: { readonly columns: Report['columns']; readonly cells: readonly ReportCell[] }) {
  return (
    <tr>
      {columns.map(({ heading, kind }, at) => {
        const words = sayCell(kind, cells[at] ?? null);
        return at === 0 ? (
          <th key={heading} scope="row">
            {words}
          </th>
        ) : (
          <td key={heading} className={isFigure(kind) ? 'number' : undefined}>
            {words}
          </td>
        );
      })}
    </tr>
  );
}
