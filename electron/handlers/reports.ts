import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls about reports. */
export const reportHandlers: OpenHandlers<Extract<CallName, `report.${string}`>> = {
  'report.run': unanswered,
  'report.save': unanswered,
};
