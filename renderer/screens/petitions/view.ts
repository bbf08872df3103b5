import type { Input } from '../../../shared/contract';
import type { PetitionKind } from '../../../shared/register/petition';
import { createStore, type Store } from '../../store';

/** How a list of petitions is looked at: what was typed, which states, how it is sorted, which row was opened. */
export type PetitionsView = {
  readonly text: string;
  readonly state: Input<'petition.list'>['filter']['state'];
  /** Only those that are due by this day; null is all. */
  readonly dueBy: string | null;
  readonly sort: Input<'petition.list'>['sort'];
  readonly descending: boolean;
  readonly opened: string | null;
};

const first: PetitionsView = {
  text: '',
  state: 'waiting',
  dueBy: null,
  sort: 'due',
  descending: false,
  opened: null,
};

/** The lists as they were left, so that the way back finds them again. A link from elsewhere sets what is shown. */
export const petitionsView: Store<PetitionsView> = createStore(first);
export const appealsView: Store<PetitionsView> = createStore(first);

/** The kinds that each list has. */
export const listKinds: Readonly<Record<'petitions' | 'appeals', PetitionKind[]>> = {
  petitions: ['late-drop', 'retroactive', 'reinstatement'],
  appeals: ['appeal'],
};

/** The list that a petition was opened from, as it was asked, so that Ctrl+PgDn walks that list and no other; null where it was reached in another way. */
export const petitionWalk = createStore<Omit<Input<'petition.list'>, 'offset' | 'limit'> | null>(null);

/** As many rows as a list reads at once. */
export const mostRows = 500;
