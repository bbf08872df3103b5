import { createRegister } from '../db/open';
import type { Register } from '../db/register';
import type { Input } from '../shared/contract';
import { ok, type Result } from '../shared/result';
import type { Desktop } from './desktop';

/** Makes a register in a folder, with what every register begins with: its office and terms. */
export function makeRegister(
  folder: string,
  { requestId, office, terms }: Input<'register.create'>,
  desktop: Pick<Desktop, 'account' | 'now'>,
): Promise<Result<Register>> {
  const at = desktop.now();
  const input = { office, terms };
  return createRegister(folder, at, (fresh) =>
    fresh.act({ id: requestId, call: 'register.create', input, person: desktop.account, at }, (write) => {
      write.entry('office.saved', write.newId(), office);
      for (const term of terms) write.entry('term.saved', term.id, term);
      return ok(null);
    }),
  );
}
