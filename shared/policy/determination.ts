/** A local day `YYYY-MM-DD`, or a local moment `YYYY-MM-DDTHH:MM` in the office's time zone. */
export type Moment = string;

/** What a policy can say of a notice (CONTRACT.md). Only `refund` and `none` carry a percentage. */
export const outcomes = [
  'refund',
  'none',
  'refer',
  'incomplete',
  'not-official',
  'petition-required',
  'federal',
  'refused',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What an office should look at, in the contract’s order. */
export const cautions = ['check-with-office', 'closures-missing-for-year', 'postmark-unusable'] as const;

/** What the drop leaves on the student's record. */
export type Notation = 'none' | 'W' | 'F-warning';

/** A limit of the policy for this course: a day includes its whole day; a moment is the first no longer in the band. */
export type Deadline = {
  readonly id: string;
  readonly label: string;
  readonly through: Moment;
  readonly percent: number | null;
  readonly clause: string;
};

/** A choice the policy leaves open, as it was taken here. */
export type ReadingApplied = { readonly name: string; readonly value: unknown; readonly clause: string };

/** What another value of an applied reading would have given, in cents. */
export type Alternative = {
  readonly reading: string;
  readonly value: unknown;
  readonly percent: number | null;
  readonly refund: number;
  readonly cancelled: number;
};

/** One line of the worksheet without its sentence: the clause, the general name of the rule, and the plain values it worked with. */
export type Step = {
  readonly clause: string;
  readonly rule: string;
  readonly values: Readonly<Record<string, unknown>>;
};

/** What the policy decides of the facts; money in whole cents. Exactly CONTRACT.md's fields, the steps without sentences. */
export type Determination = {
  readonly id?: string;
  readonly policy: string;
  readonly version: string;
  readonly outcome: Outcome;
  /** The band's: of the fees, or of what remains once a fee was taken first; where elapsed time is charged for, the share that is left, in hundredths. */
  readonly percent: number | null;
  readonly refund: number;
  readonly cancelled: number;
  readonly withheld: number;
  readonly kept: number;
  readonly settlement: { readonly payable: number; readonly appliedToBalance: number; readonly stillDue: number };
  readonly effective: Moment | null;
  readonly clause: string;
  readonly notation: Notation;
  readonly missing: readonly string[];
  readonly deadlines: readonly Deadline[];
  readonly readings: readonly ReadingApplied[];
  readonly alternatives: readonly Alternative[];
  readonly refundExpected: { readonly from: string; readonly to: string } | null;
  readonly cautions: readonly string[];
  readonly steps: readonly Step[];
};
