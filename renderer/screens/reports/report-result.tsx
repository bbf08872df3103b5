import { useEffect, useRef } from 'react';
import type { Report } from '../../../shared/contract/reports';
import { sayCell } from '../../../shared/reports/cell-words';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { ReportPicture } from './report-picture';
import { ReportTable } from './report-table';

type ReportResultProps = {
  readonly report: Report;
  /** Whether other cases are chosen by now than it counts. */
  readonly old: boolean;
};

/** A report: what it says in a sentence, its picture, its table with totals, what should be known about it. */
export function ReportResult({ report, old }: ReportResultProps) {
  const { title, scope, sentence, figures, picture, notes, rows } = report;
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // In a large type the report stands below the window: whoever ran it is shown its beginning.
    const at = top.current?.getBoundingClientRect().top ?? 0;
    if (at > window.innerHeight - 100) top.current?.scrollIntoView({ block: 'center' });
  }, [report]);
  return (
    <Panel title={title} aside={<span className="quiet-text">{scope}</span>} className="report">
      {old && (
        <Notice tone="note">This counts what was chosen before. Press F5 to run it for what is chosen now.</Notice>
      )}
      <p className="report-sentence" role="status" ref={top}>
        {sentence}
      </p>
      {rows.length === 0 ? (
        <p className="empty-line">
          Choose other days, leave the term or the policy empty, or press “All so far”; then F5.
        </p>
      ) : (
        <>
          {figures.length > 0 && (
            <dl className="report-figures">
              {figures.map(({ label, kind, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{sayCell(kind, value)}</dd>
                </div>
              ))}
            </dl>
          )}
          {picture !== null && <ReportPicture picture={picture} said={sentence} />}
          <ReportTable key={JSON.stringify(report.asked)} report={report} />
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="report-note">
          {note}
        </p>
      ))}
    </Panel>
  );
}
