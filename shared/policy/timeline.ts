import type { Moment } from './determination';

/** One stretch of a course's life in which a drop has one answer; the strip draws it, with `label` in both languages from the pack. */
export type Zone = {
  /** First moment in the zone (null: since ever) and first moment no longer in it (null: for good). */
  readonly from: Moment | null;
  readonly until: Moment | null;
  readonly percent: number | null;
  readonly label: { readonly en: string; readonly es: string };
  readonly clause: string;
  /** Cents this case's fees would give in the zone. */
  readonly refund: number;
};

/** What the timeline strip draws, from the same sorted breakpoints as the bands. */
export type Timeline = {
  readonly from: string;
  readonly to: string;
  readonly zones: readonly Zone[];
  readonly meetings: readonly {
    readonly number: number;
    readonly date: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly closures: readonly string[];
  /** The share of course time that ends a band, when it is reached, and how much had elapsed at the effective moment (exact fraction). */
  readonly share: {
    readonly limit: number;
    readonly reachedAt: Moment;
    readonly basis: string;
    readonly elapsed: { readonly part: number; readonly whole: number } | null;
  } | null;
  readonly markers: {
    readonly postmarked: string | null;
    readonly received: Moment | null;
    readonly effective: Moment | null;
  };
};

/**
 * The nearest receipts that would have given another answer, each with that answer: the last one before (`through`) and the first one
 * after (`from`), as days where any time on them counts so, else as moments during office hours.
 */
export type ClosestAnswers = {
  readonly earlier: { readonly through: Moment; readonly percent: number | null; readonly refund: number } | null;
  readonly later: { readonly from: Moment; readonly percent: number | null; readonly refund: number } | null;
};
