import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import type { Enrolment } from '../../../shared/register/enrolment';
import type { DayContext } from '../../../shared/typed/day';
import { BoundChoice, BoundDay, BoundMoney, BoundText } from '../record-form/fields';
import { AddLine, TakeOut } from '../record-form/line-buttons';
import { blankPayment, type EnrolmentText } from './enrolment-text';

type LinesProps = {
  readonly control: Control<EnrolmentText, unknown, Enrolment>;
  readonly problem: string | undefined;
};

/** The waivers of an enrolment, each with its reason. */
export function WaiverFields({ control, problem }: LinesProps) {
  const { fields, append, remove } = useFieldArray({ control, name: 'waivers' });
  return (
    <fieldset className="lines">
      <legend>Waivers</legend>
      {fields.map((line, i) => (
        <div key={line.id} className="line-fields" role="group" aria-label={`Waiver ${i + 1}`}>
          <BoundMoney control={control} name={`waivers.${i}.cents`} label="Amount" required />
          <BoundText control={control} name={`waivers.${i}.reason`} label="Reason" required />
          <TakeOut what={`waiver ${i + 1}`} onTake={() => remove(i)} />
        </div>
      ))}
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      <AddLine
        words="Add a waiver"
        field={`waivers.${fields.length}.cents`}
        onAdd={() => append({ cents: '', reason: '' }, { shouldFocus: false })}
      />
    </fieldset>
  );
}

const payers = [
  { value: 'student', words: 'The student' },
  { value: 'other', words: 'Somebody else' },
] as const;

/** The payments of an enrolment, each with its day and who paid: a refund goes back to who paid. */
export function PaymentFields({ control, days, problem }: LinesProps & { readonly days: DayContext }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'payments' });
  return (
    <fieldset className="lines">
      <legend>Payments</legend>
      {fields.map((line, i) => (
        <div key={line.id} className="line-fields payment" role="group" aria-label={`Payment ${i + 1}`}>
          <BoundDay control={control} name={`payments.${i}.on`} label="Paid on" context={days} required />
          <BoundMoney control={control} name={`payments.${i}.cents`} label="Amount" required />
          <BoundText control={control} name={`payments.${i}.method`} label="Method" hint="Check 1042, card, voucher" />
          <BoundChoice
            control={control}
            name={`payments.${i}.payer.kind`}
            label="Paid by"
            choices={payers}
            optional={false}
          />
          <OtherPayer control={control} index={i} />
          <TakeOut what={`payment ${i + 1}`} onTake={() => remove(i)} />
        </div>
      ))}
      {fields.length === 0 && <p className="quiet-text">Nothing was paid yet.</p>}
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      <AddLine
        words="Add a payment"
        field={`payments.${fields.length}.on`}
        onAdd={() => append(blankPayment(days.today), { shouldFocus: false })}
      />
    </fieldset>
  );
}

/** Name and address of a payer other than the student, to whom the refund goes back. */
function OtherPayer({ control, index }: { readonly control: LinesProps['control']; readonly index: number }) {
  const payer = useWatch({ control, name: `payments.${index}.payer.kind` });
  if (payer !== 'other') return null;
  return (
    <div className="other-payer" role="group" aria-label={`Payer of payment ${index + 1}`}>
      <BoundText
        control={control}
        name={`payments.${index}.payer.name`}
        label="Payer’s name"
        required
        hint="A refund goes back to them"
      />
      <BoundText control={control} name={`payments.${index}.payer.address.line1`} label="Street" />
      <BoundText control={control} name={`payments.${index}.payer.address.city`} label="City" />
      <div className="side-by-side">
        <BoundText control={control} name={`payments.${index}.payer.address.state`} label="State" />
        <BoundText control={control} name={`payments.${index}.payer.address.postal`} label="ZIP" />
      </div>
    </div>
  );
}
