import type { Session } from '../shared/register/person';

/** Whose turn it is at the desk. One person at a time: nothing is answered while nobody is in. */
export type Turn = {
  /** Whether somebody works through this desk who need not sign in, and whose turn never ends. */
  readonly always: boolean;
  /** Who is signed in; null while nobody is, or the desk is locked. */
  readonly session: () => Session | null;
  /** Who locked the desk; null where nobody did. */
  readonly lockedBy: () => Session | null;
  /** Begins somebody's turn, or goes on with theirs under another role or name. */
  readonly begin: (session: Session) => void;
  /** Ends the turn; where it is locked, whose it was is remembered. */
  readonly end: (how: 'left' | 'locked') => void;
  /** Whether a call is refused for the first time in this turn, so that a hundred of them make one entry. */
  readonly firstRefusal: (call: string) => boolean;
  /** What somebody brought in and has not used yet, each under a name of its own: gone with their turn. */
  readonly brought: Map<string, unknown>;
};

/** A desk at which nobody sits yet; `always` is who works through it without signing in: the maker of a sample register, or a test of other things. */
export function createTurn(always: Session | null = null): Turn {
  let present: Session | null = null;
  let locked: Session | null = null;
  const refused = new Set<string>();
  const brought = new Map<string, unknown>();
  return {
    brought,
    always: always !== null,
    session: () => always ?? present,
    lockedBy: () => locked,
    begin: (session) => {
      if (present?.id !== session.id) {
        refused.clear();
        brought.clear();
      }
      present = session;
      locked = null;
    },
    end: (how) => {
      locked = how === 'locked' ? (present ?? locked) : null;
      present = null;
      refused.clear();
      brought.clear();
    },
    firstRefusal: (call) => {
      if (refused.has(call)) return false;
      refused.add(call);
      return true;
    },
  };
}
