import { useRef, useState } from 'react';
import { sayFailure, type Failure } from '../../../shared/errors';
import { invoiceDueOn, type RegistrationRules } from '../../../shared/register/registration';
import type { GroupView } from '../../../shared/contract/groups';
import { courseDays } from '../../../shared/register/course';
import { readDay, showDay, type DayContext } from '../../../shared/typed/day';
import { readMoney } from '../../../shared/typed/money';
import { Button } from '../../components/button';
import { DateEntry } from '../../components/date-entry';
import { focusField } from '../../components/field';
import { ListTable, type Column } from '../../components/list-table';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { TextField } from '../../components/text-field';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';
import { RecordForm } from '../record-form/record-form';
import { money, shortDay, weekdayAndDay } from '../wording';
import { InvoiceChip } from './invoice-chip';

type InvoicesProps = { readonly view: GroupView; readonly rules: RegistrationRules; readonly days: DayContext };
type Line = GroupView['invoices'][number];

/** The invoices of a group: each with the day by which it has to be paid; one past it is liable to what the policy says. */
export function Invoices({ view, rules, days }: InvoicesProps) {
  const [number, setNumber] = useState('');
  const [issued, setIssued] = useState(showDay(days.today));
  const [amount, setAmount] = useState('');
  const [paid, setPaid] = useState(showDay(days.today));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const request = useRef(newRequestId());
  const past: DayContext = { ...days, past: true };
  const starts = courseDays(view.course).first;

  const told = (failure: Failure) => {
    if (failure.kind !== 'invalid') return setTrouble(failure);
    const own = Object.fromEntries(failure.problems.map((p) => [p.field.replace(/^invoice\./, ''), p.message]));
    setWrong(own);
    if (!Object.keys(own).some((field) => focusField(`invoice.${field}`))) setTrouble(failure);
  };
  const issue = async () => {
    const cents = readMoney(amount);
    const on = readDay(issued, past);
    const problems = {
      ...(number.trim() === '' && { number: 'The invoice number is missing. Type it here.' }),
      ...(on.kind !== 'day' && { issuedOn: 'Type the day on which it was issued.' }),
      ...((cents.kind !== 'cents' || cents.cents === 0) && { cents: 'Type the amount, like 4500.' }),
    };
    setWrong(problems);
    setTrouble(null);
    const first = Object.keys(problems)[0];
    if (on.kind !== 'day' || cents.kind !== 'cents' || first !== undefined) {
      focusField(`invoice.${first ?? 'number'}`);
      return;
    }
    const result = await change('invoice.issue', {
      requestId: request.current,
      groupId: view.group.id,
      invoice: { id: newRequestId(), number, issuedOn: on.day, cents: cents.cents },
    });
    request.current = newRequestId();
    if (!result.ok) return told(result.failure);
    setNumber('');
    setAmount('');
    say({ tone: 'saved', text: `Recorded invoice ${number}` });
    focusField('invoice.number');
  };
  const pay = async ({ invoice }: Line) => {
    setTrouble(null);
    const on = readDay(paid, past);
    if (on.kind !== 'day') {
      setWrong({ on: 'Type the day on which it was paid.' });
      focusField('invoice.on');
      return;
    }
    setWrong({});
    const result = await change('invoice.pay', {
      requestId: newRequestId(),
      groupId: view.group.id,
      invoiceId: invoice.id,
      on: on.day,
    });
    if (!result.ok) return told(result.failure);
    say({ tone: 'saved', text: `Invoice ${invoice.number} is paid` });
  };
  const columns: readonly Column<Line>[] = [
    { id: 'number', heading: 'Invoice', cell: (l) => <strong>{l.invoice.number}</strong> },
    { id: 'issued', heading: 'Issued', cell: (l) => shortDay(l.invoice.issuedOn) },
    { id: 'due', heading: 'Pay by', cell: (l) => shortDay(l.dueOn) },
    { id: 'cents', heading: 'Amount', numeric: true, cell: (l) => money(l.invoice.cents) },
    { id: 'state', heading: 'State', cell: (l) => <InvoiceChip state={l.state} /> },
    {
      id: 'paid',
      heading: 'Paid',
      cell: (l) =>
        l.invoice.paidOn === null ? (
          <Button
            tone="quiet"
            skipTab
            asks="invoice.pay"
            label={`Mark paid: invoice ${l.invoice.number}`}
            onPress={() => void pay(l)}
          >
            Mark paid
          </Button>
        ) : (
          shortDay(l.invoice.paidOn)
        ),
    },
  ];
  const overdue = view.invoices.some((l) => l.state === 'overdue');
  return (
    <Panel title="Invoices">
      {trouble !== null && <Notice tone="problem">{sayFailure(trouble).what}</Notice>}
      {overdue && rules.invoices !== undefined && (
        <Notice tone="warning">
          {rules.invoices.sanction.en} ({rules.invoices.clause})
        </Notice>
      )}
      <ListTable
        label="Invoices of the group"
        columns={columns}
        rows={view.invoices}
        keyOf={(l) => l.invoice.id}
        onOpen={(l) => l.invoice.paidOn === null && void pay(l)}
        empty={<p>No invoice yet.</p>}
      />
      {view.invoices.some((l) => l.invoice.paidOn === null) && (
        <div className="form">
          <p className="quiet-text">Enter on an invoice marks it as paid on this day:</p>
          <DateEntry
            label="Paid on"
            name="invoice.on"
            text={paid}
            onText={setPaid}
            context={past}
            problem={wrong['on']}
          />
        </div>
      )}
      <h3 className="part-head">A new invoice</h3>
      <RecordForm className="form" onSave={() => void issue()}>
        <TextField label="Number" name="invoice.number" text={number} onText={setNumber} problem={wrong['number']} />
        <DateEntry
          label="Issued on"
          name="invoice.issuedOn"
          text={issued}
          onText={setIssued}
          context={past}
          problem={wrong['issuedOn']}
          relation={(day) => `to be paid by ${weekdayAndDay(invoiceDueOn(day, starts))}`}
        />
        <MoneyField label="Amount" name="invoice.cents" text={amount} onText={setAmount} problem={wrong['cents']} />
      </RecordForm>
      <Button asks="invoice.issue" onPress={() => void issue()}>
        Record the invoice
      </Button>
    </Panel>
  );
}
