import { partOf, percentOf } from '../money';
import type { Amounts } from './amounts';
import type { CourseTime } from './course-time';
import { basisOf } from './deadline';
import type { Step } from './determination';
import type { Facts } from './facts';
import type { Band } from './pack';
import type { Readings } from './readings';
import { elapsedAt, missingFor, type Fraction, type ShareBasis } from './share';

// What some policies take from the fees before their percentage: a fee, and a charge for the time that has elapsed.

type Charging = Pick<Band, 'percent' | 'firstFee' | 'proRata' | 'clause'>;

/** How much of the course a band charges for, as the reading counts it; or the facts that are missing to know. Null where it charges for none. */
export type Charged = {
  readonly basis: ShareBasis;
  readonly elapsed: Fraction;
  readonly missing: readonly string[];
} | null;

/** How much of a course has elapsed at a moment, for a band that charges for it. */
export function chargedAt({ proRata }: Charging, course: CourseTime, readings: Readings, at: number): Charged {
  if (proRata === undefined) return null;
  const basis = basisOf(course, readings, proRata.basis, proRata.clause);
  const missing = missingFor(basis, course);
  return { basis, missing, elapsed: missing.length > 0 ? { part: 0, whole: 1 } : elapsedAt(basis, course, at) };
}

/** What a band gives before it withholds: the amounts, the fee taken first, and what is charged for the time that has elapsed. */
export type Given = Amounts & { readonly fee: number; readonly charge: number };

/**
 * The amounts a band gives: the first fee is taken from fees collected before those still due, the elapsed time is charged for on what
 * remains, and the percentage is of the rest.
 */
export function givenBy(
  { percent, firstFee }: Charging,
  fees: Facts['fees'],
  elapsed: Fraction | null,
  follows: boolean,
): Given {
  const fee = firstFee === undefined ? 0 : percentOf(fees.assessed, firstFee.percent);
  const fromCollected = Math.min(fee, fees.collected);
  const left = fees.collected - fromCollected;
  const due = fees.assessed - fees.collected - (fee - fromCollected);
  const charged = (cents: number): number => (elapsed === null ? 0 : partOf(cents, elapsed.part, elapsed.whole));
  const charge = charged(left);
  return {
    refund: percentOf(left - charge, percent),
    cancelled: follows ? percentOf(due - charged(due), percent) : 0,
    withheld: follows ? fee : fromCollected,
    fee: fromCollected,
    charge,
  };
}

/** The percentage that stands for a band in an answer: the band's, or of the time that is left, in hundredths and never 0 or 100 for a part of it. */
export function percentGiven({ percent }: Charging, elapsed: Fraction | null): number {
  if (elapsed === null || elapsed.part === 0) return percent;
  if (elapsed.part >= elapsed.whole) return 0;
  const hundredths = partOf(Math.round(percent * 100), elapsed.whole - elapsed.part, elapsed.whole);
  return Math.min(Math.max(hundredths, 1), Math.round(percent * 100) - 1) / 100;
}

/** The worksheet's lines for what is taken before the percentage; the rest of the fees collected comes back. */
export function chargeSteps(
  steps: Step[],
  { firstFee, proRata }: Charging,
  fees: Facts['fees'],
  given: Given,
  charged: Charged,
): number {
  const left = fees.collected - given.fee;
  if (firstFee !== undefined)
    steps.push({
      clause: firstFee.clause,
      rule: 'first-fee',
      values: { assessed: fees.assessed, percent: firstFee.percent, cents: given.fee },
    });
  if (proRata !== undefined && charged !== null)
    steps.push({
      clause: proRata.clause,
      rule: 'charge-for-time',
      values: { basis: charged.basis, ...charged.elapsed, fees: left, cents: given.charge },
    });
  return left - given.charge;
}
