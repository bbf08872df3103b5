import type { Track } from '../../shared/register/case';
import type { Enrolment } from '../../shared/register/enrolment';
import { readMoney } from '../../shared/typed/money';
import type { Chosen, ReadDay } from './entry-reading';
import type { EntryTexts } from './entry-texts';

/** The enrolment typed with the form; null while its fee is not known. What is left empty is the course's own. */
export function readEnrolment(
  texts: EntryTexts,
  chosen: Chosen,
  track: Track | null,
  id: string,
  day: ReadDay,
  problems: Record<string, string>,
): Enrolment | null {
  const { student, course } = chosen;
  if (student === null || course === null) return null;
  const place = { id, studentId: student.id, courseId: course.id, enrolledOn: null, waivers: [], unenrolledOn: null };
  // A place on the free track was never charged for.
  if (track === 'audit') return { ...place, fee: 0, deposit: 0, payments: [], track };
  const fee = readMoney(texts.enrolment.fee);
  const paid = readMoney(texts.enrolment.paid);
  if (fee.kind === 'wrong') problems['fee'] = fee.message;
  if (paid.kind === 'wrong') problems['paid'] = paid.message;
  const cents = fee.kind === 'cents' ? fee.cents : fee.kind === 'empty' && course.fee > 0 ? course.fee : null;
  if (fee.kind === 'cents' && fee.cents === 0) problems['fee'] = 'The fee is 0. Type the fee that was charged.';
  const paidCents = paid.kind === 'cents' ? paid.cents : 0;
  const paidOn = day('paidOn', texts.enrolment.paidOn);
  if (paidCents > 0 && paidOn === null && problems['paidOn'] === undefined)
    problems['paidOn'] = 'The day it was paid is missing. Type it as on the receipt.';
  if (cents !== null && paidCents > cents) problems['paid'] = 'More was paid than the fee charged. Check both amounts.';
  const payer =
    texts.enrolment.payer === 'student'
      ? ({ kind: 'student' } as const)
      : ({ kind: 'other', name: texts.enrolment.payerName.trim(), address: noAddress } as const);
  if (payer.kind === 'other' && payer.name === '')
    problems['payerName'] = 'The payer’s name is missing. The refund goes back to the payer.';
  if (cents === null || cents === 0 || paidCents > cents) return null;
  return {
    ...place,
    fee: cents,
    deposit: Math.min(course.deposit, cents),
    payments: paidCents > 0 && paidOn !== null ? [{ on: paidOn, cents: paidCents, payer, method: '' }] : [],
    track,
  };
}

const noAddress = { line1: '', line2: '', city: '', state: '', postal: '', country: '' };
