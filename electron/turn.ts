import type { Session } from '../shared/register/person';

/** Whose turn it is at the desk. One person at a time: nothing is answered while nobody is in. */
export type Turn = {
  /** Who is signed in; null while nobody is, or the desk is locked. */
  readonly session: () => Session | null;
  /** Who locked the desk; null where nobody did. */
  readonly lockedBy: () => Session | null;
  readonly begin: (session: Session) => void;
  /** Ends the turn; where it is locked, who locked it is remembered. */
  readonly end: (how: 'left' | 'locked') => void;
};

/** A desk at which nobody sits yet; `always` is who works through it without signing in: the maker of a sample register, or a test of other things. */
export function createTurn(always: Session | null = null): Turn {
  let present: Session | null = null;
  let locked: Session | null = null;
  return {
    session: () => always ?? present,
    lockedBy: () => locked,
    begin: (session) => {
      present = session;
      locked = null;
    },
    end: (how) => {
      locked = how === 'locked' ? present : null;
      present = null;
    },
  };
}
