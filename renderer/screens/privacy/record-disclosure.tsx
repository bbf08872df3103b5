import { useCallback } from 'react';
import {
  disclosureSchema,
  disclosureWays,
  disclosureWords,
  type Disclosure,
  type DisclosureMade,
} from '../../../shared/register/disclosure';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { change } from '../../wire';
import { BoundChoice, BoundDay, BoundText } from '../record-form/fields';
import { readOn } from '../record-form/reading';
import { Recording } from '../record-form/recording';

type Typed = {
  readonly on: string;
  readonly to: string;
  readonly purpose: string;
  readonly what: string;
  readonly how: Disclosure['how'];
  readonly refused: 'no' | 'yes';
  readonly note: string;
};

const ways = disclosureWays.map((value) => ({ value, words: disclosureWords[value] }));
const answers = [
  { value: 'no', words: 'Given' },
  { value: 'yes', words: 'Refused' },
] as const;

type RecordDisclosureProps = {
  readonly studentId: string;
  readonly days: DayContext;
  readonly onDone: (words: string) => void;
  readonly onLeave: () => void;
};

/** Records that somebody asked for a student's data by phone, at the counter or in writing, and what they were told or that they were refused. */
export function RecordDisclosure({ studentId, days, onDone, onLeave }: RecordDisclosureProps) {
  const read = useCallback(
    (text: Typed) => {
      const { record, wrong } = readOn(text, days);
      return { record: { ...(record as Typed), refused: text.refused === 'yes' }, wrong };
    },
    [days],
  );
  return (
    <Recording<Typed, Disclosure, DisclosureMade>
      label="Record a disclosure"
      asks="disclosure.record"
      words="Record it"
      first={{ on: showDay(days.today), to: '', purpose: '', what: '', how: 'spoken', refused: 'no', note: '' }}
      read={read}
      schema={disclosureSchema}
      send={(disclosure, requestId) => change('disclosure.record', { requestId, studentId, disclosure })}
      onDone={(made) =>
        onDone(made.refused ? 'the request and its refusal are in the log' : 'the disclosure is in the log')
      }
      onLeave={onLeave}
    >
      {(control) => (
        <>
          <BoundDay control={control} name="on" label="Asked on" context={days} required />
          <BoundText control={control} name="to" label="To whom" required hint="Who asked, and for whom they speak." />
          <BoundText control={control} name="purpose" label="For what" required hint="Their legitimate interest." />
          <BoundText control={control} name="what" label="What was shown" required hint="Or what was asked for." />
          <BoundChoice control={control} name="how" label="How" choices={ways} optional={false} />
          <BoundChoice control={control} name="refused" label="Answer" choices={answers} optional={false} />
          <BoundText control={control} name="note" label="Note" lines={2} />
        </>
      )}
    </Recording>
  );
}
