import type { Write } from '../../db/actions';
import type { Input } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Failure, Problem } from '../../shared/errors';
import { countVotes, listOf, memberOf } from '../../shared/register/committee';
import type { PetitionDecision } from '../../shared/register/petition';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { findStanding, type Found } from './petition-found';

/** Records a committee member's vote on an appeal. A later vote of the same member counts in place of the earlier one; both are kept. */
export function recordVote({ id, vote }: Input<'petition.vote'>, context: OpenContext, write: Write): Result<unknown> {
  const found = findStanding(id, ['open', 'returned'], context);
  if (!found.ok) return found;
  const { petition } = found.value;
  if (petition.petition.kind !== 'appeal')
    return fail({
      kind: 'wrong-state',
      message: `${petition.number} is no appeal: the committee votes on appeals.`,
      next: 'A supervisor decides a petition.',
    });
  const { committee } = context.register.office.rules();
  if (committee.length === 0)
    return fail({
      kind: 'wrong-state',
      message: 'This office has no committee: no votes are needed.',
      next: 'A supervisor decides the appeal; an administrator can set a committee in the rules.',
    });
  const problems: Problem[] = [];
  const member = memberOf(committee, vote.member);
  if (member === null)
    problems.push({
      field: 'member',
      message: `“${vote.member}” is not on the committee (${listOf(committee)}). Only its members vote.`,
    });
  if (vote.conflict && vote.vote !== 'abstain')
    problems.push({ field: 'vote', message: 'A member with a conflict of interest abstains. Record an abstention.' });
  const said = formatDay(vote.on, 'en');
  if (vote.on > context.local().day)
    problems.push({ field: 'on', message: `${said} is in the future: nobody can have voted yet. Check the date.` });
  else if (vote.on < petition.petition.receivedOn)
    problems.push({
      field: 'on',
      message: `${said} is before the appeal came (${formatDay(petition.petition.receivedOn, 'en')}). Check the date.`,
    });
  if (problems.length > 0 || member === null) return fail({ kind: 'invalid', problems });
  write.entry('petition.voted', id, { ...vote, member });
  return ok(null);
}

/** Why the committee's votes do not carry a decision on an appeal; null where they do, or none are needed. */
export function committeeAgainst(
  { petition }: Found,
  verdict: PetitionDecision['verdict'],
  { register }: OpenContext,
): Failure | null {
  const { committee } = register.office.rules();
  if (petition.petition.kind !== 'appeal' || committee.length === 0) return null;
  const count = countVotes(committee, petition.votes);
  if (count.verdict === verdict) return null;
  const { granted, denied } = count.votes;
  const tally = `${granted} to grant, ${count.votes['in-part']} to grant in part, ${denied} to deny, ${count.abstained} abstaining`;
  if (count.verdict !== null)
    return {
      kind: 'wrong-state',
      message: `The committee voted otherwise: ${tally}.`,
      next: 'Decide as the majority voted, or record the votes that were changed.',
    };
  const { awaited } = count;
  return {
    kind: 'wrong-state',
    message: `The committee has no majority: ${tally}.`,
    next:
      awaited.length > 0
        ? `Record the ${awaited.length === 1 ? 'vote' : 'votes'} of ${listOf(awaited)} first.`
        : 'The votes are tied. Let the members vote again and record their new votes.',
  };
}
