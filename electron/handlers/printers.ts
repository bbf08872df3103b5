import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls about this PC’s printers. */
export const printerHandlers: OpenHandlers<Extract<CallName, `printer.${string}`>> = {
  'printer.list': unanswered,
  'printer.choose': unanswered,
  'printer.nudge': unanswered,
};
