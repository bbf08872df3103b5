import type { Content, Kept, PetitionReceivedContent } from './contents';
import type { ApprovalRole, PetitionApproval, PetitionFields, PetitionState, Vote } from './petition';

type Said<T> = T & { readonly seq: number; readonly person: string; readonly at: string };

/** A time that a petition lay with the student: from being returned until the answer came (null while it has not). */
export type Return = Content['petition.returned'] & { readonly answeredOn: string | null; readonly answer: string };

/** A petition or appeal as it stands. */
export type StandingPetition = Omit<PetitionReceivedContent, 'petition'> & {
  readonly state: PetitionState;
  readonly petition: PetitionFields;
  readonly enteredAt: string;
  readonly person: string;
  /** What was said last for each role. */
  readonly approvals: readonly Said<PetitionApproval>[];
  readonly votes: readonly Said<Vote>[];
  readonly returns: readonly Return[];
  readonly decision: Said<Content['petition.decided']> | null;
};

/** A petition from its entries; null where it was never received. */
export function foldPetition(entries: readonly Kept[]): StandingPetition | null {
  const first = entries.find((e) => e.kind === 'petition.received');
  if (first?.kind !== 'petition.received') return null;
  let { petition } = first.content;
  let state: PetitionState = first.undone ? 'undone' : 'open';
  const approvals = new Map<ApprovalRole, Said<PetitionApproval>>();
  const votes = new Map<string, Said<Vote>>();
  let returns: Return[] = [];
  let decision: StandingPetition['decision'] = null;
  for (const entry of entries) {
    if (entry.undone) continue;
    const said = { seq: entry.seq, person: entry.person, at: entry.at };
    switch (entry.kind) {
      case 'petition.corrected':
        ({ petition } = entry.content);
        break;
      case 'petition.approval':
        approvals.set(entry.content.role, { ...entry.content, ...said });
        break;
      case 'petition.returned':
        returns = [...returns, { ...entry.content, answeredOn: null, answer: '' }];
        state = 'returned';
        break;
      case 'petition.answered': {
        const { on, note } = entry.content;
        returns = returns.map((r) => (r.answeredOn === null ? { ...r, answeredOn: on, answer: note } : r));
        state = 'open';
        break;
      }
      case 'petition.voted':
        votes.set(entry.content.member, { ...entry.content, ...said });
        break;
      case 'petition.decided':
        decision = { ...entry.content, ...said };
        state = entry.content.verdict;
        break;
      case 'petition.withdrawn':
        state = 'withdrawn';
        break;
      default:
        break;
    }
  }
  return {
    ...first.content,
    petition,
    state,
    enteredAt: first.at,
    person: first.person,
    approvals: [...approvals.values()],
    votes: [...votes.values()],
    returns,
    decision,
  };
}
