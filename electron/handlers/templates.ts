import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls about the words of letters. */
export const templateHandlers: OpenHandlers<Extract<CallName, `template.${string}`>> = {
  'template.list': unanswered,
  'template.get': unanswered,
  'template.preview': unanswered,
  'template.save': unanswered,
  'template.drop': unanswered,
};
