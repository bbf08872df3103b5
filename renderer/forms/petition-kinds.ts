import type { Pack } from '../../shared/policy/pack';
import { petitionKinds, type PetitionKind } from '../../shared/register/petition';

/** The petitions that can be opened under a policy, appeals apart: those it knows; where it knows none, all, so that what came can be recorded. One that is there already stays to be seen. */
export function petitionKindsOffered(
  pack: Pick<Pack, 'decisions'> | null,
  present: PetitionKind | null = null,
): readonly PetitionKind[] {
  const asked = petitionKinds.filter((kind) => kind !== 'appeal');
  const known = asked.filter((kind) => pack?.decisions.some((d) => d.kind === kind) === true);
  const offered: readonly PetitionKind[] = known.length === 0 ? asked : known;
  return present === null || offered.includes(present) ? offered : [...offered, present];
}
