import type { Write } from '../../db/actions';
import type { Input } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import type { FactSources } from '../../shared/register/facts';
import type { PetitionFields } from '../../shared/register/petition';
import { fail, type Result } from '../../shared/result';
import { sourcesOf } from './case-view';
import type { OpenContext } from './context';
import { refuseLate } from './petition-determine';
import { closedCase, findStanding } from './petition-found';
import { opening, openTwin, receivePetition } from './petition-opening';

/** Opens a petition or appeal on a case; one that came too late is refused for that in the same action. */
export function openPetition(
  { caseId, petition }: Input<'petition.open'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const folded = context.register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const closed = closedCase(folded.number, folded.state);
  if (closed !== null) return fail(closed);
  const appeal = petition.kind === 'appeal';
  if (appeal && folded.present === null) {
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} is held: there is no determination to appeal against yet.`,
      next: 'Complete the form first. What the student asks before that is a petition.',
    });
  }
  const problems = petitionProblems(petition, sourcesOf(folded.form, context), context);
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  const twin = openTwin(caseId, null, petition, context);
  if (twin !== null) return fail(twin);
  const againstSeq = appeal ? (folded.present?.seq ?? null) : null;
  const opened = receivePetition(
    opening({ caseId, petition, againstSeq }, context, write),
    folded.number,
    context,
    write,
  );
  return refuseLate(opened, folded, context, write);
}

/** Corrects what the paper of a petition says, as long as it is not decided. */
export function correctPetition(
  { id, petition, why }: Input<'petition.correct'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = findStanding(id, ['open', 'returned'], context);
  if (!found.ok) return found;
  const { petition: before, folded, sources } = found.value;
  const problems = [...petitionProblems(petition, sources, context)];
  if ((petition.kind === 'appeal') !== (before.petition.kind === 'appeal')) {
    const message =
      petition.kind === 'appeal'
        ? `${before.number} is a petition. Withdraw it and open an appeal against the determination.`
        : `${before.number} is an appeal. Withdraw it and open a petition.`;
    problems.push({ field: 'kind', message });
  }
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  const twin = openTwin(before.caseId, id, petition, context);
  if (twin !== null) return fail(twin);
  write.entry('petition.corrected', id, { why, petition });
  return refuseLate({ ...before, id, petition }, folded, context, write);
}

function petitionProblems(
  petition: PetitionFields,
  { form, enrolment, student }: FactSources,
  { local }: OpenContext,
): Problem[] {
  const problems: Problem[] = [];
  const { day } = local();
  const { kind, receivedOn } = petition;
  const said = formatDay(receivedOn, 'en');
  const enrolledOn = enrolment?.enrolledOn ?? null;
  if (receivedOn > day)
    problems.push({
      field: 'receivedOn',
      message: `${said} is in the future: a petition cannot be received before it comes. Check the date.`,
    });
  else if (kind === 'appeal' && form?.received != null && receivedOn < form.received)
    problems.push({
      field: 'receivedOn',
      message: `${said} is before the form itself came (${formatDay(form.received, 'en')}): nobody can appeal before that. Check the date.`,
    });
  else if (enrolledOn !== null && receivedOn < enrolledOn)
    problems.push({
      field: 'receivedOn',
      message: `${student?.firstName || 'The student'} enrolled only on ${formatDay(enrolledOn, 'en')}: a petition about this course cannot have come before. Check the date.`,
    });
  for (const [i, { seenOn }] of petition.evidence.entries())
    if (seenOn !== null && seenOn > day)
      problems.push({
        field: `evidence.${i}.seenOn`,
        message: `${formatDay(seenOn, 'en')} is in the future: nobody can have seen it yet. Check the date.`,
      });
  return problems;
}
