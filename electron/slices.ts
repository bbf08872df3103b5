import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../db/check';

/** The most that a long piece of work takes at one go, in milliseconds; then the window has its turn. */
const slice = 10;

/** Runs a long piece of work in short slices, telling how far it is after each; undefined once it is no longer `wanted`. */
export async function inSlices<T>(
  steps: Generator<Progress, T>,
  wanted: () => boolean,
  tell: (progress: Progress) => void,
): Promise<T | undefined> {
  await setImmediate();
  while (wanted()) {
    const until = performance.now() + slice;
    let last: Progress | null = null;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
      last = step.value;
    } while (performance.now() < until);
    tell(last);
    await setImmediate();
  }
  return undefined;
}

/** Does pieces of work one after the other, in the order in which they were asked for. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };
}
