import { listBackups } from '../db/backup';
import type { Found } from '../db/check';
import type { Files } from '../db/files';
import type { Register } from '../db/register';
import type { Status } from '../shared/contract/register';
import type { Failure } from '../shared/errors';
import { allowed } from '../shared/register/permissions';
import type { Session } from '../shared/register/person';
import type { Desktop } from './desktop';
import { sayPractice } from './sample/practice';
import type { Turn } from './turn';

/** How far the check behind the window is, and what it found. */
export type Check = { readonly state: 'running' | 'passed' | 'failed'; readonly detail: string };

type Present = {
  readonly desktop: Desktop;
  readonly register: Register | null;
  /** Why the register could not be opened. */
  readonly failure: Failure | null;
  readonly check: Check;
  readonly sample: boolean;
  /** Where the register lies, or would. */
  readonly files: Files;
  readonly turn: Turn;
};

/** What the status bar and the start screen show. */
export function statusOf({ desktop, register, failure, check, sample, files, turn }: Present): Status {
  const session = turn.session();
  const lockedBy = turn.lockedBy();
  return {
    version: desktop.version,
    account: desktop.account,
    register: register !== null ? 'open' : failure !== null ? 'failed' : 'none',
    failure: register?.readOnly() ?? failure,
    path: register === null && failure === null ? null : files.db,
    sample,
    readOnly: register?.readOnly() != null,
    check: check.state,
    checkDetail: check.detail,
    backedUpAt: register === null ? null : (listBackups(register.files)[0]?.at ?? null),
    entries: register?.entryCount() ?? 0,
    turn: register === null ? 'nobody' : turnOf(register, session !== null, lockedBy !== null),
    session,
    lockedBy: lockedBy === null ? null : { account: lockedBy.account, name: lockedBy.name },
    practice: sample ? sayPractice() : null,
    broken: sayDoubt(register?.doubt() ?? null, session),
    brokenAt: register?.doubt()?.firstBroken ?? null,
  };
}

/** What does not hold, in words; with the student's name only for somebody who may read of students. */
export function sayDoubt(doubt: Found, session: Session | null): string | null {
  if (doubt === null) return null;
  return session !== null && allowed[session.role].includes('read') ? (doubt.named ?? doubt.detail) : doubt.detail;
}

/** Whether nobody can ever sign in: a register from before people did so, which its check made one that is only read. */
export function isBeyondSigningIn(register: Register): boolean {
  return hasNobody(register) && register.readOnly() !== null;
}

/** Whether nobody was added to a register yet; people who cannot be read any more are as good as nobody. */
export function hasNobody(register: Register): boolean {
  try {
    return register.people.none();
  } catch (error) {
    if (register.recognises(error) === null) throw error;
    return true;
  }
}

function turnOf(register: Register, isIn: boolean, isLocked: boolean): Status['turn'] {
  if (isIn) return 'in';
  if (isBeyondSigningIn(register)) return 'nobody';
  if (isLocked) return 'locked';
  return hasNobody(register) ? 'first' : 'sign-in';
}
