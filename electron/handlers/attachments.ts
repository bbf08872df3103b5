import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const attachmentHandlers: OpenHandlers<Extract<CallName, `attachment.${string}`>> = {
  'attachment.add': unanswered,
  'attachment.list': unanswered,
  'attachment.get': unanswered,
  'attachment.save': unanswered,
  'attachment.remove': unanswered,
};
