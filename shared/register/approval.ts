import type { Determination } from '../policy/determination';
import type { ApprovalState, Cause } from './case';
import type { EntryKind } from './entry';
import type { Rules } from './rules';

/** What a petition or an appeal decided was decided by two people already: whoever keyed it, and whoever decided it. */
const decidedByTwo: ReadonlySet<Cause> = new Set<Cause>(['petition', 'appeal']);

/** Whether a determination made now waits for a second person: it refunds and cancels more than the office lets one person decide. */
export function needsSecondPerson(
  { secondPersonAbove }: Pick<Rules, 'secondPersonAbove'>,
  cause: Cause,
  { refund, cancelled }: Pick<Determination, 'refund' | 'cancelled'>,
): boolean {
  return secondPersonAbove !== null && !decidedByTwo.has(cause) && refund + cancelled > secondPersonAbove;
}

/** Whether a determination that stands so may be told to the student. */
export function mayBeTold(approval: ApprovalState): boolean {
  return approval === 'not-needed' || approval === 'approved';
}

/** What somebody did to a case that keeps them from approving it, with the words for it. */
const ownWork: Readonly<Partial<Record<EntryKind, string>>> = {
  'case.received': 'keyed',
  'case.held': 'keyed',
  'case.completed': 'keyed',
  'case.corrected': 'corrected',
  'case.determined': 'decided',
};

/** The kinds of entry that keep whoever made them from approving the case. */
export const ownWorkKinds: readonly EntryKind[] = Object.keys(ownWork) as EntryKind[];

/** Why somebody who made these entries of a case may not approve it; null where they made none of them. */
export function whyNotOwn(kinds: readonly EntryKind[]): string | null {
  const did = [...new Set(kinds.flatMap((kind) => ownWork[kind] ?? []))];
  // Whoever keys a form decides it by that: one word says it.
  const first = did.includes('keyed') ? 'keyed' : did[0];
  return first === undefined ? null : `You ${first} it yourself; another supervisor approves it.`;
}
