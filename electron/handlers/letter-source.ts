import type { Register } from '../../db/register';
import type { Language } from '../../shared/day';
import type { LetterAbout, LetterOffer } from '../../shared/letters/about';
import type { LetterSource } from '../../shared/letters/source';
import { toldPetition, type Instead, type PetitionTold, type ToldAgainst } from '../../shared/letters/told';
import type { Facts } from '../../shared/policy/facts';
import type { Pack } from '../../shared/policy/pack';
import type { Content } from '../../shared/register/contents';
import { assessed, collected } from '../../shared/register/enrolment';
import { enrolledFacts, noticeOf, type FactSources } from '../../shared/register/facts';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { FoldedLetter } from '../../shared/register/fold-letter';
import type { StandingPetition } from '../../shared/register/fold-petition';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import type { OpenContext } from './context';
import { earlierDecision, earlierSource, isSettled, toldAgainst } from './letter-earlier';
import { determine } from './policies';

/** The records of a case that a letter can be made of: its student and its course are known. */
export type LetterRecords = Pick<FactSources, 'term' | 'enrolment'> & {
  readonly student: NonNullable<FactSources['student']>;
  readonly course: NonNullable<FactSources['course']>;
};

/** What a letter is made from besides the records: the determination it stands on, with its sequence (0 where there is none yet). */
type Ground = Pick<LetterSource, 'facts' | 'determination' | 'hash' | 'pack'> & { readonly determinationSeq: number };

/** Everything that the letter of an offer is made from, and the determination's sequence. */
export function sourceOf(
  caseId: string,
  folded: FoldedCase,
  offer: LetterOffer,
  language: Language,
  records: LetterRecords,
  context: OpenContext,
): Result<{ readonly source: LetterSource; readonly determinationSeq: number }> {
  const { register, local, office } = context;
  const instead = insteadOf(caseId, offer, context);
  const receipt = offer.what === 'receipt';
  const before = offer.what === 'duplicate' ? earlierDecision(caseId, folded, register) : null;
  const ground =
    before === null
      ? groundOf(folded, instead, receipt, records, context)
      : ok({ ...earlierSource(before, folded, context), determinationSeq: folded.present?.seq ?? 0 });
  if (!ground.ok) return ground;
  const { determinationSeq, ...own } = ground.value;
  const { student, course, term, enrolment } = records;
  return ok({
    determinationSeq,
    source: {
      earlier: null,
      ...own,
      receipt,
      head: register.head(),
      language,
      number: '',
      madeOn: local().day,
      caseNumber: folded.number,
      office: office(),
      student,
      course,
      term,
      enrolment,
      choice: folded.form.choice,
      corrects: null,
      withdrawn: false,
      petition: petitionOf(caseId, folded, offer, own.pack, context),
      instead,
    },
  });
}

/** What a kept letter tells of; letters from before there were others tell of their determination. */
export function aboutOf({ facts }: Pick<FoldedLetter, 'facts'>): LetterAbout {
  return (facts as { readonly about?: LetterAbout }).about ?? { what: 'determination', petitionId: null };
}

/** The text of the policy by which a determination was made, as it was then. */
export function packOf(hash: string, register: Register): Pack {
  const before = packs.get(hash);
  if (before !== undefined) return before;
  const text = register.kept.packText(hash);
  if (text === null) throw new Error('the policy of a determination is missing');
  const pack = JSON.parse(text) as Pack;
  packs.set(hash, pack);
  return pack;
}

/** Policies are few, and a text never changes under its hash: a thousand letters do not read it a thousand times. */
const packs = new Map<string, Pack>();

/**
 * The determination that a letter stands on: the one that counts. Where none does, the policy is asked for the course's dates as if no form
 * had come; no amount of it is told.
 */
