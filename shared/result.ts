import type { Failure } from './errors';

/** What a call gives back: the thing asked for, or one of the failures that a person can meet. Plain data across the processes. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value that was asked for and given. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a failure that a person can meet. */
export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
