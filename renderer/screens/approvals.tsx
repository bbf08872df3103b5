import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Waiting } from '../../shared/contract/approvals';
import { useCommands } from '../commanding';
import { CommandButton } from '../components/button';
import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { say } from '../status';
import { createSitting } from '../store';
import { useCall } from '../wire';
import { keyOfWaiting, useDeciding } from './approvals/deciding';
import { NoteLine, type Asking } from './approvals/note-line';
import { QueueList } from './approvals/queue-list';
import { SideBySide } from './approvals/side-by-side';
import { flipped } from './letters/ticks';
import { focusRowAgain } from './row-focus';
import { FailureBox } from './saying';
import { count, money } from './wording';
import './screens.css';

/** The one that was looked at last, so that the way back finds it again. */
const lookedAt = createSitting<string | null>(null);

/** What waits for a second person: the list on the left, what is to be judged beside it. */
export function ApprovalsScreen() {
  const [, go] = useLocation();
  const list = useCall('approval.list', { offset: 0, limit: 500 });
  const [selected, setSelected] = useState(lookedAt.get());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  // What was just settled is gone from the list before it is read again.
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const rows = (list.data?.rows ?? []).filter((w) => !settled.has(keyOfWaiting(w)));
  const present = rows.find((w) => w.row.id === selected) ?? rows[0] ?? null;
  const chosen = rows.filter((w) => ticked.has(w.row.id));
  const outcomes = new Set(chosen.map(({ row }) => `${row.outcome ?? ''} ${row.label}`));

  useRowInHand(list.data !== undefined);

  const select = (id: string) => {
    if (id !== present?.row.id) setAsking(null);
    lookedAt.set(id);
    setSelected(id);
  };
  /** Goes to a row, and by that looks at it. */
  const goTo = (waiting: Waiting | undefined) => {
    if (waiting === undefined) return;
    select(waiting.row.id);
    focusRowAgain(waiting.row.id);
  };
  const deciding = useDeciding((gone) => {
    const ids = new Set(gone.map((w) => w.row.id));
    const at = rows.findIndex((w) => w.row.id === present?.row.id);
    const left = rows.filter((w) => !ids.has(w.row.id));
    setSettled(new Set([...settled, ...gone.map(keyOfWaiting)]));
    setTicked(new Set([...ticked].filter((id) => !ids.has(id))));
    setAsking(null);
    // The next that stood below, or the last that is left.
    goTo(left.find((w) => rows.indexOf(w) >= at) ?? left.at(-1));
  });
  const tick = (w: Waiting) => {
    if (w.whyNot === null) setTicked(flipped(ticked, w.row.id));
    else say({ tone: 'problem', text: `${w.row.number}: ${w.whyNot}` });
  };
  const ask = (next: Asking, w: Waiting | null) => {
    if (w === null) return;
    if (w.whyNot !== null) return say({ tone: 'problem', text: `${w.row.number}: ${w.whyNot}` });
    deciding.clear();
    select(w.row.id);
    setAsking(next);
  };
  const approveTicked = () => {
    if (chosen.length === 0)
      return say({
        tone: 'note',
        text: 'Tick what is to be approved first: Space ticks one, Ctrl+A all of one outcome.',
      });
    void deciding.approve(chosen);
  };
  const tickAll = () => {
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text')
      return document.activeElement.select();
    const alike = rows.filter((w) => w.whyNot === null && w.row.label === present?.row.label);
    setTicked(new Set(alike.every((w) => ticked.has(w.row.id)) ? [] : alike.map((w) => w.row.id)));
  };
  const step = (by: 1 | -1) => () => goTo(rows[rows.findIndex((w) => w.row.id === present?.row.id) + by]);
  useCommands({
    'approval.give': present === null ? undefined : () => void deciding.approve([present]),
    'approval.return': () => ask('return', present),
    'approval.defer': () => ask('defer', present),
    'approval.giveTicked': approveTicked,
    'list.tickAll': tickAll,
    'record.next': step(1),
    'record.previous': step(-1),
  });

  const total = list.data === undefined ? 0 : list.data.total;
  return (
    <Screen
      title="Approvals"
      detail={
        rows.length === 0 ? (
          ''
        ) : (
          <span aria-live="polite">
            {count(total, 'determination')} · {money(list.data?.amount ?? 0)}
            {chosen.length > 0 && ` · ${chosen.length} ticked`}
          </span>
        )
      }
      actions={
        present !== null && (
          <>
            <CommandButton id="approval.defer" label="Hold with a note" disabled={present.whyNot !== null} />
            <CommandButton id="approval.return" label="Return" disabled={present.whyNot !== null} />
            {chosen.length === 0 ? (
              <CommandButton id="approval.give" label="Approve" tone="primary" disabled={present.whyNot !== null} />
            ) : (
              <CommandButton
                id="approval.giveTicked"
                label={`Approve ${chosen.length} ticked`}
                tone="primary"
                disabled={outcomes.size > 1}
              />
            )}
          </>
        )
      }
    >
      {list.error !== null && <FailureBox failure={list.error.failure} />}
      {list.data !== undefined && present === null && (
        <Panel title="Waits for approval">
          <p className="quiet-text">Nothing waits for approval.</p>
        </Panel>
      )}
      {present !== null && (
        <div className="approvals">
          {asking !== null && (
            <NoteLine
              key={`${asking} ${present.row.id}`}
              asking={asking}
              waiting={present}
              onSay={(why) => deciding.note(asking, present, why)}
              onLeave={() => {
                setAsking(null);
                focusRowAgain(present.row.id);
              }}
            />
          )}
          <div className="approvals-sides">
            <div className="approvals-list">
              {deciding.trouble !== null && <FailureBox failure={deciding.trouble} />}
              {outcomes.size > 1 && (
                <Notice tone="warning">
                  The ticked cases have different outcomes. Only cases of one outcome are approved together.
                </Notice>
              )}
              <Panel
                title="Waits for approval"
                aside={
                  total > rows.length + settled.size && `The first ${rows.length} of ${total.toLocaleString('en-US')}`
                }
              >
                <QueueList
                  rows={rows}
                  ticked={ticked}
                  selected={present.row.id}
                  onSelect={select}
                  onTick={tick}
                  onOpen={(w) => go(to.case(w.row.id))}
                  onLetter={(letter, w) => {
                    if (letter === 'A') void deciding.approve([w]);
                    else ask(letter === 'R' ? 'return' : 'defer', w);
                  }}
                />
              </Panel>
            </div>
            <div className="approvals-judged">
              <SideBySide waiting={present} />
            </div>
          </div>
        </div>
      )}
    </Screen>
  );
}

/** Puts the keyboard on the row that was looked at last, else on the first, so that A, R, H and the arrows work at once. */
function useRowInHand(ready: boolean): void {
  const [first] = useState(lookedAt.get());
  useEffect(() => {
    if (ready && document.activeElement === document.body) focusRowAgain(first ?? '');
  }, [ready, first]);
}
