import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import type { Failure, Problem } from '../../../shared/errors';
import type { DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { change, newRequestId } from '../../wire';
import { FailureBox } from '../saying';
import { count, money } from '../wording';
import { blankPayment, carriedFrom, isKeyed, keyedPayments, payableLines, readPayments, type Keyed } from './keyed';
import { PaymentRow } from './payment-row';
import { PaymentWays } from './payment-ways';

/** Payments keyed from the Business Office's list: Enter moves on, the day and the next number are carried forward, Ctrl+Enter enters what was keyed. */
export function PaymentGrid({ view, days }: { readonly view: TransmittalView; readonly days: DayContext }) {
  const [, go] = useLocation();
  const lines = payableLines(view);
  const kept = useStore(keyedPayments)[view.id];
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const request = useRef(newRequestId());
  const busy = useRef(false);
  const textOf = (line: (typeof lines)[number]): Keyed => kept?.[line.caseId] ?? blankPayment(line);
  const keyed = lines.filter((line) => isKeyed(textOf(line)));
  const read = readPayments(lines, textOf, days);
  const cents = read.payments.reduce((sum, payment) => sum + payment.cents, 0);
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.payment-grid input')?.focus();
  }, []);

  const put = (caseId: string, next: Keyed) => {
    const all = keyedPayments.get();
    keyedPayments.set({ ...all, [view.id]: { ...all[view.id], [caseId]: next } });
  };
  const tell = (problems: readonly Problem[]): boolean => {
    setWrong(Object.fromEntries(problems.map((p) => [p.field, p.message])));
    return problems.some((p) => focusField(p.field));
  };
  async function save(): Promise<void> {
    if (busy.current) return;
    setTrouble(null);
    tell(read.wrong);
    if (read.wrong.length > 0) return;
    if (read.payments.length === 0)
      return say({ tone: 'note', text: 'Type the day and the number of at least one payment.' });
    busy.current = true;
    const result = await change('payment.enter', {
      requestId: request.current,
      transmittalId: view.id,
      payments: [...read.payments],
    });
    busy.current = false;
    request.current = newRequestId();
    if (result.ok) {
      const { [view.id]: _, ...others } = keyedPayments.get();
      keyedPayments.set(others);
      say({ tone: 'saved', text: `${count(read.payments.length, 'payment')} entered, ${money(cents)}.` });
      return go(to.transmittal(view.id));
    }
    const { failure } = result;
    const placed =
      failure.kind === 'invalid' &&
      tell(
        failure.problems.map(({ field, message }) => {
          const [, n, name = 'reference'] = /^payments\.(\d+)\.?(\w*)/.exec(field) ?? [];
          const caseId = read.payments[Number(n)]?.caseId ?? '';
          return { field: `${caseId}.${['on', 'cents'].includes(name) ? name : 'reference'}`, message };
        }),
      );
    if (!placed) setTrouble(failure);
  }

  const fieldsOf = (at: number) => (lines[at] === undefined ? null : lines[at].caseId);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!(target instanceof HTMLInputElement)) return;
    const [caseId, field] = (target.dataset['field'] ?? '').split('.');
    const at = lines.findIndex((line) => line.caseId === caseId);
    const line = lines[at];
    if (line === undefined || field === undefined) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && field !== 'on') {
      event.preventDefault();
      const next = fieldsOf(at + step);
      if (next !== null) focusWhole(`${next}.${field}`);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (field === 'on') return focusWhole(`${line.caseId}.reference`);
    if (field === 'reference' && textOf(line).reference.trim() !== '') return focusWhole(`${line.caseId}.cents`);
    const next = lines[at + 1];
    if (next === undefined) return document.querySelector<HTMLElement>('.toolbar-actions .primary')?.focus();
    // What was left out is not carried on from.
    const from = lines.slice(0, at + 1).findLast((l) => textOf(l).reference.trim() !== '');
    const carries = from !== undefined && !isKeyed(textOf(next));
    // Drawn before the cursor comes, so that all of it is selected.
    if (carries) flushSync(() => put(next.caseId, carriedFrom(textOf(from), next)));
    focusWhole(`${next.caseId}.${isKeyed(textOf(next)) || carries ? 'reference' : 'on'}`);
  };
  const copyAbove = () => {
    const [caseId, field] = (
      document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['field'] ?? '') : ''
    ).split('.');
    const at = lines.findIndex((line) => line.caseId === caseId);
    const [above, line] = [lines[at - 1], lines[at]];
    if (above === undefined || line === undefined || (field !== 'on' && field !== 'reference' && field !== 'cents'))
      return;
    put(line.caseId, { ...textOf(line), [field]: textOf(above)[field] });
  };
  useCommands(
    {
      'record.saveNew': () => void save(),
      'record.save': () => void save(),
      'field.copyPrevious': copyAbove,
    },
    'payment.enter',
  );

  return (
    <Screen
      title={`Payments of ${view.number}`}
      detail={keyed.length === 0 ? '' : `${count(keyed.length, 'payment')} keyed, ${money(cents)}`}
      actions={
        <>
          <Button onPress={() => go(to.transmittal(view.id))}>Back to the batch</Button>
          <CommandButton
            id="record.saveNew"
            tone="primary"
            label={keyed.length === 0 ? 'Enter payments' : `Enter ${count(keyed.length, 'payment')}`}
            disabled={keyed.length === 0}
          />
        </>
      }
    >
      <div className="stack">
        {trouble !== null && <FailureBox failure={trouble} />}
        <PaymentWays />
        <Panel
          title="Refunds not paid yet"
          aside={lines.length > 0 && `${lines.length} of ${count(view.lines.length, 'refund')}`}
        >
          {lines.length === 0 ? (
            <p className="quiet-text">Every refund of this batch that still lies in it is paid.</p>
          ) : (
            <table className="list payment-grid" aria-label="Payments" onKeyDown={keyDown}>
              <thead>
                <tr>
                  <th scope="col">Case</th>
                  <th scope="col">Student</th>
                  <th scope="col">Paid on</th>
                  <th scope="col">Check or transaction no.</th>
                  <th scope="col" className="number">
                    Amount
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <PaymentRow
                    key={line.caseId}
                    line={line}
                    keyed={textOf(line)}
                    days={days}
                    wrong={wrong}
                    onPut={(next) => put(line.caseId, next)}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      </div>
    </Screen>
  );
}

/** Goes to a field with what stands in it selected, at once: the next key is already on its way. */
function focusWhole(name: string): void {
  const field = document.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(name)}"]`);
  field?.focus();
  field?.select();
}
