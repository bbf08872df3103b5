import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { Notice } from '../components/notice';
import { TextField } from '../components/text-field';
import type { Pack } from '../../shared/policy/pack';
import type { DayContext } from '../../shared/typed/day';
import type { Lines } from './entry-reading';
import type { PetitionTexts } from './entry-texts';
import { petitionKindsOffered } from './petition-kinds';
import { petitionTitle } from './words';

type PetitionFieldsProps = {
  /** The policy whose petitions are offered; null where the app does not have it. */
  readonly pack: Pack | null;
  readonly texts: PetitionTexts;
  readonly onTexts: (texts: PetitionTexts) => void;
  readonly context: DayContext;
  readonly problems: Lines;
  /** Why the policy allows no exception here, where it says so. */
  readonly noException: string | null;
};

/** The petition that came with the form: what it asks, when it came, and why. Saving the form opens it; it is approved and decided on its own page. */
export function PetitionFields({ pack, texts, onTexts, context, problems, noException }: PetitionFieldsProps) {
  const put = (part: Partial<PetitionTexts>) => onTexts({ ...texts, ...part });
  const known = pack?.decisions.some((d) => d.kind === texts.kind) === true;
  return (
    <div className="field-group" role="group" aria-label="Petition">
      {noException !== null && (
        <Notice tone="warning">
          <strong>This policy allows no exception.</strong> {noException} The petition is recorded, and nothing else can
          be decided.
        </Notice>
      )}
      <ChoiceField
        label="It asks for"
        name="petitionKind"
        choices={petitionKindsOffered(pack, texts.kind).map((value) => ({ value, words: petitionTitle(value, pack) }))}
        value={texts.kind}
        onChoose={(kind) => kind !== null && put({ kind })}
        optional={false}
        problem={problems['petitionKind']}
        warning={known ? undefined : 'The policy of this course says nothing of such a petition.'}
        hint="Saving opens it; approvals and the decision are recorded on its own page"
      />
      <DateEntry
        label="Received"
        name="petitionReceived"
        text={texts.received}
        onText={(received) => put({ received })}
        context={context}
        problem={problems['petitionReceived']}
        hint={texts.received === '' ? 'Empty means with the form.' : undefined}
      />
      <TextField
        label="Reason stated"
        name="petitionReason"
        text={texts.reason}
        onText={(reason) => put({ reason })}
        problem={problems['petitionReason']}
        lines={2}
        maxLength={4000}
      />
    </div>
  );
}
