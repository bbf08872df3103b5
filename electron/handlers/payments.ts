import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls about what the Business Office paid. */
export const paymentHandlers: OpenHandlers<Extract<CallName, `payment.${string}`>> = {
  'payment.read': unanswered,
  'payment.preview': unanswered,
  'payment.import': unanswered,
  'payment.enter': unanswered,
  'payment.fail': unanswered,
};
