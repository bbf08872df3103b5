import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { change, newRequestId } from '../../wire';
import { completed } from './blank';
import type { DraftTree } from './drafting';

type Draft = Output<'policy.draft.get'>['draft'];

/** Whether all that was typed is kept, and what came in the way. */
export type DraftSaving = {
  readonly state: 'kept' | 'typing' | 'keeping';
  readonly failure: Failure | null;
  /** Keeps the draft now; true once it is kept. */
  readonly keep: () => Promise<boolean>;
  /** Keeps nothing more: the draft is being discarded. */
  readonly stop: () => void;
};

const pause = 2_000;

/** Keeps a draft in the register while it is typed: after each pause, when asked to, and when its screen is left. */
export function useDraftSaving(draft: Draft, tree: DraftTree): DraftSaving {
  const kept = useRef(tree);
  const latest = useRef(tree);
  const stopped = useRef(false);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const [at, setAt] = useState<{ readonly tree: DraftTree; readonly keeping: boolean }>({ tree, keeping: false });
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    latest.current = tree;
  });

  const keepNow = useRef(async (): Promise<boolean> => {
    const own = latest.current;
    if (own === kept.current || stopped.current) return true;
    setAt((before) => ({ ...before, keeping: true }));
    const file = completed(own);
    const result = await change('policy.draft.save', {
      requestId: newRequestId(),
      id: draft.id,
      from: draft.from,
      file,
    });
    setFailure(result.ok ? null : result.failure);
    if (result.ok) kept.current = own;
    setAt({ tree: kept.current, keeping: false });
    return result.ok;
  });
  // One at a time, in order.
  const keep = useRef((): Promise<boolean> => {
    running.current = running.current.then(() => keepNow.current());
    return running.current;
  });

  useEffect(() => {
    if (tree === kept.current) return;
    const timer = setTimeout(() => void keep.current(), pause);
    return () => clearTimeout(timer);
  }, [tree]);
  useEffect(() => {
    const { current } = keep;
    return () => void current();
  }, []);

  return {
    state: at.keeping ? 'keeping' : at.tree === tree ? 'kept' : 'typing',
    failure,
    keep: () => keep.current(),
    stop: () => {
      stopped.current = true;
    },
  };
}
