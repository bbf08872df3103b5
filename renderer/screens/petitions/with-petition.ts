import type { CaseView } from '../../../shared/contract/cases';
import { dependsOnToday } from '../../../shared/policy/asked';
import type { CompiledPack } from '../../../shared/policy/compile';
import { packFor } from '../../../shared/policy/evaluate';
import { petitionDeadline, type PetitionDeadline } from '../../../shared/policy/petition-deadline';
import type { PetitionKind } from '../../../shared/register/petition';
import { factsOf } from '../../../shared/register/facts';
import type { Office } from '../../../shared/register/office';
import { decideLive, type Live } from '../../worksheet/live';

/** What stands of a petition before it is saved. */
export type PetitionTyped = { readonly kind: PetitionKind; readonly received: string; readonly reason: string };

/** What the policy says of a case once a petition is opened on it: its worksheet as far as it goes, and by when such a petition may come. */
export type WithPetition = { readonly live: Live; readonly deadline: PetitionDeadline | null };

/** A case with a petition on it that nobody has approved or decided yet, as the register will decide it. */
export function withPetition(
  view: CaseView,
  petition: PetitionTyped,
  office: Office,
  packs: readonly CompiledPack[],
  today: string,
): WithPetition {
  const newest = packs.findLast((p) => p.id === view.row.policy);
  const read = factsOf({
    ...view,
    decision: { ...petition, approvals: [], percent: null, authority: null },
    office,
    asOf: newest !== undefined && dependsOnToday(newest.pack) ? today : null,
  });
  if (!read.complete) return { live: { kind: 'waiting', missing: read.missing, timeline: null }, deadline: null };
  const pack = packFor(read.facts, packs);
  return {
    live: decideLive(read.facts, packs),
    deadline: pack === null ? null : petitionDeadline(pack, read.facts, petition.kind),
  };
}
