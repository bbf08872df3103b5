import { CheckGroup } from '../components/check-group';
import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { TextField } from '../components/text-field';
import type { Petition } from '../../shared/register/case';
import type { DayContext } from '../../shared/typed/day';
import type { Lines } from './entry-reading';
import type { PetitionTexts } from './entry-texts';
import { petitionWords } from './words';

type PetitionFieldsProps = {
  readonly texts: PetitionTexts;
  readonly onTexts: (texts: PetitionTexts) => void;
  readonly context: DayContext;
  readonly problems: Lines;
};

const kinds = (Object.keys(petitionWords) as Petition['kind'][]).map((value) => ({
  value,
  words: petitionWords[value],
}));

/** The petition that came with the form, as it stands: what it asks, why, who approved, what was granted. */
export function PetitionFields({ texts, onTexts, context, problems }: PetitionFieldsProps) {
  const put = (part: Partial<PetitionTexts>) => onTexts({ ...texts, ...part });
  return (
    <div className="field-group" role="group" aria-label="Petition">
      <ChoiceField
        label="It asks for"
        name="petitionKind"
        choices={kinds}
        value={texts.kind}
        onChoose={(kind) => put({ kind: kind ?? 'late-drop' })}
        optional={false}
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
      <CheckGroup
        label="Approved by"
        checks={[
          {
            name: 'petitionInstructor',
            words: 'Instructor',
            checked: texts.instructor,
            onCheck: (instructor) => put({ instructor }),
          },
          {
            name: 'petitionChair',
            words: 'Department chair',
            checked: texts.chair,
            onCheck: (chair) => put({ chair }),
          },
        ]}
      />
      {texts.kind !== 'late-drop' && (
        <>
          <TextField
            label="Granted %"
            name="petitionPercent"
            text={texts.percent}
            onText={(percent) => put({ percent })}
            problem={problems['petitionPercent']}
            hint="Empty while it is not decided"
            inputMode="decimal"
            right
          />
          <TextField
            label="Decided by"
            name="petitionAuthority"
            text={texts.authority}
            onText={(authority) => put({ authority })}
            problem={problems['petitionAuthority']}
            maxLength={120}
          />
        </>
      )}
    </div>
  );
}
