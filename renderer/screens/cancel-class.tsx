import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Output } from '../../shared/contract';
import type { CancelRow } from '../../shared/contract/roster';
import { listName } from '../../shared/register/student';
import { readDay, showDay } from '../../shared/typed/day';
import type { Failure } from '../../shared/errors';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { DateEntry } from '../components/date-entry';
import { ListTable, type Column } from '../components/list-table';
import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { change, newRequestId, useCall } from '../wire';
import { BeforeAfter } from './cancel/before-after';
import type { DayContext } from '../../shared/typed/day';
import { useDays } from './record-form/days';
import { FailureBox } from './saying';
import { count, money, weekdayAndDay } from './wording';
import './screens.css';

const columns: readonly Column<CancelRow>[] = [
  { id: 'number', heading: 'Number', cell: (row) => row.student.number },
  { id: 'name', heading: 'Student', cell: (row) => <strong>{listName(row.student)}</strong> },
  { id: 'collected', heading: 'Collected', numeric: true, cell: (row) => money(row.collected) },
  {
    id: 'before',
    heading: 'Refunded before',
    numeric: true,
    cell: (row) => (row.refundedBefore === 0 ? '' : money(row.refundedBefore)),
  },
  {
    id: 'cancelled',
    heading: 'Still due, cancelled',
    numeric: true,
    cell: (row) => (row.cancelled === 0 ? '' : money(row.cancelled)),
  },
  { id: 'refund', heading: 'Refund', numeric: true, cell: (row) => <strong>{money(row.refund)}</strong> },
];

const leftOutColumns: readonly Column<CancelRow>[] = [
  { id: 'number', heading: 'Number', cell: (row) => row.student.number },
  { id: 'name', heading: 'Student', cell: (row) => <strong>{listName(row.student)}</strong> },
  { id: 'case', heading: 'Form', cell: (row) => row.caseNumber ?? '' },
  { id: 'why', heading: 'Why', cell: (row) => row.leftOut ?? '' },
];

/** Cancels a class for its whole roster: the day, who gets what, who is left out and why, and the totals before and after. */
export function CancelClassScreen({ id }: { readonly id: string }) {
  const office = useCall('office.get', {});
  const course = useCall('course.get', { id });
  const days = useDays(office.data?.office, true);
  const failure = office.error?.failure ?? course.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title="Cancel a class">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (days === null || course.data === undefined) return <Screen title="Cancel a class">{null}</Screen>;
  return <Cancelling kept={course.data} days={days} />;
}

