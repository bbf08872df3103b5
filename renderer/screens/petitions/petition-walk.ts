import { useLocation } from 'wouter';
import { to } from '../../routes';
import { useStore } from '../../store';
import { petitionWalk } from './view';

type Step = (() => void) | undefined;

/** The place of a petition in the list it was opened from: `3 of 12`, and the way to its neighbours; null where it was reached in another way. */
export function usePetitionWalk(
  id: string,
): { readonly words: string; readonly next: Step; readonly previous: Step } | null {
  const [, go] = useLocation();
  const rows = useStore(petitionWalk);
  const at = rows?.indexOf(id) ?? -1;
  if (rows === null || at === -1) return null;
  const way = (by: 1 | -1): Step => {
    const other = rows[at + by];
    return other === undefined ? undefined : () => go(to.petition(other));
  };
  return {
    words: `${(at + 1).toLocaleString('en-US')} of ${rows.length.toLocaleString('en-US')}`,
    next: way(1),
    previous: way(-1),
  };
}
