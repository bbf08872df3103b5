import { createSitting } from './store';
import type { CaseFilter } from '../shared/contract/cases';
import type { Input } from '../shared/contract';

/** The list a case was opened from: what was asked, in the order shown, so that Ctrl+PgDn walks that list and no other. */
export type CaseWalk = {
  readonly filter: CaseFilter;
  readonly sort: Input<'case.list'>['sort'];
  readonly descending: boolean;
  /** About where in the list the case stood, from 0; a long list is walked from there. */
  readonly offset?: number;
};

/** Set by a list when a case is opened from it; null when the case was reached in another way. */
export const caseWalk = createSitting<CaseWalk | null>(null);
