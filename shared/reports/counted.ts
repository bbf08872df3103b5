import type { ReportKind } from '../contract/reports';
import type { Channel } from '../register/case';
import type { PetitionKind, PetitionState } from '../register/petition';

/** How a case came out: the outcome of its determination, else its state. */
export type Came = string;

/** Of which version of which policy cases were decided; the version is null where nothing was decided. */
export type OfVersion = { readonly policy: string; readonly version: string | null };

/** Several cases that came out alike, with their sums in cents; `unreceived` are those without a day of receipt. */
export type Sums = OfVersion & {
  readonly came: Came;
  readonly cases: number;
  readonly refund: number;
  readonly cancelled: number;
  readonly kept: number;
  readonly unreceived: number;
};

/** What the register counted for each report: every row for a group that is alike in all that is not a sum. One group can come in several rows. */
export type Counted = {
  readonly terms: Sums & { readonly key: string | null };
  readonly outcomes: Sums;
  readonly bands: Sums & { readonly label: string; readonly clause: string; readonly percent: number | null };
  readonly courses: Sums & { readonly key: string | null };
  readonly reasons: Sums & { readonly key: number | null };
  readonly clerks: Sums & { readonly key: string };
  readonly turnaround: OfVersion & {
    readonly days: number;
    readonly promise: 'none' | 'early' | 'within' | 'late';
    readonly cases: number;
    readonly paid: number;
    readonly unreceived: number;
  };
  readonly retained: Sums & { readonly key: string | null; readonly month: string };
  readonly petitions: {
    readonly kind: PetitionKind;
    readonly state: PetitionState;
    readonly days: number | null;
    readonly petitions: number;
  };
  readonly postmark: OfVersion & {
    readonly key: string | null;
    readonly date: 'postmarked' | 'received' | 'unknown';
    readonly cases: number;
    readonly changed: number;
    readonly more: number;
    readonly less: number;
  };
  readonly ageing: OfVersion & {
    readonly age: number;
    readonly late: 0 | 1;
    readonly cases: number;
    readonly unpaid: number;
    readonly handed: number;
    readonly unreceived: number;
  };
  readonly entries: Readonly<Record<Channel, number>> & {
    readonly day: string;
    readonly cases: number;
    readonly unreceived: number;
  };
};

/** The rows of one report as they were counted. */
export type CountedRows<K extends ReportKind> = readonly Counted[K][];
