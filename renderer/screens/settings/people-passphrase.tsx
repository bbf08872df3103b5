import { useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import { z } from 'zod';
import type { Problem } from '../../../shared/errors';
import { passphraseField, type DeskPerson } from '../../../shared/register/person';
import { Panel } from '../../components/panel';
import { PassphraseField } from '../../components/passphrase-field';
import { say } from '../../status';
import { change } from '../../wire';
import type { Reading } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { NewPassphraseFields, noPassphrase, readTwice, type NewPassphrase } from '../sign-in/new-passphrase';

const schema = z.strictObject({ passphrase: passphraseField });
type Chosen = z.infer<typeof schema>;

function read({ passphrase, again }: NewPassphrase): Reading {
  const wrong: Problem[] = [];
  readTwice({ passphrase, again }, wrong);
  return { record: { passphrase }, wrong };
}

type GivePassphraseProps = { readonly person: DeskPerson; readonly onDone: () => void };

/** A new passphrase that an administrator gives to somebody who has forgotten theirs. */
export function GivePassphrase({ person, onDone }: GivePassphraseProps) {
  return (
    <Recording<NewPassphrase, Chosen, object>
      label={`A new passphrase for ${person.name}`}
      asks="person.setPassphrase"
      words="Give this passphrase"
      first={noPassphrase}
      read={read}
      schema={schema}
      send={({ passphrase }, requestId) => change('person.setPassphrase', { requestId, id: person.id, passphrase })}
      onDone={() => {
        say({ tone: 'saved', text: `${person.name} has a new passphrase` });
        onDone();
      }}
      onLeave={onDone}
    >
      {(control) => <NewPassphraseFields control={control} whose="other" />}
    </Recording>
  );
}

type Own = NewPassphrase & { readonly present: string };

const ownSchema = z.strictObject({ present: z.string().max(200), passphrase: passphraseField });
type OwnChosen = z.infer<typeof ownSchema>;

function readOwn({ present, ...twice }: Own): Reading {
  const wrong: Problem[] = [];
  if (present === '') wrong.push({ field: 'present', message: 'Type the passphrase you have now.' });
  readTwice(twice, wrong);
  return { record: { present, passphrase: twice.passphrase }, wrong };
}

/** One's own passphrase, for everybody: changed by whoever knows the present one. */
export function OwnPassphrase() {
  const [times, setTimes] = useState(0);
  return (
    <Panel title="Your passphrase">
      <Recording<Own, OwnChosen, object>
        key={times}
        label="Your passphrase"
        asks="person.changeOwn"
        words="Change my passphrase"
        first={{ present: '', ...noPassphrase }}
        read={readOwn}
        schema={ownSchema}
        send={(chosen, requestId) => change('person.changeOwn', { requestId, ...chosen })}
        onDone={() => {
          say({ tone: 'saved', text: 'Your passphrase is changed' });
          setTimes(times + 1);
        }}
      >
        {(control) => (
          <>
            <PresentPassphrase control={control} />
            <NewPassphraseFields control={control} whose="own" />
          </>
        )}
      </Recording>
    </Panel>
  );
}

function PresentPassphrase({ control }: { readonly control: Control<Own, unknown, OwnChosen> }) {
  const { field, fieldState } = useController({ control, name: 'present' });
  return (
    <PassphraseField
      label="Present one"
      heard="passphrase"
      name="present"
      kind="present"
      required
      text={field.value}
      onText={field.onChange}
      onLeave={field.onBlur}
      problem={fieldState.error?.message}
    />
  );
}
