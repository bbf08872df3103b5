import { useEffect, useId, useRef, type ReactNode } from 'react';

type FindBarProps = {
  readonly label: string;
  readonly hint: ReactNode;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problem?: string | undefined;
  readonly children?: ReactNode;
};

/** The line that finds and narrows a list: the keyboard begins here, ↓ goes to the list, Esc empties it. */
export function FindBar({ label, hint, text, onText, problem, children }: FindBarProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Coming back to a list, the row that was opened has the keyboard again; else the line does.
    if (document.activeElement === document.body || document.activeElement === null) input.current?.focus();
  }, []);
  return (
    <div className="find-bar" role="search" aria-label={label} data-pane="find">
      <label htmlFor={id}>{label}</label>
      <div className="find-line">
        <input
          ref={input}
          id={id}
          data-find
          className="input"
          type="text"
          value={text}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem === undefined ? undefined : true}
          onChange={(e) => onText(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Escape' && text !== '') {
              e.preventDefault();
              onText('');
            }
            // With Ctrl they are the screen's own: Ctrl+Enter closes a batch from here too.
            if ((e.key === 'ArrowDown' || e.key === 'Enter') && !e.ctrlKey && !e.altKey && !e.metaKey) {
              const row = document.querySelector<HTMLElement>('table.list tbody tr[data-row]');
              if (row === null) return;
              e.preventDefault();
              row.focus();
            }
          }}
        />
        {children}
      </div>
      <p id={`${id}-hint`} className={problem === undefined ? 'quiet-text' : 'problem-line'}>
        {problem ?? hint}
      </p>
    </div>
  );
}

/** Puts the keyboard into the screen's find line, with what stands there selected. */
export function focusFind(): void {
  const input = document.querySelector<HTMLInputElement>('[data-find]');
  input?.focus();
  input?.select();
}
