import { Link, useLocation } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { Subject } from '../../../shared/register/entry';
import { lastingKinds } from '../../../shared/register/entry';
import { markDigits } from '../../../shared/register/chain-mark';
import { wordsOfKind } from '../../../shared/register/kind-words';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useNames } from '../../names';
import { to } from '../../routes';
import { undoAction } from '../../undoing';
import { useCall } from '../../wire';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { Marks, standingOf } from './history-columns';
import { sidesOf } from './sides';
import { SidesTable } from './sides-table';
import '../screens.css';

/** One entry: what happened, who did it and when, what stood there before and after, and its place in the chain. */
export function HistoryEntryScreen({ seq }: { readonly seq: number }) {
  const [, go] = useLocation();
  const entry = useCall('history.entry', { seq });
  const found = entry.data?.row.seq === seq ? entry.data : undefined;
  const at = (other: number | null | undefined) =>
    other == null ? undefined : () => go(to.historyEntry(other), { replace: true });
  useCommands({ 'record.next': at(found?.earlier), 'record.previous': at(found?.later) });
  if (entry.error !== null)
    return (
      <Screen title={titleOf(seq)}>
        <FailureBox failure={entry.error.failure} />
      </Screen>
    );
  return found === undefined ? <main className="screen" aria-busy="true" /> : <Shown found={found} at={at} />;
}

const titleOf = (seq: number): string => `Entry ${seq.toLocaleString('en-US')}`;

type ShownProps = {
  readonly found: Output<'history.entry'>;
  readonly at: (seq: number | null) => (() => void) | undefined;
};

function Shown({ found, at }: ShownProps) {
  const { row, before, after, names } = found;
  const status = useCall('app.status', {}).data;
  const moment = useMoment();
  const nameOf = useNames();
  const brokenAt = status?.brokenAt ?? null;
  const sides = sidesOf(before, after, { names, moment, pack: null });
  const both = before !== null;
  const record = addressOf(row.subject, row.subjectId);
  const [earlier, later] = [at(found.earlier), at(found.later)];
  return (
    <Screen
      title={titleOf(row.seq)}
      detail={
        <>
          {wordsOfKind(row.kind).what} <Marks row={row} brokenAt={brokenAt} />
        </>
      }
      actions={
        <>
          {!row.undone && !lastingKinds.has(row.kind) && !row.kind.startsWith('action.') && (
            <Button asks="action.undo" onPress={() => void undoAction('undo', row.actionId)}>
              Undo this
            </Button>
          )}
          <Button disabled={later === undefined} onPress={() => later?.()}>
            Later entry
          </Button>
          <Button disabled={earlier === undefined} onPress={() => earlier?.()}>
            Earlier entry
          </Button>
        </>
      }
    >
      <div className="stack">
        <Panel title="What happened">
          <dl className="facts">
            <dt>What</dt>
            <dd>{wordsOfKind(row.kind).what}</dd>
            <dt>About</dt>
            <dd>{record === null || row.label === '' ? row.label : <Link href={record}>{row.label}</Link>}</dd>
            <dt>By</dt>
            <dd>
              {nameOf(row.person)}
              {nameOf(row.person) !== row.person && <span className="quiet-text"> ({row.person})</span>}
            </dd>
            <dt>When</dt>
            <dd>{moment(row.at)}</dd>
            {found.together.length > 0 && (
              <>
                <dt>Together with</dt>
                <dd>
                  <Others seqs={found.together} />
                </dd>
              </>
            )}
            <dt>In the chain</dt>
            <dd>
              Number {row.seq.toLocaleString('en-US')}, <span className="path">{row.mac.slice(0, markDigits)}…</span>
              {chainWords(standingOf(row, brokenAt))}
            </dd>
          </dl>
        </Panel>
        <Panel title={both ? 'Before and after' : 'What it says'}>
          {row.removed ? (
            <p>What this entry said was removed. Its number, who made it and when stay in the register for good.</p>
          ) : sides.length === 0 ? (
            <p className="quiet-text">Nothing more than that it happened.</p>
          ) : (
            <SidesTable sides={sides} both={both} />
          )}
        </Panel>
      </div>
    </Screen>
  );
}

/** The other entries of the same action; of many only the first are named one by one. */
function Others({ seqs }: { readonly seqs: readonly number[] }) {
  const named = seqs.slice(0, 12);
  return (
    <>
      {named.map((seq, i) => (
        <span key={seq}>
          {i > 0 && ', '}
          <Link href={to.historyEntry(seq)}>entry {seq.toLocaleString('en-US')}</Link>
        </span>
      ))}
      {seqs.length > named.length && ` and ${(seqs.length - named.length).toLocaleString('en-US')} more`}
    </>
  );
}

function chainWords(standing: ReturnType<typeof standingOf>): string {
  switch (standing) {
    case 'broken':
      return ' · this is the first entry that does not hold.';
    case 'unproven':
      return ' · an entry before it does not hold, so nothing bears this one out.';
    case undefined:
      return '';
  }
}

/** Where a record can be looked at; null where it has no page of its own. */
function addressOf(subject: Subject, id: string): string | null {
  switch (subject) {
    case 'case':
      return to.case(id);
    case 'student':
      return to.student(id);
    case 'course':
      return to.course(id);
    case 'letter':
      return to.letter(id);
    case 'petition':
      return to.petition(id);
    case 'term':
      return to.calendar;
    case 'policy':
      return to.policies;
    case 'office':
      return to.settings;
    case 'template':
      return to.templates;
    case 'transmittal':
      return to.transmittal(id);
    case 'enrolment':
    case 'group':
    case 'batch':
    case 'person':
      return null;
  }
}