function groundOf(
  folded: FoldedCase,
  instead: Instead | null,
  receipt: boolean,
  records: LetterRecords,
  context: OpenContext,
): Result<Ground> {
  const { register, office } = context;
  // A receipt tells of no determination, least of all of one that a second person has still to approve.
  const present = receipt ? null : folded.present;
  if (present !== null) {
    const { facts, determination, packHash, seq } = present;
    const hash = register.cases.determinations(folded).find((d) => d.seq === seq)?.hash ?? '';
    return ok({ facts, determination, hash, pack: packOf(packHash, register), determinationSeq: seq });
  }
  const { course, term } = instead?.kind === 'swapped' ? instead : records;
  const { student } = records;
  const enrolment = register.enrolments.of(student.id, course.id) ?? records.enrolment;
  const facts: Facts = {
    ...enrolledFacts(course, term, office(), { federalAid: student.federalAid, track: folded.form.track }),
    fees: {
      assessed: enrolment === null ? 0 : assessed(enrolment),
      collected: enrolment === null ? 0 : collected(enrolment),
      deposit: 0,
    },
  };
  const asked = determine(facts, packsOf(register));
  if (!asked.ok) {
    return fail({
      kind: 'wrong-state',
      message: asked.problems[0]?.message ?? `${folded.number} cannot be told yet.`,
      next: 'Mend the course, then make the letter.',
    });
  }
  const { determination, packText } = asked.made;
  return ok({
    facts: { ...asked.made.facts, notice: noticeOf(folded.form) },
    determination,
    hash: '',
    pack: JSON.parse(packText) as Pack,
    determinationSeq: receipt ? 0 : (folded.determinations.at(-1)?.seq ?? 0),
  });
}

/** What the student did with the form instead of dropping. */
function insteadOf(caseId: string, offer: LetterOffer, { register }: OpenContext): Instead | null {
  if (offer.what !== 'withdrawn' && offer.what !== 'swapped') return null;
  const entry = register.entries('case', caseId).find((e) => e.seq === offer.seq);
  if (offer.what === 'withdrawn') return { kind: 'withdrawn', on: (entry?.content as Content['case.withdrawn']).on };
  const { on, toCourseId } = entry?.content as Content['case.swapped'];
  const course = register.courses.get(toCourseId);
  if (course === null) throw new Error('the section that a student changed to is missing');
  return { kind: 'swapped', on, course, term: register.office.term(course.termId) };
}

const steps = {
  'petition-received': 'received',
  'petition-returned': 'returned',
  'petition-decided': 'decided',
  'petition-withdrawn': 'withdrawn',
  determination: 'decided',
} as const;

/** The petition that the letter tells of: that of the offer, or the one whose decision made the determination. */
function petitionOf(
  caseId: string,
  folded: FoldedCase,
  { what, petitionId }: LetterOffer,
  pack: Pack,
  context: OpenContext,
): PetitionTold | null {
  if (what === 'withdrawn' || what === 'swapped' || what === 'receipt' || what === 'duplicate') return null;
  const { register, local } = context;
  const id = what === 'determination' ? folded.present?.petitionId : petitionId;
  const petition = id == null ? null : register.petitions.folded(id);
  if (id == null || petition === null) return null;
  return toldPetition(petition, steps[what], pack, {
    dueOn: register.petitions.row(id, local().day)?.dueOn ?? null,
    withdrawnOn: withdrawnOn(id, context),
    against: againstOf(caseId, id, petition, folded, context),
  });
}

function withdrawnOn(id: string, { register }: OpenContext): string | null {
  const entry = register.entries('petition', id).findLast((e) => e.kind === 'petition.withdrawn' && !e.undone);
  return entry === undefined ? null : (entry.content as Content['petition.withdrawn']).on;
}

/** The determination that an appeal is against, or that stood when a retroactive refund was asked for. */
function againstOf(
  caseId: string,
  petitionId: string,
  { petition, againstSeq, enclosed }: StandingPetition,
  folded: FoldedCase,
  context: OpenContext,
): ToldAgainst | null {
  if (petition.kind !== 'appeal' && (petition.kind !== 'retroactive' || enclosed)) return null;
  const found =
    againstSeq !== null
      ? folded.determinations.find((d) => d.seq === againstSeq)
      : folded.determinations.findLast((d) => d.petitionId !== petitionId && isSettled(d));
  return toldAgainst(caseId, found, folded.said, context);
}
