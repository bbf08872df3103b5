import type { Write } from '../../db/actions';
import type { LetterAbout } from '../../shared/letters/about';
import type { FoldedLetter } from '../../shared/register/fold-letter';
import type { StandingPetition } from '../../shared/register/fold-petition';
import type { OpenContext } from './context';
import { aboutOf } from './letter-source';

/** Voids the letters of a petition's earlier steps that have not gone out: another step has followed. */
export function voidStepLetters(
  { caseId }: Pick<StandingPetition, 'caseId'>,
  petitionId: string,
  why: string,
  context: OpenContext,
  write: Write,
): void {
  voidWhere(caseId, (letter) => aboutOf(letter).petitionId === petitionId, why, context, write);
}

/** Voids the letters of a case whose place a new one takes, where they have not gone out; `petitionId` is of the petition whose decision it tells. */
export function voidReplaced(
  caseId: string,
  by: LetterAbout & { readonly number: string },
  petitionId: string | null,
  context: OpenContext,
  write: Write,
): void {
  const replaced = (letter: FoldedLetter): boolean => {
    if (by.what === 'withdrawn' || by.what === 'swapped') return true;
    const about = aboutOf(letter);
    if (about.petitionId !== null) return about.petitionId === (by.petitionId ?? petitionId);
    return by.what === 'determination';
  };
  voidWhere(caseId, replaced, `${by.number} takes its place.`, context, write);
}

function voidWhere(
  caseId: string,
  test: (letter: FoldedLetter) => boolean,
  why: string,
  { register }: OpenContext,
  write: Write,
): void {
  for (const { id, state } of register.letters.ofCase(caseId)) {
    if (state === 'mailed' || state === 'voided') continue;
    const letter = register.letters.get(id);
    if (letter !== null && test(letter)) write.entry('letter.voided', id, { why });
  }
}
