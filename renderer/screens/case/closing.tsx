import { useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import { Link } from 'wouter';
import { z } from 'zod';
import type { CaseView } from '../../../shared/contract/cases';
import { formatDay } from '../../../shared/day';
import type { Problem } from '../../../shared/errors';
import { channels, type Channel } from '../../../shared/register/case';
import type { Content } from '../../../shared/register/contents';
import type { Course } from '../../../shared/register/course';
import { dayField, idField, noteField } from '../../../shared/register/fields';
import type { Office } from '../../../shared/register/office';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { CourseLookup } from '../../forms/course-lookup';
import { channelChoices } from '../../forms/choices';
import { channelWords } from '../../forms/words';
import { to } from '../../routes';
import { say } from '../../status';
import { change, useCall } from '../../wire';
import { useDays } from '../record-form/days';
import { BoundChoice, BoundDay, BoundText } from '../record-form/fields';
import { readOn } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { isOpen } from './case-form';

type ClosingProps = { readonly view: CaseView; readonly office: Office };

/** How a case ends without a refund: the student takes the form back, or changes to another section; and, once it ended so, that it did. */
export function Closing({ view, office }: ClosingProps) {
  const days = useDays(office, true);
  const [asking, setAsking] = useState<'withdraw' | 'swap' | null>(null);
  const open = isOpen(view);
  useCommands({
    'case.withdraw': open ? () => setAsking('withdraw') : undefined,
    'case.swap': open && view.course !== null ? () => setAsking('swap') : undefined,
  });
  if (view.row.state === 'withdrawn' || view.row.state === 'swapped') return <Closed view={view} />;
  if (!open || days === null || asking === null) return null;
  const close = () => setAsking(null);
  return asking === 'withdraw' ? (
    <TakeBack view={view} days={days} onClose={close} />
  ) : (
    <ChangeSection view={view} days={days} onClose={close} />
  );
}

/** That the case is closed, since when, and where the student's place went. */
function Closed({ view }: { readonly view: CaseView }) {
  const last = view.entries.findLast((e) => !e.undone && (e.kind === 'case.withdrawn' || e.kind === 'case.swapped'));
  const swapped = last?.kind === 'case.swapped' ? (last.content as Content['case.swapped']) : null;
  const withdrawn = last?.kind === 'case.withdrawn' ? (last.content as Content['case.withdrawn']) : null;
  const course = useCall('course.get', swapped === null ? null : { id: swapped.toCourseId });
  const note = (swapped ?? withdrawn)?.note ?? '';
  return (
    <Notice tone="note">
      <strong>This case is closed.</strong>{' '}
      {withdrawn !== null && (
        <>
          The student took the form back on {formatDay(withdrawn.on, 'en')}
          {withdrawn.channel !== null && ` (${channelWords[withdrawn.channel].toLowerCase()})`}: the student stays in
          the course, and nothing is refunded.
        </>
      )}
      {swapped !== null && (
        <>
          The student changed to another section on {formatDay(swapped.on, 'en')}
          {course.data !== undefined && (
            <>
              :{' '}
              <Link
                href={to.course(swapped.toCourseId)}
              >{`${course.data.course.code} ${course.data.course.title}`}</Link>
            </>
          )}
          . What was paid went along, and nothing is refunded.
        </>
      )}
      {note !== '' && ` ${note}`}
    </Notice>
  );
}

type FormProps = { readonly view: CaseView; readonly days: DayContext; readonly onClose: () => void };

const takeBackSchema = z.strictObject({ on: dayField, channel: z.enum(channels).nullable(), note: noteField });
type TakeBackTexts = { readonly on: string; readonly channel: Channel | null; readonly note: string };

function TakeBack({ view, days, onClose }: FormProps) {
  const { row } = view;
  return (
    <Panel title="The student takes it back">
      <Recording
        label="The student takes it back"
        asks="notice.withdraw"
        first={{ on: showDay(days.today), channel: null, note: '' }}
        read={(texts: TakeBackTexts) => readOn(texts, days)}
        schema={takeBackSchema}
        send={(record, requestId) => change('notice.withdraw', { requestId, caseId: row.id, ...record })}
        onDone={() => {
          say({ tone: 'saved', text: `${row.number}: the student took it back` });
          onClose();
        }}
        onLeave={onClose}
      >
        {(control) => (
          <>
            <BoundDay control={control} name="on" label="Told on" context={days} required />
            <BoundChoice control={control} name="channel" label="Told by" choices={channelChoices} />
            <BoundText control={control} name="note" label="Note" lines={2} />
          </>
        )}
      </Recording>
    </Panel>
  );
}

const swapSchema = z.strictObject({ on: dayField, toCourseId: idField, note: noteField });
type SwapTexts = {
  readonly on: string;
  readonly toCourseId: string | null;
  /** What stands in the lookup's field. */
  readonly course: string;
  readonly note: string;
};

function ChangeSection({ view, days, onClose }: FormProps) {
  const { row } = view;
  return (
    <Panel title="The student changes section">
      <Recording<SwapTexts, z.infer<typeof swapSchema>, CaseView>
        label="The student changes section"
        asks="notice.swap"
        first={{ on: showDay(days.today), toCourseId: null, course: '', note: '' }}
        read={({ on, toCourseId, course, note }: SwapTexts) => {
          const { record, wrong } = readOn({ on, toCourseId, note }, days);
          const missing: Problem[] =
            toCourseId !== null
              ? []
              : [
                  {
                    field: 'toCourseId',
                    message:
                      course.trim() === ''
                        ? 'The new section is missing. Type its number or title.'
                        : `No course is chosen for “${course.trim()}”. F9 lists them.`,
                  },
                ];
          return { record, wrong: [...missing, ...wrong] };
        }}
        schema={swapSchema}
        send={(record, requestId) => change('notice.swap', { requestId, caseId: row.id, ...record })}
        onDone={() => {
          say({ tone: 'saved', text: `${row.number}: the student changed to another section` });
          onClose();
        }}
        onLeave={onClose}
      >
        {(control) => (
          <>
            <NewSection control={control} studentId={row.studentId} today={days.today} />
            <BoundDay control={control} name="on" label="Asked on" context={days} required />
            <BoundText control={control} name="note" label="Note" lines={2} />
          </>
        )}
      </Recording>
    </Panel>
  );
}

type NewSectionProps = {
  readonly control: Control<SwapTexts, unknown, z.infer<typeof swapSchema>>;
  readonly studentId: string | null;
  readonly today: string;
};

/** The section to which the student changes. */
function NewSection({ control, studentId, today }: NewSectionProps) {
  const chosenId = useController({ control, name: 'toCourseId' });
  const text = useController({ control, name: 'course' });
  const [chosen, setChosen] = useState<Course | null>(null);
  return (
    <CourseLookup
      name="toCourseId"
      text={text.field.value}
      onText={text.field.onChange}
      chosen={chosen}
      onChoose={(course) => {
        setChosen(course);
        chosenId.field.onChange(course?.id ?? null);
      }}
      studentId={studentId}
      today={today}
      problem={chosenId.fieldState.error?.message}
    />
  );
}
