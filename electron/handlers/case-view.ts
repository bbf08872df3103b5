import { isDeepStrictEqual } from 'node:util';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { CaseView } from '../../shared/contract/cases';
import { withReadingsInForce } from '../../shared/policy/in-force';
import type { CaseForm } from '../../shared/register/case';
import { factsOf, type FactSources } from '../../shared/register/facts';
import { fail, ok, type Result } from '../../shared/result';
import { asOfFor } from './case-place';
import { packsOf } from '../packs';
import type { OpenContext } from './context';
import { choicesOf, offersOf } from './letter-offers';
import { withPetitions } from './petition-facts';

/** The records that a form names, as they are now, with what the case’s petitions and appeals bring. `caseId` is null of a new form. */
export function sourcesOf(form: CaseForm, context: OpenContext, caseId: string | null = null): FactSources {
  const { register, office, local } = context;
  const course = form.courseId === null ? null : register.courses.get(form.courseId);
  const own: FactSources = {
    form,
    student: form.studentId === null ? null : register.students.get(form.studentId),
    course,
    term: register.office.term(course?.termId ?? null),
    enrolment: register.enrolments.of(form.studentId, form.courseId),
    office: office(),
    asOf: asOfFor(course, local().day, packsOf(register)),
  };
  return caseId === null ? own : withPetitions(own, register.petitions.foldedOfCase(caseId), context);
}

/** Everything the case page shows, read from the tables. */
export function caseView(id: string, context: OpenContext): Result<CaseView> {
  const { register } = context;
  const row = register.cases.row(id);
  const folded = register.cases.folded(id);
  if (row?.state === 'removed')
    return fail({
      kind: 'wrong-state',
      message: `${row.number} was removed: the office need not keep it any longer.`,
      next: 'Settings, under “Records and retention”, say when and by whom.',
    });
  if (row === null || folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const sources = sourcesOf(folded.form, context, id);
  return ok({
    row,
    form: folded.form,
    heldWhy: folded.heldWhy,
    student: sources.student,
    confidential: folded.form.studentId !== null && register.students.flag(folded.form.studentId) !== null,
    course: sources.course,
    term: sources.term,
    enrolment: sources.enrolment,
    determinations: register.cases.determinations(folded),
    entries: register.entries('case', id),
    letters: register.letters.ofCase(id),
    letterChoices: choicesOf(offersOf(id, folded, context)),
    petitions: register.petitions.ofCase(id),
    decision: sources.decision ?? null,
    stale: isStale(folded, sources, context),
  });
}

/** Whether the facts have changed since the determination that counts was made. */
export function isStale(folded: FoldedCase, sources: FactSources, { register }: OpenContext): boolean {
  if (folded.present === null) return false;
  // That a day has passed is no reason to decide again.
  const now = factsOf({ ...sources, asOf: folded.present.facts.asOf ?? null });
  if (!now.complete) return true;
  const facts = withReadingsInForce(
    // What a petition asks for is no reason to decide again before it is decided.
    sources.undecided === true ? { ...now.facts, decision: folded.present.facts.decision } : now.facts,
    packsOf(register),
  );
  // As text and back: what was stored has been through the same, which drops fields that were not there.
  return !isDeepStrictEqual(JSON.parse(JSON.stringify(facts)), folded.present.facts);
}
