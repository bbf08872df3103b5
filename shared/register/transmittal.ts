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

/** A row of the Business Office's list, as it was read: `key` is what it says in place of the case number. */
export type ListedPayment = {
  readonly key: string;
  readonly caseId: string | null;
  readonly cents: number | null;
  readonly on: string | null;
  readonly reference: string;
};

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
