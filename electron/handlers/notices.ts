import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const noticeHandlers: OpenHandlers<Extract<CallName, `notice.${string}`>> = {
  'notice.withdraw': unanswered,
  'notice.swap': unanswered,
};
