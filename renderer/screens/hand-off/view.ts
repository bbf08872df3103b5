import type { Input } from '../../../shared/contract';
import type { RefundState } from '../../../shared/contract/transmittals';
import { createSitting } from '../../store';

/** How the Business Office's screen is looked at: which refunds, or the batches; what was typed; how the refunds are sorted. */
export type HandOffView = {
  readonly shown: RefundState | 'batches';
  readonly text: string;
  readonly sort: Input<'refund.list'>['sort'];
  /** The row that was opened last, which has the keyboard again on the way back. */
  readonly opened: string | null;
};

/** The screen as it was left, so that the way back finds it again. */
export const handOffView = createSitting<HandOffView>({
  shown: 'to-hand-over',
  text: '',
  sort: 'promised',
  opened: null,
});

/** A reopened batch that is to be closed again with what is ticked; null where a new one will be. */
export type Again = { readonly id: string; readonly number: string; readonly revision: number };

/** What is ticked and noted for the next batch. */
export type Ready = { readonly ticked: ReadonlySet<string>; readonly note: string; readonly again: Again | null };

/** Nothing ticked, nothing noted, a new batch. */
export const nothingReady: Ready = { ticked: new Set(), note: '', again: null };

/** What stands ready to be closed and was not yet, so that looking at a case in between loses nothing. */
export const ready = createSitting<Ready>(nothingReady);

/** How payments are entered: by hand, or from the Business Office's file. */
export const paymentsBy = createSitting<'hand' | 'file'>('hand');
