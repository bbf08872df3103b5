/** The panes of the window, which F6 visits in order: every element marked `data-pane` that can be seen. Each remembers where it was left. */

const left = new WeakMap<Element, HTMLElement>();
const focusable =
  'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex]:not([tabindex="-1"])';

function panes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && pane.querySelector(focusable) !== null,
  );
}

function rememberLeft(event: FocusEvent): void {
  const pane = event.target instanceof HTMLElement ? event.target.closest('[data-pane]') : null;
  if (pane !== null && event.target instanceof HTMLElement) left.set(pane, event.target);
}

/** Remembers in each pane what had the focus last. The function given back ends it. */
export function watchPanes(): () => void {
  document.addEventListener('focusout', rememberLeft);
  return () => document.removeEventListener('focusout', rememberLeft);
}

/** Moves the focus to the next (1) or previous (-1) pane, to where it was left. */
export function movePane(step: 1 | -1): void {
  const all = panes();
  const here = all.findIndex((pane) => pane.contains(document.activeElement));
  const next = all[(here + step + all.length) % all.length];
  if (next === undefined) return;
  const before = left.get(next);
  const target =
    before?.isConnected === true && next.contains(before) ? before : next.querySelector<HTMLElement>(focusable);
  target?.focus();
}
