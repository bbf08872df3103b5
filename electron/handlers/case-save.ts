import type { Write } from '../../db/actions';
import type { Input } from '../../shared/contract';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import { needsSecondPerson } from '../../shared/register/approval';
import type { CaseForm, Cause } from '../../shared/register/case';
import type { FoldedCase } from '../../shared/register/fold-case';
import { factsOf, type FactSources } from '../../shared/register/facts';
import { listName } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import { sourcesOf } from './case-view';
import type { OpenContext } from './context';
import { apartFromPetition } from './case-petition';
import { placeLeft, unconfirmed, writePlace } from './case-place';
import { enrolmentProblems } from './enrolments';
import { lateAmong, refusedFor, withPetitions } from './petition-facts';
import { closedCase } from './petition-found';
import { opening, openTwin, receivePetition } from './petition-opening';
import { determine, type Determining } from './policies';

type Saving = Input<'case.save'>;

/**
 * Records a form inside the transaction that the caller holds: new, held, completed or corrected, with the enrolment and the petition that
 * came with it. The determination is made here once more from the register's own records; what the screen computed does not count.
 */
export function saveCase(given: Saving, context: OpenContext, write: Write): Result<unknown> {
  const { register } = context;
  const before = given.caseId === null ? null : register.cases.folded(given.caseId);
  if (given.caseId !== null && before === null) return fail({ kind: 'not-found', what: 'That case' });
  const closed = before === null ? null : closedCase(before.number, before.state);
  if (closed !== null) return fail(closed);
  const packs = packsOf(register);
  const { form, enclosed, problems: ofPetition } = apartFromPetition(given.form, before);
  const input: Saving = { ...given, form };
  const sources = sourcesOf(form, context);
  const problems = [
    ...formProblems(given, sources, context),
    ...ofPetition,
    ...newEnrolmentProblems(input, sources, context),
  ];
  if (before?.state === 'decided' && input.why === '') {
    problems.push({
      field: 'why',
      message: 'Why it is corrected is missing. Type it here; the register keeps it with both forms.',
    });
  }
  const caseId = input.caseId ?? write.newId();
  const opened = enclosed === null ? null : opening({ caseId, petition: enclosed, enclosed: true }, context, write);
  const petitions = [
    ...(before === null ? [] : register.petitions.foldedOfCase(caseId)),
    ...(opened === null ? [] : [opened]),
  ];
  const withEnrolment: FactSources = { ...sources, enrolment: sources.enrolment ?? input.enrolment };
  const late = input.mode === 'hold' ? [] : lateAmong(petitions, withEnrolment, context);
  const bringing = withPetitions(withEnrolment, refusedFor(late, petitions, context), context);
  const decided = input.mode === 'hold' ? null : decide(bringing, context);
  if (decided?.ok === false) problems.push(...decided.problems);
  if (decided?.ok === true) problems.push(...unconfirmed(form, decided.made, packs));
  if (problems.length > 0) return fail({ kind: 'invalid', problems: distinct(problems) });
  const again = secondForm(input, before, sources, context);
  if (again !== null) return again;
  const twin = enclosed === null ? null : openTwin(caseId, null, enclosed, context);
  if (twin !== null) return fail(twin);

  const place =
    decided?.ok === true
      ? placeLeft(withEnrolment.enrolment, form, decided.made, before, packs)
      : withEnrolment.enrolment;
  writePlace(place, sources.enrolment, write);
  const number = writeForm(caseId, input, before, context, write);
  if (opened !== null) receivePetition(opened, number, context, write);
  if (before !== null)
    voidLetters(
      caseId,
      before.state === 'decided' ? 'The form was corrected.' : 'The form was completed.',
      context,
      write,
    );
  if (decided?.ok === true) {
    for (const { petition, content } of late) write.entry('petition.decided', petition.id, content);
    writeDetermination(
      caseId,
      { cause: before?.state === 'decided' ? 'correction' : 'form', why: input.why, made: decided.made },
      context,
      write,
    );
  }
  return ok(null);
}

/** A determination about to be written: why it was made, and the petition or appeal whose decision made it. */
export type Determined = {
  readonly cause: Cause;
  readonly why: string;
  readonly made: Determining;
  readonly petitionId?: string;
};

/**
 * Writes a determination with all that it was made from, the text of its pack once, and whether it waits for a second person by the
 * office's rules of this moment.
 */
export function writeDetermination(
  caseId: string,
  { cause, why, made, petitionId }: Determined,
  { register }: OpenContext,
  write: Write,
): void {
  const { facts, packText, engine, determination, label, otherDate } = made;
  write.entry('case.determined', caseId, {
    cause,
    why,
    facts,
    packHash: write.pack(packText),
    engine,
    determination,
    label,
    otherDate,
    ...(petitionId === undefined ? {} : { petitionId }),
    ...(needsSecondPerson(register.office.rules(), cause, determination) ? { needsApproval: true } : {}),
  });
}

