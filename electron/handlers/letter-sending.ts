import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls about letters that leave as files, or come back. */
export const letterSendingHandlers: OpenHandlers<
  Extract<CallName, 'letter.saveSeparate' | 'letter.cameBack' | 'letter.sendAgain'>
> = {
  'letter.saveSeparate': unanswered,
  'letter.cameBack': unanswered,
  'letter.sendAgain': unanswered,
};
