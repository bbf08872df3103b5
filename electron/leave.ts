import type { WrittenKind } from '../db/actions';
import type { Register } from '../db/register';
import { newId } from '../db/uuid';
import type { Content } from '../shared/register/contents';
import type { DeskPerson, Leaving, Session } from '../shared/register/person';
import { ok } from '../shared/result';
import type { Desktop } from './desktop';
import { log } from './log';
import type { Turn } from './turn';

/** Where somebody's turn ends: the desk, its register and this PC. */
export type Place = {
  readonly turn: Turn;
  readonly register: Register;
  readonly desktop: Pick<Desktop, 'now' | 'putAway'>;
};

const locking: ReadonlySet<Leaving> = new Set(['locked', 'idle', 'screen-lock']);

/** Ends the turn of whoever is in, with an entry that says why. It ends even where nothing can be written. */
export function leave({ turn, register, desktop }: Place, why: Leaving): void {
  const session = turn.session();
  if (session !== null) note({ register, desktop }, session, 'person.signedOut', { why });
  desktop.putAway();
  turn.end(locking.has(why) ? 'locked' : 'left');
}

/**
 * Who is signed in, as the register has them now: a role or name that an administrator changed counts from the next call on, and whoever
 * may no longer sign in is out.
 */
export function presentSession(place: Place): Session | null {
  const { turn, register } = place;
  const session = turn.session();
  if (session === null || turn.always) return session;
  const person = register.people.get(session.id);
  if (person?.active !== true) {
    leave(place, 'disabled');
    return null;
  }
  const now = sessionOf(person);
  if (now.role !== session.role || now.name !== session.name) turn.begin(now);
  return now;
}

/** A person as their calls carry them. */
export function sessionOf({ id, account, name, role }: DeskPerson): Session {
  return { id, account, name, role };
}

/** Makes an entry about somebody of this register that nobody asked for by name; where nothing can be written, the log has it. */
export function note<K extends Extract<WrittenKind, `person.${string}`>>(
  { register, desktop }: Omit<Place, 'turn'>,
  { id, account }: Pick<Session, 'id' | 'account'>,
  kind: K,
  content: Content[K],
): void {
  if (register.readOnly() !== null || register.people.get(id) === null) return;
  const at = desktop.now();
  const request = { id: newId(Date.parse(at)), call: kind, input: content, person: account, at };
  const kept = register.act(request, (write) => {
    write.entry(kind, id, content);
    return ok(null);
  });
  if (!kept.ok) log.warn(`${kind} could not be entered: ${kept.failure.kind}`);
}
