import { useEffect, useEffectEvent, useRef } from 'react';
import { call } from '../wire';

/** The drafts of the forms that are on the screen, each stored at once when it is called. */
const onScreen = new Set<() => Promise<unknown>>();
/** What came too late: the desk was locked before it could be stored. Kept for the person who typed it, by the draft's name. */
const tooLate = new Map<string, string>();

/** Stores what is half typed now, before the desk is left. */
export async function storeDrafts(): Promise<void> {
  await Promise.all([...onScreen].map((store) => store()));
}

/** Stores what came too late: the person who typed it is back. */
export function storeDraftsAgain(): void {
  for (const [key, text] of tooLate) void call('draft.save', { key, text });
  tooLate.clear();
}

/** Lets go of what came too late: its person did not come back. */
export function dropDrafts(): void {
  tooLate.clear();
}

async function keep(key: string, text: string | null): Promise<void> {
  if (text === null) {
    await call('draft.discard', { key });
    return;
  }
  const kept = await call('draft.save', { key, text });
  if (!kept.ok && kept.failure.kind === 'not-signed-in') tooLate.set(key, text);
}

/** How long after a keystroke a draft is stored at the latest, in milliseconds. */
const latest = 1500;
const pause = 500;

/**
 * Keeps a half-typed form in the register, soon after each keystroke and when the screen is left, so that a crash or a closed window
 * loses nothing. `state` is the form, which `write` puts into text when it is
 * stored, or into null when there is nothing worth keeping: then the draft is thrown away.
 */
export function useDraft<S>(
  key: string,
  state: S,
  write: (state: S) => string | null,
): { readonly discard: () => Promise<void> } {
  const stored = useRef<string | null>(null);
  const dirtySince = useRef<number | null>(null);
  const ended = useRef(false);
  const store = useEffectEvent(async () => {
    dirtySince.current = null;
    if (ended.current) return;
    const text = write(state);
    if (text === stored.current) return;
    stored.current = text;
    await keep(key, text);
  });
  useEffect(() => {
    const now = performance.now();
    dirtySince.current ??= now;
    const wait = Math.max(0, Math.min(pause, dirtySince.current + latest - now));
    const timer = setTimeout(() => void store(), wait);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const now = () => store();
    const leave = () => void store();
    onScreen.add(now);
    window.addEventListener('pagehide', leave);
    return () => {
      onScreen.delete(now);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    discard: async () => {
      ended.current = true;
      await call('draft.discard', { key });
    },
  };
}
