import type { Write } from '../../db/actions';
import { newId } from '../../db/uuid';
import type { CallName } from '../../shared/contract';
import type { DeskPerson } from '../../shared/register/person';
import { fail, ok, type Result } from '../../shared/result';
import { note, sessionOf } from '../leave';
import { log } from '../log';
import { fits } from '../passphrases';
import { inTurn } from '../slices';
import { countFailure, triedName, waitOf } from '../throttle';
import type { OpenContext } from './context';

/** Tries come one after the other: who sends a hundred at once is counted a hundred times. */
export const attempts = inTurn();

/**
 * Whether a passphrase proves a person. The same failure, after the same work, for a wrong passphrase, a name that nobody has, somebody who
 * no longer may sign in, and a secret that was put in from outside.
 */
export async function proves(
  account: string,
  person: DeskPerson | null,
  passphrase: string,
  context: OpenContext,
): Promise<Result<DeskPerson>> {
  const { register } = context;
  const name = triedName(account, register);
  const waitSeconds = waitOf(name, context);
  if (waitSeconds > 0) return fail({ kind: 'sign-in-refused', waitSeconds });
  const isRight = await fits(passphrase, person?.active === true ? register.secret(person.id) : null);
  if (!register.isOpen()) return fail({ kind: 'no-register' });
  return isRight && person !== null ? ok(person) : refused(name, person, context);
}

/** Counts a wrong try under a name, with an entry where it is somebody's account, and refuses it. */
export function refused<T>(name: string, person: DeskPerson | null, context: OpenContext): Result<T> {
  const { register, desktop } = context;
  const failures = countFailure(name, context);
  const asked = { requestId: newId(Date.parse(desktop.now())) };
  actAs(person?.account ?? desktop.account, 'person.signIn', asked, context, (write) => {
    write.tries(name, failures);
    if (person !== null) write.entry('person.signInFailed', person.id, { failures });
  });
  if (register.readOnly() === null) log.warn('a try to sign in was refused');
  return fail({ kind: 'sign-in-refused', waitSeconds: waitOf(name, context) });
}

/** A refusal for a passphrase typed beside other things, said under its field; one that has to wait stays as it is. */
export function saidUnder<T>(field: string, proven: Result<T>): Result<never> {
  if (proven.ok) throw new Error('a passphrase that is right');
  const { failure } = proven;
  if (failure.kind !== 'sign-in-refused' || failure.waitSeconds > 0) return fail(failure);
  return fail({ kind: 'invalid', problems: [{ field, message: 'This is not your present passphrase.' }] });
}

/** Carries out an action in somebody's name who is not, or not yet, the one signed in. Nothing secret is part of what is `asked`. */
export function actAs(
  account: string,
  call: CallName,
  asked: { readonly requestId: string },
  { register, desktop }: OpenContext,
  work: (write: Write) => void,
): Result<unknown> {
  const request = { id: asked.requestId, call, input: asked, person: account, at: desktop.now() };
  return register.act(request, (write) => {
    work(write);
    return ok(null);
  });
}

/** Begins somebody's turn. Whoever was in, or had locked the desk, is out. */
export function takeOver(personId: string, context: OpenContext): void {
  const { turn, register } = context;
  const person = register.people.get(personId);
  if (person === null) throw new Error('a turn of nobody');
  const before = turn.session() ?? turn.lockedBy();
  if (before !== null && before.id !== personId) note(context, before, 'person.signedOut', { why: 'another' });
  turn.begin(sessionOf(person));
  context.tell();
}
