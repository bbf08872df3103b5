import type { Input } from '../../../shared/contract';
import { noFilter } from '../../../shared/contract/no-filter';
import type { CaseRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import type { ApprovalState } from '../../../shared/register/case';
import { useCall } from '../../wire';

/** How many cases the list shows at once; as letters are made of them, the next come up. */
const shownAtOnce = 500;

/** The decided cases for which no letter was made yet, the newest first, and how many there are in all. Undone and held ones are none of them. */
export function useUnlettered(text: string): {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly loaded: boolean;
  readonly failure: Failure | null;
  /** How many more have no letter because they wait for approval, or were returned. */
  readonly waiting: number;
  readonly returned: number;
} {
  const list = useCall('case.list', {
    filter: { ...noFilter, text, unlettered: true },
    sort: 'enteredAt',
    descending: true,
    offset: 0,
    limit: shownAtOnce,
  });
  const waiting = useCall('case.list', countOf('waiting'));
  const returned = useCall('case.list', countOf('returned'));
  return {
    rows: list.data?.rows ?? [],
    total: list.data?.total ?? 0,
    loaded: list.data !== undefined,
    failure: list.error?.failure ?? null,
    waiting: waiting.data?.total ?? 0,
    returned: returned.data?.total ?? 0,
  };
}

/** Asks how many cases stand so with the second person. */
function countOf(approval: ApprovalState): Input<'case.list'> {
  return { filter: { ...noFilter, approval }, sort: 'number', descending: false, offset: 0, limit: 1 };
}
