import { sayFailure } from '../shared/errors';
import { say } from './status';
import { call, change, newRequestId } from './wire';

/** Takes back the last saved action by an entry of its own, or does it again, and says which it was. */
export async function undoLast(way: 'undo' | 'redo'): Promise<void> {
  const last = await call('action.last', {});
  if (!last.ok) return say({ tone: 'problem', text: sayFailure(last.failure).what });
  const action = last.value[way];
  if (action === null)
    return say({ tone: 'note', text: way === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.' });
  await undoAction(way, action.actionId);
}

/** Takes back one saved action, or does it again, and says which it was. */
export async function undoAction(way: 'undo' | 'redo', actionId: string): Promise<void> {
  const result = await change(`action.${way}`, { requestId: newRequestId(), actionId });
  if (!result.ok) {
    const said = sayFailure(result.failure);
    return say({ tone: 'problem', text: `${said.what} ${said.next}` });
  }
  say({ tone: 'saved', text: `${way === 'undo' ? 'Undone' : 'Done again'}: ${result.value.label}` });
}
