import type { Facts } from '../policy/facts';
import type { StandingPetition } from './fold-petition';
import { approvalRoles, type ApprovalRole, type PetitionState } from './petition';

type Decision = NonNullable<Facts['decision']>;

/** What of a petition the policy is told. */
export type Asking = Pick<StandingPetition, 'petition' | 'state' | 'enclosed' | 'approvals' | 'decision'>;

const granted: ReadonlySet<PetitionState> = new Set<PetitionState>(['granted', 'in-part']);
const undecided: ReadonlySet<PetitionState> = new Set<PetitionState>(['open', 'returned']);

/** Whether a petition or appeal waits for its decision, at the office or with the student. */
export function isUndecided({ state }: Pick<StandingPetition, 'state'>): boolean {
  return undecided.has(state);
}

/** Who approved a late drop so that it counts: they said yes, and somebody of the office saw the signature. */
export function approvalsThatCount({ approvals }: Pick<StandingPetition, 'approvals'>): ApprovalRole[] {
  return approvals.filter((a) => a.verdict === 'approved' && a.signatureSeen).map((a) => a.role);
}

/**
 * The decision that a case’s petitions and appeals bring into its facts: the latest appeal that was granted, wholly or in part; else the
 * latest petition that was granted or came too late; else a late drop as it stands, and what came enclosed with the form as it stands.
 * Null where nothing of the kind counts: then the policy answers by itself.
 */
export function decisionOf(petitions: readonly Asking[]): Decision | null {
  const latest = [...petitions].sort((a, b) => (a.decision?.seq ?? 0) - (b.decision?.seq ?? 0)).reverse();
  const appeal = latest.find((p) => p.petition.kind === 'appeal' && granted.has(p.state));
  const decided = appeal ?? latest.find((p) => granted.has(p.state) || p.state === 'late');
  if (decided !== undefined) return decidedAs(decided);
  const standing =
    petitions.findLast((p) => p.petition.kind === 'late-drop' && (isUndecided(p) || p.state === 'denied')) ??
    petitions.findLast((p) => p.enclosed && isUndecided(p)) ??
    petitions.findLast((p) => p.enclosed && p.petition.kind === 'reinstatement' && p.state === 'denied');
  return standing === undefined ? null : asItStands(standing);
}

function decidedAs(asking: Asking): Decision {
  const { petition, decision } = asking;
  const stated = asItStands(asking);
  if (decision === null || decision.verdict === 'late') return stated;
  // A late drop is complete by the reason that the student states; what sets a percentage gives a reason of its own.
  if (petition.kind === 'late-drop') return stated;
  return {
    ...stated,
    reason: orNull(decision.reason) ?? stated.reason,
    // A request to come back is granted whole or not at all.
    percent: petition.kind === 'reinstatement' ? 100 : decision.percent,
    authority: orNull(decision.authority),
  };
}

function asItStands(asking: Asking): Decision {
  const { petition, state } = asking;
  const denied = state === 'denied';
  const approvals = approvalsThatCount(asking);
  // A late drop that was denied never completes: what lacks an approval lacks that, and what has both lacks a reason that was accepted.
  const unaccepted = denied && petition.kind === 'late-drop' && approvals.length === approvalRoles.length;
  return {
    kind: petition.kind,
    received: petition.receivedOn,
    reason: unaccepted ? null : orNull(petition.reason),
    approvals,
    percent: denied && petition.kind === 'reinstatement' ? 0 : null,
    authority: null,
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
