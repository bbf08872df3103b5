import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Failure, Problem } from '../../../shared/errors';
import { requiredLine } from '../../../shared/register/fields';
import { passphraseField } from '../../../shared/register/person';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { call, newRequestId } from '../../wire';
import { BoundText } from '../record-form/fields';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { FailureBox } from '../saying';
import { Frame } from './frame';
import { NewPassphraseFields, noPassphrase, readTwice, type NewPassphrase } from './new-passphrase';
import { RecoveryCode } from './recovery-code';

type Typed = NewPassphrase & { readonly code: string; readonly account: string };

const schema = z.strictObject({
  code: requiredLine('The recovery code', 80),
  account: requiredLine('Your sign-in name', 40),
  passphrase: passphraseField,
});
type Asked = z.infer<typeof schema>;

const resolver = readingResolver<Typed, Asked>((text) => {
  const wrong: Problem[] = [];
  readTwice(text, wrong);
  const { again: _, ...record } = text;
  return { record, wrong };
}, schema);

type RecoverProps = {
  /** Told true before the code is spent, so that nothing comes before the new one, and false after that. */
  readonly onRecovering: (recovering: boolean) => void;
  readonly onDone: () => void;
};

/** The way back for an administrator who has forgotten their passphrase: the code from the safe, which is spent, for a new passphrase and a new code. */
export function Recover({ onRecovering, onDone }: RecoverProps) {
  const request = useRef(newRequestId());
  const [busy, setBusy] = useState(false);
  const [next, setNext] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const form = useForm<Typed, unknown, Asked>({
    defaultValues: { code: '', account: '', ...noPassphrase },
    resolver,
    mode: 'onTouched',
  });
  const recover = () =>
    form.handleSubmit(
      async (asked) => {
        if (busy) return;
        setBusy(true);
        setTrouble(null);
        onRecovering(true);
        const done = await call('person.recover', { requestId: request.current, ...asked });
        setBusy(false);
        if (done.ok) return setNext(done.value.recoveryCode);
        onRecovering(false);
        request.current = newRequestId();
        takeProblems(form, done.failure, setTrouble);
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands(next === null ? { 'record.saveNew': () => void recover(), 'record.save': () => void recover() } : {});
  if (next !== null)
    return (
      <RecoveryCode
        code={next}
        title="A new recovery code"
        last="Go on"
        onKept={() => {
          onRecovering(false);
          onDone();
        }}
      />
    );
  const { control } = form;
  return (
    <Frame
      title="Use the recovery code"
      heading="A new passphrase for an administrator"
      actions={
        <>
          <Button onPress={onDone}>Back</Button>
          <CommandButton
            id="record.saveNew"
            tone="primary"
            label={busy ? 'Working…' : 'Set the new passphrase'}
            disabled={busy}
          />
        </>
      }
      onSave={() => void recover()}
    >
      <p>
        The code works once and only for an administrator. You are given a new one for the safe. Everybody else asks an
        administrator for a new passphrase.
      </p>
      {trouble !== null && <FailureBox failure={trouble} />}
      <div className="form">
        <BoundText
          control={control}
          name="code"
          label="Recovery code"
          required
          autoFocus
          hint="As it stands on the sheet; capitals and dashes do not matter."
        />
        <BoundText control={control} name="account" label="Sign-in name" required />
        <NewPassphraseFields control={control} whose="own" />
      </div>
    </Frame>
  );
}
