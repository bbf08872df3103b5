import { useEffect, type ReactNode } from 'react';

type ScreenProps = {
  /** The screen's name: its heading and the window's title. */
  readonly title: string;
  /** The window's title where the heading names a student: whoever passes by reads a window's title. */
  readonly windowTitle?: string;
  /** What stands beside the heading: `Batch “Mail 9/22” · item 7`. */
  readonly detail?: ReactNode;
  /** The buttons of the screen, the primary one last, each a `CommandButton` where it has a command. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A screen: its toolbar with heading and actions, and its content. Every screen is drawn in one. */
export function Screen({ title, windowTitle = title, detail, actions, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${windowTitle} – Refund Desk`;
  }, [windowTitle]);
  return (
    <main className="screen">
      <header className="toolbar" data-pane="toolbar" role="group" aria-label="Toolbar">
        <h1>{title}</h1>
        {detail !== undefined && <div className="toolbar-detail">{detail}</div>}
        <div className="toolbar-actions">{actions}</div>
      </header>
      <div className="screen-body">{children}</div>
    </main>
  );
}
