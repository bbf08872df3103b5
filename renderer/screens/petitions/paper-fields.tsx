import { useFieldArray, type Control } from 'react-hook-form';
import type { Pack } from '../../../shared/policy/pack';
import type { PetitionFields } from '../../../shared/register/petition';
import type { Office } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';
import { Button } from '../../components/button';
import { channelChoices } from '../../forms/choices';
import { petitionKindsOffered } from '../../forms/petition-kinds';
import { petitionTitle } from '../../forms/words';
import { BoundChoice, BoundDay, BoundMoney, BoundText } from '../record-form/fields';
import { focusAddAgain, focusSoon } from '../record-form/problems';
import type { PaperTexts } from './paper-texts';

type PaperFieldsProps = {
  readonly control: Control<PaperTexts, unknown, PetitionFields>;
  readonly pack: Pack | null;
  readonly office: Office;
  readonly days: DayContext;
  readonly appeal: boolean;
  readonly autoFocus?: boolean;
};

/** The fields of a petition or an appeal in the order of its paper. */
export function PaperFields({ control, pack, office, days, appeal }: PaperFieldsProps) {
  return (
    <>
      {!appeal && (
        <BoundChoice
          control={control}
          name="kind"
          label="It asks for"
          choices={petitionKindsOffered(pack).map((value) => ({ value, words: petitionTitle(value, pack) }))}
          optional={false}
        />
      )}
      <BoundDay control={control} name="receivedOn" label="Received" context={days} required />
      <BoundChoice control={control} name="channel" label="Received by" choices={channelChoices} />
      <BoundChoice
        control={control}
        name="reasonCode"
        label="Reason"
        choices={office.reasons.map((words, at) => ({ value: String(at + 1), words }))}
      />
      <BoundText control={control} name="reason" label="Reason stated" lines={3} hint="In the student’s own words" />
      <EvidenceFields control={control} days={days} />
      <BoundMoney control={control} name="askedCents" label="Asked amount" hint="Where the paper names one" />
    </>
  );
}

/** The documents that a petition rests on, each with the day on which somebody of the office saw it. */
function EvidenceFields({ control, days }: Pick<PaperFieldsProps, 'control' | 'days'>) {
  const { fields, append, remove } = useFieldArray({ control, name: 'evidence' });
  return (
    <fieldset className="lines">
      <legend>Evidence</legend>
      {fields.map((line, at) => (
        <div key={line.id} className="line-fields evidence" role="group" aria-label={`Document ${at + 1}`}>
          <BoundText control={control} name={`evidence.${at}.what`} label="What" required />
          <BoundDay
            control={control}
            name={`evidence.${at}.seenOn`}
            label="Seen on"
            context={days}
            hint="Empty while it is awaited"
          />
          <Button
            tone="quiet"
            label={`Take out document ${at + 1}`}
            onPress={() => {
              focusAddAgain();
              remove(at);
            }}
          >
            Take out
          </Button>
        </div>
      ))}
      {fields.length === 0 && <p className="quiet-text">No documents listed yet.</p>}
      <Button
        onPress={() => {
          append({ what: '', seenOn: '' }, { shouldFocus: false });
          focusSoon(`evidence.${fields.length}.what`);
        }}
      >
        Add a document
      </Button>
    </fieldset>
  );
}
