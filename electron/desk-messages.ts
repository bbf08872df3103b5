import type { EventName, Events } from '../shared/contract';
import type { Desktop, Page } from './desktop';

/** What of the desktop can only be done where Electron is, each by one question and one answer. */
export type Errands = Pick<Desktop, 'chooseFolder' | 'saveAs' | 'saveCopyOf' | 'pdf' | 'print'>;
export type ErrandName = keyof Errands;

/** What the desk's thread is told when it starts. `startsAt` is the moment at which its clock starts, null for this PC's own. */
export type DeskSetting = Pick<Desktop, 'version' | 'account' | 'registerFolder' | 'settingsFolder'> & {
  readonly startsAt: string | null;
};

/** From main to the desk: a call of the window, what became of an errand, and that it is time to close. */
export type ToDesk =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'undone'; readonly id: number; readonly message: string; readonly code: string | null }
  | { readonly kind: 'close' };

/** From the desk to main: the answer to a call, an errand, a page to be looked at, and what is to be told or written down. */
export type FromDesk =
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'errand'; readonly id: number; readonly name: ErrandName; readonly said: readonly unknown[] }
  | { readonly kind: 'show'; readonly url: string; readonly page: Page }
  | { [N in EventName]: { readonly kind: 'tell'; readonly name: N; readonly data: Events[N] } }[EventName]
  | { readonly kind: 'log'; readonly event: string; readonly trace: string }
  | { readonly kind: 'quit' }
  | { readonly kind: 'closed' };
