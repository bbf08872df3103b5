import { listBackups } from '../db/backup';
import type { Files } from '../db/files';
import type { Register } from '../db/register';
import type { Status } from '../shared/contract/register';
import type { Failure } from '../shared/errors';
import type { Desktop } from './desktop';
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
    turn: register === null ? 'nobody' : session !== null ? 'in' : lockedBy !== null ? 'locked' : 'sign-in',
    session,
    lockedBy: lockedBy === null ? null : { account: lockedBy.account, name: lockedBy.name },
    broken: null,
    brokenAt: null,
  };
}
