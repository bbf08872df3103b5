import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const todayHandlers: OpenHandlers<Extract<CallName, `today.${string}`>> = {
  'today.counts': unanswered,
};
