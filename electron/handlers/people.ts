import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const personHandlers: OpenHandlers<Extract<CallName, `person.${string}` | `rules.${string}`>> = {
  'person.first': unanswered,
  'person.signIn': unanswered,
  'person.signOut': unanswered,
  'person.lock': unanswered,
  'person.recover': unanswered,
  'person.printRecovery': unanswered,
  'person.newRecovery': unanswered,
  'person.list': unanswered,
  'person.names': unanswered,
  'person.add': unanswered,
  'person.change': unanswered,
  'person.setPassphrase': unanswered,
  'person.changeOwn': unanswered,
  'rules.get': unanswered,
  'rules.save': unanswered,
};
