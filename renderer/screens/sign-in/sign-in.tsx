import { lazy, Suspense, useEffect, useRef, useState, type FormEvent } from 'react';
import type { Status } from '../../../shared/contract/register';
import { sayFailure, type Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { PassphraseField } from '../../components/passphrase-field';
import { TextField } from '../../components/text-field';
import { statusLine } from '../../status';
import { call, forgetRead, queries, statusKey } from '../../wire';
import { useWait } from './wait';

const Recover = lazy(async () => ({ default: (await import('./recover')).Recover }));

type SignInScreenProps = {
  /** Nothing of what the register says while main still opens it; names and keys are taken meanwhile. */
  readonly status: Status | undefined;
  readonly onRecovering: (recovering: boolean) => void;
};

/** The desk with nobody at it: a name, a passphrase, Enter. Nothing of the register is in the window while this stands. */
export function SignInScreen({ status, onRecovering }: SignInScreenProps) {
  const [recovering, setRecovering] = useState(false);
  useEffect(() => {
    forgetRead();
    statusLine.set(null);
  }, []);
  if (!recovering)
    return <SignIn key={status?.lockedBy?.account ?? ''} status={status} onRecover={() => setRecovering(true)} />;
  return (
    <Suspense>
      <Recover onRecovering={onRecovering} onDone={() => setRecovering(false)} />
    </Suspense>
  );
}

type SignInProps = { readonly status: Status | undefined; readonly onRecover: () => void };

function SignIn({ status, onRecover }: SignInProps) {
  const lockedBy = status?.lockedBy ?? null;
  const [account, setAccount] = useState(lockedBy?.account ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [forgotten, setForgotten] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wait = useWait();
  const title = lockedBy === null ? 'Sign in' : 'Locked';
  useEffect(() => {
    document.title = `${title} – Refund Desk`;
  }, [title]);

  async function signIn(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    setBusy(true);
    const result = await call('person.signIn', { account: account.trim(), passphrase });
    setBusy(false);
    if (result.ok) return void queries.invalidateQueries({ queryKey: statusKey });
    setFailure(result.failure);
    if (result.failure.kind === 'sign-in-refused') wait.begin(result.failure.waitSeconds);
    field.current?.focus();
    field.current?.select();
  }
  async function change(name: 'register.openSample' | 'register.closeSample'): Promise<void> {
    setBusy(true);
    const result = await call(name, {});
    setBusy(false);
    if (!result.ok) setFailure(result.failure);
  }
  const sample = status?.sample === true;
  useCommands({
    'sample.open': sample ? undefined : () => void change('register.openSample'),
    'sample.close': sample ? () => void change('register.closeSample') : undefined,
  });

  return (
    <main className="sign-in">
      <form className="panel sign-in-box" aria-labelledby="sign-in-heading" onSubmit={(e) => void signIn(e)}>
        <p className="quiet-text">{sample ? 'Refund Desk · Sample office' : 'Refund Desk'}</p>
        <h1 id="sign-in-heading">{title}</h1>
        {lockedBy !== null && (
          <p>
            Locked by {lockedBy.name}. Sign in to go on where you were; somebody else may sign in here too, and what was
            half typed waits for the one who typed it.
          </p>
        )}
        {status?.readOnly === true && <ReadOnly status={status} />}
        {status?.practice != null && <Notice tone="note">{status.practice}</Notice>}
        <TextField
          label="Name"
          name="account"
          autoComplete="username"
          text={account}
          onText={setAccount}
          autoFocus={lockedBy === null}
        />
        <PassphraseField
          label="Passphrase"
          name="passphrase"
          kind="present"
          text={passphrase}
          onText={setPassphrase}
          inputRef={field}
          autoFocus={lockedBy !== null}
        />
        {failure !== null && (
          <div className="sign-in-refused">
            <p role="alert" className="problem-line">
              {sayFailure(failure).what}
            </p>
            {wait.seconds > 0 && (
              <p role="timer">
                The desk waits after several tries: {wait.seconds} {wait.seconds === 1 ? 'second' : 'seconds'} more.
              </p>
            )}
            <p role="status">{wait.over ? 'You can try again now.' : ''}</p>
          </div>
        )}
        <div className="sign-in-ways">
          <button type="submit" className="button primary" disabled={busy || wait.seconds > 0}>
            {busy ? 'Signing in…' : 'Sign in'}
          </button>
          <Button tone="quiet" onPress={() => setForgotten(!forgotten)}>
            Forgotten?
          </Button>
          {sample && (
            <Button tone="quiet" onPress={() => void change('register.closeSample')}>
              Leave the sample office
            </Button>
          )}
        </div>
        {forgotten && (
          <div className="sign-in-forgotten">
            <p>
              Ask your administrator for a new passphrase; nothing you entered is lost. An administrator who has
              forgotten theirs takes the recovery code from the safe.
            </p>
            <Button onPress={onRecover}>Use the recovery code…</Button>
          </div>
        )}
      </form>
    </main>
  );
}

/** That nothing can be entered today, before somebody sits down to it. What was found names people, so it is said to those who are in. */
function ReadOnly({ status: { broken, failure } }: { readonly status: Status }) {
  return (
    <Notice tone="warning">
      {broken === null
        ? `${failure === null ? '' : `${sayFailure(failure).what} `}It can only be read.`
        : 'The register did not pass its check and can only be read. Sign in to see which entry.'}
    </Notice>
  );
}
