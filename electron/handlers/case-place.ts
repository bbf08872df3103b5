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
import type { FoldedCase } from '../../shared/register/fold';
import { placeAfter } from '../../shared/register/place';

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
export function unconfirmed(form: CaseForm, unenrollment: Unenrollment | null): readonly Problem[] {
  if (form.confirmed || !unenrolls(form) || unenrollment === null) return [];
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
  determination: Determination,
  before: FoldedCase | null,
  packs: readonly CompiledPack[],
): Enrolment | null {
  if (place === null) return null;
  const was = before?.present == null ? null : { form: before.form, outcome: before.present.determination.outcome };
  return placeAfter(place, { form, outcome: determination.outcome }, was, unenrollmentOf(determination, packs));
}
