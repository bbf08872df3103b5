import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { Progress } from '../db/check';

/** The most that a long piece of work takes at one go, in milliseconds; then the window has its turn. */
const slice = 10;
/** How often at most somebody is told how far it is, in milliseconds. */
const tellEvery = 100;

/** Runs a long piece of work in short slices, telling how far it is from time to time; undefined once it is no longer `wanted`. */
export async function inSlices<T>(
  steps: Generator<Progress, T>,
  wanted: () => boolean,
  tell: (progress: Progress) => void,
  pause: () => Promise<unknown> = () => setImmediate(),
): Promise<T | undefined> {
  let told = performance.now();
  await pause();
  while (wanted()) {
    const until = performance.now() + slice;
    let last: Progress | null = null;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
      last = step.value;
    } while (performance.now() < until);
    if (performance.now() - told > tellEvery) {
      tell(last);
      told = performance.now();
    }
    await pause();
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

/** Knows when nobody has asked for anything for a while. */
export type Idle = {
  /** Somebody asks for something now. */
  stir(): void;
  /** Waits until nobody has for so many milliseconds; at most ten seconds in all, so that what waits does happen. */
  quiet(milliseconds: number): Promise<void>;
};

/** A desk at which nobody has asked for anything yet. */
export function createIdle(): Idle {
  let stirred = performance.now();
  return {
    stir: () => {
      stirred = performance.now();
    },
    quiet: async (milliseconds) => {
      const latest = performance.now() + 10_000;
      for (;;) {
        const now = performance.now();
        const left = Math.min(stirred + milliseconds, latest) - now;
        if (left <= 0) return;
        await wait(left);
      }
    },
  };
}
