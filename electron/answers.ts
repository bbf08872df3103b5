import type { CallName } from '../shared/contract';
import { letterCalls } from '../shared/contract/letters';
import type { Result } from '../shared/result';
import { caseHandlers } from './handlers/cases';
import type { DeskContext, OpenContext, OpenHandlers } from './handlers/context';
import { deskHandlers, type DeskCall } from './handlers/desk';
import { historyHandlers } from './handlers/history';
import { officeHandlers } from './handlers/office';
import { rosterHandlers } from './handlers/roster';

type PrintedCall = keyof typeof letterCalls;
type OpenCall = Exclude<CallName, DeskCall | PrintedCall>;

/** Every call about the records of an open register, with its handler: a call that the contract names and nobody answers does not compile. */
const openHandlers: OpenHandlers<OpenCall> = {
  ...officeHandlers,
  ...rosterHandlers,
  ...caseHandlers,
  ...historyHandlers,
};

/** What answers the calls about letters and papers: loaded with the first of them, so that nobody waits for it when the app starts. */
async function printedHandlers(): Promise<OpenHandlers<PrintedCall>> {
  const [{ letterHandlers }, { paperHandlers }] = await Promise.all([
    import('./handlers/letters'),
    import('./handlers/paper'),
  ]);
  return { ...letterHandlers, ...paperHandlers };
}

type Handler<Context> = (input: unknown, context: Context) => Result<unknown> | Promise<Result<unknown>>;

/** The handler of a call that needs no open register, or null where the call needs one. */
export function deskHandlerOf(name: CallName): Handler<DeskContext> | null {
  return name in deskHandlers ? (deskHandlers[name as DeskCall] as Handler<DeskContext>) : null;
}

/** The handler of a call about the records of an open register. */
export function openHandlerOf(name: CallName): Handler<OpenContext> {
  if (name in letterCalls) {
    return async (input, context) => {
      const handlers = await printedHandlers();
      return (handlers[name as PrintedCall] as Handler<OpenContext>)(input, context);
    };
  }
  return openHandlers[name as OpenCall] as Handler<OpenContext>;
}
