import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { sayFailure } from '../../shared/errors';
import { CallFailed } from '../wire';
import { Field, type FieldFrame } from './field';
import { LookupList } from './lookup-list';

type LookupFieldProps<T> = FieldFrame & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen: T | null;
  readonly onChoose: (found: T | null) => void;
  /** Finds what was typed, best first. Empty text gives what was used lately. */
  readonly find: (text: string) => Promise<readonly T[]>;
  readonly keyOf: (found: T) => string;
  /** The row's first line, and what the field shows once it is chosen. */
  readonly title: (found: T) => string;
  /** The row's second line: what tells two of the same title apart. */
  readonly detail: (found: T) => ReactNode;
  /** A short mark at the right of a row, where it has one. */
  readonly badge?: (found: T) => ReactNode;
  /** Whether what was typed is this one's own code, so that it is taken though others match too. */
  readonly isCode?: (found: T, typed: string) => boolean;
  /** What is being looked for: `student`. */
  readonly what: string;
  /** Adds what was typed as something new (Ctrl+Enter where nothing matches). */
  readonly onAdd?: (typed: string) => void;
  /** Whether it is being added just now: then it is no problem that nothing matches. */
  readonly adding?: boolean;
  readonly autoFocus?: boolean;
};

type Found<T> = { readonly typed: string; readonly rows: readonly T[] };

/**
 * A record found by what is typed. Tab and Enter take the highlighted row, a typed code or an only match is taken by itself, F9, F4 or
 * Alt+↓ lists; Ctrl+Enter adds where nothing matches.
 */
export function LookupField<T>(props: LookupFieldProps<T>) {
  const {
    text,
    onText,
    chosen,
    onChoose,
    find,
    title,
    isCode,
    what,
    onAdd,
    adding,
    problem,
    hint,
    autoFocus,
    ...frame
  } = props;
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef('');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Found<T> | null>(null);
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState(false);
  const [refused, setRefused] = useState<{ readonly typed: string; readonly why: string } | null>(null);
  const rows = open && found !== null ? found.rows : [];
  const none = open && found !== null && found.typed === text.trim() && found.rows.length === 0 && text.trim() !== '';

  const look = (typed: string) => {
    latest.current = typed;
    return find(typed.trim()).then(
      (answer) => {
        if (latest.current !== typed) return null;
        const next = { typed: typed.trim(), rows: answer };
        setFound(next);
        setAt(0);
        return next;
      },
      (error: unknown) => {
        if (error instanceof CallFailed && latest.current === typed)
          setRefused({ typed: typed.trim(), why: sayFailure(error.failure).what });
        return null;
      },
    );
  };
  const type = (typed: string) => {
    setLeft(false);
    if (chosen !== null) onChoose(null);
    onText(typed);
    setOpen(typed.trim() !== '');
    void look(typed);
  };
  const take = (row: T) => {
    latest.current = '';
    setOpen(false);
    onText(title(row));
    onChoose(row);
  };
  const showList = () => {
    setOpen(true);
    void look(chosen === null ? text : '');
  };

  /** Takes what is meant when the field is left: the highlighted row, or what a search still under way brings alone. */
  const settle = () => {
    setLeft(true);
    const typed = text.trim();
    if (chosen !== null || typed === '') return setOpen(false);
    if (found !== null && found.typed === typed) {
      const row =
        found.rows.find((r) => isCode?.(r, typed) === true) ??
        (open ? found.rows[at] : found.rows.length === 1 ? found.rows[0] : undefined);
      if (row !== undefined) take(row);
      return setOpen(false);
    }
    void look(text).then((answer) => {
      setOpen(false);
      const row =
        answer?.rows.find((r) => isCode?.(r, typed) === true) ??
        (answer?.rows.length === 1 ? answer.rows[0] : undefined);
      if (row !== undefined) take(row);
    });
  };

  /** Adds what was typed, once it is known that nothing matches it: a fast clerk's keys come before the answer. */
  const addTyped = (add: (typed: string) => void) => {
    const typed = text.trim();
    const answered = none ? Promise.resolve({ typed, rows: [] }) : look(text);
    void answered.then((answer) => {
      if (answer?.rows.length !== 0) return;
      setOpen(false);
      add(typed);
    });
  };

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    const searching = chosen === null && text.trim() !== '' && found?.typed !== text.trim();
    if (key === 'Enter' && event.ctrlKey && onAdd !== undefined && (none || searching)) {
      event.preventDefault();
      addTyped(onAdd);
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (key === 'F9' || key === 'F4' || (key === 'ArrowDown' && (event.altKey || !open))) {
      event.preventDefault();
      showList();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (rows.length > 0) setAt((at + (key === 'ArrowDown' ? 1 : rows.length - 1)) % rows.length);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if ((key === 'Enter' || key === 'Tab') && !event.shiftKey) {
      const row = rows[at];
      if (open && row !== undefined && chosen !== null) take(row);
      else settle();
    }
  };

  return (
    <Field
      {...frame}
      problem={
        (left && chosen === null && text.trim() !== '' && adding !== true
          ? refused?.typed === text.trim()
            ? refused.why
            : unmatched(found, text, what, onAdd !== undefined)
          : undefined) ?? problem
      }
      hint={hint}
    >
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            type="text"
            className={chosen === null ? 'input' : 'input chosen'}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={rows.length > 0}
            aria-controls={list}
            aria-activedescendant={rows.length > 0 ? `${list}-${at}` : undefined}
            value={text}
            onChange={(e) => type(e.target.value)}
            onKeyDown={keyDown}
            onFocus={(e) => e.currentTarget.select()}
            onBlur={settle}
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
          />
          <LookupList {...props} list={list} anchor={input} rows={rows} at={at} none={none} take={take} setAt={setAt} />
        </>
      )}
    </Field>
  );
}

function unmatched<T>(found: Found<T> | null, text: string, what: string, canAdd: boolean): string | undefined {
  if (found === null || found.typed !== text.trim()) return undefined;
  if (found.rows.length === 0)
    return `No ${what} matches “${text.trim()}”. ${canAdd ? 'Ctrl+Enter adds a new one.' : 'Check the spelling; F9 lists them.'}`;
  return `${found.rows.length} match “${text.trim()}”. Choose one: F9 lists them.`;
}
