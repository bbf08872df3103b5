import { unenrolls } from '../policy/asked';
import type { Determination } from '../policy/determination';
import type { Facts } from '../policy/facts';
import type { Unenrollment } from '../policy/features';
import type { CaseForm } from './case';
import type { Enrolment } from './enrolment';

/** A decided form, what it came to, and the petition or appeal that it was decided with. */
export type DecidedForm = {
  readonly form: CaseForm;
  readonly outcome: Determination['outcome'];
  readonly decision: NonNullable<Facts['decision']> | null;
};

/**
 * The student’s place on the roster once a form is decided: the track they named where none was known; the free track where they stay
 * after a refund; unenrolled where they leave; enrolled again where a reinstatement is granted. `before` is the form that this one
 * corrects: what that one did to the place is taken back first. `unenrollment` is null where the policy knows no such thing.
 */
export function placeAfter(
  place: Enrolment,
  now: DecidedForm,
  before: DecidedForm | null,
  unenrollment: Unenrollment | null,
): Enrolment {
  const was = before === null || unenrollment === null ? place : takenBack(place, before, unenrollment);
  const track = was.track ?? now.form.track;
  if (unenrollment === null) return { ...was, track };
  if (isReinstated(now)) return { ...was, track, unenrolledOn: null };
  if (movesToAudit(now, unenrollment)) return { ...was, track: 'audit' };
  return { ...was, track, unenrolledOn: leavesOn(now) ?? was.unenrolledOn };
}

/** Whether a decided form moves the student to the free track: they were refunded and stay. */
export function movesToAudit({ form, outcome }: DecidedForm, unenrollment: Unenrollment): boolean {
  return (
    unenrollment.mayStayOnAudit !== undefined &&
    form.choice === 'stay' &&
    form.track === 'verified' &&
    outcome === 'refund'
  );
}

/** The place without what a decided form did to it. */
export function takenBack(place: Enrolment, before: DecidedForm, unenrollment: Unenrollment): Enrolment {
  if (movesToAudit(before, unenrollment) && place.track === 'audit') return { ...place, track: before.form.track };
  const left = leavesOn(before);
  return left !== null && place.unenrolledOn === left ? { ...place, unenrolledOn: null } : place;
}

function leavesOn({ form, outcome, decision }: DecidedForm): string | null {
  return unenrolls({ choice: form.choice, petition: decision }) && (outcome === 'refund' || outcome === 'none')
    ? form.received
    : null;
}

function isReinstated({ outcome, decision }: DecidedForm): boolean {
  return decision?.kind === 'reinstatement' && outcome === 'none' && (decision.percent ?? 0) > 0;
}
