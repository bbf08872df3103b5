import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Failure, Problem } from '../../../shared/errors';
import { passphraseField, personFieldsSchema } from '../../../shared/register/person';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { call, newRequestId } from '../../wire';
import { BoundText } from '../record-form/fields';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { FailureBox } from '../saying';
import { firstSteps, Frame } from './frame';
import { NewPassphraseFields, noPassphrase, readTwice, type NewPassphrase } from './new-passphrase';

type Typed = NewPassphrase & { readonly name: string; readonly account: string; readonly title: string };

const schema = z.strictObject({ ...personFieldsSchema.omit({ role: true }).shape, passphrase: passphraseField });
type Made = z.infer<typeof schema>;

const resolver = readingResolver<Typed, Made>((text) => {
  const wrong: Problem[] = [];
  readTwice(text, wrong);
  const { again: _, ...record } = text;
  return { record, wrong };
}, schema);

type FirstPersonProps = {
  readonly onBeginning: (beginning: boolean) => void;
  /** Given the recovery code, which is shown this once. */
  readonly onMade: (recoveryCode: string) => void;
};

/** Who looks after a new register: its first administrator, who is signed in at once. */
export function FirstPerson({ onBeginning, onMade }: FirstPersonProps) {
  const request = useRef(newRequestId());
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const form = useForm<Typed, unknown, Made>({
    defaultValues: { name: '', account: '', title: '', ...noPassphrase },
    resolver,
    mode: 'onTouched',
  });
  const make = () =>
    form.handleSubmit(
      async ({ passphrase, ...person }) => {
        if (busy) return;
        setBusy(true);
        setTrouble(null);
        // From here on main has somebody signed in: the desk must not come before the recovery code.
        onBeginning(true);
        const made = await call('person.first', { requestId: request.current, person, passphrase });
        setBusy(false);
        if (made.ok) return onMade(made.value.recoveryCode);
        onBeginning(false);
        takeProblems(form, made.failure, setTrouble);
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands({ 'record.saveNew': () => void make(), 'record.save': () => void make() });
  const { control } = form;
  return (
    <Frame
      title="Who works here"
      steps={firstSteps}
      at={0}
      heading="Who looks after this register?"
      actions={<CommandButton id="record.saveNew" tone="primary" label={busy ? 'Working…' : 'Next'} disabled={busy} />}
      onSave={() => void make()}
    >
      <p>
        The first person is an administrator: adds the others, takes care of backups and sets the office’s rules. An
        administrator sees no student and cannot key forms; those who do are added in a moment.
      </p>
      {trouble !== null && <FailureBox failure={trouble} />}
      <div className="form">
        <BoundText control={control} name="name" label="Your name" required autoFocus />
        <BoundText
          control={control}
          name="account"
          label="Sign-in name"
          required
          hint="Typed to sign in, for example jrivera. It stays for good: the register names you by it."
        />
        <BoundText control={control} name="title" label="Title" hint="For example Registrar. It may stay empty." />
        <NewPassphraseFields control={control} whose="own" />
      </div>
    </Frame>
  );
}
