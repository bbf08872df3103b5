import { useController, useWatch } from 'react-hook-form';
import type { Pack, Reading } from '../../../shared/policy/pack';
import { ChoiceField } from '../../components/choice-field';
import { Notice } from '../../components/notice';
import type { SectionProps } from '../office/sections';
import { policyOf } from '../policies';
import { shortDay } from '../wording';

/** How each sentence of the policy that can be understood in more ways than one is understood here, with the sentence itself. */
export function ReadingsFields({ control }: SectionProps) {
  const policy = useWatch({ control, name: 'office.policy' });
  const { field } = useController({ control, name: 'office.readings' });
  const pack = policyOf(policy)?.pack ?? null;
  if (pack === null)
    return (
      <Notice tone="problem">The policy “{policy}” is not one this Refund Desk has. Choose one under Office.</Notice>
    );
  const put = (name: string, chosen: string | null) => {
    const reading = pack.readings.find((r) => r.name === name);
    const value = reading?.values.find((v) => String(v.value) === chosen)?.value;
    const { [name]: _, ...others } = field.value;
    // The pack's own choice is not written down, so that a later version of the pack can change it.
    field.onChange(value === undefined || value === reading?.default ? others : { ...others, [name]: value });
  };
  return (
    <div className="stack">
      <p>
        {pack.name.en}, version {pack.version}, for courses that begin on or after {shortDay(pack.effectiveFrom)}. Where
        its words leave room, these choices say how this office reads them. Every worksheet names the ones it used, and
        a change shows on open cases, which are then determined again one by one.
      </p>
      {pack.readings
        .filter((reading) => reading.window !== true)
        .map((reading) => (
          <ReadingField
            key={reading.name}
            pack={pack}
            reading={reading}
            value={field.value[reading.name]}
            onChoose={(chosen) => put(reading.name, chosen)}
          />
        ))}
    </div>
  );
}

type ReadingFieldProps = {
  readonly pack: Pack;
  readonly reading: Reading;
  readonly value: string | boolean | undefined;
  readonly onChoose: (chosen: string | null) => void;
};

function ReadingField({ pack, reading, value, onChoose }: ReadingFieldProps) {
  const usual =
    reading.default === null
      ? 'as the course’s data serve best'
      : (reading.values.find((v) => v.value === reading.default)?.label.en ?? '');
  const natural = { value: '', words: `as the course’s data serve best (usual)` };
  const choices = [
    ...(reading.default === null ? [natural] : []),
    ...reading.values.map((v) => ({
      value: String(v.value),
      words: v.value === reading.default ? `${v.label.en} (usual)` : v.label.en,
    })),
  ];
  const chosen = value ?? reading.default;
  return (
    <div className="reading">
      <ChoiceField
        label={reading.label.en}
        name={`office.readings.${reading.name}`}
        choices={choices}
        value={chosen === null ? '' : String(chosen)}
        optional={false}
        digits={false}
        onChoose={onChoose}
        warning={value === undefined ? undefined : `This office reads it in its own way; usual is: ${usual}.`}
        hint={
          <>
            {reading.clause}: “{pack.clauses[reading.clause]?.quote}”
          </>
        }
      />
    </div>
  );
}
