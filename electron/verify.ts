import { setImmediate } from 'node:timers/promises';
import type { Found, Progress } from '../db/check';
import { filesOf } from '../db/files';
import { isThere } from '../db/open';
import { placeRefusal, writeRefusal } from '../db/place';
import type { Register } from '../db/register';
import type { Output } from '../shared/contract';
import type { Failure } from '../shared/errors';
import type { Session } from '../shared/register/person';
import { fail, ok, type Result } from '../shared/result';
import { rederive } from './rederive';
import { inSlices, type Idle } from './slices';
import { sayDoubt } from './status';

/** Why a new register may not lie in a folder, or null where it may. */
export function refusalOf(folder: string): Failure | null {
  const why = placeRefusal(folder) ?? writeRefusal(folder);
  if (why !== null) return { kind: 'unsafe-place', path: folder, why };
  const files = filesOf(folder);
  return isThere(files) ? { kind: 'register-exists', path: files.db } : null;
}

/**
 * Checks the whole chain, then the file, then the tables against the entries while the window is in use; undefined once the register is no
 * longer the open one. Of a register that is in doubt already only the chain is checked, for the first entry that does not hold.
 */
export async function checkQuietly(
  register: Register,
  idle: Idle,
  wanted: () => boolean,
  tell: (progress: Progress) => void,
): Promise<Found | undefined> {
  // The window comes first: the check waits until it is up and nobody asks for anything.
  await idle.quiet(1000);
  const chain = await inSlices(register.checkChain(), wanted, tell);
  if (chain !== null || register.doubt() !== null) return chain;
  // A table's check cannot be cut into slices, so each waits for a quiet moment.
  const file = await inSlices(register.checkFile(), wanted, tell, () => idle.quiet(200));
  if (file !== null) return file;
  let differs = null as Found;
  const compared = register.compareTables((found) => {
    differs = found;
  });
  const rows = await inSlices(compared, wanted, tell, async () => {
    await idle.quiet(200);
    await setImmediate();
  });
  if (rows === undefined) return undefined;
  if (wanted()) register.rest();
  return rows === 0 ? null : (differs ?? tablesDiffer);
}

const tablesDiffer: Found = {
  detail: 'The list of what was done was changed outside Refund Desk: it is not what the entries say.',
  firstBroken: null,
};
const keptDiffers: Found = {
  detail: 'A paper or a policy kept in the register was changed outside Refund Desk.',
  firstBroken: null,
};

/**
 * Recomputes every MAC of the chain, compares the tables with the fold of the entries and what is kept with its hash, and makes every
 * determination once more, while the window is in use. A determination that does not come out as it was stored counts as a row that differs.
 */
export async function verifyRegister(
  register: Register,
  wanted: () => boolean,
  tell: (progress: Progress) => void,
  session: Session | null,
): Promise<Result<Output<'register.verify'>>> {
  let differs = null as Found;
  const compared = register.compareTables((found) => {
    differs = found;
  });
  const chain = await inSlices(register.checkChain(), wanted, tell);
  const rows = await inSlices(compared, wanted, tell);
  const kept = await inSlices(register.compareKept(), wanted, tell);
  const made = await inSlices(rederive(register), wanted, tell);
  if (chain === undefined || rows === undefined || kept === undefined || made === undefined)
    return fail({ kind: 'cancelled' });
  if (rows > 0) differs ??= tablesDiffer;
  if (kept > 0) differs ??= keptDiffers;
  // A determination that comes out otherwise is nobody's doing from outside, as long as its entry holds.
  const found = chain ?? differs;
  if (found !== null) register.distrust(found);
  const doubt = register.doubt();
  return ok({
    entries: register.entryCount(),
    firstBroken: doubt?.firstBroken ?? null,
    brokenSaid: sayDoubt(doubt, session) ?? '',
    rowsDiffering: rows + kept + made,
    head: register.head(),
  });
}
