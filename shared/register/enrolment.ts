import { z } from 'zod';
import type { Course } from './course';
import { tracks } from './case';
import { addressSchema, centsField, dayField, idField, line, requiredLine } from './fields';

/** Who paid, where that is not the student: the refund goes back to the original payer. */
export const payerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('student') }),
  z.strictObject({ kind: z.literal('other'), name: requiredLine('The payer’s name', 80), address: addressSchema }),
]);

/** Money received for an enrolment: the day, the cents and who paid. */
export const paymentSchema = z.strictObject({
  on: dayField,
  cents: centsField.min(1, 'A payment of nothing is not a payment. Type the amount or leave the line out.'),
  payer: payerSchema,
  method: line(40),
});
export type Payment = z.infer<typeof paymentSchema>;

/** Part of the fee the office does not charge, with its reason. */
export const waiverSchema = z.strictObject({
  cents: centsField.min(1, 'A waiver of nothing is not a waiver.'),
  reason: requiredLine('The reason', 80),
});

/** A student's place in a course: the fee charged, the part that is never returned, waivers and payments. */
export const enrolmentSchema = z
  .strictObject({
    id: idField,
    studentId: idField,
    courseId: idField,
    enrolledOn: dayField.nullable(),
    /** The course fee charged before waivers, in cents. */
    fee: centsField,
    deposit: centsField,
    waivers: z.array(waiverSchema).max(20),
    payments: z.array(paymentSchema).max(60),
    track: z.enum(tracks).nullable(),
    /** The day on which the student was unenrolled, where the policy knows such a thing. */
    unenrolledOn: dayField.nullable().default(null),
  })
  .refine((e) => e.fee > 0 || e.track === 'audit', {
    path: ['fee'],
    message: 'The fee is 0. A course that costs nothing needs no refund; type the fee that was charged.',
  })
  .refine((e) => e.deposit <= e.fee, {
    path: ['deposit'],
    message: 'The deposit is more than the fee. Check both amounts.',
  })
  .refine((e) => e.waivers.length === 0 || sum(e.waivers) < e.fee, {
    path: ['waivers'],
    message: 'The waivers leave no fee. Check their amounts.',
  })
  .refine((e) => sum(e.payments) <= e.fee - sum(e.waivers), {
    path: ['payments'],
    message: 'More was collected than the fee charged. Check the fee, the waivers and the payments.',
  });
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** An enrolment as it was kept, with what has come to be asked since. */
export function wholeEnrolment(kept: Enrolment): Enrolment {
  return { ...notAsked, ...kept };
}

const notAsked = { unenrolledOn: null };

/** A place in a course at its usual fee, with nothing paid. */
export function placeIn(course: Course, id: string, studentId: string, enrolledOn: string | null): Enrolment {
  return {
    id,
    studentId,
    courseId: course.id,
    enrolledOn,
    fee: course.fee,
    deposit: course.deposit,
    waivers: [],
    payments: [],
    track: null,
    unenrolledOn: null,
  };
}

/** Fees charged after waivers, in cents: the contract's `assessed`. */
export function assessed(enrolment: Pick<Enrolment, 'fee' | 'waivers'>): number {
  return enrolment.fee - sum(enrolment.waivers);
}

/** Fees actually paid, in cents: the contract's `collected`. */
export function collected(enrolment: Pick<Enrolment, 'payments'>): number {
  return sum(enrolment.payments);
}

function sum(lines: readonly { readonly cents: number }[]): number {
  return lines.reduce((total, l) => total + l.cents, 0);
}
