import { useLocation } from 'wouter';
import { noFilter } from '../../../shared/contract/no-filter';
import type { CaseRow } from '../../../shared/contract/rows';
import type { Student } from '../../../shared/register/student';
import { ListTable } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { caseWalk } from '../../list-walk';
import { to } from '../../routes';
import { caseColumns } from '../case-table';

const columns = [
  caseColumns.number,
  caseColumns.course,
  caseColumns.received,
  caseColumns.outcome,
  caseColumns.refund,
].map((c) => ({ ...c, sortable: false }));

/** The student's forms; opening one lets Ctrl+PgDn walk them. */
export function StudentCases({ student, cases }: { readonly student: Student; readonly cases: readonly CaseRow[] }) {
  const [, go] = useLocation();
  return (
    <Panel title="Forms">
      <ListTable
        label="Forms of this student"
        columns={columns}
        rows={cases}
        keyOf={(row) => row.id}
        rowClass={(row) => (row.state === 'undone' ? 'undone' : undefined)}
        onOpen={(row) => {
          caseWalk.set({ filter: { ...noFilter, studentId: student.id }, sort: 'number', descending: true });
          go(to.case(row.id));
        }}
        empty={<p>No forms from this student.</p>}
      />
    </Panel>
  );
}
