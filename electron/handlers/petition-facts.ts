import { formatDay } from '../../shared/day';
import { packFor } from '../../shared/policy/evaluate';
import type { CompiledPack } from '../../shared/policy/compile';
import { withReadingsInForce } from '../../shared/policy/in-force';
import type { Facts } from '../../shared/policy/facts';
import { petitionDeadline, type PetitionDeadline } from '../../shared/policy/petition-deadline';
import type { Content } from '../../shared/register/contents';
import { factsOf, type FactSources } from '../../shared/register/facts';
import type { StandingPetition } from '../../shared/register/fold-petition';
import { decisionOf, isUndecided, type Asking } from '../../shared/register/petition-decision';
import type { PetitionFields } from '../../shared/register/petition';
import { packsOf } from '../packs';
import type { OpenContext } from './context';
import { determine, type Determining } from './policies';

/** What the policy is told of petitions and appeals, and what it says to it. */

/** A petition by its identifier, as it stands or as it is about to stand. */
export type Standing = StandingPetition & { readonly id: string };

type Late = Extract<Content['petition.decided'], { verdict: 'late' }>;

/**
 * The records of a case with what its petitions and appeals bring. A petition that came too late takes nothing away: where the policy
 * refunds or cancels something without it, it brings nothing.
 */
export function withPetitions(own: FactSources, petitions: readonly Asking[], context: OpenContext): FactSources {
  if (petitions.length === 0) return own;
  const undecided = petitions.some(isUndecided);
  const decision = decisionOf(petitions);
  const late = decision !== null && petitions.some((p) => p.state === 'late' && p.petition.kind === decision.kind);
  if (!late || decision.percent !== null) return { ...own, decision, undecided };
  const standard = madeOf({ ...own, decision: null }, context)?.determination;
  const gives = standard !== undefined && standard.refund + standard.cancelled > 0;
  return { ...own, decision: gives ? null : decision, undecided };
}

/** The determination of a case from its records; null where something for it is still missing. */
export function madeOf(sources: FactSources, { register }: OpenContext): Determining | null {
  const facts = factsOf(sources);
  if (!facts.complete) return null;
  const decided = determine(facts.facts, packsOf(register));
  return decided.ok ? decided.made : null;
}

/** The facts of a case without any petition or appeal, by the version of the policy that decides it; null while they are not complete. */
export function standardFacts(
  sources: FactSources,
  { register }: OpenContext,
): { readonly facts: Facts; readonly pack: CompiledPack } | null {
  const read = factsOf({ ...sources, decision: null, form: sources.form && { ...sources.form, petition: null } });
  if (!read.complete) return null;
  const packs = packsOf(register);
  const facts = withReadingsInForce(read.facts, packs);
  const pack = packFor(facts, packs);
  return pack === null ? null : { facts, pack };
}

/** The last day on which a petition about a case may be received; null where the policy sets none, or the case does not say enough. */
export function deadlineFor(
  kind: PetitionFields['kind'],
  sources: FactSources,
  context: OpenContext,
): PetitionDeadline | null {
  const standard = standardFacts(sources, context);
  return standard === null ? null : petitionDeadline(standard.pack, standard.facts, kind);
}

/** What the policy says against granting a petition of a kind, whatever its reasons; null where it can be granted. */
export function forbiddenBy(
  petition: Pick<PetitionFields, 'kind' | 'receivedOn'>,
  sources: FactSources,
  context: OpenContext,
): { readonly clause: string; readonly text: string } | null {
  const standard = standardFacts(sources, context);
  if (standard === null) return null;
  const { pack, facts } = standard;
  const says = (clause: string): string => pack.pack.clauses[clause]?.says.en ?? '';
  const rule = pack.rules.decisions.get(petition.kind);
  if (rule === undefined) {
    const clause = pack.pack.unknownDecisionClause;
    return {
      clause,
      text: `The policy of this course knows no such petition: whatever were decided, the case would be referred. ${says(clause)}`,
    };
  }
  // The best that could be said for it: what is refused even then is refused always.
  const best = { reason: 'stated', approvals: ['instructor', 'chair'], percent: 100, authority: 'somebody' };
  const decision = { kind: petition.kind, received: petition.receivedOn, ...best };
  const determination = pack.evaluate({ ...facts, decision });
  const final = determination.outcome === 'refused' && determination.steps.some((s) => s.rule === 'no-exception');
  return final ? { clause: determination.clause, text: says(determination.clause) } : null;
}

/** The petitions that wait and came too late for their course, each with what is written of that. */
export function lateAmong(
  petitions: readonly Standing[],
  sources: FactSources,
  context: OpenContext,
): { readonly petition: Standing; readonly content: Late }[] {
  return petitions.filter(isUndecided).flatMap((petition) => {
    const { kind, receivedOn } = petition.petition;
    const deadline = deadlineFor(kind, sources, context);
    if (deadline === null || receivedOn <= deadline.through) return [];
    const reason = `It was received on ${formatDay(receivedOn, 'en')}; the last day was ${formatDay(deadline.through, 'en')} (${deadline.clause}).`;
    return [
      { petition, content: { verdict: 'late' as const, on: context.local().day, deadline: deadline.through, reason } },
    ];
  });
}

/** The petitions as they stand once those that came too late are refused for it. */
export function refusedFor(
  late: readonly { readonly petition: Standing; readonly content: Late }[],
  petitions: readonly Standing[],
  context: OpenContext,
): Standing[] {
  return petitions.map((petition) => {
    const own = late.find((l) => l.petition.id === petition.id);
    return own === undefined ? petition : asDecided(petition, own.content, context);
  });
}

/** A petition once it is decided so, before the entry is written. */
export function asDecided(
  petition: Standing,
  content: Content['petition.decided'],
  { session, desktop }: OpenContext,
): Standing {
  const said = { seq: Number.MAX_SAFE_INTEGER, person: session().account, at: desktop.now() };
  return { ...petition, state: content.verdict, decision: { ...content, ...said } };
}
