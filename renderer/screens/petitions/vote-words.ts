import type { Vote } from '../../../shared/register/petition';
import { count } from '../wording';

/** The clerks’ words for a vote. */
export const voteWords: Readonly<Record<Vote['vote'], string>> = {
  grant: 'Grant',
  'in-part': 'Grant in part',
  deny: 'Deny',
  abstain: 'Abstains',
};

/** What the votes of a committee come to, and whether one side has most of them. */
export function tallyWords(votes: readonly Pick<Vote, 'vote'>[], members: number): string {
  const of = (vote: Vote['vote']): number => votes.filter((v) => v.vote === vote).length;
  const missing = members - votes.length;
  const sides = [of('grant'), of('in-part'), of('deny')].sort((a, b) => b - a);
  const [most = 0, next = 0] = sides;
  const counted = `${of('grant')} to grant, ${of('in-part')} to grant in part, ${of('deny')} to deny, ${count(of('abstain'), 'abstention')}.`;
  if (missing > 0) return `${counted} ${count(missing, 'member has', 'members have')} not voted yet.`;
  return most === next ? `${counted} The votes are even: no side has most of them.` : counted;
}
