import { useLocation } from 'wouter';
import { caseWalk } from '../../list-walk';
import { to } from '../../routes';
import { useStore } from '../../store';
import { useCall } from '../../wire';

const around = 250;

/** The place of a case in the list it was opened from: `7 of 42`, and the way to its neighbours; null where it was reached in another way. */
export function useWalk(
  id: string,
): { readonly words: string; readonly next?: () => void; readonly previous?: () => void } | null {
  const [, go] = useLocation();
  const walk = useStore(caseWalk);
  const offset = Math.max(0, (walk?.offset ?? 0) - around);
  const list = useCall(
    'case.list',
    walk === null
      ? null
      : { filter: walk.filter, sort: walk.sort, descending: walk.descending, offset, limit: around * 2 },
  );
  const rows = list.data?.rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  if (walk === null || list.data === undefined || at === -1) return null;
  const step = (by: 1 | -1) => {
    const row = rows[at + by];
    if (row === undefined) return undefined;
    return () => {
      // Near the end of what was read, the list is read on from here.
      if (offset + at + by > offset + around + around / 2 || at + by < around / 2)
        caseWalk.set({ ...walk, offset: offset + at + by });
      go(to.case(row.id));
    };
  };
  const next = step(1);
  const previous = step(-1);
  return {
    words: `${(offset + at + 1).toLocaleString('en-US')} of ${list.data.total.toLocaleString('en-US')}`,
    ...(next === undefined ? {} : { next }),
    ...(previous === undefined ? {} : { previous }),
  };
}
