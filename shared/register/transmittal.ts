/** One refund in a batch for the Business Office, without whose it is: names are read from the case, which alone may be removed one day. */
export type TransmittalLine = {
  readonly caseId: string;
  readonly number: string;
  readonly determinationSeq: number;
  /** The determination's hash, hex. */
  readonly hash: string;
  readonly cents: number;
  readonly fund: string;
  readonly courseCode: string;
};

/** A batch of refunds as it was closed: its number counts within the fiscal year; closing it again after a reopening is its next revision. */
export type ClosedTransmittal = {
  readonly number: string;
  readonly fiscalYear: number;
  readonly ordinal: number;
  readonly revision: number;
  readonly on: string;
  readonly lines: readonly TransmittalLine[];
  readonly note: string;
  /** Where the chain ended when it was closed. */
  readonly head: { readonly seq: number; readonly mac: string } | null;
};

/** What can stand in the way of taking a row of the Business Office's list as a payment. */
export const rowProblems = [
  'no-case',
  'unknown-case',
  'not-in-batch',
  'taken-back',
  'no-amount',
  'amount',
  'no-date',
  'future',
  'before',
  'twice',
  'paid',
  'no-reference',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/**
 * A row of the Business Office's list, as it was read: its line in the file, and what it says in place of the case number where that is
 * one (a name is not kept: the list outlives the records of those it names).
 */
export type ListedPayment = {
  readonly line: number;
  readonly key: string;
  readonly caseId: string | null;
  readonly cents: number | null;
  readonly on: string | null;
  readonly reference: string;
  /** What became of the row: a payment, one that was entered before just so, or left with a problem. */
  readonly became: 'entered' | 'known' | RowProblem;
};

/** How a batch can differ from what its cases give now, from the Business Office's lists, and from what was paid. */
export const differenceKinds = [
  'changed',
  'failed',
  'not-listed',
  'not-in-batch',
  'amount',
  'listed-twice',
  'unreadable',
  'unpaid',
  'overpaid',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Why a payment did not reach the student: after the last of them nothing is paid again, it was only entered wrongly. */
export const unpaidWhys = ['uncashed', 'returned', 'stopped', 'mistake'] as const;
export type UnpaidWhy = (typeof unpaidWhys)[number];

/** A payment that came to nothing: unless it was a mistake of entry, its amount waits for the next batch again. */
export type Unpaid = {
  readonly on: string;
  /** Of the payment that failed. */
  readonly reference: string;
  readonly why: UnpaidWhy;
  readonly note: string;
};
