import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const trailHandlers: OpenHandlers<Extract<CallName, `history.${string}`>> = {
  'history.list': unanswered,
  'history.entry': unanswered,
  'history.case': unanswered,
  'history.proof': unanswered,
};
