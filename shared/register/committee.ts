import type { PetitionDecision, Vote } from './petition';

/** Names as a sentence has them: `A, B and C`. */
export function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A member of the committee by the name somebody typed, as the office's rules spell it; null where nobody is called so. */
export function memberOf(committee: readonly string[], typed: string): string | null {
  const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return committee.find((name) => plain(name) === plain(typed)) ?? null;
}

const verdictOf = { grant: 'granted', 'in-part': 'in-part', deny: 'denied' } as const;

/** How a committee has voted on an appeal. */
export type Count = {
  readonly votes: Readonly<Record<PetitionDecision['verdict'], number>>;
  readonly abstained: number;
  /** Members who have not voted. */
  readonly awaited: readonly string[];
  /** What more than half of the members who do not abstain voted for; null while there is no such thing. */
  readonly verdict: PetitionDecision['verdict'] | null;
};

/** Counts the members’ last votes. Whoever abstains is not counted; whoever has not voted is, so that no minority decides. */
export function countVotes(committee: readonly string[], votes: readonly Pick<Vote, 'member' | 'vote'>[]): Count {
  const counted = { granted: 0, 'in-part': 0, denied: 0 };
  const awaited: string[] = [];
  let abstained = 0;
  for (const member of committee) {
    const vote = votes.findLast((v) => v.member === member)?.vote;
    if (vote === undefined) awaited.push(member);
    else if (vote === 'abstain') abstained += 1;
    else counted[verdictOf[vote]] += 1;
  }
  const needed = (committee.length - abstained) / 2;
  const verdict = (['granted', 'in-part', 'denied'] as const).find((v) => counted[v] > needed) ?? null;
  return { votes: counted, abstained, awaited, verdict };
}
