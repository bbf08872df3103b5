import { isDeepStrictEqual } from 'node:util';
import type { Write } from '../../db/actions';
import type { Problem } from '../../shared/errors';
import { dependsOnToday, unenrolls } from '../../shared/policy/asked';
import type { Determination } from '../../shared/policy/determination';
import type { Unenrollment } from '../../shared/policy/features';
import type { CompiledPack } from '../../shared/policy/compile';
import type { CaseForm } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { FoldedCase } from '../../shared/register/fold-case';
import { placeAfter, takenBack, type DecidedForm } from '../../shared/register/place';
import type { Determining } from './policies';

/** What a decided form does to the student’s place on the roster, in the action that decides it. */

/** The moment of computing for a course whose policy depends on it; null for every other. */
export function asOfFor(course: Course | null, day: string, packs: readonly CompiledPack[]): string | null {
  const asks = packs.some((p) => p.id === course?.policy && dependsOnToday(p.pack));
  return asks ? day : null;
}

/** What a policy says of unenrolling, by the determination that it made; null where it says nothing. */
export function unenrollmentOf(
  { policy, version }: Determination,
  packs: readonly CompiledPack[],
): Unenrollment | null {
  return packs.find((p) => p.id === policy && p.version === version)?.pack.features?.unenrollment ?? null;
}

/** That an unenrollment was not confirmed: what it means is read before it is recorded. */
export function unconfirmed(
  form: CaseForm,
  { facts, determination }: Determining,
  packs: readonly CompiledPack[],
): readonly Problem[] {
  const asked = { choice: form.choice, petition: facts.decision ?? null };
  if (form.confirmed || !unenrolls(asked) || unenrollmentOf(determination, packs) === null) return [];
  const message = 'What unenrolling means is not confirmed. Read it, tick that it is meant, and save again.';
  return [{ field: 'confirmed', message }];
}

/** Writes the student’s place where the form leaves it otherwise than it is kept, or where it comes with the form. */
export function writePlace(place: Enrolment | null, kept: Enrolment | null, write: Write): void {
  if (place !== null && !isDeepStrictEqual(place, kept)) write.entry('enrolment.saved', place.id, place);
}

/** The student’s place as a form leaves it that was decided so; `before` is the case as it stood. */
export function placeLeft(
  place: Enrolment | null,
  form: CaseForm,
  made: Pick<Determining, 'facts' | 'determination'>,
  before: FoldedCase | null,
  packs: readonly CompiledPack[],
): Enrolment | null {
  if (place === null) return null;
  const was = before?.present == null ? null : decidedForm(before.form, before.present);
  return placeAfter(place, decidedForm(form, made), was, unenrollmentOf(made.determination, packs));
}

/** The student’s place as it was before a case that is taken back. */
export function placeBefore(
  place: Enrolment | null,
  { form, present }: FoldedCase,
  packs: readonly CompiledPack[],
): Enrolment | null {
  const unenrollment = present === null ? null : unenrollmentOf(present.determination, packs);
  if (place === null || present === null || unenrollment === null) return place;
  return takenBack(place, decidedForm(form, present), unenrollment);
}

function decidedForm(
  form: CaseForm,
  { facts, determination }: Pick<Determining, 'facts' | 'determination'>,
): DecidedForm {
  return { form, outcome: determination.outcome, decision: facts.decision ?? null };
}
