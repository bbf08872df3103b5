import { z } from 'zod';
import { mayBeTold } from '../register/approval';
import type { Entry } from '../register/entry';
import { noticeOf } from '../register/facts';
import { idField } from '../register/fields';
import type { FoldedCase } from '../register/fold-case';
import type { StandingPetition } from '../register/fold-petition';

/** What a letter of a case can tell of: the determination that counts, the form's receipt, another case that decided already, a step of a petition, or what the student did with the form instead. */
export const letterSubjects = [
  'determination',
  'receipt',
  'duplicate',
  'petition-received',
  'petition-returned',
  'petition-decided',
  'petition-withdrawn',
  'withdrawn',
  'swapped',
] as const;
export type LetterSubject = (typeof letterSubjects)[number];

/** One of them, with the petition where it tells of one. */
export const letterAboutSchema = z.strictObject({ what: z.enum(letterSubjects), petitionId: idField.nullable() });
export type LetterAbout = z.infer<typeof letterAboutSchema>;

/** A letter that a case can have now, with its words for a clerk. */
export const letterChoiceSchema = letterAboutSchema.extend({ words: z.string() });
export type LetterChoice = z.infer<typeof letterChoiceSchema>;

/** The same with the entry that it tells of. */
export type LetterOffer = LetterChoice & { readonly seq: number };

type Happened = Pick<Entry, 'kind' | 'seq' | 'undone' | 'at'>;

/** A petition as it stands with its entries, as the letters of its case are chosen by them. */
export type PetitionStanding = StandingPetition & { readonly id: string; readonly entries: readonly Happened[] };

/** The case that decided before on the same student and course: its number, and the entry of the determination that counts. */
export type EarlierDecision = { readonly number: string; readonly seq: number };

/**
 * The letters that a case can have as it stands, that of what happened last first. Of each petition only its last step can be told: an
 * earlier one is out of date. A decision that made the present determination is told by that determination's own letter.
 */
export function letterOffers(
  folded: FoldedCase,
  entries: readonly Happened[],
  petitions: readonly PetitionStanding[],
  earlier: EarlierDecision | null,
): readonly LetterOffer[] {
  const { state, present, form, formSeq, approval } = folded;
  const own = (what: LetterSubject, words: string, seq: number): LetterOffer => ({
    what,
    petitionId: null,
    words,
    seq,
  });
  if (state === 'undone') return [];
  if (state === 'withdrawn') return [own('withdrawn', 'Drop withdrawn', lastOf(entries, 'case.withdrawn'))];
  if (state === 'swapped') return [own('swapped', 'Section changed', lastOf(entries, 'case.swapped'))];
  const steps = petitions.flatMap((petition) => stepOffer(petition, folded) ?? []).sort((a, b) => b.seq - a.seq);
  // A form of nobody yet, or for no course, is found out first.
  const known = noticeOf(form) !== null && form.studentId !== null && form.courseId !== null;
  const receipt = known ? [own('receipt', 'Receipt of the form', formSeq)] : [];
  const pays = present !== null && present.determination.refund + present.determination.cancelled > 0;
  const twice = earlier === null || pays ? [] : [own('duplicate', `Decided already in ${earlier.number}`, earlier.seq)];
  if (present === null) return [...steps, ...twice, ...receipt];
  const decided = petitions.find((p) => p.id === present.petitionId);
  const words = decided === undefined ? 'Refund decision' : `Decision on ${nameOf(decided)}`;
  // What came with the form is answered by the form's own letter, whichever of the two was written down last.
  const before = (step: LetterOffer): boolean =>
    step.seq < present.seq || petitions.some((p) => p.id === step.petitionId && cameWith(p, step.seq, present.at));
  return [
    ...steps.filter((s) => !before(s)),
    own('determination', words, present.seq),
    ...steps.filter(before),
    ...twice,
    // What may be told at once needs no receipt.
    ...(mayBeTold(approval) ? [] : receipt),
  ];
}

/** The offer of what is asked for; of what happened last where nothing is. Null where the case cannot have that letter. */
export function chosenOffer(offers: readonly LetterOffer[], about: LetterAbout | null): LetterOffer | null {
  if (about === null) return offers[0] ?? null;
  return offers.find((o) => isSameAbout(o, about)) ?? null;
}

/** Whether two letters tell of the same: the determination, or one petition at the same step. */
export function isSameAbout(one: LetterAbout, other: LetterAbout): boolean {
  return one.what === other.what && one.petitionId === other.petitionId;
}

function stepOffer(petition: PetitionStanding, { determinations }: FoldedCase): LetterOffer | null {
  const { id, entries } = petition;
  const name = nameOf(petition);
  const step = (what: LetterSubject, words: string, ...kinds: readonly Entry['kind'][]): LetterOffer => ({
    what,
    petitionId: id,
    words,
    seq: Math.max(...kinds.map((kind) => lastOf(entries, kind))),
  });
  switch (petition.state) {
    case 'open':
      return step('petition-received', `Receipt of ${name}`, ...openKinds);
    case 'returned':
      return step('petition-returned', `What ${name} still needs`, 'petition.returned', 'petition.corrected');
    case 'withdrawn':
      return step('petition-withdrawn', `Withdrawal of ${name}`, 'petition.withdrawn');
    case 'granted':
    case 'in-part':
    case 'denied':
    case 'late':
      return determinations.some((d) => d.petitionId === id)
        ? null
        : step('petition-decided', `Decision on ${name}`, 'petition.decided');
    case 'undone':
      return null;
  }
}

const openKinds = ['petition.received', 'petition.corrected', 'petition.approval', 'petition.answered'] as const;

/** Whether a petition came enclosed with the form that was decided then, and nothing has happened to it since. */
function cameWith({ enclosed, entries }: PetitionStanding, seq: number, at: string): boolean {
  return enclosed && entries.some((e) => e.kind === 'petition.received' && e.seq === seq && e.at === at);
}

function nameOf({ petition, number }: StandingPetition): string {
  return `${petition.kind === 'appeal' ? 'appeal' : 'petition'} ${number}`;
}

function lastOf(entries: readonly Happened[], kind: Entry['kind']): number {
  return entries.findLast((e) => e.kind === kind && !e.undone)?.seq ?? 0;
}
