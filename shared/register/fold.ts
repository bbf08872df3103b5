import type { BatchContent, Content, Kept } from './contents';
import type { Course } from './course';
import type { Enrolment } from './enrolment';
import type { EntryKind } from './entry';
import type { Exchange } from './exchange';
import type { FoldedGroup, Invoice } from './group';
import { readingsIn, withReadings, type Office, type Term } from './office';
import type { DraftedContent, PublishedContent } from './policy';
import { standardRules, type Rules } from './rules';
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

/** How files are exchanged with the Business Office; null where the office has not said. */
export const foldExchange = (entries: readonly Kept[]): Exchange | null => last(entries, 'office.exchange');

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

function last<K extends EntryKind>(entries: readonly Kept[], kind: K): Content[K] | null {
  const found = entries.findLast((e) => e.kind === kind && !e.undone);
  return found === undefined ? null : (found.content as Content[K]);
}
