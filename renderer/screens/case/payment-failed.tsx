import { z } from 'zod';
import type { RefundRow, RefundView } from '../../../shared/contract/transmittals';
import { dayField, line, noteField } from '../../../shared/register/fields';
import type { Office } from '../../../shared/register/office';
import { unpaidWhys, type UnpaidWhy } from '../../../shared/register/transmittal';
import { showDay } from '../../../shared/typed/day';
import { say } from '../../status';
import { change } from '../../wire';
import { unpaidWords } from '../hand-off/unpaid-words';
import { useDays } from '../record-form/days';
import { BoundChoice, BoundDay, BoundText } from '../record-form/fields';
import { readOn } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { money, shortDay } from '../wording';

const schema = z.strictObject({
  reference: line(60),
  on: dayField,
  why: z.enum(unpaidWhys, 'Say what happened to it.'),
  note: noteField,
});
type FailedTexts = {
  readonly reference: string;
  readonly on: string;
  readonly why: UnpaidWhy | null;
  readonly note: string;
};

const whys = unpaidWhys.map((value) => ({ value, words: unpaidWords[value] }));

type PaymentFailedProps = {
  readonly number: string;
  readonly refund: RefundView;
  readonly office: Office;
  readonly onClose: () => void;
};

/** A check came back or was never cashed: which, when that was known, why. Its amount then waits for the next batch. */
export function PaymentFailed({ number, refund, office, onClose }: PaymentFailedProps) {
  const days = useDays(office, true);
  const standing = refund.payments.filter((payment) => payment.failed === null);
  const last = standing.at(-1);
  if (days === null || last === undefined) return null;
  return (
    <Recording<FailedTexts, z.infer<typeof schema>, RefundRow>
      label="A payment came to nothing"
      asks="payment.fail"
      first={{ reference: last.reference, on: showDay(days.today), why: null, note: '' }}
      read={(texts) => readOn(texts, days)}
      schema={schema}
      send={(record, requestId) => change('payment.fail', { requestId, caseId: refund.row.caseId, ...record })}
      onDone={(row) => {
        say({
          tone: 'saved',
          text:
            row.outstanding > 0
              ? `${number}: ${money(row.outstanding)} waits for the next batch.`
              : `${number}: the payment is taken out.`,
        });
        onClose();
      }}
      onLeave={onClose}
    >
      {(control) => (
        <>
          {standing.length > 1 && (
            <BoundChoice
              control={control}
              name="reference"
              label="Payment"
              optional={false}
              choices={standing.map(({ reference, on, cents }) => ({
                value: reference,
                words: `${reference}, ${shortDay(on)}, ${money(cents)}`,
              }))}
            />
          )}
          <BoundChoice control={control} name="why" label="What happened" choices={whys} required />
          <BoundDay
            control={control}
            name="on"
            label="Known on"
            context={days}
            required
            hint={standing.length === 1 ? `Check ${last.reference}, paid ${shortDay(last.on)}` : undefined}
          />
          <BoundText control={control} name="note" label="Note" lines={2} />
        </>
      )}
    </Recording>
  );
}
