import type { DayContext } from '../../../shared/typed/day';
import { DateEntry } from '../../components/date-entry';
import { MoneyField } from '../../components/money-field';
import { TextField } from '../../components/text-field';
import { isKeyed, type Keyed, type PayableLine } from './keyed';

type PaymentRowProps = {
  readonly line: PayableLine;
  readonly keyed: Keyed;
  readonly days: DayContext;
  readonly wrong: Readonly<Record<string, string>>;
  readonly onPut: (next: Keyed) => void;
};

/** A refund whose payment is keyed: day, number, amount. Emptying a number that was carried here leaves the refund out. */
export function PaymentRow({ line, keyed, days, wrong, onPut }: PaymentRowProps) {
  const name = (field: string) => `${line.caseId}.${field}`;
  return (
    <tr className={isKeyed(keyed) ? 'filled' : undefined}>
      <td className="read no-wrap">{line.number}</td>
      <td className="read">
        <strong>{line.studentName}</strong>
      </td>
      <td>
        <DateEntry
          label={`Paid on, ${line.number}`}
          name={name('on')}
          text={keyed.on}
          onText={(on) => onPut({ ...keyed, on })}
          context={days}
          problem={wrong[name('on')]}
        />
      </td>
      <td>
        <TextField
          label={`Check or transaction number, ${line.number}`}
          name={name('reference')}
          text={keyed.reference}
          onText={(reference) =>
            onPut(
              keyed.carried && reference === ''
                ? { ...keyed, reference, on: '', carried: false }
                : { ...keyed, reference, carried: false },
            )
          }
          problem={wrong[name('reference')]}
          carried={keyed.carried}
          maxLength={60}
        />
      </td>
      <td>
        <MoneyField
          label={`Amount, ${line.number}`}
          name={name('cents')}
          text={keyed.cents}
          onText={(cents) => onPut({ ...keyed, cents })}
          problem={wrong[name('cents')]}
        />
      </td>
    </tr>
  );
}
