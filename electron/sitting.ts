import type { Register } from '../db/register';
import type { CallName } from '../shared/contract';
import type { Session } from '../shared/register/person';
import { standardRules } from '../shared/register/rules';
import type { Desktop } from './desktop';
import type { OpenContext } from './handlers/context';
import { leave, note, presentSession, sessionOf } from './leave';
import { log } from './log';
import { openContext } from './open-context';
import type { Standing } from './router';
import { practiceAccount } from './sample/practice';
import { hasNobody, isBeyondSigningIn } from './status';
import type { Turn } from './turn';

/** What a call meets: who makes it, what is open, and what its answer has at hand. */
export type StandingHere = Standing & { readonly open: OpenContext | null };

/** What is at the desk: its register (null: none is open), whether it is the sample's, and whether it could not be opened. */
export type AtDesk = { readonly register: Register | null; readonly sample: boolean; readonly failed: boolean };

/** No office locks sooner than after this many milliseconds without a key; before them its rules need not be looked at. */
const soonest = 2 * 60_000;

/** Who sits at the desk: whose call it is that comes, whose turn goes on, ends or is locked. */
export type Sitting = {
  readonly standing: (here: AtDesk) => StandingHere;
  /** Notes a call that was refused for want of a permission: in the log, and once a turn as an entry. */
  readonly refuse: (call: CallName, standing: StandingHere) => void;
  /** A register was opened: somebody has to sign in, but for the sample's own host. */
  readonly open: (register: Register, sample: boolean) => void;
  /** The register is closed, and whoever was in is out. */
  readonly close: (register: Register | null, sample: boolean) => void;
  /** Goes on with somebody's turn where their register was only closed for a moment. */
  readonly goOn: (register: Register | null, session: Session | null) => void;
  /** Somebody is there. */
  readonly stir: () => void;
  /** Locks where nobody was there for as long as the office's rules say. */
  readonly look: (register: Register | null) => void;
  /** Ends the turn and keeps whose it was. */
  readonly lock: (register: Register | null, why: 'idle' | 'screen-lock') => void;
};

/** Makes the seat at a desk; `tell` tells the window the status as it is. */
export function createSitting(desktop: Desktop, turn: Turn, tell: () => void): Sitting {
  let stirredAt = desktop.elapsed();

  function lock(register: Register | null, why: 'idle' | 'screen-lock'): void {
    if (register === null || turn.always || turn.session() === null) return;
    leave({ turn, register, desktop }, why);
    tell();
  }

  return {
    standing: ({ register, sample, failed }) => {
      if (register === null) return { session: turn.session(), opened: failed ? 'failed' : 'none', open: null };
      const before = turn.session();
      const session = readably(register, before, () => presentSession({ turn, register, desktop }));
      if (session?.role !== before?.role) tell();
      const own = hasNobody(register) ? 'fresh' : 'own';
      const opened = isBeyondSigningIn(register) ? 'failed' : sample ? 'sample' : own;
      return { session, opened, open: openContext({ desktop, register, turn, caller: session, tell }) };
    },

    refuse: (call, { session, open }) => {
      if (session === null || !turn.firstRefusal(call)) return;
      log.warn(`refused: ${call}`);
      if (open !== null) note({ register: open.register, desktop }, session, 'person.refused', { call });
    },

    open: (register, sample) => {
      turn.end('left');
      stirredAt = desktop.elapsed();
      const host = sample ? register.people.withAccount(practiceAccount) : null;
      if (host !== null) turn.begin(sessionOf(host));
    },

    close: (register, sample) => {
      if (register !== null && !sample && turn.session() !== null) leave({ turn, register, desktop }, 'closed');
      turn.end('left');
    },

    goOn: (register, session) => {
      const person = session === null ? null : (register?.people.get(session.id) ?? null);
      if (register === null || person?.active !== true) return;
      note({ register, desktop }, person, 'person.signedIn', { account: person.account, role: person.role });
      turn.begin(sessionOf(person));
      tell();
    },

    stir: () => {
      stirredAt = desktop.elapsed();
    },

    look: (register) => {
      const still = desktop.elapsed() - stirredAt;
      if (register === null || turn.session() === null || still < soonest) return;
      const { lockAfter } = readably(register, standardRules, () => register.office.rules());
      if (still >= lockAfter * 60_000) lock(register, 'idle');
    },

    lock,
  };
}

/** What a read gives; `otherwise` where the file cannot be read any more, which is no reason to leave the desk open, or to shut it. */
function readably<T>(register: Register, otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (register.recognises(error) === null) throw error;
    return otherwise;
  }
}
