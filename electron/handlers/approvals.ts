import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const approvalHandlers: OpenHandlers<Extract<CallName, `approval.${string}`>> = {
  'approval.list': unanswered,
  'approval.get': unanswered,
  'approval.give': unanswered,
  'approval.return': unanswered,
  'approval.defer': unanswered,
};
