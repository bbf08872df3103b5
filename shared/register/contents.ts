import type { Determination } from '../policy/determination';
import type { Facts } from '../policy/facts';
import type { CaseForm, Cause, Channel } from './case';
import type { Course } from './course';
import type { Enrolment } from './enrolment';
import type { Group, Invoice } from './group';
import type { EntryKind, Subject } from './entry';
import type { SavedOffice, Term } from './office';
import type { Disclosure } from './disclosure';
import type { Leaving, PersonFields } from './person';
import type { Role } from './role';
import type { Attachment, PetitionApproval, PetitionDecision, PetitionFields, Vote } from './petition';
import type { DraftedContent, PublishedContent, ReadingsContent } from './policy';
import type { Rules } from './rules';
import type { Exchange } from './exchange';
import type { DeadlineSetting } from './set-deadline';
import type { Student } from './student';
import type { SavedTemplate } from '../letters/own-template';
import type { ClosedTransmittal, ListedPayment, Unpaid } from './transmittal';

/** A stack of mail keyed together: its channel and receipt date were typed once. */
export type BatchContent = {
  readonly id: string;
  readonly label: string;
  readonly channel: Channel;
  readonly received: string;
};

/** A form as it first came into the register: its number (counted within the fiscal year), the office's day of entry, the batch. */
export type ReceivedContent = {
  readonly number: string;
  readonly fiscalYear: number;
  readonly ordinal: number;
  readonly enteredOn: string;
  readonly batchId: string | null;
  readonly form: CaseForm;
};

/** A determination whole: what it was made from, by which pack text and engine, and what came out; `label` is the pack's word for it. */
export type DeterminedContent = {
  readonly cause: Cause;
  readonly why: string;
  readonly facts: Facts;
  readonly packHash: string;
  readonly engine: string;
  readonly determination: Determination;
  readonly label: string;
  /** The petition or appeal whose decision made it. */
  readonly petitionId?: string;
  /** Whether it waits for a second person, by the office's rules on the day it was made. */
  readonly needsApproval?: boolean;
  /**
   * What would be refunded, in cents, if the other of the two dates counted: the receipt where the postmark did, the postmark where the receipt
   * did. Null where there was no other date that could count; determinations from before this was kept lack it.
   */
  readonly otherDate?: { readonly date: 'postmarked' | 'received'; readonly refund: number } | null;
};

/** A petition as it came in: its number is the case's with P or A (an appeal) and which it is. */
export type PetitionReceivedContent = {
  readonly number: string;
  readonly caseId: string;
  readonly petition: PetitionFields;
  /** The determination that an appeal is against, by its sequence; null of a petition. */
  readonly againstSeq: number | null;
  /** Whether it came enclosed with the drop form, so that the form is decided with it. */
  readonly enclosed: boolean;
};

/** What second persons say of a determination: they name it by its sequence and the hash of its stored text. */
export type ApprovalContent = { readonly determinationSeq: number; readonly hash: string; readonly note: string };

/** A letter as it was made: its number, the determination it tells of (0 where there was none yet), where it goes, its archived PDF (SHA-256, hex) and the facts it was made from. */
export type LetterContent = {
  readonly number: string;
  readonly ordinal: number;
  readonly caseId: string;
  readonly determinationSeq: number;
  /** The entry that it tells of where that is no determination: a step of a petition, a form taken back or changed. */
  readonly aboutSeq?: number | null;
  readonly type: string;
  readonly title: string;
  readonly language: 'en' | 'es';
  readonly name: string;
  readonly postal: string;
  readonly state: 'needs-address' | 'ready';
  readonly pages: number;
  readonly pdfHash: string | null;
  /** Whatever the letter needs to be made again: template and merge fields. */
  readonly facts: unknown;
  /** Where the chain ended when it was made. */
  readonly head?: { readonly seq: number; readonly mac: string } | null;
};

