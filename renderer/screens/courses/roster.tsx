import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RosterRow, StudentRow } from '../../../shared/contract/roster';
import type { Course } from '../../../shared/register/course';
import { assessed, collected, placeIn, type Enrolment } from '../../../shared/register/enrolment';
import type { DayContext } from '../../../shared/typed/day';
import { listName, type Student } from '../../../shared/register/student';
import { Button } from '../../components/button';
import { OutcomeChip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { LookupField } from '../../components/lookup-field';
import { Panel } from '../../components/panel';
import { unenrolledWords } from '../../forms/unenrol-fields';
import { trackWords } from '../../forms/words';
import { policyOf } from '../../policies';
import { newRecord, to } from '../../routes';
import { ask, newRequestId } from '../../wire';
import { EnrolmentEditor } from '../enrolment/enrolment-editor';
import { useOpened } from '../enrolment/opened';
import { focusRowAgain } from '../row-focus';
import { money } from '../wording';

const columns: readonly Column<RosterRow>[] = [
  { id: 'number', heading: 'Number', cell: (row) => row.student.number },
  { id: 'name', heading: 'Student', cell: (row) => <strong>{listName(row.student)}</strong> },
  { id: 'charged', heading: 'Charged', numeric: true, cell: (row) => money(assessed(row.enrolment)) },
  { id: 'collected', heading: 'Collected', numeric: true, cell: (row) => money(collected(row.enrolment)) },
  {
    id: 'case',
    heading: 'Form',
    cell: (row) => {
      const last = row.cases.at(-1);
      return last === undefined ? null : (
        <span className="row-of">
          <Link href={to.case(last.id)} tabIndex={-1} onClick={(e) => e.stopPropagation()}>
            {last.number}
          </Link>
          <OutcomeChip state={last.state} outcome={last.outcome} percent={last.percent} label={last.label} />
        </span>
      );
    },
  },
];

const withTrack: readonly Column<RosterRow>[] = [
  ...columns.slice(0, 2),
  {
    id: 'track',
    heading: 'Track',
    cell: ({ enrolment }) =>
      enrolment.unenrolledOn !== null
        ? unenrolledWords(enrolment.unenrolledOn)
        : enrolment.track === null
          ? ''
          : trackWords[enrolment.track],
  },
  ...columns.slice(2),
];

type RosterProps = {
  readonly course: Course;
  readonly rows: readonly RosterRow[]; /** Told while an enrolment is open: the screen's save is then that one's. */
  readonly onEditing: (editing: boolean) => void;
  readonly days: DayContext;
};

/** Who is enrolled, with what was charged and collected; Enter opens an enrolment in place. */
export function Roster({ course, rows, days, onEditing }: RosterProps) {
  const [, go] = useLocation();
  const [open, setOpen] = useOpened<{ readonly enrolment: Enrolment; readonly student: Student }>(onEditing);
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  if (open !== null)
    return (
      <EnrolmentEditor
        key={open.enrolment.id}
        enrolment={open.enrolment}
        policy={course.policy}
        title={`${listName(open.student)} in ${course.code}`}
        days={days}
        onDone={() => {
          setOpen(null);
          focusRowAgain(open.enrolment.id);
        }}
      />
    );
  const total = rows.reduce((sum, row) => sum + collected(row.enrolment), 0);
  return (
    <Panel
      title={rows.length === 0 ? 'Roster' : `Roster · ${rows.length} enrolled · ${money(total)} collected`}
      aside={
        !adding && (
          <Button asks="enrolment.save" onPress={() => setAdding(true)}>
            Enroll a student
          </Button>
        )
      }
    >
      {adding && (
        <LookupField<StudentRow>
          label="Student"
          name="enrol-student"
          what="student"
          autoFocus
          text={text}
          onText={setText}
          chosen={null}
          onChoose={(row) => {
            if (row === null) return;
            setAdding(false);
            setText('');
            setOpen({
              student: row.student,
              enrolment:
                rows.find((r) => r.student.id === row.student.id)?.enrolment ??
                placeIn(course, newRequestId(), row.student.id, null),
            });
          }}
          onAdd={() => go(to.student(newRecord))}
          find={(typed) => ask('student.find', { text: typed, limit: 12 })}
          keyOf={(row) => row.student.id}
          title={(row) => listName(row.student)}
          detail={(row) => `${row.student.number} · ${row.student.address.city}`}
          badge={(row) => (rows.some((r) => r.student.id === row.student.id) ? 'enrolled' : null)}
          isCode={(row, typed) => row.student.number === typed}
        />
      )}
      <ListTable
        label="Roster"
        columns={policyOf(course.policy)?.pack.notice.track === undefined ? columns : withTrack}
        rows={rows}
        keyOf={(row) => row.enrolment.id}
        onOpen={setOpen}
        empty={<p>Nobody is enrolled yet.</p>}
      />
    </Panel>
  );
}
