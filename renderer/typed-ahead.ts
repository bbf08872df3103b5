/**
 * What is typed between a command that opens a box and the moment the box has the keyboard. Without this the first letters would go
 * into whatever field had it before.
 */
export type TypedAhead = {
  /** From now on every key is kept from the page. Escape ends it and calls `onEscape`. */
  readonly begin: (onEscape: () => void) => void;
  /** What was typed since; the keys are the page's again. */
  readonly take: () => string;
};

/** Keeps the keys of a window until they are taken. */
export function typedAhead(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): TypedAhead {
  let text = '';
  let escape: (() => void) | null = null;
  const hear = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') {
      const left = escape;
      end();
      left?.();
    } else if (event.key === 'Backspace') text = text.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) text += event.key;
  };
  const end = (): void => {
    target.removeEventListener('keydown', hear, true);
    text = '';
    escape = null;
  };
  return {
    begin: (onEscape) => {
      end();
      escape = onEscape;
      target.addEventListener('keydown', hear, true);
    },
    take: () => {
      const typed = text;
      end();
      return typed;
    },
  };
}
