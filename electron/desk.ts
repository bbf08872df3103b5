import type { CallName } from '../shared/contract';
import type { Status } from '../shared/contract/register';
import { fail, type Result } from '../shared/result';
import { deskHandlerOf, openHandlerOf } from './answers';
import type { Desktop } from './desktop';
import { answerSeen } from './hiding';
import { createKeeper } from './keeper';
import { log } from './log';
import { createRouter, type Report } from './router';
import { createTurn } from './turn';
import type { Session } from '../shared/register/person';

/** The desk behind the window: it answers every call of the contract and knows no Electron. */
export type Desk = {
  /** Answers a call from the window, or from whoever else works through the same calls. */
  readonly route: (name: unknown, input: unknown) => Promise<Result<unknown>>;
  readonly status: () => Status;
  /** Opens the register that was open last, if any, and begins to check it. */
  readonly open: () => Promise<void>;
  /** Somebody pressed a key or moved the mouse at the window. */
  readonly stir: () => void;
  /** Looks whether nobody has for as long as the office allows, and locks the desk then. */
  readonly look: () => void;
  /** Locks the desk, as the PC's own screen was or the PC goes to sleep. */
  readonly lock: () => void;
  /** Backs the register up where it changed, and lets go of it. */
  readonly close: () => Promise<void>;
};

/** Makes the desk of a desktop. `report` is told of bugs, by reference; `always` works at it without signing in, which nobody at a window does. */
export function createDesk(desktop: Desktop, report: Report = intoTheLog, always: Session | null = null): Desk {
  const turn = createTurn(always);
  const keeper = createKeeper(desktop, report, turn);
  const route = createRouter(
    async (name, input, { open, session }) => {
      const ofDesk = deskHandlerOf(name);
      if (ofDesk !== null) return ofDesk(input, { desktop, open, desk: keeper });
      if (open === null) return fail({ kind: 'no-register' });
      const handler = await openHandlerOf(name);
      // Another call may have closed it while this one's answer was being loaded.
      if (!open.register.isOpen()) return fail({ kind: 'no-register' });
      try {
        if (isByHand(name, input)) keeper.stir();
        return await answerSeen(name, input, session, open.register, () => handler(input, open));
      } catch (error) {
        // A damaged page is met while reading, too: it is no bug, and from then on nothing is written.
        const failure = open.register.recognises(error);
        if (failure === null) throw error;
        keeper.tell();
        return fail(failure);
      }
    },
    keeper.standing,
    report,
    keeper.refuse,
  );
  const { status, start, close, stir, look, lock } = keeper;
  return { route, status, open: start, close, stir, look, lock };
}

/** Signing in, and a call that carries a request id, was made by a person, who filled in a form or pressed a button; the others may be the window's own. */
function isByHand(name: CallName, input: unknown): boolean {
  return name === 'person.signIn' || (typeof input === 'object' && input !== null && 'requestId' in input);
}

const intoTheLog: Report = (reference, call, error) => log.error(`bug ${reference} in ${call}`, error);
