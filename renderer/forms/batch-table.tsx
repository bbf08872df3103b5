import { memo, useEffect } from 'react';
import { useLocation } from 'wouter';
import { noFilter } from '../../shared/contract/no-filter';
import type { CaseRow } from '../../shared/contract/rows';
import { formatCents } from '../../shared/money';
import { OutcomeChip } from '../components/chip';
import { ListTable, type Column } from '../components/list-table';
import { Panel } from '../components/panel';
import { caseWalk } from '../list-walk';
import { to } from '../routes';
import { batchLine } from '../status';
import { useStore } from '../store';
import { useCall } from '../wire';
import { batchInHand } from './batch';

const columns: readonly Column<CaseRow>[] = [
  { id: 'number', heading: 'Case', cell: (row) => <span title={row.number}>{row.number.slice(-4)}</span> },
  { id: 'student', heading: 'Student', cell: (row) => row.studentName },
  { id: 'course', heading: 'Section', cell: (row) => row.courseCode },
  { id: 'outcome', heading: 'Outcome', cell: (row) => <OutcomeChip {...row} /> },
  {
    id: 'refund',
    heading: 'Refund',
    cell: (row) => (row.outcome === 'refund' || row.outcome === 'none' ? formatCents(row.refund) : '—'),
    numeric: true,
  },
];

/** What was entered in this batch, newest first, with its running total in the status bar; without a batch, what was entered lately. */
export const BatchTable = memo(function BatchTable() {
  const hand = useStore(batchInHand);
  const batchId = hand.state === 'open' ? hand.batch.id : null;
  const batch = useCall('batch.get', batchId === null ? null : { id: batchId });
  const lately = useCall(
    'case.list',
    batchId === null ? { filter: noFilter, sort: 'enteredAt', descending: true, offset: 0, limit: 8 } : null,
  );
  const [, go] = useLocation();
  const inBatch = batchId === null ? undefined : batch.data;
  const rows = batchId === null ? (lately.data?.rows ?? []) : newestFirst(inBatch?.rows ?? []);
  const total =
    inBatch === undefined ? null : `${inBatch.rows.length} entered in this batch · ${formatCents(inBatch.refund)}`;
  useEffect(() => {
    batchLine.set(total);
    return () => batchLine.set(null);
  }, [total]);
  return (
    <Panel title={batchId === null ? 'Entered lately' : 'Entered in this batch'} className="batch-panel">
      <ListTable
        label={batchId === null ? 'Entered lately' : 'Entered in this batch'}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={(row) => {
          caseWalk.set({ filter: { ...noFilter, batchId }, sort: 'enteredAt', descending: true });
          go(to.case(row.id));
        }}
        rowClass={(row) => (row.state === 'undone' ? 'undone' : undefined)}
        empty={batchId === null ? 'Nothing has been entered yet.' : 'Nothing entered in this batch yet.'}
      />
    </Panel>
  );
});

function newestFirst(rows: readonly CaseRow[]): readonly CaseRow[] {
  return [...rows].sort((a, b) => b.enteredAt.localeCompare(a.enteredAt));
}
