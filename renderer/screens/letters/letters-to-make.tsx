import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { call, newRequestId, queries, subscribe } from '../../wire';
import { caseColumns } from '../case-table';
import { focusFind } from '../find-bar';
import { FailureBox } from '../saying';
import { count } from '../wording';
import { LetterStates, letterView } from './letter-states';
import { flipped } from './ticks';
import { NotYetTold } from './not-yet-told';
import { useUnlettered } from './unlettered';

/** Decided cases without a letter: the ticked ones get theirs in one step, and those that cannot say why and where to mend it. */
export function LettersToMake() {
  const [, go] = useLocation();
  const { text } = useStore(letterView);
  const { rows, total, loaded, failure, waiting, returned } = useUnlettered(text.trim());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const chosen = rows.filter((row) => ticked.has(row.id));

  async function make(): Promise<void> {
    if (busy || chosen.length === 0) return;
    setBusy(true);
    setTrouble(null);
    say({ tone: 'working', text: `Making ${count(chosen.length, 'letter')}…` });
    const caseIds = chosen.map((row) => row.id);
    const result = await call('letter.makeAll', { requestId: newRequestId(), caseIds });
    setBusy(false);
    void queries.invalidateQueries();
    if (!result.ok) {
      say({ tone: 'problem', text: 'Not all letters were made; those that were are in the queue.' });
      return setTrouble(result.failure);
    }
    const { made, refused: failed } = result.value;
    setRefused(new Map(failed.map(({ caseId, why }) => [caseId, why])));
    setTicked(new Set());
    const waits = made.filter((row) => row.state === 'needs-address').length;
    const left = chosen.length - failed.length - new Set(made.map((row) => row.caseId)).size;
    say({
      tone: failed.length === 0 && left <= 0 ? 'saved' : 'problem',
      text: `${[
        `${count(made.length, 'letter')} made`,
        ...(waits === 0 ? [] : [`${waits} ${waits === 1 ? 'waits' : 'wait'} for an address`]),
        ...(failed.length === 0
          ? []
          : [`${failed.length} could not be, and ${failed.length === 1 ? 'its row says' : 'their rows say'} why`]),
        ...(left <= 0 ? [] : [`stopped before the other ${left}`]),
      ].join('; ')}.`,
    });
  }
  useEffect(
    () =>
      subscribe('progress', ({ task, done, total }) => {
        if (task === 'letters') say({ tone: 'working', text: `Made ${done} of ${count(total, 'letter')}…` });
      }),
    [],
  );
  const tickAll = () => {
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text')
      document.activeElement.select();
    else setTicked(new Set(chosen.length === rows.length ? [] : rows.map((row) => row.id)));
  };
  useCommands({ 'letter.make': () => void make(), 'list.tickAll': tickAll, find: focusFind });

  const columns: readonly Column<CaseRow>[] = [
    {
      id: 'tick',
      heading: 'Make',
      cell: (row) => (
        // The row hears Space; the box is for the mouse.
        <label className="tick-cell" onClick={(e) => e.stopPropagation()}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticked.has(row.id)}
            onChange={() => setTicked(flipped(ticked, row.id))}
            aria-label={`Tick ${row.number}`}
          />
        </label>
      ),
    },
    { ...caseColumns.number, sortable: false },
    { ...caseColumns.student, sortable: false },
    { ...caseColumns.course, sortable: false },
    { ...caseColumns.received, sortable: false },
    { ...caseColumns.outcome, sortable: false },
    { id: 'why', heading: 'In the way', cell: (row) => <span className="problem-line">{refused.get(row.id)}</span> },
  ];
  return (
    <Screen
      title="Letters"
      detail={chosen.length === 0 ? '' : `${count(chosen.length, 'case')} ticked`}
      actions={
        <>
          {busy && <Button onPress={() => void call('letter.stop', {})}>Stop</Button>}
          <CommandButton
            id="letter.make"
            tone="primary"
            label={chosen.length === 0 ? 'Make letters' : `Make ${count(chosen.length, 'letter')}`}
            disabled={busy || chosen.length === 0}
          />
        </>
      }
    >
      <div className="stack fill">
        <LetterStates onChange={() => setTicked(new Set())} />
        {failure !== null && <FailureBox failure={failure} />}
        {trouble !== null && <FailureBox failure={trouble} />}
        <NotYetTold waiting={waiting} returned={returned} />
        {refused.size > 0 && (
          <Notice tone="warning">
            {count(refused.size, 'letter')} could not be made. The row says why; mend that, tick it and make it again.
          </Notice>
        )}
        <Panel
          title={
            total > rows.length
              ? `Decided, without a letter · ${total.toLocaleString('en-US')}, the newest ${rows.length} shown`
              : 'Decided, without a letter'
          }
        >
          <ListTable
            label="Letters to make"
            columns={columns}
            rows={rows}
            keyOf={(row) => row.id}
            rowClass={(row) => (ticked.has(row.id) ? 'ticked' : undefined)}
            onOpen={(row) => go(to.caseLetter(row.id))}
            onRowKey={(row, event) => {
              if (event.key !== ' ') return false;
              setTicked(flipped(ticked, row.id));
              return true;
            }}
            empty={
              !loaded ? null : text.trim() === '' ? (
                <p>Every decided case has its letter.</p>
              ) : (
                <p>No case without a letter matches “{text.trim()}”. Esc in the line above shows them all.</p>
              )
            }
          />
        </Panel>
      </div>
    </Screen>
  );
}
