import type { KeyboardEvent } from 'react';

/** A line of the tree: a part of the policy, and how much in it is still to mend. */
export type TreeLine = { readonly id: string; readonly title: string; readonly errors: number };

type SectionTreeProps = {
  readonly lines: readonly TreeLine[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
};

/** The parts of a policy: ↑ and ↓ go from one to the next, Enter opens one and goes into its first field. One stop in the tab order. */
export function SectionTree({ lines, open, onOpen }: SectionTreeProps) {
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = all.findIndex((button) => button === document.activeElement);
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
  };
  return (
    <nav className="panel help-topics" aria-label="Parts of the policy" data-pane="parts" onKeyDown={keyDown}>
      <ul>
        {lines.map(({ id, title, errors }) => (
          <li key={id}>
            <button
              type="button"
              className="part-button"
              tabIndex={id === open ? 0 : -1}
              aria-current={id === open ? 'page' : undefined}
              onClick={() => onOpen(id)}
            >
              {title}
              {errors > 0 && (
                <span className="part-errors">
                  {' '}
                  ⚠ {errors}
                  <span className="only-heard"> to mend</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
