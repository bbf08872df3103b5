import type { Came, Sums } from './counted';
import { sumOf } from './report-body';

/** How a case came out, as reports name it: the outcomes of the policy first, then what was never decided. */
export const cameWords: Readonly<Record<string, string>> = {
  refund: 'Refund',
  none: 'No refund',
  refused: 'Petition too late',
  'not-official': 'Not an official drop',
  incomplete: 'Incomplete',
  'petition-required': 'Petition required',
  federal: 'Federal aid figure awaited',
  refer: 'For the office to review',
  held: 'Held',
  withdrawn: 'Taken back',
  swapped: 'Section changed',
};

/** The four ends that every case comes to in a report. */
export type End = 'refund' | 'none' | 'waiting' | 'left';

const ends: Readonly<Record<string, End>> = {
  refund: 'refund',
  none: 'none',
  refused: 'none',
  'not-official': 'none',
  withdrawn: 'left',
  swapped: 'left',
};

/** Where a case ended: with a refund, without one, taken back or changed; else it waits. */
export function endOf(came: Came): End {
  return ends[came] ?? 'waiting';
}

/** Whether the money of a case is decided, so that what was not given back is kept. */
export function isMoneyDecided(came: Came): boolean {
  return came === 'refund' || came === 'none' || came === 'refused';
}

/** The sums of several cases: how many came to which end, and their money in cents. */
export type Ended = Readonly<Record<End, number>> & {
  readonly cases: number;
  readonly refunded: number;
  readonly cancelled: number;
  readonly kept: number;
};

/** Adds up cases by their ends. */
export function endedOf(rows: readonly Sums[]): Ended {
  const at = (end: End): number => sumOf(rows, (r) => (endOf(r.came) === end ? r.cases : 0));
  return {
    cases: sumOf(rows, (r) => r.cases),
    refund: at('refund'),
    none: at('none'),
    waiting: at('waiting'),
    left: at('left'),
    refunded: sumOf(rows, (r) => r.refund),
    cancelled: sumOf(rows, (r) => r.cancelled),
    kept: sumOf(rows, (r) => (isMoneyDecided(r.came) ? r.kept : 0)),
  };
}
