import { randomBytes } from 'node:crypto';
import type { CallName } from '../shared/contract';
import type { Problem } from '../shared/errors';
import { actions, asked, may, type Opened } from '../shared/register/permissions';
import type { Session } from '../shared/register/person';
import { fail, type Result } from '../shared/result';
import { inputOf } from './call-inputs';

/** What a call meets: who is signed in, and what is open. */
export type Standing = { readonly session: Session | null; readonly opened: Opened };

/** Answers a call whose name and input have been checked, in the place where it was allowed. */
export type Answer<S extends Standing = Standing> = (
  name: CallName,
  input: unknown,
  standing: S,
) => Promise<Result<unknown>>;

/** What the router tells the log of a bug: a short reference that the screen shows too, the call, and the error. No name or number of a person is in it. */
export type Report = (reference: string, call: CallName, error: unknown) => void;

/**
 * Takes a name and untrusted input from the window: the name must be one of the contract's, the input must fit its schema to the last
 * field, somebody must be signed in who has the permission. Every failure comes back as a value; only here are bugs caught.
 */
export function createRouter<S extends Standing>(
  answer: Answer<S>,
  standing: () => S,
  report: Report,
  /** Told of every call that was refused for want of a permission. */
  refused: (call: CallName, standing: S) => void = () => undefined,
): (name: unknown, input: unknown) => Promise<Result<unknown>> {
  return async (name, input) => {
    if (!isCall(name)) return fail({ kind: 'not-found', what: 'That call' });
    const now = standing();
    const { session, opened } = now;
    if (!may(session?.role ?? null, name, opened)) {
      if (opened === 'none') return fail({ kind: 'no-register' });
      if (session === null) return fail({ kind: 'not-signed-in' });
      refused(name, now);
      return fail({ kind: 'not-allowed', action: actions[asked[name]] });
    }
    const read = (await inputOf(name)).safeParse(input);
    if (!read.success) return fail({ kind: 'invalid', problems: problemsOf(name, read.error.issues) });
    try {
      return await answer(name, read.data, now);
    } catch (error) {
      const reference = randomBytes(4).toString('hex');
      report(reference, name, error);
      return fail({ kind: 'internal', reference });
    }
  };
}

function isCall(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(asked, name);
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The record that a call carries: its fields are named without it, as the form names them. */
const carried: Partial<Record<CallName, string>> = {
  'register.create': 'office',
  'office.save': 'office',
  'term.save': 'term',
  'student.save': 'student',
  'student.similar': 'student',
  'course.save': 'course',
  'enrolment.save': 'enrolment',
  'case.save': 'form',
  'person.first': 'person',
  'person.add': 'person',
  'rules.save': 'rules',
  'petition.open': 'petition',
  'petition.correct': 'petition',
  'petition.approve': 'approval',
  'petition.vote': 'vote',
  'petition.preview': 'decision',
  'petition.decide': 'decision',
};

/** One sentence a field, under the name by which the form knows it. */
function problemsOf(name: CallName, issues: readonly Issue[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const { path, message } of issues) {
    const names = path.map(String);
    const field = (names.length > 1 && names[0] === carried[name] ? names.slice(1) : names).join('.');
    if (!seen.has(field)) seen.set(field, { field, message });
  }
  return [...seen.values()];
}
