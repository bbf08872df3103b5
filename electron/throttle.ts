import { createHash } from 'node:crypto';
import type { Register } from '../db/register';
import { foldText } from '../db/search';
import type { Desktop } from './desktop';

/** How many wrong tries cost no wait; the first wait, and the longest, in seconds. Each wait is twice the one before. */
const free = 4;
const first = 30;
const longest = 15 * 60;

type Tries = { readonly failures: number; readonly until: number };
type At = { readonly register: Register; readonly desktop: Pick<Desktop, 'now' | 'elapsed'> };

// What this process saw itself: it counts by a clock that only goes forward.
const seen = new WeakMap<Register, Map<string, Tries>>();

/** How long somebody waits after so many wrong tries in a row, in seconds. */
export function waitAfter(failures: number): number {
  return failures <= free ? 0 : Math.min(longest, first * 2 ** (failures - free - 1));
}

/**
 * The name under which tries are counted: the account's own where there is one. What is no account may be a passphrase typed into the wrong
 * field, so that only a little of its hash is kept; two such names may share a wait.
 */
export function triedName(account: string, register: Register): string {
  const known = register.people.withAccount(account);
  if (known !== null) return foldText(known.account);
  return `#${createHash('sha256').update(foldText(account)).digest('hex').slice(0, 4)}`;
}

/** How many seconds a name still waits; 0 where it may be tried. */
export function waitOf(name: string, at: At): number {
  const { until } = triesOf(name, at);
  return Math.ceil(Math.max(0, until - at.desktop.elapsed()) / 1000);
}

/** Counts one more wrong try; gives how many there were in a row. The caller keeps it in the register. */
export function countFailure(name: string, at: At): number {
  const failures = triesOf(name, at).failures + 1;
  mapOf(at.register).set(name, { failures, until: at.desktop.elapsed() + waitAfter(failures) * 1000 });
  return failures;
}

/** Forgets a name's wrong tries. The caller forgets them in the register too. */
export function forgetFailures(name: string, { register }: Pick<At, 'register'>): void {
  mapOf(register).set(name, { failures: 0, until: 0 });
}

function triesOf(name: string, { register, desktop }: At): Tries {
  const map = mapOf(register);
  const known = map.get(name);
  if (known !== undefined) return known;
  const kept = register.tries(name);
  // From before the app was started: by the PC's clock, which may have been moved. Moved back, it shortens nothing.
  const passed = kept === null ? 0 : Math.max(0, Date.parse(desktop.now()) - Date.parse(kept.lastAt));
  const failures = kept?.failures ?? 0;
  const tries = { failures, until: desktop.elapsed() + Math.max(0, waitAfter(failures) * 1000 - passed) };
  map.set(name, tries);
  return tries;
}

function mapOf(register: Register): Map<string, Tries> {
  const known = seen.get(register) ?? new Map<string, Tries>();
  seen.set(register, known);
  return known;
}
