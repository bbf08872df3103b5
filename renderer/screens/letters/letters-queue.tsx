import { useState } from 'react';
import { useLocation } from 'wouter';
import type { LetterFilter } from '../../../shared/contract/letters';
import type { LetterRow } from '../../../shared/contract/rows';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { ListTable } from '../../components/list-table';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { useCall } from '../../wire';
import { focusFind } from '../find-bar';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { count } from '../wording';
import { CameBack } from './came-back';
import { Labels } from './labels';
import { letterWalk } from './letter-walk';
import { LetterStates, letterTicks, letterView, stateWords, type LetterView } from './letter-states';
import { PrintingPart } from './printing-part';
import { queueColumns, type Ticks } from './queue-columns';
import { QueueEmpty } from './queue-empty';
import { QueueKinds } from './queue-kinds';
import { sendLetterAgain } from './send-again';
import { flipped } from './ticks';
import { usePrinting } from './use-printing';
import { useQueue } from './use-queue';
import '../screens.css';

/** The longest lists, of what has gone out, are not counted by kind each time they are looked at. */
const counted: readonly (LetterFilter | null)[] = ['ready', 'needs-address', 'came-back', 'printed', 'reprinted'];

/** The letters made, by their state: Space ticks, Ctrl+A ticks all, Ctrl+P prints the ticked ones as one job, and only those that came out well are marked. */
export function LettersQueue({ state }: { readonly state: LetterFilter | null }) {
  const [, go] = useLocation();
  const { text, sort } = useStore(letterView);
  const moment = useMoment();
  const office = useCall('office.get', {}).data?.office;
  const kinds = counted.includes(state);
  const list = useCall('letter.list', { text: text.trim(), state, sort, kinds, offset: 0, limit: 500 });
  const ticked = useStore(letterTicks);
  const [cover, setCover] = useState(() => localStorage.getItem(coverKey) === 'yes');
  const [asked, setAsked] = useState<'labels' | 'back' | null>(null);
  const rows = list.data?.rows ?? [];
  const chosen = rows.filter((row) => ticked.has(row.id));
  const printable = chosen.filter((row) => row.state !== 'needs-address' && row.state !== 'voided');
  const unprintable = chosen.length - printable.length;
  const untick = () => letterTicks.set(new Set());
  const actions = useQueue(chosen, printable, untick);
  const printing = usePrinting(() => {
    untick();
    focusFind();
  });

  const put = (next: Partial<LetterView>) => {
    letterView.set({ ...letterView.get(), ...next });
    untick();
  };
  const toggle = (row: LetterRow) => letterTicks.set(flipped(ticked, row.id));
  const tickAll = () => letterTicks.set(new Set(chosen.length === rows.length ? [] : rows.map((row) => row.id)));
  const print = () => {
    if (printable.length === 0)
      return say({ tone: 'note', text: 'Tick the letters to print: Space ticks one, Ctrl+A all of them.' });
    printing.print(printable, cover);
  };
  const open = (row: LetterRow, walk: readonly LetterRow[]) => {
    letterWalk.set(walk.map((r) => r.id));
    go(to.letter(row.id));
  };
  const lookThrough = () => {
    const [first] = chosen;
    if (first === undefined) return say({ tone: 'note', text: 'Tick the letters to look through first.' });
    open(first, chosen);
  };
  /** The letter that is meant where only one can be: the ticked one, else the one the keyboard is on. */
  const one = (): LetterRow | undefined => {
    const focused = document.activeElement?.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
    return chosen.length === 1 ? chosen[0] : rows.find((row) => row.id === focused);
  };
  const withOne = (work: (row: LetterRow) => void) => () => {
    const row = one();
    if (row === undefined) return say({ tone: 'note', text: 'Tick one letter, or go to its row, first.' });
    letterTicks.set(new Set([row.id]));
    work(row);
  };
  const tickAllUnlessTyping = () => {
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text')
      document.activeElement.select();
    else tickAll();
  };
  const setCovered = () => {
    localStorage.setItem(coverKey, cover ? 'no' : 'yes');
    setCover(!cover);
  };
  useCommands({
    'list.tickAll': tickAllUnlessTyping,
    print,
    'letter.reprint': print,
    'letter.lookTicked': lookThrough,
    'letter.markMailed': () => void actions.markMailed(),
    'letter.cameBack': withOne(() => setAsked('back')),
    'letter.sendAgain': withOne((row) => void sendLetterAgain(row, actions.tell)),
    'letter.separate': () => void actions.saveSeparate(),
    'letter.labels': () =>
      printable.length === 0 ? say({ tone: 'note', text: 'Tick the letters first.' }) : setAsked('labels'),
    'letter.envelopes': () => void actions.envelopes(),
    'print.savePdf': () => void actions.savePdf(),
    find: focusFind,
  });

  const [only] = chosen;
  const ticks: Ticks = { ticked, toggle, onAddress: (row) => go(addressOf(row)), moment };
  return (
    <Screen
      title="Letters"
      detail={chosen.length === 0 ? '' : `${count(chosen.length, 'letter')} ticked`}
      actions={
        <>
          {state === 'printed' && <CommandButton id="letter.markMailed" disabled={chosen.length === 0} />}
          {state === 'came-back' && <CommandButton id="letter.sendAgain" disabled={chosen.length !== 1} />}
          {(state === 'printed' || state === 'mailed') && (
            <CommandButton id="letter.cameBack" disabled={chosen.length !== 1} />
          )}
          <label className="tick">
            <input type="checkbox" checked={cover} onChange={setCovered} />
            Cover sheet
          </label>
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
        <PrintingPart printing={printing} cover={cover} />
        {actions.trouble !== null && <FailureBox failure={actions.trouble} />}
        {asked === 'labels' && printable.length > 0 && <Labels rows={printable} onClose={() => setAsked(null)} />}
        {asked === 'back' && only !== undefined && office !== undefined && (
          <CameBack row={only} office={office} onClose={() => setAsked(null)} />
        )}
        {unprintable > 0 && printable.length > 0 && (
          <Notice
            tone="warning"
            actions={<Button onPress={() => put({ shown: 'needs-address' })}>Show those without an address</Button>}
          >
            {unprintable} of the {chosen.length} ticked letters cannot be printed. Ctrl+P prints the other{' '}
            {printable.length}.
          </Notice>
        )}
        <LetterStates onChange={untick} />
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        <QueueKinds kinds={list.data?.kinds ?? []} />
        {chosen.length > 0 && (
          <div className="row-of">
            <CommandButton id="letter.lookTicked" />
            <CommandButton id="print.savePdf" disabled={printable.length === 0} />
            <CommandButton id="letter.separate" disabled={printable.length === 0} />
            <CommandButton id="letter.labels" disabled={printable.length === 0} />
            <CommandButton id="letter.envelopes" disabled={printable.length === 0} />
          </div>
        )}
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
            onSort={({ by }) => put({ sort: by === 'name' || by === 'postal' || by === 'case' ? by : 'number' })}
            rowClass={(row) =>
              [ticked.has(row.id) ? 'ticked' : '', row.state === 'voided' ? 'undone' : ''].join(' ').trim() || undefined
            }
            onOpen={(row) => open(row, rows)}
            onRowKey={(row, event) => {
              if (event.key === ' ') toggle(row);
              else if (event.key === 'F2') open(row, rows);
              else return false;
              return true;
            }}
            empty={list.data === undefined ? null : <QueueEmpty state={state} text={text} />}
          />
        </Panel>
      </div>
    </Screen>
  );
}

const coverKey = 'letters-cover';

function addressOf(row: LetterRow): string {
  return row.studentId === null ? to.case(row.caseId) : to.student(row.studentId);
}
