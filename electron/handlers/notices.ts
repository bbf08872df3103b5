import type { Write } from '../../db/actions';
import type { CallName, Input } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Failure, Problem } from '../../shared/errors';
import type { Course } from '../../shared/register/course';
import type { FoldedCase } from '../../shared/register/fold-case';
import { isUndecided } from '../../shared/register/petition-decision';
import { listName } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import { placeBefore, writePlace } from './case-place';
import { voidLetters } from './case-save';
import { caseView, sourcesOf } from './case-view';
import type { OpenContext, OpenHandlers } from './context';
import { aboutOf } from './letter-source';
import { closedCase } from './petition-found';
import { cited, rulesOf } from './registration';

/** Calls about a form that the student takes back, or turns into a change of section. */
export const noticeHandlers: OpenHandlers<Extract<CallName, `notice.${string}`>> = {
  'notice.withdraw': (input, context) =>
    context.act(
      'notice.withdraw',
      input,
      (write) => withdraw(input, context, write),
      () => caseView(input.caseId, context),
    ),

  'notice.swap': (input, context) =>
    context.act(
      'notice.swap',
      input,
      (write) => swap(input, context, write),
      () => caseView(input.caseId, context),
    ),
};

/** Records that the student took the drop back: nothing of it counts any more, and their place is as it was before. */
function withdraw(
  { caseId, on, channel, note }: Input<'notice.withdraw'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = openCase(caseId, 'withdrawn', context);
  if (!found.ok) return found;
  const folded = found.value;
  const problems = dayProblems(on, 'the student cannot have taken it back yet.', folded, context);
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  const { enrolment } = sourcesOf(folded.form, context);
  writePlace(placeBefore(enrolment, folded, packsOf(context.register)), enrolment, write);
  withdrawPetitions(caseId, on, 'The drop itself was withdrawn.', context, write);
  voidLetters(caseId, 'The student took the drop back.', context, write);
  write.entry('case.withdrawn', caseId, { on, channel, note });
  return ok(null);
}

/** Records that the student changes to another section: their place, the fee and what was paid for it go along, and nothing is refunded. */
function swap(
  { caseId, on, toCourseId, note }: Input<'notice.swap'>,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const found = openCase(caseId, 'changed into another section', context);
  if (!found.ok) return found;
  const folded = found.value;
  const { student, course, enrolment } = sourcesOf(folded.form, context);
  if (student === null || course === null || enrolment === null)
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} does not say which place on a roster is to be changed.`,
      next: 'Complete the form with its student, course and fee first.',
    });
  const rule = rulesOf(course, context)?.noTransfer;
  if (rule !== undefined)
    return fail({
      kind: 'wrong-state',
      message: `The policy allows no change of section: ${cited(rule)}`,
      next: 'The drop is decided by the policy; a new registration is paid for anew.',
    });
  const to = context.register.courses.get(toCourseId);
  const problems = [
    ...dayProblems(on, 'the student cannot have changed yet.', folded, context),
    ...sectionProblems(to, course, listName(student), student.id, context),
  ];
  if (problems.length > 0 || to === null) return fail({ kind: 'invalid', problems });
  const place = placeBefore(enrolment, folded, packsOf(context.register)) ?? enrolment;
  write.entry('enrolment.saved', place.id, { ...place, courseId: to.id, enrolledOn: on, unenrolledOn: null });
  withdrawPetitions(caseId, on, 'The drop became a change of section.', context, write);
  voidLetters(caseId, `The student changed to ${to.code}.`, context, write);
  write.entry('case.swapped', caseId, { on, toCourseId, note });
  return ok(null);
}

/** A case whose form can still be taken back; else why not. Once its letter was mailed the student has been told what was decided. */
function openCase(caseId: string, becomes: string, { register }: OpenContext): Result<FoldedCase> {
  const folded = register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const closed = closedCase(folded.number, folded.state);
  if (closed !== null) return fail(closed);
  const tells = (id: string): boolean => {
    const letter = register.letters.get(id);
    return (
      letter?.determinationSeq === folded.present?.seq && letter !== null && aboutOf(letter).what === 'determination'
    );
  };
  const mailed = register.letters.ofCase(caseId).find((l) => l.state === 'mailed' && tells(l.id));
  if (mailed === undefined) return ok(folded);
  const refused: Failure = {
    kind: 'wrong-state',
    message: `Letter ${mailed.number} of ${folded.number} was mailed: the drop is decided and cannot be ${becomes} any more.`,
    next: 'The student can enroll again, or ask by a petition; key what they sent as that.',
  };
  return fail(refused);
}

function dayProblems(on: string, future: string, { form }: FoldedCase, { local }: OpenContext): Problem[] {
  const said = formatDay(on, 'en');
  if (on > local().day) return [{ field: 'on', message: `${said} is in the future: ${future} Check the date.` }];
  if (form.received !== null && on < form.received)
    return [
      {
        field: 'on',
        message: `${said} is before the form came (${formatDay(form.received, 'en')}). Check the date.`,
      },
    ];
  return [];
}

/** What is wrong with the section that a student changes to. */
function sectionProblems(
  to: Course | null,
  course: Course,
  name: string,
  studentId: string,
  { register }: OpenContext,
): Problem[] {
  const wrong = (message: string): Problem[] => [{ field: 'toCourseId', message }];
  if (to === null) return wrong('That section is not in the register. Choose one of the list, or add it.');
  if (to.id === course.id) return wrong(`${to.code} is the section they are in. Choose the other one.`);
  if (to.cancelledOn !== null)
    return wrong(`${to.code} was cancelled on ${formatDay(to.cancelledOn, 'en')}. Choose another section.`);
  if (to.policy !== course.policy)
    return wrong(
      `${to.code} is under another policy: what was paid cannot go along. Choose a section of the same one.`,
    );
  if (register.enrolments.of(studentId, to.id) !== null)
    return wrong(`${name} is on the roster of ${to.code} already. Choose another section, or decide the drop.`);
  return [];
}

/** Withdraws what the case still waits for: with the drop its petitions fall. */
function withdrawPetitions(caseId: string, on: string, note: string, { register }: OpenContext, write: Write): void {
  for (const petition of register.petitions.foldedOfCase(caseId))
    if (isUndecided(petition)) write.entry('petition.withdrawn', petition.id, { on, note });
}