/** What each kind of entry holds. */
export type Content = {
  readonly 'office.saved': SavedOffice;
  readonly 'office.readings': ReadingsContent;
  readonly 'term.saved': Term;
  readonly 'student.saved': Student;
  readonly 'course.saved': Course;
  readonly 'course.cancelled': { readonly on: string };
  readonly 'deadline.set': DeadlineSetting;
  readonly 'enrolment.saved': Enrolment;
  readonly 'group.saved': Group;
  readonly 'invoice.issued': Omit<Invoice, 'paidOn'>;
  readonly 'invoice.paid': { readonly invoiceId: string; readonly on: string };
  readonly 'batch.opened': BatchContent;
  readonly 'case.received': ReceivedContent;
  readonly 'case.held': { readonly why: string; readonly form: CaseForm };
  readonly 'case.completed': { readonly form: CaseForm };
  /** `corrects` is the sequence of the entry that held the form until now. */
  readonly 'case.corrected': { readonly corrects: number; readonly why: string; readonly form: CaseForm };
  readonly 'case.determined': DeterminedContent;
  readonly 'letter.made': LetterContent;
  /** The letter had no address; it has one now, and its page with it. */
  readonly 'letter.addressed': Pick<LetterContent, 'name' | 'postal' | 'pdfHash' | 'facts'>;
  readonly 'letter.printed': Record<string, never>;
  readonly 'letter.reprinted': { readonly why: string };
  readonly 'letter.mailed': Record<string, never>;
  readonly 'letter.voided': { readonly why: string };
  /** The post office brought it back, or the student said that it never came. */
  readonly 'letter.cameBack': {
    readonly on: string;
    readonly why: 'undeliverable' | 'moved' | 'refused' | 'lost';
    readonly note: string;
  };
  /** The refund went to the Business Office in a batch: the determination it stands on, and the cents of it. */
  readonly 'case.handedOver': {
    readonly transmittalId: string;
    readonly transmittal: string;
    readonly determinationSeq: number;
    readonly cents: number;
    readonly on: string;
  };
  readonly 'case.handedBack': { readonly transmittalId: string; readonly why: string };
  readonly 'case.paid': {
    readonly transmittalId: string;
    readonly on: string;
    /** Cheque or transaction number. */
    readonly reference: string;
    readonly cents: number;
    readonly by: 'entry' | 'import';
  };
  readonly 'case.unpaid': Unpaid;
  readonly 'template.saved': SavedTemplate;
  readonly 'template.dropped': { readonly type: string; readonly language: 'en' | 'es'; readonly why: string };
  readonly 'office.exchange': Exchange;
  readonly 'transmittal.closed': ClosedTransmittal;
  readonly 'transmittal.reopened': { readonly why: string };
  readonly 'transmittal.listed': {
    readonly fileName: string;
    /** SHA-256 (hex) of the file, so that the same one is not taken twice. */
    readonly hash: string;
    readonly rows: readonly ListedPayment[];
  };
  readonly 'transmittal.reconciled': { readonly on: string; readonly note: string; readonly differences: number };
  readonly 'policy.drafted': DraftedContent;
  /** The policy's name as the draft had it at last. */
  readonly 'policy.discarded': { readonly name: string };
  readonly 'policy.published': PublishedContent;
  readonly 'office.rules': Rules;
  /** What retention took away: the entries whose content is gone, the documents, and a line a subject for the list that was printed. */
  readonly 'records.removed': {
    readonly before: string;
    readonly why: string;
    readonly seqs: readonly number[];
    readonly documents: readonly string[];
    readonly subjects: readonly { readonly subject: Subject; readonly subjectId: string; readonly label: string }[];
  };
  readonly 'student.flagged': { readonly confidential: boolean; readonly why: string };
  readonly 'disclosure.made': Disclosure;
  readonly 'case.attached': Attachment;
  readonly 'case.detached': { readonly hash: string; readonly why: string };
  readonly 'case.approved': ApprovalContent;
  readonly 'case.returned': ApprovalContent;
  readonly 'case.deferred': ApprovalContent;
  /** The student took the form back before the drop was decided, or before its letter went out. */
  readonly 'case.withdrawn': { readonly on: string; readonly channel: Channel | null; readonly note: string };
  /** The student moved to another section instead: nothing is refunded, the place and what was paid for it go along. */
  readonly 'case.swapped': { readonly on: string; readonly toCourseId: string; readonly note: string };
  readonly 'petition.received': PetitionReceivedContent;
  readonly 'petition.corrected': { readonly why: string; readonly petition: PetitionFields };
  readonly 'petition.approval': PetitionApproval;
  readonly 'petition.returned': { readonly on: string; readonly why: string; readonly answerBy: string | null };
  readonly 'petition.answered': { readonly on: string; readonly note: string };
  readonly 'petition.voted': Vote;
  /** `late` is the office's own refusal for lateness, with the last day on which it could have come. */
  readonly 'petition.decided':
    | PetitionDecision
    | { readonly verdict: 'late'; readonly on: string; readonly deadline: string; readonly reason: string };
  readonly 'petition.withdrawn': { readonly on: string; readonly note: string };
  readonly 'person.added': PersonFields;
  readonly 'person.changed': Omit<PersonFields, 'account'> & { readonly active: boolean; readonly why: string };
  /** `hash` is the SHA-256 of the secret's row, so that one put in its place from outside is noticed. */
  readonly 'person.passphraseSet': { readonly hash: string; readonly by: 'self' | 'administrator' | 'recovery' };
  readonly 'person.signedIn': { readonly account: string; readonly role: Role };
  readonly 'person.signedOut': { readonly why: Leaving };
  readonly 'person.signInFailed': { readonly failures: number };
  readonly 'person.refused': { readonly call: string };
  readonly 'person.recovered': Record<string, never>;
  /** A new recovery code was made, which ended the one before; `hash` is the SHA-256 of its secret's row. */
  readonly 'person.recoveryMade': { readonly hash: string };
  /** `head` is the entry up to which the register went before the backup took its place. */
  readonly 'register.restored': {
    readonly backup: string;
    readonly head: { readonly seq: number; readonly mac: string } | null;
  };
  readonly 'action.undone': { readonly actionId: string };
  readonly 'action.redone': { readonly actionId: string };
};

/** One entry with its content, as the fold reads it: oldest first, `undone` where a later entry undid its action. */
export type Kept = {
  [K in EntryKind]: {
    readonly seq: number;
    readonly actionId: string;
    readonly kind: K;
    readonly person: string;
    readonly at: string;
    readonly undone: boolean;
    readonly content: Content[K];
  };
}[EntryKind];
