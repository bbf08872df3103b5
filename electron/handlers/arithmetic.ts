import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls by which a letter’s arithmetic is done again. */
export const arithmeticHandlers: OpenHandlers<Extract<CallName, `determination.${string}`>> = {
  'determination.check': unanswered,
  'determination.save': unanswered,
};
