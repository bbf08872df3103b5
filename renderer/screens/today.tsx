import { useRef, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { CaseFilter } from '../../shared/contract/cases';
import { noFilter } from '../../shared/contract/no-filter';
import { formatDay } from '../../shared/day';
import { CommandButton } from '../components/button';
import { BatchTable } from '../forms/batch-table';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { run } from '../commanding';
import { useToday } from '../today';
import { useCall } from '../wire';
import { registerView } from './register/view';
import { FailureBox } from './saying';
import { useMoment } from './office-moment';
import { count } from './wording';

type Waiting = {
  readonly key: string;
  readonly figure: string;
  readonly words: string;
  readonly urgent: boolean;
  readonly open: () => void;
};

const backupAge = 24 * 60 * 60 * 1000;

/** What waits today, each a way to it: held forms, letters, refunds past their promise, the backup, the calendar. */
export function TodayScreen() {
  const [, go] = useLocation();
  const today = useToday();
  const moment = useMoment();
  const office = useCall('office.get', {});
  const status = useCall('app.status', {});
  const held = useCall('case.list', counting({ state: 'held' }));
  const federal = useCall('case.list', counting({ outcome: 'federal' }));
  const late = useCall('case.list', today === null ? null : counting({ overdueOn: today.day }));
  const last = useCall('case.list', { filter: noFilter, sort: 'enteredAt', descending: true, offset: 0, limit: 1 });
  const unpaid = useCall('group.overdue', {});
  const letters = useCall('letter.list', { text: '', state: null, sort: 'number', offset: 0, limit: 1 });
  const failure = office.error?.failure ?? held.error?.failure;
  const list = useRef<HTMLUListElement>(null);

  const toRegister = (text: string) => {
    registerView.set({ ...registerView.get(), text, offset: 0, opened: null });
    go(to.register);
  };
  const backedUpAt = status.data?.backedUpAt ?? null;
  const year = today?.day.slice(0, 4);
  const yearMissing =
    office.data !== undefined && year !== undefined && !office.data.office.closures.some((c) => c.on.startsWith(year));
  const waiting: readonly (Waiting | null)[] = [
    tally(held.data?.total, 'form held as incomplete', 'forms held as incomplete', 'held', () =>
      toRegister('status:held'),
    ),
    tally(
      federal.data?.total,
      'case waiting for its federal figure',
      'cases waiting for their federal figure',
      'federal',
      () => toRegister('status:federal'),
    ),
    tally(letters.data?.counts.ready, 'letter ready to print', 'letters ready to print', 'letters', () =>
      go(to.letters),
    ),
    tally(
      letters.data?.counts['needs-address'],
      'letter without an address',
      'letters without an address',
      'addresses',
      () => go(to.letters),
    ),
    tally(
      late.data?.total,
      'refund past its promised day',
      'refunds past their promised day',
      'late',
      () => toRegister('late:yes'),
      true,
    ),
    tally(
      unpaid.data?.reduce((sum, { invoices }) => sum + invoices.filter((i) => i.state === 'overdue').length, 0),
      'invoice unpaid past its day',
      'invoices unpaid past their day',
      'invoices',
      () => go(to.unpaidInvoices),
      true,
    ),
    status.data === undefined || isFresh(backedUpAt)
      ? null
      : {
          key: 'backup',
          figure: '!',
          words:
            backedUpAt === null
              ? 'The register has no backup yet. Back up now'
              : `Last backup ${moment(backedUpAt)}. Back up now`,
          urgent: true,
          open: () => run('register.backUp'),
        },
    yearMissing
      ? {
          key: 'calendar',
          figure: '!',
          words: `No closures are entered for ${year}. Enter them`,
          urgent: true,
          open: () => go(to.calendar),
        }
      : null,
  ];
  const rows = waiting.filter((w) => w !== null);
  const newest = last.data?.rows[0];

  const keyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
    event.preventDefault();
  };
  return (
    <Screen
      title="Today"
      detail={today === null ? '' : formatDay(today.day, 'en')}
      actions={
        <>
          <CommandButton id="form.new" />
          <CommandButton id="batch.new" tone="primary" />
        </>
      }
    >
      <div className="today">
        {failure !== undefined && <FailureBox failure={failure} />}
        <Panel title="What waits">
          {rows.length > 0 && (
            <ul className="waiting" ref={list} onKeyDown={keyDown}>
              {rows.map((row) => (
                <li key={row.key}>
                  <button type="button" className={row.urgent ? 'urgent' : ''} onClick={row.open}>
                    <span className="waiting-figure">{row.figure}</span>
                    <span>{row.words}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          {rows.length === 0 && held.data !== undefined && <p className="quiet-text">Nothing waits.</p>}
          <p className="quiet-text today-last">
            {newest === undefined
              ? last.data === undefined
                ? ''
                : 'No form has been entered yet. Ctrl+Shift+N begins a batch.'
              : `Last form entered ${moment(newest.enteredAt)}: ${newest.number}, ${newest.studentName}.`}
          </p>
        </Panel>
        <BatchTable />
      </div>
    </Screen>
  );
}

function counting(part: Partial<CaseFilter>) {
  return { filter: { ...noFilter, ...part }, sort: 'number', descending: true, offset: 0, limit: 1 } as const;
}

function tally(
  n: number | undefined,
  one: string,
  many: string,
  key: string,
  open: () => void,
  urgent = false,
): Waiting | null {
  if (n === undefined || n === 0) return null;
  return { key, figure: n.toLocaleString('en-US'), words: count(n, one, many).replace(/^[\d,]+ /, ''), urgent, open };
}

function isFresh(at: string | null): boolean {
  return at !== null && Date.now() - Date.parse(at) < backupAge;
}
