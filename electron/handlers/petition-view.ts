import type { KeptAttachment, PetitionView } from '../../shared/contract/petitions';
import { petitionMissing } from '../../shared/policy/bands';
import type { StandingPetition } from '../../shared/register/fold-petition';
import { approvalsThatCount, decisionOf, isUndecided } from '../../shared/register/petition-decision';
import type { FoldedCase } from '../../shared/register/fold-case';
import { fail, ok, type Result } from '../../shared/result';
import { caseView } from './case-view';
import type { OpenContext } from './context';
import { deadlineFor, forbiddenBy, standardFacts } from './petition-facts';
import { findPetition, type Found } from './petition-found';
import { whyNotDecide } from './petition-people';

/** Everything the page of a petition or appeal shows, read from the tables. */
export function petitionView(id: string, context: OpenContext): Result<PetitionView> {
  const { register, local } = context;
  const row = register.petitions.row(id, local().day);
  const found = findPetition(id, context);
  if (!found.ok) return found;
  const { petition, folded, sources } = found.value;
  if (row === null) return fail({ kind: 'not-found', what: 'That petition' });
  const view = caseView(petition.caseId, context);
  if (!view.ok) return view;
  const standard = standardFacts(sources, context);
  const { kind } = petition.petition;
  const undecided = isUndecided(petition);
  // A late drop gives nothing of its own: with what is recorded of it the policy says what is still missing.
  const standing = undecided && kind === 'late-drop' ? decisionOf([petition]) : null;
  return ok({
    row,
    petition: petition.petition,
    enclosed: petition.enclosed,
    againstSeq: petition.againstSeq,
    approvals: [...petition.approvals],
    votes: [...petition.votes],
    returns: [...petition.returns],
    decision: decisionShown(petition),
    deadline: deadlineFor(kind, sources, context),
    standard: standard === null ? null : standard.pack.evaluate({ ...standard.facts, decision: standing }),
    missing: undecided ? missingOf(found.value, context) : [],
    case: view.value,
    attachments: attachmentsOf(folded).filter((a) => a.petitionId === id),
    entries: register.entries('petition', id),
    whyNotDecide: undecided ? whyNotDecide(found.value, context) : null,
    forbidden: undecided ? forbiddenBy(petition.petition, sources, context) : null,
  });
}

/** The papers kept with a case as screens show them, those taken out again among them. */
export function attachmentsOf({ attachments }: Pick<FoldedCase, 'attachments'>): KeptAttachment[] {
  return attachments.map((a) => ({ ...a }));
}

/** What the petition itself still lacks before it can be granted: its reason, and the approvals that do not count yet. */
export function missingOf({ petition, sources }: Pick<Found, 'petition' | 'sources'>, context: OpenContext): string[] {
  const rule = standardFacts(sources, context)?.pack.rules.decisions.get(petition.petition.kind);
  // Where it replaces what the policy gives, its decision states the reason, the percentage and the authority.
  const ofItself = new Set(rule?.read === 'by-band' ? ['reason', 'instructor', 'chair'] : ['instructor', 'chair']);
  const needs = (rule?.needs ?? []).filter((need) => ofItself.has(need));
  return petitionMissing(needs, {
    kind: petition.petition.kind,
    reason: petition.petition.reason,
    approvals: approvalsThatCount(petition),
  });
}

function decisionShown({ decision }: StandingPetition): PetitionView['decision'] {
  if (decision === null) return null;
  const { verdict, reason, on, person, at } = decision;
  return decision.verdict === 'late'
    ? { verdict, reason, on, person, at, percent: null, cents: null, authority: '', deadline: decision.deadline }
    : {
        verdict,
        reason,
        on,
        person,
        at,
        percent: decision.percent,
        cents: decision.cents,
        authority: decision.authority,
        deadline: null,
      };
}
