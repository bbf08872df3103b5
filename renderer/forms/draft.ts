import { useEffect, useEffectEvent, useRef } from 'react';
import { call } from '../wire';

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
  const store = useEffectEvent(() => {
    dirtySince.current = null;
    if (ended.current) return;
    const text = write(state);
    if (text === stored.current) return;
    stored.current = text;
    void (text === null ? call('draft.discard', { key }) : call('draft.save', { key, text }));
  });
  useEffect(() => {
    const now = performance.now();
    dirtySince.current ??= now;
    const wait = Math.max(0, Math.min(pause, dirtySince.current + latest - now));
    const timer = setTimeout(() => store(), wait);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const leave = () => store();
    window.addEventListener('pagehide', leave);
    return () => {
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
