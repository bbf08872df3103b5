import type { CallName } from '../shared/contract';
import type { Result } from '../shared/result';
import type { DeskContext, OpenContext, OpenHandlers } from './handlers/context';
import { deskHandlers, type DeskCall } from './handlers/desk';
import type { PrintedCall } from './open-handlers';
import type { PolicyCall } from './policy-handlers';

// What the start needs is here; what answers the rest is loaded with the first call for it, so that no window waits for it.

type Handler<Context> = (input: unknown, context: Context) => Result<unknown> | Promise<Result<unknown>>;

/** The handler of a call that needs no open register, or null where the call needs one. */
export function deskHandlerOf(name: CallName): Handler<DeskContext> | null {
  return name in deskHandlers ? (deskHandlers[name as DeskCall] as Handler<DeskContext>) : null;
}

/** The handler of a call about the records of an open register. */
export async function openHandlerOf(name: CallName): Promise<Handler<OpenContext>> {
  if (name.startsWith('policy.')) {
    const { policyHandlers } = await import('./policy-handlers');
    return policyHandlers[name as PolicyCall] as Handler<OpenContext>;
  }
  const { openHandlers } = await import('./open-handlers');
  const known = openHandlers as Readonly<Partial<Record<CallName, Handler<OpenContext>>>>;
  return known[name] ?? ((await printedHandlers())[name as PrintedCall] as Handler<OpenContext>);
}

async function printedHandlers(): Promise<OpenHandlers<PrintedCall>> {
  const { printedHandlers: handlers } = await import('./printed-handlers');
  return handlers;
}
