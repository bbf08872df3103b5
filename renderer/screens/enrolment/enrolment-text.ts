import type { Problem } from '../../../shared/errors';
import { tracks } from '../../../shared/register/case';
import { emptyAddress, type Address } from '../../../shared/register/fields';
import type { Enrolment } from '../../../shared/register/enrolment';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { readMoney, showMoney } from '../../../shared/typed/money';
import { readCents, readDayText, type Reading } from '../record-form/reading';

/** One payment as its fields hold it. */
export type PaymentText = {
  readonly on: string;
  readonly cents: string;
  readonly method: string;
  readonly payer: { readonly kind: 'student' | 'other'; readonly name: string; readonly address: Address };
};

/** An enrolment as its form holds it: text until it is read. */
export type EnrolmentText = {
  readonly enrolledOn: string;
  readonly fee: string;
  readonly deposit: string;
  /** Empty for none. */
  readonly track: string;
  readonly unenrolledOn: string;
  readonly waivers: readonly { readonly cents: string; readonly reason: string }[];
  readonly payments: readonly PaymentText[];
};

/** A payment with nothing typed yet, of today. */
export function blankPayment(today: string): PaymentText {
  return { on: showDay(today), cents: '', method: '', payer: { kind: 'student', name: '', address: emptyAddress } };
}

/** The text of an enrolment. */
export function writeEnrolment(enrolment: Enrolment): EnrolmentText {
  return {
    enrolledOn: enrolment.enrolledOn === null ? '' : showDay(enrolment.enrolledOn),
    fee: enrolment.fee === 0 ? '' : showMoney(enrolment.fee),
    deposit: enrolment.deposit === 0 ? '' : showMoney(enrolment.deposit),
    track: enrolment.track ?? '',
    unenrolledOn: enrolment.unenrolledOn === null ? '' : showDay(enrolment.unenrolledOn),
    waivers: enrolment.waivers.map((w) => ({ cents: showMoney(w.cents), reason: w.reason })),
    payments: enrolment.payments.map((p) => ({
      on: showDay(p.on),
      cents: showMoney(p.cents),
      method: p.method,
      payer: p.payer.kind === 'other' ? p.payer : { kind: 'student', name: '', address: emptyAddress },
    })),
  };
}

/** The enrolment that the text means; what the form does not show is kept from `before`. */
export function readEnrolment(text: EnrolmentText, before: Enrolment, days: DayContext): Reading {
  const wrong: Problem[] = [];
  const record = {
    ...before,
    enrolledOn: readDayText(text.enrolledOn, 'enrolledOn', days, wrong),
    fee: text.track === 'audit' && text.fee.trim() === '' ? 0 : readCents(text.fee, 'fee', wrong),
    deposit: text.deposit.trim() === '' ? 0 : readCents(text.deposit, 'deposit', wrong),
    track: tracks.find((t) => t === text.track) ?? null,
    unenrolledOn: readDayText(text.unenrolledOn, 'unenrolledOn', days, wrong),
    waivers: text.waivers.map((w, i) => ({ cents: readCents(w.cents, `waivers.${i}.cents`, wrong), reason: w.reason })),
    payments: text.payments.map((p, i) => ({
      on: readDayText(p.on, `payments.${i}.on`, days, wrong) ?? '',
      cents: readCents(p.cents, `payments.${i}.cents`, wrong),
      method: p.method,
      payer: p.payer.kind === 'student' ? { kind: 'student' } : p.payer,
    })),
  };
  return { record, wrong };
}

/** What the text adds up to so far, in cents: charged after waivers, collected, still due. Amounts that cannot be read count as none. */
export function sumsOf(text: EnrolmentText): {
  readonly assessed: number;
  readonly collected: number;
  readonly due: number;
} {
  const cents = (typed: string): number => {
    const read = readMoney(typed);
    return read.kind === 'cents' ? read.cents : 0;
  };
  const assessed = cents(text.fee) - text.waivers.reduce((sum, w) => sum + cents(w.cents), 0);
  const collected = text.payments.reduce((sum, p) => sum + cents(p.cents), 0);
  return { assessed, collected, due: assessed - collected };
}
