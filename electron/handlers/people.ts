import type { CallName } from '../../shared/contract';
import type { Failure, Problem } from '../../shared/errors';
import { recoveryPage } from '../../shared/sheets/recovery-page';
import type { DeskPerson } from '../../shared/register/person';
import type { Role } from '../../shared/register/role';
import { fail, ok, type Result } from '../../shared/result';
import { secretOf } from '../passphrases';
import { readRecoveryCode } from '../recovery-code';
import { forgetFailures, triedName } from '../throttle';
import type { OpenContext, OpenHandlers } from './context';
import { handOver } from './paper';
import { passphraseProblems } from './passphrase-problems';
import { attempts, proves, saidUnder } from './proving';
import type { SessionCall } from './sessions';

/** The calls about who works here. */
export type PersonCall = Exclude<Extract<CallName, `person.${string}`>, SessionCall>;

/** Calls about the people of the register. A passphrase is in no entry, no log, and no hash of a request. */
export const personHandlers: OpenHandlers<PersonCall> = {
  'person.list': (_, { register }) => ok(register.people.all()),
  'person.names': (_, { register }) => ok(register.people.all().map(({ account, name }) => ({ account, name }))),

  'person.add': async (input, context) => {
    const { register } = context;
    const { requestId, person } = input;
    const taken = (): readonly Problem[] => {
      const other = register.hasAction(requestId) ? null : register.people.withAccount(person.account);
      if (other === null) return [];
      const message = `${other.name} signs in as ${other.account}, and a sign-in name is never given twice. Choose another.`;
      return [{ field: 'account', message }];
    };
    const problems = [...taken(), ...(await passphraseProblems(input.passphrase, person))];
    if (problems.length > 0) return fail({ kind: 'invalid', problems });
    const secret = await secretOf(input.passphrase);
    const stillTaken = taken();
    if (stillTaken.length > 0) return fail({ kind: 'invalid', problems: stillTaken });
    return context.act(
      'person.add',
      { requestId, ...person },
      (write) => {
        const id = write.newId();
        write.entry('person.added', id, person);
        write.entry('person.passphraseSet', id, { hash: write.secret(id, secret), by: 'administrator' });
        return ok(null);
      },
      (touched) => personOf(touched[0]?.subjectId, context),
    );
  },

  'person.change': (input, context) => {
    const { register } = context;
    const { id, name, title, role, active, why } = input;
    return context.act(
      'person.change',
      input,
      (write) => {
        const person = register.people.get(id);
        if (person === null) return fail(unknown);
        const last = lastOf(person, { role, active }, register.people.all());
        if (last !== null) return fail(last);
        write.entry('person.changed', id, { name, title, role, active, why });
        return ok(null);
      },
      () => personOf(id, context),
    );
  },

  'person.setPassphrase': async ({ requestId, id, passphrase }, context) => {
    const { register } = context;
    const person = register.people.get(id);
    if (person === null) return fail(unknown);
    if (id === context.session().id) return fail(ownPassphrase);
    const problems = await passphraseProblems(passphrase, person);
    if (problems.length > 0) return fail({ kind: 'invalid', problems });
    return keepPassphrase('person.setPassphrase', { requestId, person, passphrase, by: 'administrator' }, context);
  },

  'person.changeOwn': ({ requestId, present, passphrase }, context) =>
    attempts(async () => {
      const { register } = context;
      const person = register.people.get(context.session().id);
      if (person === null) return fail(unknown);
      if (register.hasAction(requestId)) return ok({});
      const proven = await proves(person.account, person, present, context);
      if (!proven.ok) return saidUnder('present', proven);
      const problems = await passphraseProblems(passphrase, person);
      if (problems.length > 0) return fail({ kind: 'invalid', problems });
      return keepPassphrase('person.changeOwn', { requestId, person, passphrase, by: 'self' }, context);
    }),

  'person.printRecovery': ({ code }, context) => {
    const read = readRecoveryCode(code);
    if (read === null)
      return fail({ kind: 'invalid', problems: [{ field: 'code', message: 'This is no recovery code.' }] });
    const page = recoveryPage({ code: read, office: context.office(), on: context.local().day });
    return handOver([{ ...page, language: 'en' }], context);
  },
};

type NewPassphrase = {
  readonly requestId: string;
  readonly person: DeskPerson;
  readonly passphrase: string;
  readonly by: 'self' | 'administrator';
};

/** Keeps somebody's new passphrase; what they tried wrongly before is forgotten. */
async function keepPassphrase(
  call: 'person.setPassphrase' | 'person.changeOwn',
  { requestId, person, passphrase, by }: NewPassphrase,
  context: OpenContext,
): Promise<Result<Record<string, never>>> {
  const { register } = context;
  const secret = await secretOf(passphrase);
  if (!register.isOpen()) return fail({ kind: 'no-register' });
  const name = triedName(person.account, register);
  const asked = { requestId, id: person.id };
  const kept = context.act(
    call,
    asked,
    (write) => {
      write.entry('person.passphraseSet', person.id, { hash: write.secret(person.id, secret), by });
      write.tries(name, 0);
      return ok(null);
    },
    () => ok({}),
  );
  if (kept.ok) forgetFailures(name, context);
  return kept;
}

/** Why a person has to stay as they are: nobody else would be left who looks after people, or who decides. */
function lastOf(
  person: DeskPerson,
  next: Pick<DeskPerson, 'role' | 'active'>,
  all: readonly DeskPerson[],
): Failure | null {
  const isOne = (role: Role) => person.active && person.role === role && !(next.active && next.role === role);
  for (const role of ['administrator', 'supervisor'] as const) {
    if (isOne(role) && !all.some((other) => other.id !== person.id && other.active && other.role === role)) {
      return {
        kind: 'wrong-state',
        message: `${person.name} is the only ${role} who can sign in.`,
        next: `Make somebody else ${role === 'administrator' ? 'an administrator' : 'a supervisor'} first.`,
      };
    }
  }
  return null;
}

function personOf(id: string | undefined, { register }: OpenContext): Result<DeskPerson> {
  const person = id === undefined ? null : register.people.get(id);
  return person === null ? fail(unknown) : ok(person);
}

const unknown: Failure = { kind: 'not-found', what: 'That person' };

const ownPassphrase: Failure = {
  kind: 'wrong-state',
  message: 'This is your own passphrase.',
  next: 'Change it under your own name, where the present one is asked for.',
};
