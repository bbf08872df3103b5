import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { CompiledPack } from '../../shared/policy/compile';
import { outcomes } from '../../shared/policy/determination';
import type { CaseRow } from '../../shared/contract/rows';
import { readDay } from '../../shared/typed/day';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { ListTable } from '../components/list-table';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { caseWalk } from '../list-walk';
import { usePacks } from '../policies';
import { to } from '../routes';
import { useStore } from '../store';
import { useCall } from '../wire';
import { caseColumns } from './case-table';
import { FindBar, focusFind } from './find-bar';
import { readFilterLine, withWord } from './register/filter-line';
import { registerView, type RegisterView } from './register/view';
import { WeekBars } from './register/week-bars';
import { useDays } from './record-form/days';
import { FailureBox } from './saying';
import { count, money } from './wording';
import './screens.css';

const pageLength = 200;

const columns = [
  caseColumns.number,
  caseColumns.student,
  caseColumns.course,
  caseColumns.received,
  caseColumns.effective,
  caseColumns.outcome,
  caseColumns.refund,
  caseColumns.letter,
];

const sorts = ['number', 'student', 'course', 'received', 'effective', 'outcome', 'refund', 'enteredAt'] as const;

/** Every form of the register, found by plain words and narrowed by words with a colon; Enter opens, and the way back finds the list as it was. */
export function RegisterScreen() {
  const [, go] = useLocation();
  const shown = useStore(registerView);
  const packs = usePacks();
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office, true);
  const typed = useDeferredValue(shown.text);
  const reading = useMemo(() => {
    if (office.data === undefined || days === null) return null;
    const asDay = (text: string): string | null => {
      const read = readDay(text, days);
      return read.kind === 'day' || read.kind === 'ambiguous' ? read.day : null;
    };
    return readFilterLine(typed, {
      terms: office.data.terms,
      outcomes,
      today: days.today,
      readDay: asDay,
    });
  }, [typed, office.data, days]);
  const course = useNamedCourse(reading?.courseText ?? null);
  const filter = useMemo(
    () =>
      reading === null || course.looking
        ? null
        : {
            ...reading.filter,
            ...(course.id === null ? {} : { courseId: course.id }),
            text: [reading.filter.text, course.id === null ? (reading.courseText ?? '') : ''].join(' ').trim(),
          },
    [reading, course.looking, course.id],
  );
  const list = useCall(
    'case.list',
    filter === null
      ? null
      : { filter, sort: shown.sort, descending: shown.descending, offset: shown.offset, limit: pageLength },
  );
  const { data } = list;
  useReturnToRow(data !== undefined, shown.opened);
  useCommands({ find: focusFind, 'find.next': () => focusRow(1) });

  const put = (change: Partial<RegisterView>) => registerView.set({ ...registerView.get(), offset: 0, ...change });
  const open = (row: CaseRow) => {
    if (filter !== null) caseWalk.set({ filter, sort: shown.sort, descending: shown.descending, offset: shown.offset });
    put({ opened: row.id, offset: shown.offset });
    go(to.case(row.id));
  };
  return (
    <Screen
      title="Drops"
      detail={
        data === undefined ? (
          ''
        ) : (
          <span aria-live="polite">
            {count(data.total, 'form')} · {money(data.refund)} refunded
          </span>
        )
      }
      actions={
        <>
          <CommandButton id="batch.new" />
          <CommandButton id="form.new" tone="primary" />
        </>
      }
    >
      <div className="stack fill">
        <FindBar
          label="Find and filter"
          hint="Names and numbers, or term:F26 status:held course:204 outcome:none received:9/1-9/30 late:yes approval:waiting"
          problem={reading?.problems[0]}
          text={shown.text}
          onText={(text) => put({ text, opened: null })}
        >
          {quickWordsOf(packs).map(({ word, label }) => (
            <Button
              key={word}
              pressed={shown.text.includes(word)}
              onPress={() => put({ text: withWord(shown.text, word), opened: null })}
            >
              {label}
            </Button>
          ))}
        </FindBar>
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        <Panel title="Forms" aside={data === undefined ? null : <WeekBars weeks={data.weeks} />}>
          {data !== undefined && (
            <ListTable
              label="Forms"
              columns={columns}
              rows={data.rows}
              total={data.total}
              offset={shown.offset}
              keyOf={(row) => row.id}
              rowClass={(row) => (row.state === 'undone' ? 'undone' : undefined)}
              sort={{ by: shown.sort, descending: shown.descending }}
              onSort={({ by, descending }) => {
                const sort = sorts.find((s) => s === by);
                if (sort !== undefined) put({ sort, descending });
              }}
              onOpen={open}
              empty={
                shown.text.trim() === '' ? (
                  <p>No forms yet. Ctrl+N enters the first one.</p>
                ) : (
                  <p>
                    No forms match. <Button onPress={() => put({ text: '' })}>Clear the filter</Button>
                  </p>
                )
              }
            />
          )}
          {data !== undefined && data.total > pageLength && (
            <Pages total={data.total} offset={shown.offset} onOffset={(offset) => put({ offset, opened: null })} />
          )}
        </Panel>
      </div>
    </Screen>
  );
}

type QuickWord = { readonly word: string; readonly label: string };

/** What is often looked for; what no policy of the office knows is not offered. */
function quickWordsOf(packs: readonly CompiledPack[]): readonly QuickWord[] {
  const federal = packs.some((p) => p.pack.federal !== null);
  return [
    { word: 'status:held', label: 'Held' },
    ...(federal ? [{ word: 'status:federal', label: 'Federal' }] : []),
    { word: 'late:yes', label: 'Late' },
  ];
}

/** The course that words after `course:` name: its id, null where none or several fit. */
function useNamedCourse(text: string | null): { readonly looking: boolean; readonly id: string | null } {
  const found = useCall('course.find', text === null ? null : { text, limit: 2, studentId: null });
  if (text === null) return { looking: false, id: null };
  if (found.data === undefined || found.isPlaceholderData) return { looking: found.error === null, id: null };
  const [only, other] = found.data;
  return { looking: false, id: only !== undefined && other === undefined ? only.course.id : null };
}

/** Puts the keyboard back on the row that was opened. */
function useReturnToRow(ready: boolean, opened: string | null): void {
  const [first] = useState(opened);
  useEffect(() => {
    if (ready && first !== null) document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(first)}"]`)?.focus();
  }, [ready, first]);
}

/** Moves to the next row of the list: what F3 does. */
function focusRow(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('table.list tbody tr[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(rows.length - 1, at + step)]?.focus();
}

type PagesProps = { readonly total: number; readonly offset: number; readonly onOffset: (offset: number) => void };

function Pages({ total, offset, onOffset }: PagesProps) {
  const last = Math.min(total, offset + pageLength);
  return (
    <nav className="row-of at-end" aria-label="Parts of the list">
      <span className="quiet-text">
        {(offset + 1).toLocaleString('en-US')} to {last.toLocaleString('en-US')} of {total.toLocaleString('en-US')}
      </span>
      <Button disabled={offset === 0} onPress={() => onOffset(Math.max(0, offset - pageLength))}>
        Earlier rows
      </Button>
      <Button disabled={last === total} onPress={() => onOffset(offset + pageLength)}>
        Later rows
      </Button>
    </nav>
  );
}
