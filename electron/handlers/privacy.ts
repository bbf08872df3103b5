import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const privacyHandlers: OpenHandlers<Extract<CallName, `disclosure.${string}` | `privacy.${string}`>> = {
  'disclosure.list': unanswered,
  'disclosure.record': unanswered,
  'privacy.flag': unanswered,
  'privacy.file': unanswered,
};
