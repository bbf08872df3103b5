/** Whether single letters do things in the lists that say so (A approves). Kept by the window for this PC, since it is no fact of the register. */
const key = 'letter-keys';

/** Whether they do on this PC; they do at first. */
export function letterKeys(): boolean {
  return localStorage.getItem(key) !== 'off';
}

/** Switches single letters on or off, and keeps the choice. */
export function chooseLetterKeys(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
}

/** Whether a single letter pressed there is a key: inside a list or pane that takes letters, where they are switched on. */
export function hearsLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-letter-keys]') !== null && letterKeys();
}
