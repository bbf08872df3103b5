import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RefundRow } from '../../shared/contract/transmittals';
import type { Failure } from '../../shared/errors';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { Notice } from '../components/notice';
import { Screen } from '../components/screen';
import { useMay } from '../may';
import { to } from '../routes';
import { say } from '../status';
import { useStore } from '../store';
import { useToday } from '../today';
import { change, newRequestId, queries, useCall } from '../wire';
import { focusFind } from './find-bar';
import { BatchList } from './hand-off/batch-list';
import { Refunds } from './hand-off/refunds';
import { RefundStates } from './hand-off/refund-states';
import { Reopened } from './hand-off/reopened';
import { TickedPanel } from './hand-off/ticked-panel';
import { handOffView, nothingReady, ready } from './hand-off/view';
import { flipped } from './letters/ticks';
import { FailureBox } from './saying';
import { count, money } from './wording';
import './screens.css';

const noRows: readonly RefundRow[] = [];

/** Refunds on their way to the Business Office and back, and the batches: Space ticks, Ctrl+A all, Ctrl+Enter closes a batch of what is ticked. */
export function HandOffScreen() {
  const [, go] = useLocation();
  const today = useToday();
  const { shown, text, sort } = useStore(handOffView);
  const { ticked, note, again } = useStore(ready);
  const mayClose = useMay('transmittal.close');
  const list = useCall(
    'refund.list',
    shown === 'batches' ? null : { state: shown, text: text.trim(), sort, offset: 0, limit: 500 },
  );
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const request = useRef(newRequestId());
  const busy = useRef(false);
  // While another list is read, the one before is still there.
  const data = list.isPlaceholderData ? undefined : list.data;
  const rows = data?.rows ?? noRows;
  const ticking = shown === 'to-hand-over' && mayClose;
  const tickable = rows.filter((row) => row.outstanding > 0 && row.hidden !== true);
  const chosen = ticking ? tickable.filter((row) => ticked.has(row.caseId)) : [];
  const cents = chosen.reduce((sum, row) => sum + row.outstanding, 0);

  const tick = (next: ReadonlySet<string>) => ready.set({ ...ready.get(), ticked: next });
  const toggle = (row: RefundRow) =>
    row.hidden === true
      ? say({ tone: 'note', text: `${row.number} is confidential: somebody who may see it hands it over.` })
      : tick(flipped(ticked, row.caseId));
  const tickAll = () => {
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text')
      return document.activeElement.select();
    tick(new Set(chosen.length === tickable.length ? [] : tickable.map((row) => row.caseId)));
  };

  async function close(): Promise<void> {
    if (busy.current) return;
    if (chosen.length === 0 && again === null)
      return say({ tone: 'note', text: 'Tick the refunds of the batch: Space ticks one, Ctrl+A all of them.' });
    busy.current = true;
    setTrouble(null);
    setSaid(new Map());
    const result = await change('transmittal.close', {
      requestId: request.current,
      id: again?.id ?? null,
      cases: chosen.flatMap(({ caseId, determinationSeq, outstanding }) => ({
        caseId,
        determinationSeq,
        cents: outstanding,
      })),
      note,
    });
    busy.current = false;
    request.current = newRequestId();
    if (result.ok) {
      const { id, number, cases, cents: total } = result.value;
      ready.set(nothingReady);
      say({ tone: 'saved', text: `Batch ${number} is closed: ${count(cases, 'refund')}, ${money(total)}.` });
      return go(to.transmittal(id));
    }
    const { failure } = result;
    if (failure.kind === 'invalid') {
      const named = failure.problems.flatMap(({ field, message }) => {
        const row = chosen[Number(/^cases\.(\d+)/.exec(field)?.[1] ?? NaN)];
        return row === undefined ? [] : [[row.caseId, message] as const];
      });
      setSaid(new Map(named));
    }
    setTrouble(failure);
    // What moved on meanwhile stands there as it is now; what was ticked stays ticked.
    void queries.invalidateQueries();
  }
  useCommands({
    'list.tickAll': ticking ? tickAll : undefined,
    'transmittal.close': ticking ? () => void close() : undefined,
    find: focusFind,
  });

  return (
    <Screen
      title="Business Office"
      detail={chosen.length === 0 ? '' : `${count(chosen.length, 'refund')} ticked, ${money(cents)}`}
      actions={
        <>
          <Button asks="exchange.get" onPress={() => go(to.exchange)}>
            Columns of its file
          </Button>
          {ticking && (
            <CommandButton
              id="transmittal.close"
              tone="primary"
              label={again === null ? 'Close & print batch' : `Close ${again.number} again`}
              disabled={chosen.length === 0 && again === null}
            />
          )}
        </>
      }
    >
      <div className="stack fill hand-off">
        {trouble !== null && <CloseTrouble failure={trouble} named={said.size} />}
        {mayClose && <Reopened />}
        <RefundStates />
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        {shown === 'batches' ? (
          <BatchList />
        ) : (
          <div className={ticking ? 'hand-off-sides' : 'hand-off-sides whole'}>
            <Refunds
              state={shown}
              rows={rows}
              total={data?.total ?? null}
              cents={data?.cents ?? 0}
              today={today?.day ?? null}
              ticking={ticking ? { ticked, toggle, said } : null}
            />
            {ticking && <TickedPanel rows={chosen} hidden={ticked.size - chosen.length} />}
          </div>
        )}
      </div>
    </Screen>
  );
}

/** Why the batch was not closed: each case that moved on is named where it stands, or the failure as a whole. */
function CloseTrouble({ failure, named }: { readonly failure: Failure; readonly named: number }) {
  if (failure.kind !== 'invalid' || named === 0) return <FailureBox failure={failure} />;
  return (
    <Notice tone="problem">
      <strong>
        The batch is not closed: {count(named, 'refund')} {named === 1 ? 'is' : 'are'} not what stood here.
      </strong>{' '}
      The list shows where {named === 1 ? 'it stands' : 'they stand'} now. Look at {named === 1 ? 'it' : 'them'}, then
      close the batch again; what was ticked still is.
      <ul className="plain-list">
        {failure.problems.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
