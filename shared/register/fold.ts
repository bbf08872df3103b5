import type { ApprovalState, CaseForm, CaseState } from './case';
import type {
  ApprovalContent,
  BatchContent,
  Content,
  DeterminedContent,
  Kept,
  LetterContent,
  ReceivedContent,
} from './contents';
import type { Course } from './course';
import type { Enrolment } from './enrolment';
import type { EntryKind } from './entry';
import type { FoldedGroup, Invoice } from './group';
import { readingsIn, withReadings, type Office, type Term } from './office';
import type { DraftedContent, PublishedContent } from './policy';
import { standardRules, type Rules } from './rules';
import type { Attachment } from './petition';
import type { DisclosureMade, Flag } from './disclosure';
import type { Student } from './student';

/** The present state of a subject is the fold of its entries, oldest first, without those that were undone. */

/** The office as last saved, with the readings chosen since. */
export function foldOffice(entries: readonly Kept[]): Office | null {
  let office: Office | null = null;
  for (const entry of entries) {
    if (entry.undone) continue;
    if (entry.kind === 'office.saved') office = { ...entry.content, readings: readingsIn(entry.content) };
    if (entry.kind === 'office.readings' && office !== null) {
      const { policy, readings } = entry.content;
      office = { ...office, readings: withReadings(office.readings, policy, readings) };
    }
  }
  return office;
}

/** The office's rules as last saved; the standard ones where it set none. */
export const foldRules = (entries: readonly Kept[]): Rules => last(entries, 'office.rules') ?? standardRules;

/** A term as last saved; null where its saving was undone. */
export const foldTerm = (entries: readonly Kept[]): Term | null => last(entries, 'term.saved');

/** A student as last saved. */
export const foldStudent = (entries: readonly Kept[]): Student | null => last(entries, 'student.saved');

/** Whether a student's record is confidential, by whom it was made so, when and why; null while it is not. */
export function foldFlag(entries: readonly Kept[]): Flag | null {
  const found = entries.findLast((e) => e.kind === 'student.flagged' && !e.undone);
  if (found?.kind !== 'student.flagged' || !found.content.confidential) return null;
  return { why: found.content.why, person: found.person, at: found.at };
}

/** To whom a student's data was given out, the oldest first. */
export const foldDisclosures = (entries: readonly Kept[]): DisclosureMade[] =>
  entries.flatMap((e) =>
    e.kind === 'disclosure.made' && !e.undone ? [{ ...e.content, person: e.person, at: e.at }] : [],
  );

/** An enrolment as last saved. */
export const foldEnrolment = (entries: readonly Kept[]): Enrolment | null => last(entries, 'enrolment.saved');

