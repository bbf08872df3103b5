import { useId, type ReactNode } from 'react';

type PanelProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** What stands at the right of the heading. */
  readonly aside?: ReactNode;
  /** Whether F6 visits it; a panel of text alone is passed over by itself. */
  readonly pane?: boolean;
  readonly className?: string;
};

/** A framed part of a screen with its heading: a named landmark, and a pane for F6. */
export function Panel({ title, children, aside, pane = true, className = '' }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id} data-pane={pane ? 'panel' : undefined}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
