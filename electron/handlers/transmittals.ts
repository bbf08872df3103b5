import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls about batches for the Business Office. */
export const transmittalHandlers: OpenHandlers<
  Extract<CallName, `transmittal.${string}` | `exchange.${string}` | 'refund.list'>
> = {
  'refund.list': unanswered,
  'transmittal.list': unanswered,
  'transmittal.get': unanswered,
  'transmittal.close': unanswered,
  'transmittal.reopen': unanswered,
  'transmittal.saveCsv': unanswered,
  'transmittal.reconcile': unanswered,
  'exchange.get': unanswered,
  'exchange.save': unanswered,
};
