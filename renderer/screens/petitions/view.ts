import type { Input } from '../../../shared/contract';
import type { PetitionState } from '../../../shared/register/petition';
import { createSitting } from '../../store';

/** What a list shows: those that wait for the office or the student, those the office must decide by today, all, or those in one state. */
export type Shown = 'waiting' | 'due' | 'all' | Exclude<PetitionState, 'open' | 'undone'>;

/** How a list of petitions is looked at: what was typed, which are shown, how it is sorted, which row was opened. */
export type PetitionsView = {
  readonly text: string;
  readonly show: Shown;
  readonly sort: Input<'petition.list'>['sort'];
  readonly descending: boolean;
  readonly opened: string | null;
};

const first: PetitionsView = { text: '', show: 'waiting', sort: 'due', descending: false, opened: null };

/** The lists as they were left, so that the way back finds them again. A link from elsewhere sets what is shown. */
export const petitionsView = createSitting(first);
export const appealsView = createSitting(first);

/** The filter of a list on a day. */
export function filterOf(view: PetitionsView, appeals: boolean, today: string): Input<'petition.list'>['filter'] {
  return {
    kinds: appeals ? ['appeal'] : ['late-drop', 'retroactive', 'reinstatement'],
    state: view.show === 'all' ? null : view.show === 'due' ? 'open' : view.show,
    text: view.text.trim(),
    dueBy: view.show === 'due' ? today : null,
    caseId: null,
  };
}

/** The list that a petition was opened from, row by row as it was then: Ctrl+PgDn walks it to its end, whatever is decided on the way. Null where one was reached in another way. */
export const petitionWalk = createSitting<readonly string[] | null>(null);

/** As many rows as a list reads at once. */
export const mostRows = 500;
