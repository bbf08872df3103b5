import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { call, change, newRequestId, useCall } from '../../wire';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { count, money } from '../wording';
import { PaymentPreview } from './payment-preview';
import { PaymentWays } from './payment-ways';

type ReadFile = Output<'payment.read'>;
type Back = NonNullable<ReadFile['back']>;

const parts: readonly { readonly field: keyof Back; readonly label: string; readonly hint?: string }[] = [
  { field: 'case', label: 'Case', hint: 'The case number as we sent it' },
  { field: 'on', label: 'Paid on' },
  { field: 'reference', label: 'Number', hint: 'Check or transaction number' },
  { field: 'amount', label: 'Amount' },
];

const nothingMapped: Back = { case: '', on: '', reference: '', amount: '' };

/** Payments from the Business Office's file: choose it, say under which headings what stands, look at every row, enter the good ones. */
export function PaymentImport({ view }: { readonly view: TransmittalView }) {
  const [, go] = useLocation();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [back, setBack] = useState<Back>(nothingMapped);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const request = useRef(newRequestId());
  const busy = useRef(false);
  const asked = file === null || back.case === '' ? null : { token: file.token, transmittalId: view.id, back };
  const preview = useCall('payment.preview', asked);
  const rows = asked === null || preview.isPlaceholderData ? undefined : preview.data;
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.toolbar-actions .primary')?.focus();
  }, []);

  async function choose(): Promise<void> {
    setTrouble(null);
    const result = await call('payment.read', {});
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    request.current = newRequestId();
    // Drawn before the cursor goes there.
    flushSync(() => {
      setFile(result.value);
      setBack(result.value.back ?? nothingMapped);
    });
    focusField('case');
  }
  async function enter(): Promise<void> {
    if (file === null) return choose();
    if (rows === undefined || busy.current) return;
    busy.current = true;
    setTrouble(null);
    const result = await change('payment.import', {
      requestId: request.current,
      token: file.token,
      transmittalId: view.id,
      back,
    });
    busy.current = false;
    if (!result.ok) {
      request.current = newRequestId();
      return setTrouble(result.failure);
    }
    const { entered, known, left } = result.value;
    say({
      tone: 'saved',
      text: [
        `${count(entered, 'payment')} entered`,
        known === 0 ? '' : `${known} known before`,
        left === 0 ? '' : `${count(left, 'row')} left with a problem`,
      ]
        .filter((words) => words !== '')
        .join('; '),
    });
    go(to.transmittal(view.id));
  }
  useCommands(
    { 'record.saveNew': () => void enter(), 'record.save': file === null ? undefined : () => void enter() },
    'payment.import',
  );

  return (
    <Screen
      title={`Payments of ${view.number}`}
      detail={file === null ? '' : `${file.fileName}, ${count(file.rows, 'row')}`}
      actions={
        <>
          <Button onPress={() => go(to.transmittal(view.id))}>Back to the batch</Button>
          {file !== null && <Button onPress={() => void choose()}>Choose another file…</Button>}
          <CommandButton
            id="record.saveNew"
            tone="primary"
            label={
              file === null
                ? 'Choose the file…'
                : rows?.good === 0
                  ? 'Keep the list, enter nothing'
                  : `Enter ${count(rows?.good ?? 0, 'payment')}`
            }
            disabled={file !== null && rows === undefined}
          />
        </>
      }
    >
      <div className="stack">
        {trouble !== null && <FailureBox failure={trouble} />}
        <PaymentWays />
        {file === null ? (
          <Panel title="The Business Office’s file">
            <p>
              A CSV or Excel file with a heading over each column and a row for each payment. Nothing is entered before
              you have seen every row.
            </p>
          </Panel>
        ) : (
          <div className="columns narrow-form">
            <Panel title="What stands where">
              <RecordForm className="form" onSave={() => void enter()}>
                {parts.map(({ field, label, hint }) => (
                  <ChoiceField
                    key={field}
                    label={label}
                    name={field}
                    hint={hint}
                    digits={false}
                    choices={headingsOf(file)}
                    value={back[field] === '' ? null : back[field]}
                    onChoose={(heading) => {
                      setBack({ ...back, [field]: heading ?? '' });
                      request.current = newRequestId();
                    }}
                    problem={field === 'case' && back.case === '' ? 'Say which column has the case number.' : null}
                  />
                ))}
              </RecordForm>
              <p className="quiet-text above">↑ and ↓ choose the column; it is remembered for the next file.</p>
            </Panel>
            <Panel title="Every row of the file">
              {preview.error !== null && <FailureBox failure={preview.error.failure} />}
              {rows !== undefined && (
                <>
                  <p role="status" className="batch-sum">
                    {count(rows.rows.length, 'row')} = {rows.good} good + {rows.known} entered before + {rows.left} with
                    a problem
                  </p>
                  <p className="quiet-text">The good ones come to {money(rows.goodCents)}.</p>
                  <PaymentPreview rows={rows.rows} />
                </>
              )}
              {asked === null && <p className="quiet-text">The rows stand here once the case’s column is chosen.</p>}
            </Panel>
          </div>
        )}
      </div>
    </Screen>
  );
}

function headingsOf(file: ReadFile): readonly { readonly value: string; readonly words: string }[] {
  return [...new Set(file.headings)]
    .filter((heading) => heading !== '')
    .map((heading) => {
      const first = file.sample[0]?.[file.headings.indexOf(heading)] ?? '';
      return { value: heading, words: first === '' ? heading : `${heading} (${first})` };
    });
}
