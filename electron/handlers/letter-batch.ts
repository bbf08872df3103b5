import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls by which many letters are made at once. */
export const letterBatchHandlers: OpenHandlers<Extract<CallName, 'letter.makeAll' | 'letter.stop'>> = {
  'letter.makeAll': unanswered,
  'letter.stop': unanswered,
};
