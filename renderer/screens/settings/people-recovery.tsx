import { useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import { z } from 'zod';
import type { Output } from '../../../shared/contract';
import { CommandButton } from '../../components/button';
import { Panel } from '../../components/panel';
import { PassphraseField } from '../../components/passphrase-field';
import { say } from '../../status';
import { change } from '../../wire';
import type { Reading } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { CodeSheet } from '../sign-in/code-sheet';

const schema = z.strictObject({ passphrase: z.string().min(1, 'Type your own passphrase.').max(200) });
type Typed = z.infer<typeof schema>;

const read = (text: Typed): Reading => ({ record: text, wrong: [] });

/** A new recovery code for the safe; the one before works no more. Asks for one's passphrase, since whoever has the code has the register's people. */
export function NewRecoveryCode({ onDone }: { readonly onDone: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  if (code !== null)
    return (
      <Panel title="A new recovery code">
        <div className="stack">
          <CodeSheet
            code={code}
            onKept={() => {
              say({ tone: 'saved', text: 'The new recovery code is kept; the one before works no more' });
              onDone();
            }}
          />
          <div className="row-of">
            <CommandButton id="record.saveNew" tone="primary" label="The code is kept" />
          </div>
        </div>
      </Panel>
    );
  return (
    <Panel title="A new recovery code">
      <p className="part-note">
        The code in the safe works no more from then on. Make a new one when the envelope was opened, or when somebody
        left who knows it.
      </p>
      <Recording<Typed, Typed, Output<'person.newRecovery'>>
        label="A new recovery code"
        asks="person.newRecovery"
        words="Make a new code"
        first={{ passphrase: '' }}
        read={read}
        schema={schema}
        send={({ passphrase }, requestId) => change('person.newRecovery', { requestId, passphrase })}
        onDone={({ recoveryCode }) => setCode(recoveryCode)}
        onLeave={onDone}
      >
        {(control) => <OwnProof control={control} />}
      </Recording>
    </Panel>
  );
}

function OwnProof({ control }: { readonly control: Control<Typed, unknown, Typed> }) {
  const { field, fieldState } = useController({ control, name: 'passphrase' });
  return (
    <PassphraseField
      label="Your passphrase"
      name="passphrase"
      kind="present"
      required
      text={field.value}
      onText={field.onChange}
      onLeave={field.onBlur}
      problem={fieldState.error?.message}
    />
  );
}
