import type { Role } from '../../shared/register/role';
import { anOffice, id } from '../db/records';
import { aDesk, someFolder, type DeskHere, type PaperHere } from './desk-here';

/** A passphrase that nobody has but the people of these tests. */
export const passphrase = 'four quiet herons wade';

/** How long a test may take in which several people sign in, each at the full cost of a passphrase. */
export const peopleTake = 120_000;

/** Ada, who looks after the register. */
export const ada = { account: 'ada', name: 'Ada Okafor', title: 'Office Manager' } as const;

/** A desk at which nobody sits, as it is for a window. */
export function nobodysDesk(folder = someFolder(), paper: Partial<PaperHere> = {}): DeskHere {
  return aDesk(folder, paper, null);
}

/** A register with its first administrator, Ada, who is signed in. */
export async function anOfficeWithAda(paper: Partial<PaperHere> = {}) {
  const here = nobodysDesk(someFolder(), paper);
  await here.gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
  const { recoveryCode } = await here.gives('person.first', { requestId: id(), person: ada, passphrase });
  return { ...here, recoveryCode };
}

/** Signs somebody in whose passphrase is the one of these tests. */
export const signedIn = (here: DeskHere, account: string) => here.gives('person.signIn', { account, passphrase });

/** Adds somebody, as Ada does. */
export function added(here: DeskHere, account: string, role: Role, name = account) {
  return here.gives('person.add', { requestId: id(), person: { account, name, title: '', role }, passphrase });
}
