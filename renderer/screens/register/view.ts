import type { Input } from '../../../shared/contract';
import { createSitting } from '../../store';

/** How the register's list is looked at: what was typed, how it is sorted, which page, which row was opened. */
export type RegisterView = {
  readonly text: string;
  readonly sort: Input<'case.list'>['sort'];
  readonly descending: boolean;
  readonly offset: number;
  readonly opened: string | null;
};

/** The list as it was left, so that the way back finds it again. A link from elsewhere sets its text: `status:held`. */
export const registerView = createSitting<RegisterView>({
  text: '',
  sort: 'number',
  descending: true,
  offset: 0,
  opened: null,
});
