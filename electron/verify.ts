import type { Found, Progress } from '../db/check';
import { filesOf } from '../db/files';
import { isThere } from '../db/open';
import { placeRefusal, writeRefusal } from '../db/place';
import type { Register } from '../db/register';
import type { Output } from '../shared/contract';
import type { Failure } from '../shared/errors';
import { fail, ok, type Result } from '../shared/result';
import { rederive } from './rederive';
import { inSlices, type Idle } from './slices';

/** Why a new register may not lie in a folder, or null where it may. */
export function refusalOf(folder: string): Failure | null {
  const why = placeRefusal(folder) ?? writeRefusal(folder);
  if (why !== null) return { kind: 'unsafe-place', path: folder, why };
  const files = filesOf(folder);
  return isThere(files) ? { kind: 'register-exists', path: files.db } : null;
}

/** Checks the whole chain and the file while the window is in use; undefined once the register is no longer the open one. */
export async function checkQuietly(
  register: Register,
  idle: Idle,
  wanted: () => boolean,
  tell: (progress: Progress) => void,
): Promise<Found | undefined> {
  // The window comes first: the check waits until it is up and nobody asks for anything.
  await idle.quiet(1000);
  const chain = await inSlices(register.checkChain(), wanted, tell);
  // A table's check cannot be cut into slices, so each waits for a quiet moment.
  const found = chain === null ? await inSlices(register.checkFile(), wanted, tell, () => idle.quiet(200)) : chain;
  if (wanted()) register.rest();
  return found;
}

/**
 * Recomputes every MAC of the chain, compares the tables with the fold of the entries, and makes every determination once more, while the
 * window is in use. A determination that does not come out as it was stored counts as a row that differs.
 */
export async function verifyRegister(
  register: Register,
  wanted: () => boolean,
  tell: (progress: Progress) => void,
): Promise<Result<Output<'register.verify'>>> {
  const chain = await inSlices(register.checkChain(), wanted, tell);
  const rows = await inSlices(register.compareTables(), wanted, tell);
  const made = await inSlices(rederive(register), wanted, tell);
  if (chain === undefined || rows === undefined || made === undefined) return fail({ kind: 'cancelled' });
  const rowsDiffering = rows + made;
  const firstBroken = chain?.firstBroken ?? null;
  const brokenSaid = firstBroken === null ? '' : `Entry ${firstBroken}`;
  return ok({ entries: register.entryCount(), firstBroken, brokenSaid, rowsDiffering, head: register.head() });
}
