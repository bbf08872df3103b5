import type { CallName } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import { actions, allowed, askedToTurn } from '../../shared/register/permissions';
import type { Session } from '../../shared/register/person';
import { fail, ok } from '../../shared/result';
import { note } from '../leave';
import type { OpenContext, OpenHandlers } from './context';

type HistoryCall = Extract<CallName, `batch.${string}` | `action.${string}` | `draft.${string}` | `search.${string}`>;

/** How many of each kind a search shows. */
const shown = 20;

/** What somebody half typed is theirs alone: no account has a space in it. */
const ownKey = (key: string, { account }: Session): string => `${account} ${key}`;

/** Calls about batches of mail, undoing and redoing, drafts, and finding anything. */
export const historyHandlers: OpenHandlers<HistoryCall> = {
  'batch.open': (input, { act, register, local }) =>
    act(
      'batch.open',
      input,
      (write) => {
        const { label, channel, received } = input;
        if (received > local().day) {
          return fail({
            kind: 'invalid',
            problems: [
              { field: 'received', message: 'This day is in the future. Type the day on which the mail came.' },
            ],
          });
        }
        const id = write.newId();
        write.entry('batch.opened', id, { id, label, channel, received });
        return ok(null);
      },
      (touched) => {
        const kept = register.batches.get(touched[0]?.subjectId ?? '');
        return kept === null ? fail({ kind: 'not-found', what: 'That batch' }) : ok(kept);
      },
    ),
  'batch.get': ({ id }, { register }) => {
    const batch = register.batches.get(id);
    if (batch === null) return fail({ kind: 'not-found', what: 'That batch' });
    return ok({ batch, rows: register.cases.ofBatch(id), refund: register.cases.batchRefund(id) });
  },
  'batch.recent': (_, { register }) => ok(register.batches.recent()),

  'action.last': (_, { register, session }) => ok(register.lastActions(session().account)),
  'action.undo': (input, context) => {
    const { register, request } = context;
    const refused = turnRefused('action.undo', input.actionId, context);
    if (refused !== null) return fail(refused);
    const done = register.undo(request('action.undo', input), input.actionId);
    return done.ok ? ok({ label: done.value.label }) : done;
  },
  'action.redo': (input, context) => {
    const { register, request } = context;
    const refused = turnRefused('action.redo', input.actionId, context);
    if (refused !== null) return fail(refused);
    const done = register.redo(request('action.redo', input), input.actionId);
    return done.ok ? ok({ label: done.value.label }) : done;
  },

  'draft.save': ({ key, text }, { register, desktop, session }) => {
    const at = desktop.now();
    const kept = register.saveDraft(ownKey(key, session()), text, at);
    return kept.ok ? ok({ at }) : kept;
  },
  'draft.get': ({ key }, { register, session }) => ok(register.kept.draft(ownKey(key, session()))),
  'draft.discard': ({ key }, { register, session }) => {
    const gone = register.discardDraft(ownKey(key, session()));
    return gone.ok ? ok({}) : gone;
  },

  'search.all': ({ text }, { register, local }) => {
    if (text === '') return ok({ cases: [], students: [], courses: [] });
    const { day } = local();
    return ok({
      cases: register.cases.search(text, shown),
      students: register.students.find(text, shown, day).map((found) => found.student),
      courses: register.courses.find(text, shown, null, day).map((found) => found.course),
    });
  },
};

/** Why the caller may not turn an action round: they may not do themselves what it did. */
function turnRefused(call: 'action.undo' | 'action.redo', actionId: string, context: OpenContext): Failure | null {
  const action = askedToTurn(context.register.kindsOf(actionId));
  const session = context.session();
  if (allowed[session.role].includes(action)) return otherRefused(actionId, session, context);
  if (context.turn.firstRefusal(`${call} ${action}`)) note(context, session, 'person.refused', { call });
  return { kind: 'not-allowed', action: actions[action] };
}

/** What somebody else did is for a supervisor to turn round. */
function otherRefused(actionId: string, { account, role }: Session, { register }: OpenContext): Failure | null {
  const turned = register.trail.turned(actionId);
  if (turned === null || role === 'supervisor' || turned.person === account || turned.undoneBy === account) return null;
  const by = turned.undoneBy ?? turned.person;
  const name = register.people.withAccount(by)?.name ?? by;
  return { kind: 'wrong-state', message: `That was done by ${name}.`, next: `Ask ${name} or a supervisor.` };
}
