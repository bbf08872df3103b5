import { setImmediate } from 'node:timers/promises';
import type { CallName, Input, Output } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import type { Result } from '../../shared/result';

/** Takes a call's name and its untrusted input to whoever answers it: the same way that the window's calls go. */
export type Route = (name: CallName, input: unknown) => Promise<Result<unknown>>;

/** The sample's clerk, who does everything through the calls that the screens make. */
export type Clerk = {
  /** Makes a call that has to succeed, else throws `ClerkStopped`. */
  does<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Makes a call that may be refused because of the case itself, as a clerk would meet it too; null then. */
  tries<N extends CallName>(name: N, input: Input<N>): Promise<Output<N> | null>;
};

/** What stopped the clerk: the failure of a call that had to succeed. */
export class ClerkStopped extends Error {
  constructor(
    call: CallName,
    readonly failure: Failure,
  ) {
    super(`${call}: ${JSON.stringify(failure)}`);
    this.name = 'ClerkStopped';
  }
}

/** Longer than this the window is not kept waiting while the sample is made. Milliseconds. */
const slice = 12;

/** A clerk at this counter. `worked` is told after every call. */
export function createClerk(route: Route, worked: () => void): Clerk {
  let begun = performance.now();
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> => {
    if (performance.now() - begun > slice) {
      await setImmediate();
      begun = performance.now();
    }
    const result = (await route(name, input)) as Result<Output<N>>;
    worked();
    return result;
  };
  return {
    async does(name, input) {
      const result = await ask(name, input);
      if (!result.ok) throw new ClerkStopped(name, result.failure);
      return result.value;
    },
    async tries(name, input) {
      const result = await ask(name, input);
      if (result.ok) return result.value;
      const { kind } = result.failure;
      if (kind === 'wrong-state' || kind === 'no-address') return null;
      throw new ClerkStopped(name, result.failure);
    },
  };
}