function Cancelling({ kept, days }: { readonly kept: Output<'course.get'>; readonly days: DayContext }) {
  const [, go] = useLocation();
  const { course } = kept;
  const [text, setText] = useState(() => showDay(course.cancelledOn ?? days.today));
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [done, setDone] = useState<Output<'course.cancel'> | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useRef(newRequestId());
  const read = readDay(text, days);
  const on = read.kind === 'day' ? read.day : null;
  const future = on !== null && on > days.today;
  const preview = useCall('course.cancelPreview', on === null || done !== null ? null : { id: course.id, on });
  const rows = preview.data ?? [];
  const getting = rows.filter((row) => row.leftOut === null);
  const leftOut = rows.filter((row) => row.leftOut !== null);
  const ready =
    on !== null &&
    !future &&
    getting.length > 0 &&
    course.cancelledOn === null &&
    done === null &&
    !preview.isPlaceholderData;

  async function cancel(): Promise<void> {
    if (!ready || busy) return;
    setBusy(true);
    setTrouble(null);
    const result = await change('course.cancel', { requestId: request.current, id: course.id, on });
    setBusy(false);
    if (!result.ok) return setTrouble(result.failure);
    setDone(result.value);
    say({
      tone: 'saved',
      text: `${course.code} is cancelled: ${count(result.value.cases.length, 'refund')} created, ${money(result.value.cases.reduce((sum, c) => sum + c.refund, 0))}`,
    });
  }
  useCommands({ 'class.cancelNow': ready ? () => void cancel() : undefined });

  if (done !== null) return <Done course={`${course.code} ${course.title}`} courseId={course.id} done={done} />;
  return (
    <Screen
      title="Cancel a class"
      detail={`${course.code} ${course.title}`}
      actions={
        <>
          <Button onPress={() => go(to.course(course.id))}>Leave it as it is</Button>
          <CommandButton
            id="class.cancelNow"
            tone="primary"
            label={`Create ${count(getting.length, 'refund')}`}
            disabled={!ready || busy}
          />
        </>
      }
    >
      <div className="stack">
        {trouble !== null && <FailureBox failure={trouble} />}
        {preview.error !== null && <FailureBox failure={preview.error.failure} />}
        {course.cancelledOn !== null && (
          <Notice tone="note">
            This class was cancelled on {weekdayAndDay(course.cancelledOn)}. Its refunds stand in the register.
          </Notice>
        )}
        <Panel title="The cancellation">
          <div className="columns">
            <DateEntry
              label="Cancelled on"
              name="on"
              text={text}
              onText={setText}
              context={days}
              autoFocus
              problem={future ? 'This day lies ahead. Type the day on which the class was cancelled.' : undefined}
              hint="All fees come back, without a drop fee. A student whose own drop took effect on an earlier day keeps that outcome."
            />
            <BeforeAfter rows={rows} />
          </div>
        </Panel>
        <Panel
          title={
            getting.length === 0 ? 'Nobody gets a refund' : `${count(getting.length, 'student')} get all fees back`
          }
        >
          <ListTable
            label="Refunds to create"
            columns={columns}
            rows={getting}
            keyOf={(row) => row.enrolmentId}
            empty={
              preview.data === undefined ? null : kept.roster.length === 0 ? (
                <p>Nobody is enrolled in this class, so there is nothing to refund.</p>
              ) : (
                <p>No paid enrollments in this class, or every student dropped before.</p>
              )
            }
          />
        </Panel>
        {leftOut.length > 0 && (
          <Panel title={`${count(leftOut.length, 'student')} left out`}>
            <ListTable
              label="Students left out"
              columns={leftOutColumns}
              rows={leftOut}
              keyOf={(row) => row.enrolmentId}
            />
          </Panel>
        )}
      </div>
    </Screen>
  );
}

function Done({
  course,
  courseId,
  done,
}: {
  readonly course: string;
  readonly courseId: string;
  readonly done: Output<'course.cancel'>;
}) {
  const [, go] = useLocation();
  const total = done.cases.reduce((sum, c) => sum + c.refund, 0);
  useCommands({ 'class.cancelNow': () => go(to.letters) });
  useEffect(() => document.querySelector<HTMLElement>('.toolbar-actions .primary')?.focus(), []);
  return (
    <Screen
      title="Class cancelled"
      detail={course}
      actions={
        <>
          <Button onPress={() => go(to.course(courseId))}>The course</Button>
          <CommandButton id="class.cancelNow" tone="primary" label="Go to the letters" />
        </>
      }
    >
      <div className="stack">
        <Notice tone="note">
          <strong>
            {count(done.cases.length, 'refund')} created, {money(total)} in all.
          </strong>{' '}
          Each is a case with its own number. Ctrl+Z takes all of it back until a letter is mailed.
        </Notice>
        <Panel title="The cases">
          <ul className="case-links">
            {done.cases.map((row) => (
              <li key={row.id}>
                <Link href={to.case(row.id)}>{row.number}</Link> {row.studentName}{' '}
                <span className="number">{money(row.refund)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        {done.leftOut.length > 0 && (
          <Panel title={`${count(done.leftOut.length, 'student')} left out`}>
            <ListTable
              label="Students left out"
              columns={leftOutColumns}
              rows={done.leftOut}
              keyOf={(row) => row.enrolmentId}
            />
          </Panel>
        )}
      </div>
    </Screen>
  );
}
