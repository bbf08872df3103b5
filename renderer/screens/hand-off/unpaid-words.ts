import type { UnpaidWhy } from '../../../shared/register/transmittal';

/** Why a payment came to nothing, in words. */
export const unpaidWords: Record<UnpaidWhy, string> = {
  uncashed: 'Check never cashed',
  returned: 'Check came back',
  stopped: 'Payment stopped',
  mistake: 'Entered wrongly, not a payment',
};
