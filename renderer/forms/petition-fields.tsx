import { CheckGroup } from '../components/check-group';
import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { Notice } from '../components/notice';
import { TextField } from '../components/text-field';
import type { DecisionRule, Pack } from '../../shared/policy/pack';
import type { Petition } from '../../shared/register/case';
import type { DayContext } from '../../shared/typed/day';
import type { Lines } from './entry-reading';
import type { PetitionTexts } from './entry-texts';
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

/** The petition that came with the form, as it stands: what it asks, why, who approved, what was granted. */
export function PetitionFields({ pack, texts, onTexts, context, problems, noException }: PetitionFieldsProps) {
  const put = (part: Partial<PetitionTexts>) => onTexts({ ...texts, ...part });
  const decision = pack?.decisions.find((d) => d.kind === texts.kind);
  const asks = (need: DecisionRule['needs'][number]) => decision === undefined || decision.needs.includes(need);
  const wholly = decision?.read === 'instead' && decision.gives === 'nothing';
  return (
    <div className="field-group" role="group" aria-label="Petition">
      {noException !== null && (
        <Notice tone="warning">
          <strong>This policy allows no exception.</strong> {noException} The petition is recorded and refused.
        </Notice>
      )}
      <ChoiceField
        label="It asks for"
        name="petitionKind"
        choices={kindsOffered(pack, texts.kind).map((value) => ({ value, words: petitionTitle(value, pack) }))}
        value={texts.kind}
        onChoose={(kind) => kind !== null && put({ kind })}
        optional={false}
        warning={decision === undefined ? 'The policy of this course says nothing of such a petition.' : undefined}
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
      {(asks('instructor') || asks('chair')) && (
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
      )}
      {wholly ? (
        <ChoiceField
          label="Decision"
          name="petitionPercent"
          choices={granting}
          value={granting.find((g) => g.value === texts.percent)?.value ?? null}
          onChoose={(percent) => put({ percent: percent ?? '' })}
          hint="Empty while it is not decided; granting it enrolls the student again"
        />
      ) : (
        (decision?.gives !== 'nothing' || asks('percent')) && (
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
        )
      )}
      {(asks('authority') || wholly) && (
        <TextField
          label="Decided by"
          name="petitionAuthority"
          text={texts.authority}
          onText={(authority) => put({ authority })}
          problem={problems['petitionAuthority']}
          maxLength={120}
        />
      )}
    </div>
  );
}

/** A request to come back has no percentage: it is granted whole or not at all. */
const granting = [
  { value: '100', words: 'Granted' },
  { value: '0', words: 'Not granted' },
] as const;

/** The petitions that the policy knows; one that is on the form already stays to be seen. */
function kindsOffered(pack: Pack | null, present: Petition['kind']): readonly Petition['kind'][] {
  const known = (pack?.decisions ?? []).map((d) => d.kind);
  return known.includes(present) ? known : [...known, present];
}
