import type { Hand } from '../../db/nouns/approvals';
import { determinationHash } from '../../db/nouns/case-rows';
import type { Failure } from '../../shared/errors';
import { whyNotOwn } from '../../shared/register/approval';
import type { Cause } from '../../shared/register/case';
import type { Determined, FoldedCase } from '../../shared/register/fold-case';
import { fail, ok, type Result } from '../../shared/result';
import { isStale, sourcesOf } from './case-view';
import type { OpenContext } from './context';

/** The determination that a second person saw, by its sequence and the hash of its stored text. */
type Named = { readonly caseId: string; readonly determinationSeq: number; readonly hash: string };

/** Why somebody may not approve a case that these hands made; null where they may. */
export function whyNot(hands: readonly Hand[], account: string): string | null {
  return whyNotOwn(hands.find((hand) => hand.person === account)?.kinds ?? []);
}

/** A case with the determination that was named. */
type Standing = { readonly number: string; readonly present: Determined; readonly folded: FoldedCase };

/** The case with the determination that was named, where it still waits and nobody has changed it since, and the person who asks had no hand in it; else why not. */
export function standsFor(named: Named, context: OpenContext): Result<Standing> {
  const { register } = context;
  const folded = register.cases.folded(named.caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const { number, present } = folded;
  if (present === null)
    return fail(refused(`${number} ${gone[folded.state]}.`, 'Nothing of it is to be approved now.'));
  if (present.seq !== named.determinationSeq || determinationHash(present) !== named.hash)
    return fail(
      refused(`${number} ${changed[present.cause]} since you looked at it.`, 'Look at it again, then decide.'),
    );
  const spoken = spokenFor(folded, present, (account) => register.people.withAccount(account)?.name ?? account);
  if (spoken !== null) return fail(spoken);
  const own = whyNot(register.approvals.hands(named.caseId), context.session().account);
  if (own !== null) return fail(refused(`${number} cannot be approved by you. ${own}`, 'Leave it to them.'));
  return ok({ number, present, folded });
}

/** That a determination is not approved, because what it was decided from has changed since; null where it has not. */
export function outdated(caseId: string, { number, folded }: Standing, context: OpenContext): Failure | null {
  if (!isStale(folded, sourcesOf(folded.form, context, caseId), context)) return null;
  return refused(
    `${number} was decided from facts that have changed since: the student, the course, the fees or the office.`,
    'Return it, so that it is decided again.',
  );
}

/** That determinations of different outcomes cannot be approved at one go; each case stands for its outcome. */
export function unlike(cases: readonly string[]): Failure {
  return refused(
    `The ticked cases have different outcomes: ${cases.join('; ')}.`,
    'Nothing was approved. Tick only cases of one outcome, and approve those together.',
  );
}

/** What a second person has said of a determination already, or that none is asked. */
function spokenFor(
  { number, approval, said }: FoldedCase,
  { seq }: Determined,
  nameOf: (account: string) => string,
): Failure | null {
  const by = nameOf(said.findLast((s) => s.determinationSeq === seq && s.what !== 'deferred')?.person ?? '');
  switch (approval) {
    case 'waiting':
      return null;
    case 'not-needed':
      return refused(`${number} needs no approval.`, 'Its letter can be made.');
    case 'approved':
      return refused(`${number} was approved by ${by} already.`, 'Nothing more is to be done.');
    case 'returned':
      return refused(`${number} was returned by ${by}.`, 'It comes back here when it is corrected or decided again.');
  }
}

function refused(message: string, next: string): Failure {
  return { kind: 'wrong-state', message, next };
}

const gone: Readonly<Record<FoldedCase['state'], string>> = {
  held: 'is held again and has no determination now',
  decided: 'has no determination now',
  withdrawn: 'was taken back by the student since',
  swapped: 'was changed to another section since',
  undone: 'was undone since',
  removed: 'was removed since, as the office’s rules on keeping say',
};

const changed: Readonly<Record<Cause, string>> = {
  form: 'was decided anew',
  correction: 'was corrected',
  'course-cancelled': 'was decided again for its cancelled class',
  'facts-changed': 'was decided again',
  petition: 'was decided again on a petition',
  appeal: 'was decided again on an appeal',
};
