import type { Pack } from '../policy/pack';
import type { Course } from '../register/course';
import type { StandingPetition } from '../register/fold-petition';
import type { Term } from '../register/office';
import type { ApprovalRole, PetitionKind } from '../register/petition';

/** The determination that a petition or appeal is about: the office's day on which it was made, what it refunded, and the letter that told of it. */
export type ToldAgainst = { readonly on: string; readonly refund: number; readonly letter: string | null };

/** The case that decided before on what a second form asks for again: the office's day of the decision, its letter, and when the refund was paid. */
export type ToldEarlier = {
  readonly caseNumber: string;
  readonly on: string;
  readonly letter: string | null;
  readonly paidOn: string | null;
};

/** A petition or appeal as a letter tells of it; days are the office's own. */
export type PetitionTold = {
  readonly step: 'received' | 'returned' | 'decided' | 'withdrawn';
  readonly kind: PetitionKind;
  readonly receivedOn: string;
  /** What the student asks for, in cents, where the paper names an amount. */
  readonly asked: number | null;
  /** By when the office decides; null once it has, and while it lies with the student. */
  readonly dueOn: string | null;
  /** What the policy still wants of it, by the policy's names; and the documents that were listed and have not come. */
  readonly missing: readonly string[];
  readonly awaited: readonly string[];
  /** Who said no. */
  readonly declined: readonly ApprovalRole[];
  readonly returned: { readonly on: string; readonly why: string; readonly answerBy: string | null } | null;
  readonly answeredOn: string | null;
  readonly withdrawnOn: string | null;
  readonly decision: {
    readonly verdict: 'granted' | 'in-part' | 'denied' | 'late';
    readonly on: string;
    readonly authority: string;
    /** Whether an amount was granted; a percentage then only stands for it. */
    readonly byAmount: boolean;
    readonly reason: string;
    /** The last day on which it could have come, where it was too late. */
    readonly deadline: string | null;
  } | null;
  readonly against: ToldAgainst | null;
};

/** What the student did with the form instead of dropping: took it back, or moved to another section. */
export type Instead =
  | { readonly kind: 'withdrawn'; readonly on: string }
  | { readonly kind: 'swapped'; readonly on: string; readonly course: Course; readonly term: Term | null };

/** A petition as a letter tells of it, from its entries and what the policy of its case asks for. */
export function toldPetition(
  folded: StandingPetition,
  step: PetitionTold['step'],
  pack: Pick<Pack, 'decisions'>,
  other: Pick<PetitionTold, 'dueOn' | 'withdrawnOn' | 'against'>,
): PetitionTold {
  const { petition, approvals, returns, decision } = folded;
  const last = returns.at(-1);
  const declined = approvals.filter((a) => a.verdict === 'declined').map((a) => a.role);
  const given = new Set<string>([
    ...approvals.filter((a) => a.verdict === 'declined' || a.signatureSeen).map((a) => a.role),
    ...(petition.reason === '' ? [] : ['reason']),
  ]);
  const needs = pack.decisions.find((rule) => rule.kind === petition.kind)?.needs ?? [];
  return {
    step,
    kind: petition.kind,
    receivedOn: petition.receivedOn,
    asked: petition.askedCents,
    missing: needs.filter((name) => asked.has(name) && !given.has(name)),
    awaited: petition.evidence.filter((e) => e.seenOn === null).map((e) => e.what),
    declined,
    returned: last === undefined ? null : { on: last.on, why: last.why, answerBy: last.answerBy },
    answeredOn: last?.answeredOn ?? null,
    decision:
      decision === null
        ? null
        : {
            verdict: decision.verdict,
            on: decision.on,
            authority: decision.verdict === 'late' ? '' : decision.authority,
            byAmount: decision.verdict !== 'late' && decision.cents !== null,
            // What the office writes of lateness itself says nothing that the letter does not.
            reason: decision.verdict === 'late' ? '' : decision.reason,
            deadline: decision.verdict === 'late' ? decision.deadline : null,
          },
    ...other,
  };
}

/** What a student can bring; the rest of what a policy needs of a petition is the office's own to say. */
const asked: ReadonlySet<string> = new Set(['reason', 'instructor', 'chair']);
