import type { Write } from '../../db/actions';
import type { Input, Output } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Failure, Problem } from '../../shared/errors';
import { formatCents } from '../../shared/money';
import { listOf } from '../../shared/register/committee';
import { collected } from '../../shared/register/enrolment';
import { isExactPercent, percentGiving } from '../../shared/register/granted-percent';
import type { PetitionDecision } from '../../shared/register/petition';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { determinedWith, standingWith, writeDecided } from './petition-determine';
import { asDecided, forbiddenBy, standardFacts } from './petition-facts';
import { findStanding, type Found } from './petition-found';
import { whyNotDecide } from './petition-people';
import { committeeAgainst } from './petition-votes';
import { missingOf } from './petition-view';
import type { Determining } from './policies';

/** Decides a petition or appeal: its decision and the determination that follows, in one action. Nothing is overwritten. */
export function decidePetition(
  { id, decision }: Input<'petition.decide'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = findStanding(id, ['open'], context);
  if (!found.ok) return found;
  const { petition, folded } = found.value;
  const whyNot = whyNotDecide(found.value, context);
  if (whyNot !== null)
    return fail({
      kind: 'wrong-state',
      message: whyNot,
      next: 'What two people have looked at cannot be one person’s mistake.',
    });
  const against = committeeAgainst(found.value, decision.verdict, context);
  if (against !== null) return fail(against);
  const planned = planDecision(found.value, decision, context);
  if (!planned.ok) return planned;
  const { made, content } = planned.value;
  write.entry('petition.decided', id, content);
  const cause = petition.petition.kind === 'appeal' ? 'appeal' : 'petition';
  const why = `${petition.number} was ${verdictWords[decision.verdict]}.`;
  writeDecided(petition.caseId, folded, { cause, why, made, petitionId: id }, context, write);
  return ok(null);
}

/** What a decision would come to, by the same rules; nothing is recorded. */
export function previewDecision(
  { id, decision }: Input<'petition.preview'>,
  context: OpenContext,
): Result<Output<'petition.preview'>> {
  const found = findStanding(id, ['open', 'returned'], context);
  if (!found.ok) return found;
  const planned = planDecision(found.value, decision, context, true);
  if (!planned.ok) return planned;
  const { made, content } = planned.value;
  return ok({ determination: made.determination, label: made.label, percent: content.percent });
}

const verdictWords = { granted: 'granted', 'in-part': 'granted in part', denied: 'denied' } as const;

type Planned = { readonly content: PetitionDecision; readonly made: Determining };

