import { useState } from 'react';
import type { Output } from '../../../shared/contract';
import type { CourseRow } from '../../../shared/contract/roster';
import { courseDays, type Course } from '../../../shared/register/course';
import { assessed, collected, placeIn, type Enrolment } from '../../../shared/register/enrolment';
import type { DayContext } from '../../../shared/typed/day';
import { listName, type Student } from '../../../shared/register/student';
import { Button } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { LookupField } from '../../components/lookup-field';
import { Panel } from '../../components/panel';
import { courseState } from '../../forms/course-lookup';
import { ask, newRequestId } from '../../wire';
import { EnrolmentEditor } from '../enrolment/enrolment-editor';
import { useOpened } from '../enrolment/opened';
import { focusRowAgain } from '../row-focus';
import { money, shortDay } from '../wording';

type Line = Output<'student.get'>['enrolments'][number];

const columns: readonly Column<Line>[] = [
  { id: 'course', heading: 'Course', cell: ({ course }) => <strong title={course.title}>{course.code}</strong> },
  { id: 'starts', heading: 'Begins', cell: ({ course }) => shortDay(courseDays(course).first) },
  { id: 'charged', heading: 'Charged', numeric: true, cell: ({ enrolment }) => money(assessed(enrolment)) },
  { id: 'paid', heading: 'Collected', numeric: true, cell: ({ enrolment }) => money(collected(enrolment)) },
  { id: 'payer', heading: 'Paid by', cell: ({ enrolment }) => payerOf(enrolment) },
];

type StudentEnrolmentsProps = {
  readonly student: Student;
  readonly enrolments: readonly Line[];
  /** Told while an enrolment is open: the screen's save is then that one's. */
  readonly onEditing: (editing: boolean) => void;
  readonly days: DayContext;
};

/** The student's courses with what was charged and paid; one is opened in place, and a new one begins with its course. */
export function StudentEnrolments({ student, enrolments, days, onEditing }: StudentEnrolmentsProps) {
  const [open, setOpen] = useOpened<{ readonly enrolment: Enrolment; readonly course: Course }>(onEditing);
  const [choosing, setChoosing] = useState(false);
  const [text, setText] = useState('');

  if (open !== null)
    return (
      <EnrolmentEditor
        key={open.enrolment.id}
        enrolment={open.enrolment}
        policy={open.course.policy}
        title={`${listName(student)} in ${open.course.code}`}
        days={days}
        onDone={() => {
          setOpen(null);
          focusRowAgain(open.enrolment.id);
        }}
      />
    );
  const begin = (row: CourseRow | null) => {
    if (row === null) return;
    setChoosing(false);
    setText('');
    const kept = enrolments.find((e) => e.course.id === row.course.id);
    setOpen({
      course: row.course,
      enrolment: kept?.enrolment ?? placeIn(row.course, newRequestId(), student.id, null),
    });
  };
  return (
    <Panel
      title="Enrollments"
      aside={
        !choosing && (
          <Button asks="enrolment.save" onPress={() => setChoosing(true)}>
            Enroll in a course
          </Button>
        )
      }
    >
      {choosing && (
        <LookupField<CourseRow>
          label="Course"
          name="enrol-course"
          what="course"
          autoFocus
          text={text}
          onText={setText}
          chosen={null}
          onChoose={begin}
          find={(typed) => ask('course.find', { text: typed, limit: 12, studentId: student.id })}
          keyOf={(row) => row.course.id}
          title={(row) => `${row.course.code} ${row.course.title}`}
          detail={courseDetail}
          badge={(row) =>
            [row.enrolled === true ? 'enrolled' : '', courseState(row.course, days.today)]
              .filter((words) => words !== '')
              .join(' · ')
          }
          isCode={(row, typed) => row.course.code.toLowerCase() === typed.toLowerCase()}
        />
      )}
      <ListTable
        label="Enrollments"
        columns={columns}
        rows={enrolments}
        keyOf={(row) => row.enrolment.id}
        onOpen={setOpen}
        empty={<p>Not enrolled in a course yet.</p>}
      />
    </Panel>
  );
}

/** What tells two sections apart: days, fee and place. */
export function courseDetail(row: CourseRow): string {
  const { first, last } = courseDays(row.course);
  const days =
    first === null ? '' : last === null || last === first ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`;
  return [days, row.term?.name ?? '', row.course.location, row.course.cancelledOn === null ? '' : 'cancelled']
    .filter((part) => part !== '')
    .join(' · ');
}

function payerOf(enrolment: Enrolment): string {
  const names = new Set(enrolment.payments.map((p) => (p.payer.kind === 'student' ? 'Student' : p.payer.name)));
  return [...names].join(', ');
}
