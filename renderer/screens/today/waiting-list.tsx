import { useRef, type KeyboardEvent } from 'react';
import type { Waiting, Whom } from './waiting';

const headings: Record<Whom, string> = {
  you: 'For you',
  supervisor: 'For a supervisor',
  student: 'With the student',
};
const order: readonly Whom[] = ['you', 'supervisor', 'student'];

/** What waits, by whom it waits for; ↑ and ↓ go from count to count, Enter opens its list. */
export function WaitingList({
  rows,
  onOpen,
}: {
  readonly rows: readonly Waiting[];
  readonly onOpen: (row: Waiting) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const keyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
    event.preventDefault();
  };
  const groups = order
    .map((whom) => ({ whom, rows: rows.filter((row) => row.whom === whom) }))
    .filter((group) => group.rows.length > 0);
  return (
    <div ref={list} onKeyDown={keyDown}>
      {groups.map((group) => (
        <section key={group.whom} aria-labelledby={`waits-${group.whom}`}>
          {groups.length > 1 || group.whom !== 'you' ? (
            <h3 id={`waits-${group.whom}`} className="waiting-whom">
              {headings[group.whom]}
            </h3>
          ) : (
            <h3 id={`waits-${group.whom}`} className="only-heard">
              {headings[group.whom]}
            </h3>
          )}
          <ul className="waiting">
            {group.rows.map((row) => (
              <li key={row.key}>
                <button type="button" className={row.urgent ? 'urgent' : ''} onClick={() => onOpen(row)}>
                  <span className="waiting-figure">{row.figure}</span>
                  <span>{row.words}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
