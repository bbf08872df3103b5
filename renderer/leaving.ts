import { sayFailure } from '../shared/errors';
import { storeDrafts } from './forms/draft';
import { say } from './status';
import { call } from './wire';

/** Locks the desk or ends one's turn at it; what is half typed is stored first. */
export async function leaveDesk(how: 'person.lock' | 'person.signOut'): Promise<void> {
  await storeDrafts();
  const left = await call(how, {});
  if (!left.ok) say({ tone: 'problem', text: sayFailure(left.failure).what });
}
