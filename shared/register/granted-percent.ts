import { percentOf } from '../money';

/** The decimals a percentage may have. */
export const percentDecimals = 6;

/** Whether a percentage has no more decimals than amounts are worked out to. */
export function isExactPercent(percent: number): boolean {
  return Number(percent.toFixed(percentDecimals)) === percent;
}

/** The percentage with the fewest decimals that gives exactly so many cents of what was collected; null where none does. */
export function percentGiving(collected: number, cents: number): number | null {
  if (collected <= 0 || cents <= 0 || cents > collected) return null;
  for (let decimals = 0; decimals <= percentDecimals; decimals += 1) {
    const near = Number(((cents / collected) * 100).toFixed(decimals));
    const step = 10 ** -decimals;
    const fits = [near, near - step, near + step]
      .map((percent) => Number(percent.toFixed(decimals)))
      .find((percent) => percent > 0 && percent <= 100 && percentOf(collected, percent) === cents);
    if (fits !== undefined) return fits;
  }
  return null;
}
