import { useDeferredValue, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { CourseRow } from '../../shared/contract/roster';
import { courseDays } from '../../shared/register/course';
import { useCommands } from '../commanding';
import { CommandButton } from '../components/button';
import { Chip } from '../components/chip';
import { ListTable, type Column } from '../components/list-table';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { createSitting, useStore } from '../store';
import { useCall } from '../wire';
import { chosenCourses, courseFilter } from './deadlines/chosen';
import { FindBar, focusFind } from './find-bar';
import { categoryWords } from '../policies';
import { FailureBox } from './saying';
import { count, money, shortDay } from './wording';
import './screens.css';

const typedText = createSitting('');

const columns: readonly Column<CourseRow>[] = [
  { id: 'code', heading: 'Number', cell: ({ course }) => <strong>{course.code}</strong> },
  { id: 'title', heading: 'Title', cell: ({ course }) => course.title },
  { id: 'category', heading: 'Category', cell: ({ course }) => categoryWords(course.policy, course.category) },
  { id: 'term', heading: 'Term', cell: (row) => row.term?.name ?? '' },
  { id: 'first', heading: 'Begins', cell: ({ course }) => shortDay(courseDays(course).first) },
  { id: 'last', heading: 'Ends', cell: ({ course }) => shortDay(courseDays(course).last) },
  {
    id: 'meetings',
    heading: 'Meetings',
    numeric: true,
    cell: ({ course }) =>
      course.meetings.length > 0 ? (
        course.meetings.length
      ) : course.arranged ? (
        'arranged'
      ) : (
        <span className="note-line">none</span>
      ),
  },
  { id: 'fee', heading: 'Fee', numeric: true, cell: ({ course }) => money(course.fee) },
  { id: 'roster', heading: 'Roster', numeric: true, cell: (row) => row.roster },
  {
    id: 'state',
    heading: 'State',
    cell: ({ course }) => (course.cancelledOn === null ? null : <Chip tone="bad">Cancelled</Chip>),
  },
];

/** The courses of the office, found by number, title or term. */
export function CoursesScreen() {
  const [, go] = useLocation();
  const text = useStore(typedText);
  const typed = useDeferredValue(text);
  const office = useCall('office.get', {});
  const terms = office.data?.terms;
  const asked = useMemo(() => courseFilter(typed, terms ?? []), [typed, terms]);
  const list = useCall('course.list', { ...asked, offset: 0, limit: 300 });
  // The deadlines of the courses that are listed here.
  const deadlines = () => {
    chosenCourses.set(asked);
    go(to.deadlines);
  };
  useCommands({ find: focusFind, 'go.deadlines': deadlines });
  const rows = list.data?.rows ?? [];
  return (
    <Screen
      title="Courses"
      detail={list.data === undefined ? '' : count(list.data.total, 'course')}
      actions={
        <>
          <CommandButton id="go.deadlines" />
          <CommandButton id="course.new" tone="primary" />
        </>
      }
    >
      <div className="stack fill">
        <FindBar
          label="Find a course"
          hint="Part of the number or title, or term:F26"
          text={text}
          onText={(t) => typedText.set(t)}
        />
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        <Panel
          title="Courses"
          aside={
            list.data !== undefined &&
            list.data.total > rows.length && (
              <span className="quiet-text">The first {rows.length}. Type more to narrow it.</span>
            )
          }
        >
          {list.data !== undefined && (
            <ListTable
              label="Courses"
              columns={columns}
              rows={rows}
              total={list.data.total}
              keyOf={(row) => row.course.id}
              onOpen={(row) => go(to.course(row.course.id))}
              empty={
                text.trim() === '' ? (
                  <p>No courses yet. Add the first one.</p>
                ) : (
                  <p>No course matches “{text.trim()}”. Esc in the line above shows them all.</p>
                )
              }
            />
          )}
        </Panel>
      </div>
    </Screen>
  );
}
