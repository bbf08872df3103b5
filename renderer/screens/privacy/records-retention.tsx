import { useState } from 'react';
import { z } from 'zod';
import type { Output } from '../../../shared/contract';
import type { OutlivedRow, Removal } from '../../../shared/contract/privacy';
import type { Failure } from '../../../shared/errors';
import { requiredLine } from '../../../shared/register/fields';
import { Button } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { useNames } from '../../names';
import { call, change, useCall } from '../../wire';
import { useMoment } from '../office-moment';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { FailureBox } from '../saying';
import { count, weekdayAndDay } from '../wording';

const schema = z.strictObject({ why: requiredLine('The reason', 400) });
type Why = z.infer<typeof schema>;
type Preview = Output<'retention.preview'>;

/** How many backups are kept; the oldest go first. */
const backupsKept = 30;
/** More rows than this are not drawn: the numbers above the list say how many there are. */
const drawn = 200;

/** Which records the office need not keep any longer, the way to remove them, and what was removed so far. */
export function RecordsRetention() {
  const preview = useCall('retention.preview', {});
  const past = useCall('retention.past', {});
  if (preview.error !== null) return <FailureBox failure={preview.error.failure} />;
  if (preview.data === undefined) return null;
  return (
    <>
      <Outlived preview={preview.data} />
      {past.data !== undefined && past.data.length > 0 && <Past removals={past.data} />}
    </>
  );
}

function Outlived({ preview }: { readonly preview: Preview }) {
  const { keepYears, before, rows, entries, documents } = preview;
  const [asking, setAsking] = useState(false);
  const moment = useMoment();
  if (keepYears === null || before === null)
    return (
      <Panel title="Records and retention">
        <p>Nothing is ever removed: this office keeps its records for good.</p>
        <p className="part-note">An administrator sets how many years a case is kept, under “Rules”.</p>
      </Panel>
    );
  const cases = count(rows.length, 'case');
  return (
    <Panel
      title="Records and retention"
      aside={
        rows.length > 0 &&
        !asking && (
          <Button asks="retention.remove" tone="danger" onPress={() => setAsking(true)}>
            Remove {cases}…
          </Button>
        )
      }
    >
      <p>
        A case is kept for {count(keepYears, 'year')} after its last entry.{' '}
        {rows.length === 0
          ? `Today none is to be removed: it would be one with its last entry before ${weekdayAndDay(before)}.`
          : `${capital(cases)} had ${rows.length === 1 ? 'its' : 'their'} last entry before ${weekdayAndDay(before)}: ${count(entries, 'entry', 'entries')} and ${count(documents, 'document')} would go.`}
      </p>
      <p className="part-note">
        A case that is held, waits for a second person, has an open petition or a refund still promised is never on this
        list. Removing leaves its number and its year; the student goes too where nothing else of theirs is left.
      </p>
      {asking && (
        <Recording<Why, Why, Removal>
          label={`Remove ${cases}`}
          asks="retention.remove"
          words={`Remove ${cases} for good`}
          first={{ why: '' }}
          read={(text) => ({ record: text, wrong: [] })}
          schema={schema}
          send={({ why }, requestId) => change('retention.remove', { requestId, hash: preview.hash, why })}
          onDone={(removed) => {
            say({ tone: 'saved', text: `Removed ${count(removed.cases.length, 'case')}; the list can be printed` });
            setAsking(false);
          }}
          onLeave={() => setAsking(false)}
        >
          {(control) => (
            <>
              <Notice tone="warning">
                <strong>This cannot be undone.</strong> Backups made before still hold these records: the last 30 are
                kept, and the oldest goes with each new one. Delete other copies of the register yourself.
              </Notice>
              <BoundText
                control={control}
                name="why"
                label="Why"
                required
                hint="For example the office’s records schedule."
              />
            </>
          )}
        </Recording>
      )}
      {rows.length > 0 && (
        <ListTable
          label="Cases that need not be kept"
          columns={columnsWith(moment)}
          rows={rows.slice(0, drawn)}
          keyOf={(row) => row.caseId}
        />
      )}
      {rows.length > drawn && (
        <p className="quiet-text">
          The first {drawn} of {count(rows.length, 'case')} are shown.
        </p>
      )}
    </Panel>
  );
}

const columnsWith = (moment: (at: string) => string): readonly Column<OutlivedRow>[] => [
  { id: 'case', heading: 'Case', cell: (row) => row.label },
  { id: 'last', heading: 'Last entry', cell: (row) => moment(row.lastAt) },
  { id: 'entries', heading: 'Entries', cell: (row) => row.entries, numeric: true },
  { id: 'documents', heading: 'Documents', cell: (row) => row.documents, numeric: true },
];

function Past({ removals }: { readonly removals: readonly Removal[] }) {
  const moment = useMoment();
  const name = useNames();
  const backups = useCall('register.backups', {});
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const print = async (seq: number) => {
    setTrouble(null);
    const printed = await call('retention.print', { seq });
    if (!printed.ok) return setTrouble(printed.failure);
    if (printed.value.handedOver) say({ tone: 'note', text: 'The list is handed to the printer.' });
  };
  return (
    <Panel title="Removed so far">
      {trouble !== null && <FailureBox failure={trouble} />}
      {backups.data !== undefined && <p className="part-note">{heldBy(backups.data, removals[0]?.at ?? '')}</p>}
      <ul className="history">
        {removals.map((removal) => (
          <li key={removal.seq}>
            {moment(removal.at)} — {count(removal.cases.length, 'case')} by {name(removal.person)}: {removal.why}
            <div className="quiet-text">
              {range(removal.cases)}. {count(removal.entries, 'entry', 'entries')},{' '}
              {count(removal.documents, 'document')}.{' '}
              <Button
                asks="retention.print"
                label={`Print the list of ${moment(removal.at)}`}
                onPress={() => void print(removal.seq)}
              >
                Print the list
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How many backups on this PC still hold what was removed last, and when they go. */
function heldBy(backups: Output<'register.backups'>, at: string): string {
  const older = backups.filter((backup) => backup.at < at).length;
  if (older === 0)
    return 'No backup on this PC holds any of it any longer. Other copies of the register may: delete them yourself.';
  const more = backupsKept - (backups.length - older);
  return `${capital(count(older, 'backup'))} on this PC still ${older === 1 ? 'holds' : 'hold'} what was removed last. The last ${backupsKept} backups are kept, so it is gone from all of them after ${count(more, 'more backup')}. Delete other copies of the register yourself.`;
}

function range(numbers: readonly string[]): string {
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
