import type { CaseRow } from '../../shared/contract/rows';
import { useNames } from '../names';
import { Chip } from './chip';

/** Where a determination stands with the second person; nothing where none was asked. */
export function ApprovalChip({ approval, approvedBy }: Pick<CaseRow, 'approval' | 'approvedBy'>) {
  const nameOf = useNames();
  switch (approval) {
    case 'not-needed':
      return null;
    case 'waiting':
      return <Chip tone="wait">Waits for approval</Chip>;
    case 'returned':
      return <Chip tone="bad">Returned</Chip>;
    case 'approved':
      return <Chip tone="good">{approvedBy === null ? 'Approved' : `Approved by ${nameOf(approvedBy)}`}</Chip>;
  }
}
