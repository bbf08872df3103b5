import { recovery } from '../../db/nouns/secrets';
import { newId } from '../../db/uuid';
import type { CallName } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import { fail, ok } from '../../shared/result';
import { leave, sessionOf } from '../leave';
import { fits, secretOf } from '../passphrases';
import { newRecoveryCode, readRecoveryCode } from '../recovery-code';
import { forgetFailures, triedName, waitOf } from '../throttle';
import type { OpenContext, OpenHandlers } from './context';
import { passphraseProblems } from './passphrase-problems';
import { actAs, attempts, proves, refused, saidUnder, takeOver } from './proving';

/** The calls by which a turn at the desk begins and ends. */
export type SessionCall = Extract<
  CallName,
  'person.first' | 'person.signIn' | 'person.signOut' | 'person.lock' | 'person.recover' | 'person.newRecovery'
>;

/** Under which name tries of the recovery code are counted; no account can have it. */
const codeName = '#recovery';

// The code given last, by its request: a second click is shown the same one, since nobody can read it back.
let given: { readonly requestId: string; readonly code: string } | null = null;

/** Calls by which somebody's turn begins and ends. Every reason for which nobody gets in sounds the same. */
export const sessionHandlers: OpenHandlers<SessionCall> = {
  'person.first': (input, context) =>
    attempts(async () => {
      const { register } = context;
      const again = givenBefore(input, context);
      if (again !== null) return ok(again);
      if (!register.people.none()) return fail(hasPeople);
      const fields = { ...input.person, role: 'administrator' } as const;
      const problems = await passphraseProblems(input.passphrase, fields);
      if (problems.length > 0) return fail({ kind: 'invalid', problems });
      const made = await codeAndSecret(input.passphrase);
      if (!register.isOpen()) return fail({ kind: 'no-register' });
      if (!register.people.none()) return fail(hasPeople);
      const personId = newId(Date.parse(context.desktop.now()));
      const asked = { requestId: input.requestId, person: input.person };
      const kept = actAs(fields.account, 'person.first', asked, context, (write) => {
        write.entry('person.added', personId, fields);
        write.entry('person.passphraseSet', personId, { hash: write.secret(personId, made.own), by: 'self' });
        write.entry('person.recoveryMade', personId, { hash: write.secret(recovery, made.ofCode) });
        write.entry('person.signedIn', personId, { account: fields.account, role: fields.role });
      });
      if (!kept.ok) return kept;
      takeOver(personId, context);
      given = { requestId: input.requestId, code: made.code };
      return ok({ recoveryCode: made.code });
    }),

  'person.signIn': ({ account, passphrase }, context) =>
    attempts(async () => {
      const { register } = context;
      const person = register.people.withAccount(account);
      const proven = await proves(account, person, passphrase, context);
      if (!proven.ok) return proven;
      const { id, account: own, role } = proven.value;
      const name = triedName(own, register);
      actAs(own, 'person.signIn', { requestId: newId(Date.parse(context.desktop.now())) }, context, (write) => {
        write.entry('person.signedIn', id, { account: own, role });
        write.tries(name, 0);
      });
      forgetFailures(name, context);
      takeOver(id, context);
      return ok(sessionOf(proven.value));
    }),

  'person.signOut': (_, context) => {
    leave(context, 'asked');
    given = null;
    context.tell();
    return ok({});
  },

  'person.lock': (_, context) => {
    leave(context, 'locked');
    context.tell();
    return ok({});
  },

  'person.recover': (input, context) =>
    attempts(async () => {
      const { register } = context;
      const again = givenBefore(input, context);
      if (again !== null) return ok(again);
      const waitSeconds = waitOf(codeName, context);
      if (waitSeconds > 0) return fail({ kind: 'sign-in-refused', waitSeconds });
      if (!(await fits(readRecoveryCode(input.code) ?? '', register.recoverySecret())))
        return refused(codeName, null, context);
      const person = register.people.withAccount(input.account);
      if (person?.active !== true || person.role !== 'administrator') return fail(noAdministrator);
      const problems = await passphraseProblems(input.passphrase, person);
      if (problems.length > 0) return fail({ kind: 'invalid', problems });
      const made = await codeAndSecret(input.passphrase);
      if (!register.isOpen()) return fail({ kind: 'no-register' });
      const asked = { requestId: input.requestId, account: person.account };
      const kept = actAs(person.account, 'person.recover', asked, context, (write) => {
        write.entry('person.recovered', person.id, {});
        write.entry('person.passphraseSet', person.id, { hash: write.secret(person.id, made.own), by: 'recovery' });
        write.entry('person.recoveryMade', person.id, { hash: write.secret(recovery, made.ofCode) });
        write.entry('person.signedIn', person.id, { account: person.account, role: person.role });
        write.tries(codeName, 0);
        write.tries(triedName(person.account, register), 0);
      });
      if (!kept.ok) return kept;
      forgetFailures(codeName, context);
      forgetFailures(triedName(person.account, register), context);
      takeOver(person.id, context);
      given = { requestId: input.requestId, code: made.code };
      return ok({ recoveryCode: made.code });
    }),

  'person.newRecovery': (input, context) =>
    attempts(async () => {
      const { register } = context;
      const again = givenBefore(input, context);
      if (again !== null) return ok(again);
      const { id, account } = context.session();
      if (register.hasAction(input.requestId)) return fail(codeGone);
      const proven = await proves(account, register.people.get(id), input.passphrase, context);
      if (!proven.ok) return saidUnder('passphrase', proven);
      const code = newRecoveryCode();
      const ofCode = await secretOf(code);
      if (!register.isOpen()) return fail({ kind: 'no-register' });
      return context.act(
        'person.newRecovery',
        { requestId: input.requestId },
        (write) => {
          write.entry('person.recoveryMade', id, { hash: write.secret(recovery, ofCode) });
          return ok(null);
        },
        () => {
          given = { requestId: input.requestId, code };
          return ok({ recoveryCode: code });
        },
      );
    }),
};

/** The code that the same request gave, for as long as whoever it was shown to is at the desk. */
function givenBefore({ requestId }: { readonly requestId: string }, { turn }: OpenContext) {
  return given?.requestId === requestId && turn.session() !== null ? { recoveryCode: given.code } : null;
}

/** A new recovery code, with the secrets of it and of a passphrase. */
async function codeAndSecret(passphrase: string) {
  const code = newRecoveryCode();
  const [own, ofCode] = await Promise.all([secretOf(passphrase), secretOf(code)]);
  return { code, own, ofCode };
}

const hasPeople: Failure = {
  kind: 'wrong-state',
  message: 'This register has its people already.',
  next: 'Sign in, or ask the administrator to add you.',
};

const codeGone: Failure = {
  kind: 'wrong-state',
  message: 'A recovery code was made by this already, and it is shown only once.',
  next: 'Make another; the one before ends then.',
};

const noAdministrator: Failure = {
  kind: 'invalid',
  problems: [{ field: 'account', message: 'No administrator of this office signs in by that name.' }],
};
