import { useDeferredValue, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { TrailRow } from '../../../shared/contract/history';
import { entryKinds, subjects } from '../../../shared/register/entry';
import { subjectOf } from '../../../shared/register/subject-of';
import { kindWords } from '../../../shared/register/kind-words';
import { readDay } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { ListTable } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useNames } from '../../names';
import { to } from '../../routes';
import { useStore } from '../../store';
import { useCall } from '../../wire';
import { FindBar, focusFind } from '../find-bar';
import { useMoment } from '../office-moment';
import { useDays } from '../record-form/days';
import { focusRowAgain } from '../row-focus';
import { FailureBox } from '../saying';
import { historyColumns, standingOf, subjectNames } from './history-columns';
import { filterOf, historyView, wholeHistory, type HistoryView } from './view';
import '../screens.css';

/** As many entries as are drawn at a time. */
const partLength = 200;

/** Everything that happened in the register, the newest first: found by words, narrowed by who, what and when; Enter shows one with what stood there before. */
export function HistoryScreen() {
  const [, go] = useLocation();
  const shown = useStore(historyView);
  const status = useCall('app.status', {}).data;
  const office = useCall('office.get', {}).data;
  const days = useDays(office?.office, true);
  const nameOf = useNames();
  const moment = useMoment();
  const text = useDeferredValue(shown.text);
  const dayIn = (typed: string): string | null => {
    const read = days === null ? null : readDay(typed, days);
    return read?.kind === 'day' || read?.kind === 'ambiguous' ? read.day : null;
  };
  const filter = days === null ? null : filterOf({ ...shown, text }, { from: dayIn(shown.from), to: dayIn(shown.to) });
  const before = shown.parts.at(-1) ?? null;
  const list = useCall('history.list', filter === null ? null : { filter, before, limit: partLength });
  const { data } = list;
  const [first] = useState(shown.opened);
  const ready = data !== undefined;
  useEffect(() => {
    if (ready && first !== null) focusRowAgain(String(first));
  }, [ready, first]);
  useCommands({ find: focusFind });

  const put = (change: Partial<HistoryView>) => historyView.set({ ...shown, parts: [], opened: null, ...change });
  const open = (row: TrailRow) => {
    historyView.set({ ...shown, opened: row.seq });
    go(to.historyEntry(row.seq));
  };
  const last = data?.rows.at(-1);
  const kinds = entryKinds.filter(
    (kind) =>
      shown.subject === null ||
      kind === 'action.undone' ||
      kind === 'action.redone' ||
      subjectOf(kind) === shown.subject,
  );
  return (
    <Screen title="History">
      <div className="stack fill">
        <div className="history-filter">
          <FindBar
            label="Find and filter"
            hint="A case, letter or student number, a name, a course; #417 for the entry of that number"
            text={shown.text}
            onText={(typed) => put({ text: typed })}
          />
          <div className="history-fields">
            <ChoiceField
              label="About"
              name="subject"
              digits={false}
              choices={subjects.map((value) => ({ value, words: subjectNames[value] }))}
              value={shown.subject}
              onChoose={(subject) => put({ subject, kind: null })}
            />
            <ChoiceField
              label="What happened"
              name="kind"
              digits={false}
              choices={kinds.map((value) => ({ value, words: kindWords[value].what }))}
              value={shown.kind}
              onChoose={(kind) => put({ kind })}
            />
            <ChoiceField
              label="By"
              name="person"
              digits={false}
              choices={(data?.people ?? []).map((value) => ({ value, words: nameOf(value) }))}
              value={shown.person}
              onChoose={(person) => put({ person })}
            />
            {days !== null && (
              <>
                <DateEntry label="From" name="from" text={shown.from} context={days} onText={(from) => put({ from })} />
                <DateEntry
                  label="Through"
                  name="to"
                  text={shown.to}
                  context={days}
                  onText={(until) => put({ to: until })}
                />
              </>
            )}
          </div>
        </div>
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        <Panel
          title="Entries"
          aside={
            <nav className="row-of" aria-label="Parts of the history">
              <Button disabled={shown.parts.length === 0} onPress={() => put({ parts: shown.parts.slice(0, -1) })}>
                Later entries
              </Button>
              <Button
                disabled={data?.more !== true || last === undefined}
                onPress={() => last !== undefined && put({ parts: [...shown.parts, last.seq] })}
              >
                Earlier entries
              </Button>
            </nav>
          }
        >
          {data !== undefined && (
            <ListTable
              label="Entries"
              columns={historyColumns(moment, nameOf, status?.brokenAt ?? null)}
              rows={data.rows}
              keyOf={(row) => String(row.seq)}
              rowClass={(row) => standingOf(row, status?.brokenAt ?? null) ?? (row.undone ? 'was-undone' : undefined)}
              onOpen={open}
              empty={
                <p>
                  No entry matches. <Button onPress={() => historyView.set(wholeHistory)}>Show all</Button>
                </p>
              }
            />
          )}
        </Panel>
      </div>
    </Screen>
  );
}
