import { failureOf } from '../../db/failures';
import { fail, ok, type Result } from '../../shared/result';
import type { Desktop } from '../desktop';

/** Saves a file where the person says. A full disk, or a folder that may not be written to, is a failure in words, and leaves no half file. */
export async function savedAs(
  name: string,
  bytes: Uint8Array,
  { saveAs }: Pick<Desktop, 'saveAs'>,
): Promise<Result<{ readonly path: string }>> {
  try {
    const path = await saveAs(name, bytes);
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path });
  } catch (error) {
    const failure = failureOf(error, name);
    if (failure === null) throw error;
    return fail(failure);
  }
}
