import type { Write } from '../../db/actions';
import type { Input } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { voidStepLetters } from './letter-voiding';
import { determinedWith, sameDecision, standingWith, writeDecided } from './petition-determine';
import { findStanding, type Found } from './petition-found';

/** Returns a petition to the student for information: the clock stops until the answer comes. */
export function returnPetition(
  { id, on, why, answerBy }: Input<'petition.return'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = findStanding(id, ['open'], context);
  if (!found.ok) return found;
  const problems = dayProblems('it cannot have been returned yet.', on, lastTouched(found.value), context);
  if (answerBy !== null && answerBy < on)
    problems.push({
      field: 'answerBy',
      message: `${formatDay(answerBy, 'en')} is before the day it is returned. Give the student time to answer.`,
    });
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  write.entry('petition.returned', id, { on, why, answerBy });
  voidStepLetters(found.value.petition, id, 'It was returned to the student.', context, write);
  return ok(null);
}

/** Records the student's answer: the clock goes on. */
export function answerPetition(
  { id, on, note }: Input<'petition.answer'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = findStanding(id, ['returned'], context);
  if (!found.ok) return found;
  const problems = dayProblems('an answer cannot have come yet.', on, lastTouched(found.value), context);
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  write.entry('petition.answered', id, { on, note });
  voidStepLetters(found.value.petition, id, 'The student’s answer came.', context, write);
  return ok(null);
}

/** Records that the student took the petition back. Where the case was decided with it as it stood, the policy answers anew without it. */
export function withdrawPetition(
  { id, on, note }: Input<'petition.withdraw'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = findStanding(id, ['open', 'returned'], context);
  if (!found.ok) return found;
  const { petition, folded } = found.value;
  const since = { on: petition.petition.receivedOn, what: 'the petition came' };
  const problems = dayProblems('it cannot have been withdrawn yet.', on, since, context);
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  write.entry('petition.withdrawn', id, { on, note });
  const why = `${petition.number} was withdrawn.`;
  const voided = (): Result<unknown> => ok(voidStepLetters(petition, id, why, context, write));
  if (folded.present === null) return voided();
  const petitions = standingWith({ ...petition, id, state: 'withdrawn' }, context);
  const made = determinedWith(folded, petitions, context);
  if (!made.ok) return made;
  if (sameDecision(made.value, folded.present.facts.decision)) return voided();
  writeDecided(petition.caseId, folded, { cause: 'facts-changed', why, made: made.value }, context, write);
  return ok(null);
}

type Since = { readonly on: string; readonly what: string };

/** The last day on which something happened to a petition between office and student: nothing after it can have come before. */
function lastTouched({ petition }: Found): Since {
  const last = petition.returns.at(-1);
  if (last === undefined) return { on: petition.petition.receivedOn, what: 'the petition came' };
  return last.answeredOn === null
    ? { on: last.on, what: 'it was returned' }
    : { on: last.answeredOn, what: 'the last answer came' };
}

/** What is wrong with the day of a step: it lies neither in the future nor before what came first. */
export function dayProblems(future: string, on: string, since: Since, { local }: OpenContext): Problem[] {
  const said = formatDay(on, 'en');
  if (on > local().day) return [{ field: 'on', message: `${said} is in the future: ${future} Check the date.` }];
  if (on < since.on)
    return [
      { field: 'on', message: `${said} is before ${since.what} (${formatDay(since.on, 'en')}). Check the date.` },
    ];
  return [];
}
