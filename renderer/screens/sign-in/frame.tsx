import { useEffect, type ReactNode } from 'react';
import { RecordForm } from '../record-form/record-form';
import '../screens.css';

/** What the steps of a register's first people are called. */
export const firstSteps = ['Administrator', 'Recovery code', 'People'] as const;

type FrameProps = {
  readonly title: string;
  /** The steps of which this is one, and which one it is, from 0; none where it stands alone. */
  readonly steps?: readonly string[];
  readonly at?: number;
  readonly heading: string;
  readonly actions: ReactNode;
  readonly onSave: () => void;
  readonly children: ReactNode;
};

/** A screen that stands before the desk, drawn as the steps of set-up are. */
export function Frame({ title, steps = [], at = 0, heading, actions, onSave, children }: FrameProps) {
  useEffect(() => {
    document.title = `${title} – Refund Desk`;
  }, [title]);
  return (
    <main className="setup">
      <header className="toolbar" role="group" aria-label="Toolbar" data-pane="toolbar">
        <h1>{title}</h1>
        {steps.length > 0 && (
          <ol className="setup-steps" aria-label="Steps">
            {steps.map((name, index) => (
              <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
                {index + 1} {name}
              </li>
            ))}
          </ol>
        )}
        <div className="toolbar-actions">{actions}</div>
      </header>
      <div className="setup-body">
        <section className="panel" aria-labelledby="step-heading" data-pane="step">
          <h2 id="step-heading">{heading}</h2>
          <RecordForm className="stack" onSave={onSave}>
            {children}
          </RecordForm>
        </section>
      </div>
    </main>
  );
}
