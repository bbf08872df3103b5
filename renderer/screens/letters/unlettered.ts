import { noFilter } from '../../../shared/contract/no-filter';
import type { CaseRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { useCall } from '../../wire';

/** How many cases the list shows at once; as letters are made of them, the next come up. */
const shownAtOnce = 500;

/** The decided cases for which no letter was made yet, the newest first, and how many there are in all. Undone and held ones are none of them. */
export function useUnlettered(text: string): {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly loaded: boolean;
  readonly failure: Failure | null;
} {
  const list = useCall('case.list', {
    filter: { ...noFilter, text, unlettered: true },
    sort: 'enteredAt',
    descending: true,
    offset: 0,
    limit: shownAtOnce,
  });
  return {
    rows: list.data?.rows ?? [],
    total: list.data?.total ?? 0,
    loaded: list.data !== undefined,
    failure: list.error?.failure ?? null,
  };
}
