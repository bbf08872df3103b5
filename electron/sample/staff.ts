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
  for (const [i, { role, ...person }] of practicePeople.entries()) {
    const shared = { requestId: newId(Date.parse(desktop.now())), passphrase: practicePassphrase };
    if (i === 0) gave('person.first', await sessionHandlers['person.first']({ ...shared, person }, here()));
    else gave('person.add', await personHandlers['person.add']({ ...shared, person: { ...person, role } }, here()));
  }
  gave('person.signOut', await sessionHandlers['person.signOut']({}, here()));
}

function gave<N extends CallName>(name: N, result: Result<Output<N>>): void {
  if (!result.ok) throw new ClerkStopped(name, result.failure);
}
