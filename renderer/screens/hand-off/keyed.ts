import type { TransmittalView } from '../../../shared/contract/transmittals';
import type { Problem } from '../../../shared/errors';
import type { DayContext } from '../../../shared/typed/day';
import { showMoney } from '../../../shared/typed/money';
import { createSitting } from '../../store';
import { readCents, readDayText } from '../record-form/reading';

/** A payment as it is keyed: `carried` where its day and number came from the one before and nobody touched them. */
export type Keyed = {
  readonly on: string;
  readonly reference: string;
  readonly cents: string;
  readonly carried: boolean;
};

/** A refund of a batch that waits for its payment. */
export type PayableLine = TransmittalView['lines'][number];

/** What was keyed and not yet entered, by its batch and then by its case: looking at a case in between loses nothing. */
export const keyedPayments = createSitting<{ readonly [batchId: string]: Readonly<Record<string, Keyed>> }>({});

/** The refunds of a batch that can be paid, in its order. */
export function payableLines({ lines }: TransmittalView): readonly PayableLine[] {
  return lines.filter((line) => line.lies && line.hidden !== true && line.paidCents < line.cents);
}

/** A line that nothing was keyed for: the amount as it was handed over. */
export function blankPayment({ cents, paidCents }: PayableLine): Keyed {
  return { on: '', reference: '', cents: showMoney(cents - paidCents), carried: false };
}

/** Whether a line is to be entered. */
export function isKeyed({ on, reference }: Keyed): boolean {
  return on.trim() !== '' || reference.trim() !== '';
}

/** The payment after one that was keyed: the same day, the next number. */
export function carriedFrom({ on, reference }: Keyed, line: PayableLine): Keyed {
  return { ...blankPayment(line), on, reference: nextNumber(reference), carried: true };
}

/** The number after a check's: its last digits counted up, as many of them as before. */
export function nextNumber(reference: string): string {
  return reference.replace(/\d+(?=\D*$)/, (digits) => {
    const next = String(BigInt(digits) + 1n);
    return next.padStart(digits.length, '0');
  });
}

type Payment = {
  readonly caseId: string;
  readonly on: string;
  readonly reference: string;
  readonly cents: number;
};

/** The payments that the keyed text means, and what is wrong with it: each under `case id.field`. */
export function readPayments(
  lines: readonly PayableLine[],
  texts: (line: PayableLine) => Keyed,
  days: DayContext,
): { readonly payments: readonly Payment[]; readonly wrong: readonly Problem[] } {
  const wrong: Problem[] = [];
  const payments = lines.flatMap((line): readonly Payment[] => {
    const keyed = texts(line);
    if (!isKeyed(keyed)) return [];
    const name = (field: string) => `${line.caseId}.${field}`;
    const before = wrong.length;
    if (keyed.on.trim() === '')
      wrong.push({ field: name('on'), message: 'The date is missing. Type it like 9/22, or t for today.' });
    const on = readDayText(keyed.on, name('on'), days, wrong);
    if (keyed.reference.trim() === '')
      wrong.push({ field: name('reference'), message: 'The number is missing. Empty the date to leave this one out.' });
    const cents = readCents(keyed.cents, name('cents'), wrong);
    if (cents === 0 || keyed.cents.trim() === '')
      wrong.push({ field: name('cents'), message: 'The amount is missing.' });
    if (wrong.length > before || on === null || cents === null) return [];
    return [{ caseId: line.caseId, on, reference: keyed.reference.trim(), cents }];
  });
  return { payments, wrong };
}
