import { useState } from 'react';
import { useLocation } from 'wouter';
import type { LetterRow, LetterState } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { ListTable } from '../../components/list-table';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { call, change, newRequestId, useCall } from '../../wire';
import { focusFind } from '../find-bar';
import { AfterPrinting } from './after-printing';
import { letterWalk } from './letter-walk';
import { LetterStates, letterView, stateWords, type LetterView } from './letter-states';
import { queueColumns, type Ticks } from './queue-columns';
import { flipped } from './ticks';
import { FailureBox } from '../saying';
import { useMoment } from '../office-moment';
import { count } from '../wording';
import '../screens.css';

/** The letters made, by their state: Space ticks, Ctrl+A ticks all, Ctrl+P prints the ticked ones as one job, and only those that came out well are marked. */
export function LettersQueue({ state }: { readonly state: LetterState | null }) {
  const [, go] = useLocation();
  const { text, sort } = useStore(letterView);
  const moment = useMoment();
  const list = useCall('letter.list', { text: text.trim(), state, sort, offset: 0, limit: 500 });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [handed, setHanded] = useState<readonly LetterRow[] | null>(null);
  const rows = list.data?.rows ?? [];
  const chosen = rows.filter((row) => ticked.has(row.id));
  const printable = chosen.filter((row) => row.state !== 'needs-address' && row.state !== 'voided');
  const unprintable = chosen.length - printable.length;

  const put = (next: Partial<LetterView>) => {
    letterView.set({ ...letterView.get(), ...next });
    setTicked(new Set());
  };
  const toggle = (row: LetterRow) => setTicked(flipped(ticked, row.id));
  const tickAll = () => setTicked(new Set(chosen.length === rows.length ? [] : rows.map((row) => row.id)));

  async function print(): Promise<void> {
    if (printable.length === 0)
      return say({ tone: 'note', text: 'Tick the letters to print: Space ticks one, Ctrl+A all of them.' });
    setTrouble(null);
    say({ tone: 'working', text: `Handing ${count(printable.length, 'letter')} to the printer…` });
    const result = await call('letter.print', { ids: printable.map((row) => row.id) });
    if (!result.ok) {
      say({ tone: 'problem', text: 'Nothing was printed, and nothing is marked.' });
      return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    }
    if (!result.value.handedOver) return say({ tone: 'note', text: 'Nothing was printed, and nothing is marked.' });
    say({ tone: 'note', text: `${count(printable.length, 'letter')} handed to the printer.` });
    setHanded(printable);
  }
  async function markPrinted(good: readonly string[]): Promise<void> {
    const all = handed?.length ?? 0;
    setHanded(null);
    focusFind();
    if (good.length === 0)
      return say({ tone: 'note', text: 'No letter was marked as printed; all stay in the queue.' });
    const result = await change('letter.markPrinted', { requestId: newRequestId(), ids: [...good] });
    if (!result.ok) return setTrouble(result.failure);
    setTicked(new Set());
    const left = all - good.length;
    say({
      tone: 'saved',
      text: `${count(good.length, 'letter')} marked as printed${left === 0 ? '.' : `; ${left} ${left === 1 ? 'stays' : 'stay'} in the queue.`}`,
    });
  }
  async function markMailed(): Promise<void> {
    const ids = chosen.filter((row) => row.state === 'printed').map((row) => row.id);
    if (ids.length === 0) return;
    const result = await change('letter.markMailed', { requestId: newRequestId(), ids });
    if (!result.ok) return setTrouble(result.failure);
    setTicked(new Set());
    say({ tone: 'saved', text: `${count(result.value.length, 'letter')} marked as mailed.` });
  }
  async function savePdf(): Promise<void> {
    if (printable.length === 0) return say({ tone: 'note', text: 'Tick the letters to save first.' });
    const result = await call('letter.savePdf', { ids: printable.map((row) => row.id) });
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  async function openStudent(row: LetterRow): Promise<void> {
    const found = await call('case.get', { id: row.caseId });
    if (!found.ok) return setTrouble(found.failure);
    go(found.value.student === null ? to.case(row.caseId) : to.student(found.value.student.id));
  }
  const open = (row: LetterRow) => {
    letterWalk.set(rows.map((r) => r.id));
    go(to.letter(row.id));
  };
  const tickAllUnlessTyping = () => {
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text')
      document.activeElement.select();
    else tickAll();
  };
  useCommands({
    'list.tickAll': tickAllUnlessTyping,
    print: () => void print(),
    'letter.reprint': () => void print(),
    'print.savePdf': () => void savePdf(),
    find: focusFind,
  });

  const ticks: Ticks = { ticked, toggle, onAddress: (row) => void openStudent(row), moment };
  return (
    <Screen
      title="Letters"
      detail={ticked.size === 0 ? '' : `${count(chosen.length, 'letter')} ticked`}
      actions={
        <>
          {state === 'printed' && (
            <Button asks="letter.markMailed" disabled={chosen.length === 0} onPress={() => void markMailed()}>
              Mark as mailed
            </Button>
          )}
          <CommandButton id="print.savePdf" disabled={printable.length === 0} />
          <CommandButton
            id="print"
            tone="primary"
            label={printable.length === 0 ? 'Print' : `Print ${count(printable.length, 'letter')}`}
            disabled={printable.length === 0}
          />
        </>
      }
    >
      <div className="stack fill">
        {trouble !== null && <FailureBox failure={trouble} />}
        {handed !== null && <AfterPrinting letters={handed} onMark={(good) => void markPrinted(good)} />}
        {unprintable > 0 && printable.length > 0 && (
          <Notice
            tone="warning"
            actions={<Button onPress={() => put({ shown: 'needs-address' })}>Show those without an address</Button>}
          >
            {unprintable} of the {chosen.length} ticked letters cannot be printed. Ctrl+P prints the other{' '}
            {printable.length}.
          </Notice>
        )}
        <LetterStates onChange={() => setTicked(new Set())} />
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        <Panel
          title={stateWords(state)}
          aside={
            list.data !== undefined && list.data.total > rows.length && `The first ${rows.length} of ${list.data.total}`
          }
        >
          <ListTable
            label="Letters"
            columns={queueColumns(ticks)}
            rows={rows}
            keyOf={(row) => row.id}
            total={list.data?.total ?? rows.length}
            sort={{ by: sort, descending: false }}
            onSort={({ by }) => put({ sort: by === 'name' || by === 'postal' ? by : 'number' })}
            rowClass={(row) =>
              [ticked.has(row.id) ? 'ticked' : '', row.state === 'voided' ? 'undone' : ''].join(' ').trim() || undefined
            }
            onOpen={open}
            onRowKey={(row, event) => {
              if (event.key === ' ') toggle(row);
              else if (event.key === 'F2') open(row);
              else return false;
              return true;
            }}
            empty={list.data === undefined ? null : <Empty state={state} text={text} />}
          />
        </Panel>
      </div>
    </Screen>
  );
}

function Empty({ state, text }: { readonly state: LetterState | null; readonly text: string }) {
  if (text.trim() !== '') return <p>No letter matches “{text.trim()}”. Esc in the line above shows them all.</p>;
  switch (state) {
    case 'ready':
      return <p>All letters are printed. A new one is made on its case with Ctrl+Shift+L.</p>;
    case 'needs-address':
      return <p>No letter waits for an address.</p>;
    case 'printed':
      return <p>No printed letter waits to be mailed.</p>;
    case 'mailed':
      return <p>No letter was mailed yet.</p>;
    case 'voided':
      return <p>No letter was voided.</p>;
    case null:
      return <p>No letters yet. One is made on its case with Ctrl+Shift+L.</p>;
  }
}
