import path from 'node:path';
import type { backUp } from '../db/backup';
import type { Files } from '../db/files';
import type { Register } from '../db/register';
import { newId } from '../db/uuid';
import type { Content } from '../shared/register/contents';
import { fail, ok, type Result } from '../shared/result';
import type { Desktop } from './desktop';

/** Enters that a backup took a register's place, in the register that is there now. */
export function noteRestored(
  register: Register,
  restored: Content['register.restored'],
  { person, at }: { readonly person: string; readonly at: string },
): Result<unknown> {
  const request = { id: newId(Date.parse(at)), call: 'register.restore', input: { name: restored.backup }, person, at };
  return register.act(request, (write) => {
    write.entry('register.restored', register.office.id() ?? write.newId(), restored);
    return ok(null);
  });
}

/**
 * Saves a copy of a register where the person says. The live file is SQLite's alone: a copy of an open register is one of its backups, which
 * `backUpNow` makes; one that could not be opened (null) is held by nobody here.
 */
export async function saveCopy(
  files: Files,
  desktop: Pick<Desktop, 'now' | 'saveCopyOf'>,
  backUpNow: (() => ReturnType<typeof backUp>) | null,
): Promise<Result<{ readonly path: string }>> {
  let source = files.db;
  if (backUpNow !== null) {
    const backup = await backUpNow();
    if (!backup.ok) return backup;
    source = path.join(files.backups, backup.value.name);
  }
  const copied = await desktop.saveCopyOf(source, `refund-desk-${desktop.now().slice(0, 10)}.db`);
  return copied === null ? fail({ kind: 'cancelled' }) : ok({ path: copied });
}
