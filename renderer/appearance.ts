/** How the window looks on this PC: as the system says, or always light or dark. Kept by the window, since it is no fact of the register. */
export type Appearance = 'system' | 'light' | 'dark';

const key = 'appearance';

/** What this PC's people chose, `system` at first. */
export function appearance(): Appearance {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Chooses how the window looks and keeps the choice. */
export function chooseAppearance(choice: Appearance): void {
  localStorage.setItem(key, choice);
  applyAppearance();
}

/** Makes the window look as chosen; forced colours of the system win over it in the style sheet. */
export function applyAppearance(): void {
  document.documentElement.dataset.appearance = appearance();
}
