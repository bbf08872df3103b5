import { createSitting } from '../../store';

/** The letters as the queue last listed them, by id, so that Ctrl+PgDn on one goes to the next of that list. */
export const letterWalk = createSitting<readonly string[]>([]);
