/** So many cases that took so many days each. */
export type DaysTaken = { readonly days: number; readonly cases: number };

/** The middle of all days taken: half of the cases took no longer. Of two in the middle, the mean. Null where there are none. */
export function medianDays(taken: readonly DaysTaken[]): number | null {
  const all = count(taken);
  if (all === 0) return null;
  const sorted = inOrder(taken);
  return (nth(sorted, Math.ceil(all / 2)) + nth(sorted, Math.floor(all / 2) + 1)) / 2;
}

/** The fewest days in which so many percent of the cases were done. Null where there are none. */
export function daysWithin(taken: readonly DaysTaken[], percent: number): number | null {
  const all = count(taken);
  return all === 0 ? null : nth(inOrder(taken), Math.max(1, Math.ceil((all * percent) / 100)));
}

/** A part of a whole in percent, with one decimal; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
}

function count(taken: readonly DaysTaken[]): number {
  return taken.reduce((sum, { cases }) => sum + cases, 0);
}

function inOrder(taken: readonly DaysTaken[]): readonly DaysTaken[] {
  return [...taken].sort((a, b) => a.days - b.days);
}

/** The days that the nth case took, the quickest being the first. */
function nth(sorted: readonly DaysTaken[], n: number): number {
  let left = n;
  for (const { days, cases } of sorted) {
    left -= cases;
    if (left <= 0) return days;
  }
  return sorted.at(-1)?.days ?? 0;
}
