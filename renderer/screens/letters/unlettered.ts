import { noFilter } from '../../../shared/contract/no-filter';
import type { CaseRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { useCall } from '../../wire';

/** The decided cases for which no letter was made yet, the newest first, of the last 500 decided. Undone and held ones are none of them. */
export function useUnlettered(text: string): {
  readonly rows: readonly CaseRow[];
  readonly loaded: boolean;
  readonly failure: Failure | null;
} {
  const list = useCall('case.list', {
    filter: { ...noFilter, text, state: 'decided' },
    sort: 'enteredAt',
    descending: true,
    offset: 0,
    limit: 500,
  });
  return {
    rows: list.data?.rows.filter((row) => row.letter === null || row.letter === 'voided') ?? [],
    loaded: list.data !== undefined,
    failure: list.error?.failure ?? null,
  };
}
