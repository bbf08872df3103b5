import { percentOf } from '../money';
import type { Determination, Step } from './determination';
import type { Facts } from './facts';
import type { Band } from './pack';
import { applyReading, valueOf, type Readings } from './readings';

/** What a determination comes to in cents. */
export type Amounts = { readonly refund: number; readonly cancelled: number; readonly withheld: number };

/** Nothing refunded, nothing cancelled, nothing withheld. */
export const noAmounts: Amounts = { refund: 0, cancelled: 0, withheld: 0 };

/** Whether the percentage also cancels fees still due, as the pack's reading has it; noted only where something is due. */
export function dueFollows(
  reading: { readonly name: string; readonly clause: string } | null,
  due: number,
  readings: Readings,
): boolean {
  if (reading === null) return true;
  return (due > 0 ? applyReading(readings, reading.name, reading.clause) : valueOf(readings, reading.name)) !== false;
}

/** The amounts of a percentage: of fees collected, and of fees still due where those follow. */
export function amountsOf(fees: Facts['fees'], percent: number, follows: boolean): Amounts {
  const due = fees.assessed - fees.collected;
  return { refund: percentOf(fees.collected, percent), cancelled: follows ? percentOf(due, percent) : 0, withheld: 0 };
}

/** What a band withholds: the drop fee or the course's non-returnable deposit, never both. */
export function withheldBy(
  band: Band,
  fees: Facts['fees'],
  readings: Readings,
): { readonly cents: number; readonly source: 'fee' | 'deposit' | 'none' } {
  if (band.withhold === undefined) return { cents: 0, source: 'none' };
  const fee = band.withhold.cents;
  const deposit = fees.deposit ?? 0;
  if (deposit === 0 || band.withhold.reading === undefined) return { cents: fee, source: 'fee' };
  const chosen = applyReading(readings, band.withhold.reading, band.withhold.clause);
  const keepsFee = chosen === 'fee' || (chosen === 'larger' && fee >= deposit);
  return { cents: keepsFee ? fee : deposit, source: keepsFee ? 'fee' : 'deposit' };
}

/** Takes what is withheld from the refund first, then from the cancellation, and never more than they come to. */
export function lessWithheld(amounts: Amounts, withheld: number): Amounts {
  const fromRefund = Math.min(withheld, amounts.refund);
  const fromCancelled = Math.min(withheld - fromRefund, amounts.cancelled);
  return {
    refund: amounts.refund - fromRefund,
    cancelled: amounts.cancelled - fromCancelled,
    withheld: amounts.withheld + fromRefund + fromCancelled,
  };
}

/** How the refund is set off against what remains due before anything is paid out. */
export function settle(fees: Facts['fees'], amounts: Amounts): Determination['settlement'] {
  const due = fees.assessed - fees.collected - amounts.cancelled;
  const appliedToBalance = Math.min(amounts.refund, due);
  return { payable: amounts.refund - appliedToBalance, appliedToBalance, stillDue: due - appliedToBalance };
}

/** The worksheet's money lines for a percentage; of the `rest` where something was taken from the fees before it. */
export function moneySteps(
  steps: Step[],
  fees: Facts['fees'],
  clause: string,
  percent: number,
  gross: Amounts,
  net: Amounts,
  withheld: { readonly source: string; readonly clause: string } | null,
  dueClause: string | null,
  rest: number | null = null,
): void {
  const due = fees.assessed - fees.collected;
  steps.push(
    rest === null
      ? { clause, rule: 'percent-of-collected', values: { collected: fees.collected, percent, refund: gross.refund } }
      : { clause, rule: 'percent-of-rest', values: { rest, percent, refund: gross.refund } },
  );
  if (due > 0) {
    steps.push({
      clause: dueClause ?? clause,
      rule: rest === null ? 'due-cancelled' : 'due-cancelled-alike',
      values: { due, percent, cancelled: gross.cancelled },
    });
  }
  if (withheld !== null && net.withheld > gross.withheld) {
    steps.push({
      clause: withheld.clause,
      rule: 'withheld',
      values: { cents: net.withheld - gross.withheld, source: withheld.source, fromRefund: gross.refund - net.refund },
    });
  }
  if (due > 0) {
    const settlement = settle(fees, net);
    steps.push({ clause: dueClause ?? clause, rule: 'settlement', values: { refund: net.refund, ...settlement } });
  }
}
