import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Status } from '../shared/contract/register';
import { listenForCommands, useCommands } from './commanding';
import { NavRail } from './components/nav-rail';
import { StatusBar } from './components/status-bar';
import { movePane, watchPanes } from './panes';
import { prefetchEntry, Screens, to } from './routes';
import { say } from './status';
import { useMinute } from './today';
import { forPalette } from './palette-keys';
import { undoLast } from './undoing';
import { call, change, queries, useCall } from './wire';
import { sayFailure } from '../shared/errors';
import { startBatch } from './forms/batch';
import { callOfPath } from './entered';
import { Gate } from './gate';
import { leaveDesk } from './leaving';
import { useMayAny } from './may';
import { NotYours } from './screens/not-yours';

const KeyCard = lazy(async () => ({ default: (await import('./screens/key-card')).KeyCard }));
const BrokenBanner = lazy(async () => ({ default: (await import('./screens/history/broken-banner')).BrokenBanner }));
const loadPalette = () => import('./screens/palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

/** The whole window: whatever stands before the desk, and then the screens with their rail and status bar. */
export function App() {
  useEffect(() => listenForCommands(), []);
  useEffect(() => watchPanes(), []);
  return (
    <QueryClientProvider client={queries}>
      <Router hook={useHashLocation}>
        <Gate desk={(status) => <Desk status={status} />} />
      </Router>
    </QueryClientProvider>
  );
}

function Desk({ status }: { readonly status: Status | undefined }) {
  const [here, go] = useLocation();
  /** The palette that is open, by the number of its opening; null where none is. */
  const [palette, setPalette] = useState<number | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const asks = callOfPath(here);
  const may = useMayAny();
  useMinute();
  const opened = status !== undefined;
  useEffect(() => {
    if (!opened) return;
    prefetchEntry();
    // What is typed right after Ctrl+K is meant for the palette, so its code is there before the key.
    requestIdleCallback(() => void loadPalette());
  }, [opened]);
  useOwnPolicies(opened);
  useCommands({
    'form.new': () => go(to.entry),
    'batch.new': () => {
      startBatch();
      go(to.entry);
    },
    'student.new': () => go(to.student('new')),
    'course.new': () => go(to.course('new')),
    'go.today': () => go(to.today),
    'go.register': () => go(to.register),
    'go.petitions': () => go(to.petitions),
    'go.appeals': () => go(to.appeals),
    'go.approvals': () => go(to.approvals),
    'go.letters': () => go(to.letters),
    'go.templates': () => go(to.templates),
    'go.handOff': () => go(to.handOff),
    'go.reports': () => go(to.reports),
    'go.arithmetic': () => go(to.arithmetic),
    'go.students': () => go(to.students),
    'go.courses': () => go(to.courses),
    'go.calendar': () => go(to.calendar),
    'go.deadlines': () => go(to.deadlines),
    'go.whatIf': () => go(to.whatIf),
    'go.policies': () => go(to.policies),
    'go.history': () => go(to.history),
    'go.settings': () => go(to.settings),
    'go.help': () => go(to.helpOn(here)),
    'form.blank': () => go(to.papers),
    'printer.test': () => void printTestPage(),
    'course.cancel': () => go(to.courses),
    'go.registrations': () => go(to.unpaidInvoices),
    find: () => go(to.register),
    why: () => go(to.helpOn(here)),
    keys: () => setKeysShown(true),
    palette: () => {
      // One that is closing is not open any more: its end must not close the next.
      if (document.querySelector('dialog.palette[open]') !== null) return;
      forPalette.begin(() => setPalette(null));
      setPalette((before) => (before ?? 0) + 1);
    },
    'list.refresh': () => void queries.invalidateQueries(),
    'pane.next': () => movePane(1),
    'pane.previous': () => movePane(-1),
    'desk.lock': () => void leaveDesk('person.lock'),
    'desk.switch': () => void leaveDesk('person.signOut'),
    'action.undo': () => void undoLast('undo'),
    'action.redo': () => void undoLast('redo'),
    'sample.open': () => void tell(call('register.openSample', {}), 'The sample office is open.', () => go(to.today)),
    'sample.close': status?.sample
      ? () => void tell(call('register.closeSample', {}), 'The sample office is closed.', () => go(to.today))
      : undefined,
    'register.backUp': () => void tell(change('register.backUp', {}), 'The register is backed up.'),
    'register.saveCopy': () => void tell(call('register.saveCopy', {}), 'A copy of the register is saved.'),
    'register.verify': () => void verify(),
  });
  return (
    <div className="desk">
      <NavRail />
      <div className="stage">
        {status?.check === 'failed' && (
          <Suspense>
            <BrokenBanner status={status} />
          </Suspense>
        )}
        <Suspense fallback={<main className="screen" aria-busy="true" />}>
          {asks !== null && !may(asks) ? <NotYours call={asks} /> : <Screens />}
        </Suspense>
      </div>
      <StatusBar status={status} />
      {palette !== null && (
        <Suspense>
          <Palette key={palette} onClose={() => setPalette((now) => (now === palette ? null : now))} />
        </Suspense>
      )}
      {keysShown && (
        <Suspense>
          <KeyCard path={here} onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Keeps the policies that decide on the screens those of the register: the office's own beside those that come with the app. */
function useOwnPolicies(opened: boolean): void {
  const own = useCall('policy.own', opened ? {} : null).data;
  const had = useRef(false);
  useEffect(() => {
    // Most offices have none; what reads them is then not loaded before a screen needs it.
    if (own === undefined || (own.length === 0 && !had.current)) return;
    had.current = true;
    void import('./policies').then(({ takeOwn }) => takeOwn(own));
  }, [own]);
}

async function tell(asked: ReturnType<typeof call>, done: string, then?: () => void): Promise<void> {
  const result = await asked;
  if (!result.ok) {
    if (result.failure.kind !== 'cancelled') say({ tone: 'problem', text: sayFailure(result.failure).what });
    return;
  }
  say({ tone: 'saved', text: done });
  then?.();
}

async function printTestPage(): Promise<void> {
  const result = await call('paper.print', { kind: 'calibration', printer: null });
  if (result.ok)
    return say({
      tone: 'note',
      text: result.value.handedOver ? 'The test page was handed to the printer.' : 'Nothing was printed.',
    });
  if (result.failure.kind !== 'cancelled') say({ tone: 'problem', text: sayFailure(result.failure).what });
}

async function verify(): Promise<void> {
  say({ tone: 'working', text: 'Checking every entry of the register…' });
  const result = await call('register.verify', {});
  if (!result.ok) return say({ tone: 'problem', text: sayFailure(result.failure).what });
  const { entries, brokenSaid, rowsDiffering } = result.value;
  if (brokenSaid === '' && rowsDiffering === 0)
    return say({ tone: 'saved', text: `All ${entries.toLocaleString('en-US')} entries are as they were made.` });
  say({
    tone: 'problem',
    text:
      brokenSaid === ''
        ? `${rowsDiffering} determinations do not come out as stored. Call IT.`
        : `${brokenSaid} Call IT.`,
  });
}
