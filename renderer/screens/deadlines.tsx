import { useDeferredValue, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { SheetFilter } from '../../shared/contract/deadlines';
import type { Failure } from '../../shared/errors';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { ChoiceField } from '../components/choice-field';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { useStore } from '../store';
import { call, subscribe, useCall } from '../wire';
import { chosenCourses, chosenLayout } from './deadlines/chosen';
import { SetDate } from './deadlines/set-date';
import { SheetTable, type SheetLine } from './deadlines/sheet-table';
import { FindBar, focusFind } from './find-bar';
import { useDays } from './record-form/days';
import { FailureBox } from './saying';
import { count } from './wording';
import './screens.css';

const page = 100;

/** Every deadline of one course, or of the courses of a term or that were found: to look at, print, or save for others. */
export function DeadlinesScreen({ courseId }: { readonly courseId: string | null }) {
  const [, go] = useLocation();
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  const chosen = useStore(chosenCourses);
  const layout = useStore(chosenLayout);
  const text = useDeferredValue(chosen.text);
  const [offset, setOffset] = useState(0);
  const filter: SheetFilter =
    courseId === null ? { courseId, text: text.trim(), termId: chosen.termId } : { courseId, text: '', termId: null };
  const list = useCall('deadline.list', { filter, offset, limit: page });
  const [setting, setSetting] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);

  useEffect(
    () =>
      subscribe('progress', ({ task, done, total }) => {
        if (task === 'deadlines')
          say({ tone: 'working', text: `${done.toLocaleString('en-US')} of ${count(total, 'course')}…` });
      }),
    [],
  );
  const make = async (work: () => Promise<string | null>) => {
    setTrouble(null);
    setMaking(true);
    const said = await work();
    setMaking(false);
    if (said !== null) say({ tone: 'saved', text: said });
  };
  const refused = (failure: Failure): null => {
    if (failure.kind === 'cancelled') say({ tone: 'note', text: 'Stopped; nothing was saved.' });
    else setTrouble(failure);
    return null;
  };
  const save = (as: 'csv' | 'ics') =>
    make(async () => {
      const result = await call('deadline.save', { filter, as });
      if (!result.ok) return refused(result.failure);
      const { path, deadlines, undated } = result.value;
      const left = as === 'ics' && undated > 0 ? `; ${count(undated, 'deadline')} without a date left out` : '';
      return `Saved ${count(deadlines - (as === 'ics' ? undated : 0), 'deadline')} as ${path}${left}`;
    });
  const paper = { kind: 'deadlines', filter, layout: courseId === null ? layout : 'pages' } as const;
  const print = () =>
    make(async () => {
      const result = await call('paper.print', paper);
      if (!result.ok) return refused(result.failure);
      return result.value.handedOver ? 'The deadlines were handed to the printer.' : 'Nothing was printed.';
    });
  const savePdf = () =>
    make(async () => {
      const result = await call('paper.savePdf', paper);
      return result.ok ? `Saved as ${result.value.path}` : refused(result.failure);
    });

  const sheets = list.data?.sheets ?? [];
  const lines = sheets.flatMap((sheet) =>
    sheet.rows.map((row) => ({ key: `${sheet.courseId} ${row.deadline}`, sheet, row })),
  );
  const line = lines.find((l) => l.key === setting) ?? null;
  const close = () => {
    setSetting(null);
    const row = document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(setting ?? '')}"]`);
    row?.focus();
  };
  const set = ({ key, sheet, row }: SheetLine) => (row === null ? go(to.course(sheet.courseId)) : setSetting(key));
  useCommands({
    print: () => void print(),
    'print.savePdf': () => void savePdf(),
    'sheet.csv': () => void save('csv'),
    'sheet.calendar': () => void save('ics'),
    ...(courseId === null ? { find: focusFind } : {}),
  });

  const only = courseId === null ? undefined : sheets[0];
  const total = list.data?.total ?? 0;
  const failure = office.error?.failure ?? list.error?.failure ?? trouble;
  return (
    <Screen
      title={only === undefined ? 'Deadlines' : `Deadlines of ${only.code}`}
      detail={
        only !== undefined
          ? [only.title, only.term, only.policy].filter((part) => part !== '').join(' · ')
          : list.data === undefined
            ? ''
            : count(total, 'course')
      }
      actions={
        <>
          {making && <Button onPress={() => void call('deadline.stop', {})}>Stop</Button>}
          <CommandButton id="sheet.csv" label="CSV" />
          <CommandButton id="sheet.calendar" label="Calendar" />
          <CommandButton id="print.savePdf" label="PDF" />
          <CommandButton id="print" tone="primary" />
        </>
      }
    >
      <div className="stack fill">
        {failure !== null && <FailureBox failure={failure} />}
        {courseId === null && (
          <FindBar
            label="Find courses"
            hint="Part of the number or title; no term means all of them"
            text={chosen.text}
            onText={(next) => {
              setOffset(0);
              chosenCourses.set({ ...chosen, text: next });
            }}
          >
            <ChoiceField
              label="Term"
              name="term"
              choices={(office.data?.terms ?? []).map((t) => ({ value: t.id, words: t.name }))}
              value={chosen.termId}
              digits={false}
              onChoose={(termId) => {
                setOffset(0);
                chosenCourses.set({ ...chosen, termId });
              }}
            />
            <ChoiceField
              label="On paper"
              name="layout"
              choices={[
                { value: 'table', words: 'One table' },
                { value: 'pages', words: 'A page a course' },
              ]}
              value={layout}
              optional={false}
              digits={false}
              onChoose={(next) => chosenLayout.set(next ?? 'table')}
            />
          </FindBar>
        )}
        {line !== null && office.data !== undefined && days !== null && (
          <SetDate key={line.key} line={line} office={office.data.office} days={days} onClose={close} />
        )}
        <Panel title="Deadlines" aside={total > page && <Pages offset={offset} total={total} onOffset={setOffset} />}>
          {(only?.rows.length === 0 ? [] : (only?.notes ?? [])).map((note) => (
            <p key={note} className="note-line">
              {note}
            </p>
          ))}
          {list.data !== undefined && (
            <SheetTable
              sheets={sheets}
              named={courseId === null}
              onSet={set}
              empty={<p>No course is found. Choose another term, or empty the line above with Esc.</p>}
            />
          )}
        </Panel>
      </div>
    </Screen>
  );
}

/** Where in a long list the table stands; paper and files always have all of it. */
function Pages({
  offset,
  total,
  onOffset,
}: {
  readonly offset: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}) {
  return (
    <span className="row-of">
      <span className="quiet-text">
        Courses {(offset + 1).toLocaleString('en-US')} to {Math.min(offset + page, total).toLocaleString('en-US')} of{' '}
        {total.toLocaleString('en-US')}; paper and files have all
      </span>
      <Button disabled={offset === 0} onPress={() => onOffset(Math.max(0, offset - page))}>
        Back
      </Button>
      <Button disabled={offset + page >= total} onPress={() => onOffset(offset + page)}>
        On
      </Button>
    </span>
  );
}
