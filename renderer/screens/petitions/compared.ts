import type { PetitionView } from '../../../shared/contract/petitions';
import type { Compared } from './compare-bars';

/** What the policy gives by itself and what the paper asks, before what is decided. Refunds and cancelled fees together. */
export function comparedOf(view: PetitionView, decision: Compared): readonly Compared[] {
  const { standard, petition } = view;
  return [
    { words: 'The policy gives', cents: standard === null ? null : standard.refund + standard.cancelled },
    { words: 'Asked', cents: petition.askedCents },
    decision,
  ];
}
