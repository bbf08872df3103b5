import { letterOffers, type LetterChoice, type LetterOffer } from '../../shared/letters/about';
import { officeStillOwes } from '../../shared/letters/letter';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { OpenContext } from './context';
import { earlierDecision } from './letter-earlier';
import { packOf } from './letter-source';

/** The letters that a case can have now, that of what happened last first; one that the office could not make yet only where it is the only one. */
export function offersOf(caseId: string, folded: FoldedCase, { register }: OpenContext): readonly LetterOffer[] {
  const petitions = register.petitions
    .foldedOfCase(caseId)
    .map((petition) => ({ ...petition, entries: register.happened('petition', petition.id) }));
  const before = earlierDecision(caseId, folded, register);
  const earlier = before && { number: before.folded.number, seq: before.present.seq };
  const offers = letterOffers(folded, register.happened('case', caseId), petitions, earlier);
  const { present } = folded;
  if (offers.length < 2 || present === null) return offers;
  const owes = officeStillOwes({ determination: present.determination, pack: packOf(present.packHash, register) });
  return owes.length === 0 ? offers : offers.filter((o) => o.what !== 'determination');
}

/** The same as the window shows them. */
export function choicesOf(offers: readonly LetterOffer[]): LetterChoice[] {
  return offers.map(({ what, petitionId, words }) => ({ what, petitionId, words }));
}
