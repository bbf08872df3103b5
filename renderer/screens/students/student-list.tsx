import { useDeferredValue } from 'react';
import { useLocation } from 'wouter';
import type { StudentRow } from '../../../shared/contract/roster';
import { isMailable } from '../../../shared/register/fields';
import { listName } from '../../../shared/register/student';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { createSitting, useStore } from '../../store';
import { useCall } from '../../wire';
import { FindBar, focusFind } from '../find-bar';
import { FailureBox } from '../saying';
import { count } from '../wording';
import '../screens.css';

const typedText = createSitting('');

const columns: readonly Column<StudentRow>[] = [
  { id: 'number', heading: 'Number', cell: (row) => row.student.number },
  { id: 'name', heading: 'Name', cell: (row) => <strong>{listName(row.student)}</strong> },
  { id: 'email', heading: 'E-mail', cell: (row) => row.student.email },
  {
    id: 'address',
    heading: 'Address',
    cell: ({ student }) =>
      isMailable(student.address) ? (
        `${student.address.line1}, ${student.address.city}`
      ) : (
        <span className="note-line">△ not complete</span>
      ),
  },
  { id: 'forms', heading: 'Forms this year', numeric: true, cell: (row) => (row.forms === 0 ? '' : row.forms) },
];

/** The students, found by what is typed; the line stays as it was left. */
export function StudentList() {
  const [, go] = useLocation();
  const text = useStore(typedText);
  const asked = useDeferredValue(text.trim());
  const found = useCall('student.find', { text: asked, limit: 50 });
  useCommands({ find: focusFind });
  const rows = found.data ?? [];
  return (
    <Screen title="Students" actions={<CommandButton id="student.new" tone="primary" />}>
      <div className="stack fill">
        <FindBar
          label="Find a student"
          hint="Part of a name, the number or the e-mail: garc mar, 0098, maria@"
          text={text}
          onText={(t) => typedText.set(t)}
        />
        {found.error !== null && <FailureBox failure={found.error.failure} />}
        <Panel
          title={asked === '' ? 'Used last' : count(rows.length, 'student found', 'students found')}
          aside={rows.length === 50 && <span className="quiet-text">The first 50. Type more to narrow it.</span>}
        >
          <ListTable
            label="Students"
            columns={columns}
            rows={rows}
            keyOf={(row) => row.student.id}
            onOpen={(row) => go(to.student(row.student.id))}
            empty={
              found.isFetching ? null : asked === '' ? (
                <p>No students yet. Add the first one, or enter a drop form and add them there.</p>
              ) : (
                <p>No match for “{asked}”. Check the spelling, or add a new student.</p>
              )
            }
          />
        </Panel>
      </div>
    </Screen>
  );
}
