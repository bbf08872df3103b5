import type { Language } from '../day';

/** A sentence of the policy with its clause. */
export type SaidBy = { readonly text: string; readonly clause: string };

/** A line of the table in a letter: what it is and its amount or rate; the last one is the refund. */
export type SumRow = { readonly label: string; readonly value: string; readonly total: boolean };

/** A petition or appeal in words; days in full. What was typed comes in parts, each of a few lines, so that it can go on over the page. */
export type PetitionWords = {
  /** What it is in a title: `Appeal`. */
  readonly heading: string;
  readonly what: string;
  readonly received: string;
  /** The amount that the student asked for, where the paper named one. */
  readonly asked: string | null;
  readonly authority: string | null;
  readonly limit: string | null;
  /** Whether the policy lets no petition change its date at all. */
  readonly final: boolean;
  /** The day by which it is decided, and the one on which it was. */
  readonly due: string | null;
  readonly decided: string | null;
  readonly reason: readonly string[];
  /** What is still missing, and whose approval was refused. */
  readonly missing: readonly string[];
  readonly declined: string | null;
  /** What the student was asked for, and when their answer came. */
  readonly returned: { readonly on: string; readonly why: readonly string[]; readonly answerBy: string | null } | null;
  readonly answered: string | null;
  readonly withdrawn: string | null;
  /** What the policy says of such a petition. */
  readonly rule: SaidBy | null;
  /** The determination that it is about, and how much more or less is refunded now; null where it is the same. */
  readonly against: {
    readonly date: string;
    readonly refund: string;
    readonly letter: string | null;
    readonly more: string | null;
    readonly less: string | null;
  } | null;
};

/**
 * Everything a letter's template can name: words and amounts ready to print, in the letter's language. What does not apply is null, so that a
 * template can ask for it; nothing is left out, because a field that does not exist is an error.
 */
export type LetterFields = {
  readonly letter: {
    readonly number: string;
    readonly title: string;
    readonly date: string;
    readonly language: Language;
    readonly languageLine: string | null;
    /** The letter that this one replaces, with the refund it gave where that was another. */
    readonly corrects: { readonly number: string; readonly date: string; readonly refund: string | null } | null;
  };
  readonly case: { readonly number: string };
  readonly office: {
    readonly name: string;
    readonly headline: string;
    readonly line: string;
    readonly color: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
    readonly website: string | null;
    readonly hours: string;
  };
  readonly student: { readonly name: string; readonly number: string };
  readonly course: {
    readonly code: string;
    readonly title: string;
    readonly term: string | null;
    readonly days: string | null;
    readonly meetings: string;
    readonly cancelledOn: string | null;
  };
  /** What came, when, and since when it counts; null where nothing came. */
  readonly notice: {
    readonly what: string;
    readonly received: string;
    readonly postmarked: string | null;
    /** Which date decides. */
    readonly counts: 'received' | 'postmarked';
    /** Whether the postmark would decide, but is missing, cannot be read or is later than the receipt. */
    readonly unusable: boolean;
    readonly effective: string | null;
  } | null;
  readonly money: {
    readonly collected: string;
    readonly refund: string;
    /** Whether nothing is refunded. */
    readonly nothing: boolean;
    readonly percent: string | null;
    readonly withheld: string | null;
    readonly payable: string;
    readonly applied: string | null;
    readonly stillDue: string | null;
  };
  /** What is kept of the fees, in words: a drop fee, a deposit. */
  readonly withheld: string | null;
  readonly sum: { readonly rows: readonly SumRow[] };
  /** The deciding clause: its number, in which document, in plain words, and the fact that decided. */
  readonly why: {
    readonly clause: string;
    readonly policy: string;
    readonly words: string;
    readonly facts: string | null;
  };
  readonly payment: { readonly to: string; readonly from: string | null; readonly through: string | null } | null;
  readonly record: 'W' | 'F-warning' | null;
  readonly missing: readonly string[];
  /** What the policy takes as the beginning of a refund: a drop by its own form, a drop in writing, or a request in any form. */
  readonly asks: 'form' | 'writing' | 'request';
  /** The title of the policy's own form for a drop; null where it has none. */
  readonly dropForm: string | null;
  /** What such a request must name, where the policy says so. */
  readonly identity: readonly string[];
  /** The next refund deadline from the letter's day on, with its preposition: `by Tuesday, …`, `before Tuesday, …, at 6:00 p.m.` */
  readonly next: {
    /** A deadline ahead; all of them past; none at all; or what is missing can follow, and the first receipt still counts. */
    readonly state: 'ahead' | 'past' | 'none' | 'keeps';
    readonly until: string | null;
    readonly percent: string | null;
    /** Whether the policy counts by the office's hours, and whether the postmark counts. */
    readonly officeHours: boolean;
    readonly postmark: boolean;
  };
  /** Whether the policy ever keeps a fee from a refund. */
  readonly dropFee: boolean;
  /** What the student chose or can choose after this decision, in the policy's words, each with its clause. */
  readonly choice: {
    readonly made: 'unenroll' | 'stay' | null;
    readonly may: SaidBy | null;
    readonly consequences: readonly SaidBy[];
    readonly options: readonly SaidBy[];
    readonly free: SaidBy | null;
  };
  /** The forms that come with the letter, filled in with what is known, for the student to sign; null where none does. */
  readonly enclosed: string | null;
  readonly petition: PetitionWords | null;
  /** What the student did with the form instead of dropping, and the section they moved to; null where they did not. */
  readonly instead: {
    readonly on: string;
    readonly to: {
      readonly code: string;
      readonly title: string;
      readonly term: string | null;
      readonly days: string | null;
      readonly meetings: string;
    } | null;
  } | null;
  /** The case that decided on the same before, which a second form changes nothing of; null of every other letter. */
  readonly earlier: {
    readonly case: string;
    readonly date: string;
    readonly letter: string | null;
    readonly paid: string | null;
  } | null;
  readonly disagree: {
    /** A petition by its form until a day, or past it; an appeal in writing; none, since the date is final; none at all; or unknown. */
    readonly state: 'open' | 'closed' | 'appeal' | 'final' | 'none' | 'unlimited';
    readonly form: string | null;
    readonly until: string | null;
    readonly clause: string | null;
    /** What the policy says of it. */
    readonly says: string | null;
  };
  readonly signatory: { readonly name: string; readonly title: string | null };
};
