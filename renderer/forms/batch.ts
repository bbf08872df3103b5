import type { Batch } from '../../shared/contract/rows';
import { createSitting } from '../store';

/** The stack of mail being keyed: none, one whose channel and receipt date are being typed, or an open one. */
export type BatchInHand =
  { readonly state: 'none' } | { readonly state: 'asking' } | { readonly state: 'open'; readonly batch: Batch };

/** The present batch; it outlives the entry screen, so that a look at a case does not end it. */
export const batchInHand = createSitting<BatchInHand>({ state: 'none' });

/** Begins a new batch: the entry screen asks for its channel and receipt date above the form. */
export function startBatch(): void {
  batchInHand.set({ state: 'asking' });
}
