import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import { formatCents } from '../../shared/money';
import { Button } from '../components/button';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { TextField } from '../components/text-field';
import { to } from '../routes';
import { say } from '../status';
import { call } from '../wire';
import { WorksheetLines } from '../worksheet/worksheet';
import { useMoment } from './office-moment';
import { FailureBox } from './saying';
import './screens.css';
import './style/arithmetic.css';

type Checked = Output<'determination.check'>;

/** Works the amount of a letter out again: its code is scanned or a case number typed, and every line of the arithmetic is shown with its clause. */
export function ArithmeticScreen() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);

  async function check(): Promise<void> {
    setTrouble(null);
    setProblem(null);
    setChecked(null);
    if (text.trim() === '') return setProblem('Scan the code at the foot of a letter, or type a case number.');
    const result = await call('determination.check', { text });
    if (result.ok) return setChecked(result.value);
    if (result.failure.kind === 'invalid') setProblem(result.failure.problems[0]?.message ?? null);
    else setTrouble(result.failure);
  }
  async function save(caseId: string): Promise<void> {
    const result = await call('determination.save', { caseId });
    if (result.ok) say({ tone: 'saved', text: `Saved as ${result.value.path}.` });
    else if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  return (
    <Screen
      title="Check a letter’s arithmetic"
      actions={
        <Button tone="primary" onPress={() => void check()}>
          Work it out again
        </Button>
      }
    >
      <div className="stack arithmetic">
        <Panel title="Which letter">
          <div
            ref={box}
            onKeyDown={(event) => {
              // A scanner ends what it types with Enter.
              if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
              event.preventDefault();
              void check();
            }}
          >
            <TextField
              label="Letter’s code or case number"
              name="code"
              hint="Scan the square code at the foot of the letter, or type a number like RD-2026-0417."
              text={text}
              onText={(typed) => {
                setText(typed);
                setProblem(null);
              }}
              problem={problem ?? undefined}
            />
          </div>
        </Panel>
        {trouble !== null && <FailureBox failure={trouble} />}
        <div aria-live="polite">{checked !== null && <WorkedAgain checked={checked} onSave={save} />}</div>
      </div>
    </Screen>
  );
}

function WorkedAgain({
  checked,
  onSave,
}: {
  readonly checked: Checked;
  readonly onSave: (caseId: string) => Promise<void>;
}) {
  const moment = useMoment();
  const [open, setOpen] = useState<number | null>(null);
  const { caseId, number, findings, lines, refund, derived, result, policy, superseded } = checked;
  const holds = findings.every(({ good }) => good);
  return (
    <Panel
      title={number}
      aside={
        <span className="row-of">
          <Link href={to.case(caseId)}>Open the case</Link>{' '}
          <Button onPress={() => void onSave(caseId)}>Save the arithmetic…</Button>
        </span>
      }
    >
      <p className={holds ? 'arithmetic-sum' : 'arithmetic-sum arithmetic-bad'}>
        <strong>{holds ? 'Everything holds.' : 'Something does not hold.'}</strong>{' '}
        {lines.length > 0 && (
          <>
            {result}. Refund as decided <b>{formatCents(refund)}</b>; worked out again <b>{formatCents(derived)}</b>.
          </>
        )}
        {superseded && ' A later decision has taken its place.'}
      </p>
      <ul className="arithmetic-findings">
        {findings.map(({ what, good }) => (
          <li key={what} className={good ? undefined : 'arithmetic-bad'}>
            <span className="arithmetic-mark">{good ? '✓ holds' : '✗ does not hold'}</span> {what}
          </li>
        ))}
      </ul>
      {lines.length > 0 && (
        <>
          <h3>
            {policy}, decided {moment(checked.decidedAt)}
          </h3>
          <WorksheetLines lines={lines} open={open} onOpen={setOpen} />
        </>
      )}
    </Panel>
  );
}
