import { useLocation } from 'wouter';
import type { TransmittalRow } from '../../../shared/contract/transmittals';
import { Chip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { useCall } from '../../wire';
import { FailureBox } from '../saying';
import { money, shortDay } from '../wording';

/** Every batch that went to the Business Office, the newest first; Enter opens one. */
export function BatchList() {
  const [, go] = useLocation();
  const list = useCall('transmittal.list', { offset: 0, limit: 200 });
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? rows.length;
  return (
    <>
      {list.error !== null && <FailureBox failure={list.error.failure} />}
      <Panel title="Batches" aside={total > rows.length && `The newest ${rows.length} of ${total}`}>
        <ListTable
          label="Batches"
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
          total={total}
          onOpen={(row) => go(to.transmittal(row.id))}
          empty={
            list.data === undefined ? null : (
              <p>No batch was closed yet. Tick refunds under To hand over; Ctrl+Enter closes the first.</p>
            )
          }
        />
      </Panel>
    </>
  );
}

const columns: readonly Column<TransmittalRow>[] = [
  { id: 'number', heading: 'Batch', cell: (row) => <strong className="no-wrap">{row.number}</strong> },
  { id: 'revision', heading: 'Revision', numeric: true, cell: (row) => row.revision },
  { id: 'closed', heading: 'Closed', cell: (row) => shortDay(row.closedOn) },
  { id: 'by', heading: 'By', cell: (row) => row.person },
  { id: 'cases', heading: 'Refunds', numeric: true, cell: (row) => row.cases.toLocaleString('en-US') },
  { id: 'total', heading: 'Total', numeric: true, cell: (row) => money(row.cents) },
  {
    id: 'paid',
    heading: 'Paid',
    numeric: true,
    cell: (row) => (row.paidCases === 0 ? 'none' : `${row.paidCases} of ${row.cases}, ${money(row.paidCents)}`),
  },
  { id: 'state', heading: 'State', cell: (row) => <BatchChip row={row} /> },
];

/** Where a batch stands: reopened, reconciled, paid, or with the Business Office. */
export function BatchChip({ row }: { readonly row: TransmittalRow }) {
  if (row.state === 'reopened') return <Chip tone="wait">Reopened</Chip>;
  if (row.reconciledOn !== null) return <Chip tone="good">{`Reconciled ${shortDay(row.reconciledOn)}`}</Chip>;
  if (row.paidCases >= row.cases) return <Chip tone="good">Paid</Chip>;
  return <Chip tone="part">{row.paidCases === 0 ? 'Closed' : 'In part paid'}</Chip>;
}
