import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useMay } from '../../may';
import { to } from '../../routes';
import { say } from '../../status';
import { call, useCall } from '../../wire';
import { SheetFrame } from '../letters/sheet-frame';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { count, money, weekdayAndDay } from '../wording';
import { BatchChip } from './batch-list';
import { BatchLines } from './batch-lines';
import { ControlTotals } from './control-totals';
import { Reconciliation } from './reconciliation';
import { Reopen } from './reopen';
import { closeAgain } from './reopened';
import { handOffView, paymentsBy } from './view';
import '../screens.css';

/** One batch for the Business Office: its lines and totals, its cover sheet to print, its file to save, its payments, and whether all of it agrees. */
export function TransmittalScreen({ id }: { readonly id: string }) {
  const view = useCall('transmittal.get', { id });
  if (view.error !== null)
    return (
      <Screen title="Business Office batch">
        <FailureBox failure={view.error.failure} />
      </Screen>
    );
  if (view.data?.id !== id) return <main className="screen" aria-busy="true" />;
  return <Transmittal view={view.data} />;
}

function Transmittal({ view }: { readonly view: TransmittalView }) {
  const [, go] = useLocation();
  const mayPay = useMay('payment.enter');
  const maySave = useMay('transmittal.saveCsv');
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [cover, setCover] = useState(false);
  const paper = { kind: 'transmittal', id: view.id } as const;
  const preview = useCall('paper.preview', cover ? paper : null);
  // What comes next after closing a batch is to print it.
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.toolbar-actions .primary')?.focus();
  }, []);

  async function print(): Promise<void> {
    setTrouble(null);
    const result = await call('paper.print', paper);
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    say({
      tone: 'note',
      text: result.value.handedOver ? 'The cover sheet was handed to the printer.' : 'Nothing was printed.',
    });
  }
  async function saved(asked: Promise<Awaited<ReturnType<typeof call<'paper.savePdf' | 'transmittal.saveCsv'>>>>) {
    setTrouble(null);
    const result = await asked;
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  useCommands({
    print: () => void print(),
    'print.savePdf': () => void saved(call('paper.savePdf', paper)),
    'sheet.csv': maySave ? () => void saved(call('transmittal.saveCsv', { id: view.id })) : undefined,
  });
  const enterPayments = (by: 'hand' | 'file') => {
    paymentsBy.set(by);
    go(to.payments(view.id));
  };
  const again = async () => {
    await closeAgain(view);
    go(to.handOff);
  };

  return (
    <Screen
      title={`Batch ${view.number}`}
      detail={
        <>
          {view.revision > 1 && `Revision ${view.revision} · `}
          {count(view.cases, 'refund')}, {money(view.cents)} · closed {weekdayAndDay(view.closedOn)} by {view.person}{' '}
          <BatchChip row={view} />
        </>
      }
      actions={
        <>
          <Button
            onPress={() => {
              handOffView.set({ ...handOffView.get(), shown: 'batches' });
              go(to.handOff);
            }}
          >
            All batches
          </Button>
          {maySave && <CommandButton id="sheet.csv" />}
          <CommandButton id="print.savePdf" />
          <CommandButton id="print" tone="primary" label="Print cover sheet" />
        </>
      }
    >
      <div className="stack">
        {trouble !== null && <FailureBox failure={trouble} />}
        {view.state === 'reopened' && (
          <Notice
            tone="warning"
            actions={
              <Button asks="transmittal.close" onPress={() => void again()}>
                Tick its refunds and close it again
              </Button>
            }
          >
            <strong>This batch is reopened.</strong> {view.reopenings.at(-1)?.why} What of it was not paid waits under{' '}
            <Link href={to.handOff}>To hand over</Link>.
          </Notice>
        )}
        <div className="batch-page">
          <div className="stack">
            <BatchLines
              view={view}
              actions={
                mayPay &&
                view.state === 'closed' && (
                  <>
                    <Button onPress={() => enterPayments('hand')}>Enter payments</Button>
                    <Button onPress={() => enterPayments('file')}>Read the Business Office’s file…</Button>
                  </>
                )
              }
            />
            <Reconciliation view={view} />
          </div>
          <div className="stack">
            <Panel title="Control totals">
              <ControlTotals byFund={view.byFund} byCourse={view.byCourse} />
              {view.note !== '' && <p className="above">Note: {view.note}</p>}
              <p className="quiet-text above">{view.mark}</p>
            </Panel>
            <Happened view={view} />
            <Reopen view={view} />
          </div>
        </div>
        <Panel
          title="Cover sheet"
          aside={
            <Button pressed={cover} onPress={() => setCover(!cover)}>
              {cover ? 'Put it away' : 'Look at it'}
            </Button>
          }
        >
          {!cover && (
            <p className="quiet-text">
              Numbers, totals and lines for signature, to go with the file. Ctrl+P prints it, Ctrl+Shift+S saves a PDF.
            </p>
          )}
          {cover && preview.error !== null && <FailureBox failure={preview.error.failure} />}
          {cover && preview.data !== undefined && <SheetFrame preview={preview.data} envelope="none" overlay={false} />}
        </Panel>
      </div>
    </Screen>
  );
}

/** How often the batch was reopened, by whom and why. */
function Happened({ view }: { readonly view: TransmittalView }) {
  const moment = useMoment();
  if (view.reopenings.length === 0) return null;
  return (
    <Panel title="Reopened before" pane={false}>
      <ul className="plain-list">
        {view.reopenings.map(({ at, person, why }) => (
          <li key={at}>
            {why}{' '}
            <span className="quiet-text">
              {moment(at)}, {person}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
