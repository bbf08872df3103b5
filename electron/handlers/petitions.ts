import type { CallName } from '../../shared/contract';
import type { OpenHandlers } from './context';

const unanswered = (): never => {
  throw new Error('not answered yet');
};

/** Calls to come. */
export const petitionHandlers: OpenHandlers<Extract<CallName, `petition.${string}`>> = {
  'petition.list': unanswered,
  'petition.get': unanswered,
  'petition.open': unanswered,
  'petition.correct': unanswered,
  'petition.approve': unanswered,
  'petition.return': unanswered,
  'petition.answer': unanswered,
  'petition.vote': unanswered,
  'petition.preview': unanswered,
  'petition.decide': unanswered,
  'petition.withdraw': unanswered,
};
