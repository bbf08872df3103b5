import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const retentionHandlers: OpenHandlers<Extract<CallName, `retention.${string}`>> = {
  'retention.preview': unanswered,
  'retention.remove': unanswered,
};
