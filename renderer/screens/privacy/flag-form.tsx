import { z } from 'zod';
import { requiredLine } from '../../../shared/register/fields';
import { change } from '../../wire';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { useSeers } from './seers';

const schema = z.strictObject({ why: requiredLine('The reason', 400) });
type Why = z.infer<typeof schema>;

type FlagFormProps = {
  readonly studentId: string;
  readonly hide: boolean;
  readonly onDone: (words: string) => void;
  readonly onLeave: () => void;
};

/** Hides a student's record from all but the roles that the office named, or shows it to everybody again, with the reason. */
export function FlagForm({ studentId, hide, onDone, onLeave }: FlagFormProps) {
  const seers = useSeers();
  return (
    <Recording<Why, Why, unknown>
      label={hide ? 'Make confidential' : 'No longer confidential'}
      asks="privacy.flag"
      words={hide ? 'Make it confidential' : 'Show it to everybody again'}
      first={{ why: '' }}
      read={(text) => ({ record: text, wrong: [] })}
      schema={schema}
      send={({ why }, requestId) => change('privacy.flag', { requestId, studentId, confidential: hide, why })}
      onDone={() => onDone(hide ? 'the record is confidential' : 'the record is not confidential any longer')}
      onLeave={onLeave}
    >
      {(control) => (
        <BoundText
          control={control}
          name="why"
          label="Why"
          required
          hint={
            hide
              ? `Name, number, cases and letters are hidden. ${seers}`
              : 'Everybody who reads students sees it again.'
          }
        />
      )}
    </Recording>
  );
}