/** Voids the letters of a case that have not gone out: they tell of a determination that no longer counts. */
export function voidLetters(caseId: string, why: string, { register }: OpenContext, write: Write): void {
  for (const letter of register.letters.ofCase(caseId)) {
    if (letter.state !== 'mailed' && letter.state !== 'voided') write.entry('letter.voided', letter.id, { why });
  }
  for (const id of register.letters.namingAsDecided(caseId)) write.entry('letter.voided', id, { why });
}

/** Receives a new case under its number, which it gives: counted within the office's fiscal year, which carries the year in which it ends. */
export function receive(
  caseId: string,
  form: CaseForm,
  batchId: string | null,
  context: OpenContext,
  write: Write,
): string {
  const { day } = context.local();
  const number = write.caseNumber(fiscalYearOf(day, context.office().fiscalYearBegins));
  write.entry('case.received', caseId, { ...number, enteredOn: day, batchId, form });
  return number.number;
}

/** The fiscal year of a day, by the year in which it ends; `begins` is its first month, 1 to 12. */
export function fiscalYearOf(day: string, begins: number): number {
  const year = Number(day.slice(0, 4));
  return begins > 1 && Number(day.slice(5, 7)) >= begins ? year + 1 : year;
}

/** The determination of the facts, or the fields that stand in its way. */
export function decide(
  sources: FactSources,
  { register }: OpenContext,
): { readonly ok: true; readonly made: Determining } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const facts = factsOf(sources);
  return facts.complete ? determine(facts.facts, packsOf(register)) : { ok: false, problems: facts.missing };
}

/** Writes the form as it was saved; gives the case's number. */
function writeForm(
  caseId: string,
  input: Saving,
  before: FoldedCase | null,
  context: OpenContext,
  write: Write,
): string {
  const { form, why, mode } = input;
  const number = before?.number ?? receive(caseId, form, input.batchId, context, write);
  if (before?.state === 'decided') write.entry('case.corrected', caseId, { corrects: before.formSeq, why, form });
  else if (before !== null && mode === 'decide') write.entry('case.completed', caseId, { form });
  if (mode === 'hold') write.entry('case.held', caseId, { why, form });
  return number;
}

/** What the student signs. */
const signedKinds: ReadonlySet<CaseForm['kind']> = new Set(['drop-form', 'add-drop-form']);

function formProblems(
  { form, batchId, mode }: Saving,
  { student, course }: FactSources,
  { register, local }: OpenContext,
): Problem[] {
  const problems: Problem[] = [];
  if (form.studentId !== null && student === null)
    problems.push({
      field: 'studentId',
      message: 'That student is not in the register. Choose one of the list, or add them.',
    });
  if (form.courseId !== null && course === null)
    problems.push({
      field: 'courseId',
      message: 'That course is not in the register. Choose one of the list, or add it.',
    });
  if (batchId !== null && register.batches.get(batchId) === null)
    problems.push({ field: 'batchId', message: 'That batch is not in the register. Open it again.' });
  const { day } = local();
  const future = (field: string, on: string | null, does: string): void => {
    if (on !== null && on > day)
      problems.push({ field, message: `${formatDay(on, 'en')} is in the future: ${does} Check the date.` });
  };
  future('received', form.received, 'a form cannot be received before it comes.');
  future('postmarked', form.postmarked, 'the post cannot have stamped it yet.');
  future('written', form.written, 'it cannot have been signed yet.');
  future('petition.received', form.petition?.received ?? null, 'a petition cannot be received before it comes.');
  for (const [i, document] of form.documents.entries())
    future(`documents.${i}.received`, document.received, 'it cannot have come yet.');
  if (mode === 'decide' && form.received !== null && !form.signed && signedKinds.has(form.kind)) {
    const message = 'The form is not signed. Tick Signature if it is; else hold the form until the student has signed.';
    problems.push({ field: 'signed', message });
  }
  return problems;
}

function newEnrolmentProblems(
  { form, enrolment }: Saving,
  { student, course }: FactSources,
  context: OpenContext,
): Problem[] {
  if (enrolment === null || student === null || course === null) return [];
  if (enrolment.studentId !== form.studentId || enrolment.courseId !== form.courseId) {
    return [{ field: 'enrolment', message: 'The fee belongs to another student or course than the form. Check both.' }];
  }
  return enrolmentProblems(enrolment, context).map(({ field, message }) => ({ field: `enrolment.${field}`, message }));
}

/** A second form of the same student for the same course is noticed before it is saved, and saved once the clerk has seen it. */
function secondForm(
  input: Saving,
  before: FoldedCase | null,
  { student, course }: FactSources,
  { register }: OpenContext,
): Result<never> | null {
  if (input.secondForm || student === null || course === null) return null;
  if (before !== null && before.form.studentId === student.id && before.form.courseId === course.id) return null;
  const numbers = register.cases.similar(student.id, course.id, input.caseId).map((c) => c.number);
  if (numbers.length === 0) return null;
  return fail({
    kind: 'wrong-state',
    message: `${listName(student)} already has ${numbers.length === 1 ? 'a form' : 'forms'} for ${course.code}: ${numbers.join(', ')}.`,
    next: 'Open that one and correct it, or save this as a second form.',
  });
}

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) if (!seen.has(problem.field)) seen.set(problem.field, problem);
  return [...seen.values()];
}
