import type { Input } from '../../../shared/contract';
import type { EntryKind, Subject } from '../../../shared/register/entry';
import { createSitting } from '../../store';

/** How the history is looked at: what was typed and chosen, the entries after which each further part begins, and the entry that was opened. */
export type HistoryView = {
  readonly text: string;
  readonly person: string | null;
  readonly subject: Subject | null;
  readonly kind: EntryKind | null;
  readonly from: string;
  readonly to: string;
  /** The parts gone through: each is the sequence before which its entries lie. The last is the one shown; none shows the newest. */
  readonly parts: readonly number[];
  readonly opened: number | null;
};

/** The history with nothing narrowed. */
export const wholeHistory: HistoryView = {
  text: '',
  person: null,
  subject: null,
  kind: null,
  from: '',
  to: '',
  parts: [],
  opened: null,
};

/** The history as it was left, so that the way back finds it again. */
export const historyView = createSitting<HistoryView>(wholeHistory);

/** The same as main is asked for it; the days as they were read from what was typed. */
export function filterOf(
  { text, person, subject, kind }: HistoryView,
  days: { readonly from: string | null; readonly to: string | null },
): Input<'history.list'>['filter'] {
  return { text: text.trim().slice(0, 120), person, subject, kind, subjectId: null, ...days };
}
