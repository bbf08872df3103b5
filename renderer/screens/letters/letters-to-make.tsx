import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseRow } from '../../../shared/contract/rows';
import { sayFailure, type Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { call, newRequestId, queries } from '../../wire';
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
  const [refused, setRefused] = useState<ReadonlyMap<string, Failure>>(new Map());
  const [busy, setBusy] = useState(false);
  const chosen = rows.filter((row) => ticked.has(row.id));

  async function make(): Promise<void> {
    if (busy || chosen.length === 0) return;
    setBusy(true);
    const failed = new Map<string, Failure>();
    let waiting = 0;
    for (const [index, row] of chosen.entries()) {
      say({ tone: 'working', text: `Making letter ${index + 1} of ${chosen.length}…` });
      // A case with an open petition has the letter of what happened last, its receipt or its determination.
      const settled = row.state === 'decided' && row.openPetitions === 0;
      const about = settled ? ({ what: 'determination', petitionId: null } as const) : null;
      const result = await call('letter.make', { requestId: newRequestId(), caseId: row.id, language: null, about });
      if (!result.ok) failed.set(row.id, result.failure);
      else if (result.value.state === 'needs-address') waiting += 1;
    }
    setBusy(false);
    setRefused(failed);
    setTicked(new Set());
    void queries.invalidateQueries();
    const made = chosen.length - failed.size;
    say({
      tone: failed.size === 0 ? 'saved' : 'problem',
      text: `${count(made, 'letter')} made${waiting === 0 ? '' : `; ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for an address`}${failed.size === 0 ? '' : `; ${failed.size} could not be, and ${failed.size === 1 ? 'its row says' : 'their rows say'} why`}.`,
    });
  }
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
    { id: 'why', heading: 'In the way', cell: (row) => <Refusal failure={refused.get(row.id)} /> },
  ];
  return (
    <Screen
      title="Letters"
      detail={chosen.length === 0 ? '' : `${count(chosen.length, 'case')} ticked`}
      actions={
        <CommandButton
          id="letter.make"
          tone="primary"
          label={chosen.length === 0 ? 'Make letters' : `Make ${count(chosen.length, 'letter')}`}
          disabled={busy || chosen.length === 0}
        />
      }
    >
      <div className="stack fill">
        <LetterStates onChange={() => setTicked(new Set())} />
        {failure !== null && <FailureBox failure={failure} />}
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

/** Why a letter could not be made. */
function Refusal({ failure }: { readonly failure: Failure | undefined }) {
  return failure === undefined ? null : <span className="problem-line">{sayFailure(failure).what}</span>;
}
