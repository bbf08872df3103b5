import { useSyncExternalStore } from 'react';

/** A value that outlives the screen that shows it: what the status bar says, the list a case was opened from, the present batch. */
export type Store<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Makes a store with its first value. */
export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const ends: (() => void)[] = [];

/** A store that holds what one person did in this sitting: what they looked for, keyed and saved. Nobody after them finds it. */
export function createSitting<T>(first: T): Store<T> {
  const store = createStore(first);
  ends.push(() => store.set(first));
  return store;
}

/** Forgets what the person who sat here did: another one has taken their place. */
export function endSitting(): void {
  for (const end of ends) end();
}

/** The store's present value; the component is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
