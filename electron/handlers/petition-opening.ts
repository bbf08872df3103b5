import type { Write } from '../../db/actions';
import type { Failure } from '../../shared/errors';
import { isUndecided } from '../../shared/register/petition-decision';
import type { PetitionFields } from '../../shared/register/petition';
import type { OpenContext } from './context';
import type { Standing } from './petition-facts';

/** What is known of a petition that comes in: its case, its paper, the determination that an appeal is against, whether it came with the form. */
export type Coming = {
  readonly caseId: string;
  readonly petition: PetitionFields;
  readonly againstSeq?: number | null;
  readonly enclosed?: boolean;
};

/** A petition about to be received; it has no number yet. */
export function opening(
  { caseId, petition, againstSeq = null, enclosed = false }: Coming,
  { session, desktop }: OpenContext,
  write: Write,
): Standing {
  return {
    id: write.newId(),
    number: '',
    caseId,
    petition,
    againstSeq,
    enclosed,
    state: 'open',
    enteredAt: desktop.now(),
    person: session().account,
    approvals: [],
    votes: [],
    returns: [],
    decision: null,
  };
}

/** Writes that a petition was received, under the next number of its case: petitions and appeals are counted apart. */
export function receivePetition(
  opened: Standing,
  caseNumber: string,
  { register }: OpenContext,
  write: Write,
): Standing {
  const { id, caseId, petition, againstSeq, enclosed } = opened;
  const appeal = petition.kind === 'appeal';
  const number = `${caseNumber}-${appeal ? 'A' : 'P'}${register.petitions.numbered(caseId, appeal) + 1}`;
  write.entry('petition.received', id, { number, caseId, petition, againstSeq, enclosed });
  return { ...opened, number };
}

/** Another petition of the same kind that waits on the same case: the two would be decided apart. */
export function openTwin(
  caseId: string,
  id: string | null,
  { kind }: Pick<PetitionFields, 'kind'>,
  { register }: OpenContext,
): Failure | null {
  const twin = register.petitions
    .foldedOfCase(caseId)
    .find((p) => p.id !== id && isUndecided(p) && p.petition.kind === kind);
  if (twin === undefined) return null;
  return {
    kind: 'wrong-state',
    message: `${twin.number} asks for the same and is not decided yet.`,
    next: 'Correct that one, or record that it was withdrawn, before another is opened.',
  };
}