/** The decision as it would be kept and what the case then comes to; or what stands against it. A preview needs neither authority nor reason yet. */
function planDecision(
  found: Found,
  decision: PetitionDecision,
  context: OpenContext,
  preview = false,
): Result<Planned> {
  const { id, petition, folded, sources } = found;
  if (folded.present === null)
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} is held: nothing has been decided yet that a petition could change.`,
      next: 'Complete the form first.',
    });
  const granting = decision.verdict !== 'denied';
  const forbidden = granting ? forbiddenBy(petition.petition, sources, context) : null;
  if (forbidden !== null)
    return fail({
      kind: 'wrong-state',
      message: `The policy allows no exception here: ${forbidden.text} (${forbidden.clause})`,
      next: 'It can only be denied; the letter says why.',
    });
  const { content, problems } = amountOf(found, decision, context);
  if (!preview) problems.push(...wordsProblems(petition.petition.receivedOn, decision, context));
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  const lacks = granting ? missingOf(found, context) : [];
  if (lacks.length > 0) return fail(incomplete(petition.number, lacks));
  const decided = asDecided({ ...petition, id }, preview ? withWords(content) : content, context);
  const made = determinedWith(folded, standingWith(decided, context), context);
  if (!made.ok) return made;
  const { outcome } = made.value.determination;
  if (granting && outcome !== 'refund' && outcome !== 'none')
    return fail({
      kind: 'wrong-state',
      message: `Granted, ${folded.number} would still stand at “${made.value.label}”: the form itself is not complete.`,
      next: 'Correct the form first, then decide the petition.',
    });
  return ok({ content, made: made.value });
}

/** A decision whose authority and reason are still to be typed, so that it can be tried out. */
function withWords(content: PetitionDecision): PetitionDecision {
  return { ...content, authority: content.authority || '…', reason: content.reason || '…' };
}

/** The decision with the percentage it stands for, and what is wrong with its percentage or amount. */
function amountOf(
  { petition, sources }: Found,
  decision: PetitionDecision,
  context: OpenContext,
): { readonly content: PetitionDecision; readonly problems: Problem[] } {
  const { verdict, percent, cents } = decision;
  const problems: Problem[] = [];
  const wrong = (field: string, message: string): { content: PetitionDecision; problems: Problem[] } => ({
    content: decision,
    problems: [{ field, message }],
  });
  if (verdict === 'denied') {
    if (percent === null && cents === null) return { content: decision, problems };
    return wrong(
      percent === null ? 'cents' : 'percent',
      'A denial gives nothing beyond the policy. Leave it empty, or grant it.',
    );
  }
  const { kind } = petition.petition;
  const gives = standardFacts(sources, context)?.pack.rules.decisions.get(kind)?.gives ?? 'percent';
  if (gives === 'nothing') {
    if (verdict === 'in-part') return wrong('verdict', 'This is granted or denied as a whole. Choose one of the two.');
    if (percent !== null || cents !== null)
      return wrong(
        percent === null ? 'cents' : 'percent',
        'This gives no percentage of its own: what is refunded stays with the policy. Leave it empty.',
      );
    return { content: decision, problems };
  }
  const paid = sources.enrolment === null ? 0 : collected(sources.enrolment);
  if (percent !== null && cents !== null)
    return wrong('cents', 'There is a percentage and an amount. Type only one of them; the other follows from it.');
  if (percent === null && cents === null)
    return wrong('percent', 'What is granted is missing. Type the percentage, or the amount.');
  if (percent !== null) {
    if (percent === 0) return wrong('percent', 'A grant of 0% gives nothing. Type what is granted, or deny it.');
    if (!isExactPercent(percent))
      return wrong('percent', 'A percentage has at most six decimals. Type the amount instead.');
    if (verdict === 'in-part' && percent === 100)
      return wrong('percent', 'All of it is not a part. Grant it, or type less.');
    return { content: decision, problems };
  }
  if (cents === 0 || cents === null)
    return wrong('cents', 'A grant of $0.00 gives nothing. Type what is granted, or deny it.');
  if (cents > paid)
    return wrong(
      'cents',
      `${formatCents(cents)} is more than was collected (${formatCents(paid)}). Type at most that.`,
    );
  if (verdict === 'in-part' && cents === paid)
    return wrong('cents', 'All of it is not a part. Grant it, or type less.');
  const exact = percentGiving(paid, cents);
  if (exact === null)
    return wrong(
      'cents',
      `No percentage gives exactly ${formatCents(cents)} of ${formatCents(paid)}. Type the percentage instead.`,
    );
  return { content: { ...decision, percent: exact }, problems };
}

function wordsProblems(
  receivedOn: string,
  { verdict, authority, reason, on }: PetitionDecision,
  { local }: OpenContext,
): Problem[] {
  const problems: Problem[] = [];
  if (verdict !== 'denied' && authority === '')
    problems.push({
      field: 'authority',
      message: 'By whose authority it is granted is missing. Type the office or the name.',
    });
  if (reason === '')
    problems.push({
      field: 'reason',
      message:
        verdict === 'denied'
          ? 'Why it is denied is missing. Type it here; the letter tells the student.'
          : 'Why it is granted is missing. Type it here; the letter tells the student.',
    });
  if (on > local().day)
    problems.push({
      field: 'on',
      message: `${formatDay(on, 'en')} is in the future: it cannot have been decided yet. Check the date.`,
    });
  else if (on < receivedOn)
    problems.push({
      field: 'on',
      message: `${formatDay(on, 'en')} is before the petition came (${formatDay(receivedOn, 'en')}). Check the date.`,
    });
  return problems;
}

const lacking: Readonly<Record<string, string>> = {
  reason: 'the serious and compelling reason',
  instructor: 'the instructor’s approval',
  chair: 'the department chair’s approval',
};

function incomplete(number: string, lacks: readonly string[]): Failure {
  const approvals = lacks.some((l) => l !== 'reason');
  return {
    kind: 'wrong-state',
    message: `${number} cannot be granted yet: ${listOf(lacks.map((l) => lacking[l] ?? l))} ${lacks.length === 1 ? 'is' : 'are'} missing.`,
    next: approvals
      ? 'Record each approval with its name and date once its signature was seen; or deny it.'
      : 'Correct the petition with the reason that the student states; or deny it.',
  };
}
