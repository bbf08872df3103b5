import { createSitting } from './store';

/** What the status bar says about the last thing done: `Saved RD-2026-0416 Okafor`, with the action to undo where there is one. */
export type Said = {
  readonly tone: 'saved' | 'working' | 'problem' | 'note';
  readonly text: string;
  readonly actionId?: string;
  /** The way to what was made with it: a petition that was opened. */
  readonly way?: { readonly to: string; readonly words: string };
};

/** The status bar's message. It stays until the next one. */
export const statusLine = createSitting<Said | null>(null);

/** The running total of the present batch, as the status bar shows it. */
export const batchLine = createSitting<string | null>(null);

/** Says something in the status bar. */
export function say(said: Said): void {
  statusLine.set(said);
}
