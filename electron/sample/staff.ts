import type { Register } from '../../db/register';
import { newId } from '../../db/uuid';
import type { CallName, Output } from '../../shared/contract';
import type { Result } from '../../shared/result';
import type { Desktop } from '../desktop';
import { personHandlers } from '../handlers/people';
import { sessionHandlers } from '../handlers/sessions';
import { presentSession } from '../leave';
import { openContext } from '../open-context';
import { createTurn } from '../turn';
import { ClerkStopped } from './clerk';
import { practicePassphrase, practicePeople } from './practice';

/** Gives a sample register its people, as an administrator would: by the same calls, under the practice passphrase. */
export async function addStaff(register: Register, desktop: Desktop): Promise<void> {
  const turn = createTurn();
  const here = () => {
    const caller = presentSession({ turn, register, desktop });
    return openContext({ desktop, register, turn, caller, tell: () => undefined });
  };
  const form = () => ({ requestId: newId(Date.parse(desktop.now())), passphrase: practicePassphrase });
  const [{ role: _administrator, ...first }, ...others] = practicePeople;
  gave('person.first', await sessionHandlers['person.first']({ ...form(), person: first }, here()));
  // Side by side: each passphrase takes most of a second.
  await Promise.all(
    others.map(async (person) =>
      gave('person.add', await personHandlers['person.add']({ ...form(), person: { ...person } }, here())),
    ),
  );
  gave('person.signOut', await sessionHandlers['person.signOut']({}, here()));
}

function gave<N extends CallName>(name: N, result: Result<Output<N>>): void {
  if (!result.ok) throw new ClerkStopped(name, result.failure);
}
