import { useEffect, useRef, type KeyboardEvent } from 'react';
import { reportKinds, type ReportKind } from '../../../shared/contract/reports';
import { reportNames } from '../../../shared/reports/report-names';

type ReportListProps = {
  readonly chosen: ReportKind;
  readonly onChoose: (kind: ReportKind) => void;
  readonly onRun: (kind: ReportKind) => void;
};

/** The reports: ↑ and ↓ choose one, Enter runs it. One stop in the tab order; the keyboard begins here. */
export function ReportList({ chosen, onChoose, onRun }: ReportListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null)
      list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = reportKinds.indexOf(chosen);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: reportKinds.length - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const kind = reportKinds[Math.max(0, Math.min(reportKinds.length - 1, next))];
    if (kind === undefined) return;
    onChoose(kind);
    list.current?.querySelector<HTMLElement>(`[data-report="${kind}"]`)?.focus();
  };
  return (
    <nav className="panel report-list" aria-label="Reports" data-pane="list" onKeyDown={keyDown}>
      <ul ref={list}>
        {reportKinds.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className="part-button"
              data-report={kind}
              tabIndex={kind === chosen ? 0 : -1}
              aria-current={kind === chosen ? 'page' : undefined}
              onClick={() => onRun(kind)}
            >
              {reportNames[kind].title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
