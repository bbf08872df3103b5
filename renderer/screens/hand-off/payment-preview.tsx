import type { Output } from '../../../shared/contract';
import { Chip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { money, shortDay } from '../wording';

type Row = Output<'payment.preview'>['rows'][number];

const columns: readonly Column<Row>[] = [
  { id: 'line', heading: 'Line', numeric: true, cell: (row) => row.line },
  { id: 'key', heading: 'Case', cell: (row) => <span className="no-wrap">{row.key}</span> },
  { id: 'student', heading: 'Student', cell: (row) => <strong>{row.studentName}</strong> },
  { id: 'on', heading: 'Paid on', cell: (row) => shortDay(row.on) },
  { id: 'reference', heading: 'Number', cell: (row) => row.reference },
  { id: 'cents', heading: 'Amount', numeric: true, cell: (row) => (row.cents === null ? '' : money(row.cents)) },
  {
    id: 'becomes',
    heading: 'What becomes of it',
    cell: (row) => {
      if (row.problem !== null)
        return (
          <>
            <Chip tone="bad">Problem</Chip> {row.problem}
          </>
        );
      return row.known ? <Chip tone="quiet">Entered before</Chip> : <Chip tone="good">Will be entered</Chip>;
    },
  },
];

/** Every row that was read, those with a problem first: what becomes of it, in words. */
export function PaymentPreview({ rows }: { readonly rows: readonly Row[] }) {
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b) || a.line - b.line);
  return (
    <div className="scrolling-list">
      <ListTable
        label="Rows of the file"
        columns={columns}
        rows={sorted}
        keyOf={(row) => String(row.line)}
        empty={<p>The file has no rows under its headings.</p>}
      />
    </div>
  );
}

function rank(row: Row): number {
  return row.problem !== null ? 0 : row.known ? 2 : 1;
}