/** A group as last saved, with its invoices by day and number; null where its registration was undone. */
export function foldGroup(entries: readonly Kept[]): FoldedGroup | null {
  const group = last(entries, 'group.saved');
  if (group === null) return null;
  const invoices = new Map<string, Invoice>();
  for (const entry of entries) {
    if (entry.undone) continue;
    if (entry.kind === 'invoice.issued') invoices.set(entry.content.id, { ...entry.content, paidOn: null });
    if (entry.kind === 'invoice.paid') {
      const invoice = invoices.get(entry.content.invoiceId);
      if (invoice !== undefined) invoices.set(invoice.id, { ...invoice, paidOn: entry.content.on });
    }
  }
  const order = (i: Invoice): string => `${i.issuedOn} ${i.number}`;
  return { ...group, invoices: [...invoices.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** A batch of mail as opened. */
export const foldBatch = (entries: readonly Kept[]): BatchContent | null => last(entries, 'batch.opened');

/** A course as last saved; once cancelled it stays cancelled on that day, whatever is saved later. */
export function foldCourse(entries: readonly Kept[]): Course | null {
  const course = last(entries, 'course.saved');
  const cancelled = last(entries, 'course.cancelled');
  return course === null ? null : { ...course, cancelledOn: cancelled?.on ?? course.cancelledOn };
}

/** A policy's text as it stands: a draft, or a version that was published and is only read. */
export type StandingPolicy = DraftedContent & {
  readonly savedAt: string;
  readonly savedBy: string;
  readonly published: (PublishedContent & { readonly at: string; readonly by: string }) | null;
};

/** A draft or published version from its entries; null where it was discarded, or its making undone. */
export function foldPolicy(entries: readonly Kept[]): StandingPolicy | null {
  let policy: StandingPolicy | null = null;
  for (const entry of entries) {
    if (entry.undone) continue;
    const { at, person: by } = entry;
    if (entry.kind === 'policy.drafted') policy = { ...entry.content, savedAt: at, savedBy: by, published: null };
    if (entry.kind === 'policy.discarded') policy = null;
    if (entry.kind === 'policy.published' && policy !== null) {
      const { packHash, casesHash } = entry.content;
      policy = { ...policy, packHash, casesHash, published: { ...entry.content, at, by } };
    }
  }
  return policy;
}

/** A determination in its place among a case's entries; a later one or a later form supersedes it. */
export type Determined = DeterminedContent & {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly superseded: boolean;
};

/** A case as it stands. One whose receipt was undone keeps its number and its form, struck through. */
export type FoldedCase = Pick<ReceivedContent, 'number' | 'fiscalYear' | 'ordinal' | 'enteredOn' | 'batchId'> & {
  readonly state: CaseState;
  readonly form: CaseForm;
  /** The entry that holds the present form. */
  readonly formSeq: number;
  readonly heldWhy: string;
  readonly enteredAt: string;
  readonly person: string;
  readonly determinations: readonly Determined[];
  /** The determination that counts; null while the case is held, taken back, changed or undone. */
  readonly present: Determined | null;
  /** Where that determination stands with the second person. */
  readonly approval: ApprovalState;
  /** Everything that second persons said, the oldest first. */
  readonly said: readonly SecondPersons[];
  /** Papers kept with the case; one that was taken out again stays, with why. */
  readonly attachments: readonly FoldedAttachment[];
};

/** What a second person said of a determination. */
export type SecondPersons = ApprovalContent & {
  readonly what: 'approved' | 'returned' | 'deferred';
  readonly seq: number;
  readonly person: string;
  readonly at: string;
};

/** A paper kept with a case; `removed` says why it was taken out again. */
export type FoldedAttachment = Attachment & {
  readonly person: string;
  readonly at: string;
  readonly removed: string | null;
};

/** A case from its entries; null where it was never received. */
export function foldCase(entries: readonly Kept[]): FoldedCase | null {
  const first = entries.find((e) => e.kind === 'case.received');
  if (first?.kind !== 'case.received') return null;
  let form = first.content.form;
  let formSeq = first.seq;
  let heldWhy = '';
  let held = true;
  let closed: 'withdrawn' | 'swapped' | null = null;
  let determinations: Determined[] = [];
  const said: SecondPersons[] = [];
  let attachments: FoldedAttachment[] = [];
  const supersede = (): void => {
    determinations = determinations.map((d) => ({ ...d, superseded: true }));
  };
  for (const entry of entries) {
    if (entry.undone) continue;
    switch (entry.kind) {
      case 'case.received':
      case 'case.completed':
      case 'case.corrected':
        ({ form } = entry.content);
        formSeq = entry.seq;
        heldWhy = '';
        held = true;
        supersede();
        break;
      case 'case.held':
        ({ form, why: heldWhy } = entry.content);
        formSeq = entry.seq;
        held = true;
        supersede();
        break;
      case 'case.determined':
        supersede();
        determinations.push({
          ...entry.content,
          seq: entry.seq,
          at: entry.at,
          person: entry.person,
          superseded: false,
        });
        heldWhy = '';
        held = false;
        break;
      case 'case.approved':
      case 'case.returned':
      case 'case.deferred': {
        const what = entry.kind.slice('case.'.length) as SecondPersons['what'];
        said.push({ ...entry.content, what, seq: entry.seq, person: entry.person, at: entry.at });
        break;
      }
      case 'case.attached': {
        const { person, at } = entry;
        const others = attachments.filter((a) => a.hash !== entry.content.hash);
        attachments = [...others, { ...entry.content, person, at, removed: null }];
        break;
      }
      case 'case.detached': {
        const { hash, why } = entry.content;
        attachments = attachments.map((a) => (a.hash === hash ? { ...a, removed: why } : a));
        break;
      }
      case 'case.withdrawn':
        closed = 'withdrawn';
        supersede();
        break;
      case 'case.swapped':
        closed = 'swapped';
        supersede();
        break;
      default:
        break;
    }
  }
  const { number, fiscalYear, ordinal, enteredOn, batchId } = first.content;
  const state = first.undone ? 'undone' : (closed ?? (held ? 'held' : 'decided'));
  const present = state === 'decided' ? (determinations.at(-1) ?? null) : null;
  return {
    number,
    fiscalYear,
    ordinal,
    enteredOn,
    batchId,
    state,
    form,
    formSeq,
    heldWhy,
    enteredAt: first.at,
    person: first.person,
    determinations,
    present,
    approval: present === null ? 'not-needed' : approvalOf(present, said),
    said,
    attachments,
  };
}

/** Where a determination stands with the second person: what was said last of just that one counts. */
export function approvalOf(determined: Determined, said: readonly SecondPersons[]): ApprovalState {
  if (determined.needsApproval !== true) return 'not-needed';
  const last = said.findLast((s) => s.determinationSeq === determined.seq && s.what !== 'deferred');
  return last === undefined ? 'waiting' : last.what === 'approved' ? 'approved' : 'returned';
}

/** A letter as it stands: each step counts once, a voided one stays voided; `copies` counts printings. */
export type FoldedLetter = Omit<LetterContent, 'state'> & {
  readonly state: 'needs-address' | 'ready' | 'printed' | 'mailed' | 'voided';
  readonly madeAt: string;
  readonly printedAt: string | null;
  readonly mailedAt: string | null;
  readonly copies: number;
};

/** A letter from its entries; one whose making was undone keeps its number and is void. */
export function foldLetter(entries: readonly Kept[]): FoldedLetter | null {
  const made = entries.find((e) => e.kind === 'letter.made');
  if (made?.kind !== 'letter.made') return null;
  let state: FoldedLetter['state'] = made.undone ? 'voided' : made.content.state;
  let printedAt: string | null = null;
  let mailedAt: string | null = null;
  let copies = 0;
  let addressed: Partial<LetterContent> = {};
  for (const entry of entries) {
    if (entry.undone) continue;
    switch (entry.kind) {
      case 'letter.addressed':
        addressed = entry.content;
        if (state === 'needs-address') state = 'ready';
        break;
      case 'letter.printed':
      case 'letter.reprinted':
        printedAt = entry.at;
        copies += 1;
        if (state !== 'voided' && state !== 'mailed') state = 'printed';
        break;
      case 'letter.mailed':
        mailedAt = entry.at;
        if (state !== 'voided') state = 'mailed';
        break;
      case 'letter.voided':
        state = 'voided';
        break;
      default:
        break;
    }
  }
  return { ...made.content, ...addressed, state, madeAt: made.at, printedAt, mailedAt, copies };
}

function last<K extends EntryKind>(entries: readonly Kept[], kind: K): Content[K] | null {
  const found = entries.findLast((e) => e.kind === kind && !e.undone);
  return found === undefined ? null : (found.content as Content[K]);
}
