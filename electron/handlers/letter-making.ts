import type { Language } from '../../shared/day';
import type { Failure } from '../../shared/errors';
import { chosenOffer, type LetterAbout, type LetterOffer } from '../../shared/letters/about';
import { makeLetter, officeStillOwes, type MadeLetter } from '../../shared/letters/letter';
import { addressLines } from '../../shared/letters/address';
import type { LetterFields } from '../../shared/letters/fields';
import type { OwnWords } from '../../shared/letters/own-template';
import type { LetterSource } from '../../shared/letters/source';
import type { LetterTemplate } from '../../shared/letters/template';
import { missingWords } from '../../shared/policy/explain';
import type { ChainMark } from '../../shared/register/chain-mark';
import { isMailable } from '../../shared/register/fields';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { FoldedLetter } from '../../shared/register/fold-letter';
import { fullName, listName, type Student } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { isStale, sourcesOf } from './case-view';
import type { OpenContext } from './context';
import { untold } from './letter-gate';
import { offersOf } from './letter-offers';
import { wordsOf } from './letter-words';
import { aboutOf, sourceOf } from './letter-source';

/** What is kept with a letter: all that it says, whose it is, and its page under its SHA-256, so that a reprint is the same page. */
export type KeptLetter = {
  readonly template: MadeLetter['template'];
  readonly fields: LetterFields;
  readonly address: readonly string[];
  readonly studentId: string;
  readonly courseId: string;
  readonly madeOn: string;
  /** Cents, where the letter tells of a decision; null where nothing was decided yet. */
  readonly refund: number | null;
  readonly htmlHash: string;
  /** What it tells of; letters from before there were others lack it. */
  readonly about?: LetterAbout;
  /** The words as they were changed by hand for this letter alone. */
  readonly edited?: OwnWords;
};

/** A letter about to be made: its page, and what will be kept of it. */
export type PlannedLetter = {
  readonly made: MadeLetter;
  readonly student: Student;
  readonly caseId: string;
  readonly determinationSeq: number;
  /** The entry that it tells of; null where it tells of a determination. */
  readonly aboutSeq: number | null;
  readonly ordinal: number;
  /** Where the register's chain ended when its page was made, as the page says. */
  readonly head: ChainMark | null;
  readonly keeps: Omit<KeptLetter, 'htmlHash'>;
};

/** A case's letters as they would be made now: first the student's own, then the one that takes back what another was sent in error. */
export type Plan = {
  readonly letters: readonly [PlannedLetter, ...PlannedLetter[]];
  /** Whether something that it was decided from has changed since; worked out where somebody asks. */
  readonly isStale: () => boolean;
  readonly offer: LetterOffer;
  readonly offers: readonly LetterOffer[];
  /** The petition whose decision it tells; null of other letters. */
  readonly decides: string | null;
};

/** What the register keeps of a letter that was made. */
export function keptOf(letter: FoldedLetter): KeptLetter {
  return letter.facts as KeptLetter;
}

/**
 * Plans a letter of a case under the next number: what is asked for, else of what happened last; or says why there cannot be one. In the
 * words given where they are for such a letter; under a later number where others are planned that are not made yet.
 */
export function planLetter(
  caseId: string,
  language: Language | null,
  about: LetterAbout | null,
  context: OpenContext,
  words: LetterTemplate | null = null,
  ordinal: number = context.register.letters.lastOrdinal() + 1,
): Result<Plan> {
  const { register } = context;
  const folded = register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const offers = offersOf(caseId, folded, context);
  const offer = chosenOffer(offers, about);
  if (offer === null) return fail(noOffer(folded, offers.length > 0));
  const ofDetermination = offer.what === 'determination';
  // What was said of a petition without another determination tells the amount that stands.
  const notYet = ofDetermination || offer.what === 'petition-decided' ? untold(folded) : null;
  if (notYet !== null) return fail(notYet);
  const records = sourcesOf(folded.form, context, caseId);
  const { student, course } = records;
  if (student === null || course === null)
    return fail({ kind: 'not-found', what: student === null ? 'The student of this case' : 'The course of this case' });
  const asked = language ?? student.language;
  const found = sourceOf(caseId, folded, offer, asked, { ...records, student, course }, context);
  if (!found.ok) return found;
  const { source, determinationSeq } = found.value;
  const owes = ofDetermination ? officeStillOwes(source) : [];
  if (owes.length > 0) {
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} cannot be told yet: the office has still to enter ${owes.map((name) => missingWords(name, 'en')).join(', ')}.`,
      next: 'Enter it on the course or the petition, decide the case again, then make the letter.',
    });
  }
  const earlier = register.letters.mailedOf(caseId);
  // What was decided on a petition stands beside the earlier decision and names it; it corrects nothing.
  const own =
    ofDetermination && source.petition === null
      ? earlier.findLast(
          (l) =>
            keptOf(l).studentId === student.id &&
            l.type !== 'withdrawn' &&
            aboutOf(l).what === 'determination' &&
            l.determinationSeq !== determinationSeq,
        )
      : undefined;
  const { what, petitionId } = offer;
  const place = { caseId, determinationSeq, aboutSeq: ofDetermination ? null : offer.seq, about: { what, petitionId } };
  const corrects = own === undefined ? null : correctedBy(own);
  const first = planned(place, ordinal, { ...source, corrects }, folded.form.courseId ?? '', words, context);
  if (!first.ok) return first;
  const further = withdrawals(earlier, student.id, folded, source, ordinal + 1, words, context);
  if (!further.ok) return further;
  return ok({
    letters: [first.value, ...further.value],
    isStale: () => ofDetermination && isStale(folded, records, context),
    offer,
    offers,
    decides: ofDetermination ? (folded.present?.petitionId ?? null) : null,
  });
}

/** Why a case has no such letter. */
function noOffer({ number, state }: FoldedCase, others: boolean): Failure {
  if (others) {
    return {
      kind: 'wrong-state',
      message: `${number} has moved on: there is no such letter any more.`,
      next: 'Choose among the letters that it can have now.',
    };
  }
  return {
    kind: 'wrong-state',
    message: `${number} is ${state === 'undone' ? 'undone' : 'held: nothing has been decided yet'}.`,
    next: state === 'undone' ? 'Redo it first.' : 'Complete the form; the letter can be made then.',
  };
}

/** Letters that went out to somebody whom this case no longer concerns, and that nobody has taken back yet. */
function withdrawals(
  earlier: readonly FoldedLetter[],
  studentId: string,
  folded: FoldedCase,
  source: LetterSource,
  ordinal: number,
  words: LetterTemplate | null,
  context: OpenContext,
): Result<readonly PlannedLetter[]> {
  const { register } = context;
  const taken = new Set(
    earlier.filter((l) => l.type === 'withdrawn').map((l) => keptOf(l).fields.letter.corrects?.number),
  );
  const wrong = earlier.filter(
    (l) => l.type !== 'withdrawn' && keptOf(l).studentId !== studentId && !taken.has(l.number),
  );
  const letters: PlannedLetter[] = [];
  for (const letter of wrong) {
    const student = register.students.get(keptOf(letter).studentId);
    const course = register.courses.get(keptOf(letter).courseId);
    const told = register.cases.determinations(folded).find((d) => d.seq === letter.determinationSeq);
    const { facts, determination, hash } = told ?? { ...source, hash: '' };
    if (student === null || course === null) continue;
    const term = register.office.term(course.termId);
    const own: LetterSource = {
      ...source,
      facts,
      determination,
      hash,
      student,
      course,
      term,
      enrolment: null,
      language: letter.language,
      corrects: correctedBy(letter),
      withdrawn: true,
      petition: null,
      instead: null,
      receipt: false,
      earlier: null,
    };
    const { caseId, determinationSeq, aboutSeq } = letter;
    const place = { caseId, determinationSeq, aboutSeq: aboutSeq ?? null, about: aboutOf(letter) };
    const next = planned(place, ordinal + letters.length, own, course.id, words, context);
    if (!next.ok) return next;
    letters.push(next.value);
  }
  return ok(letters);
}

function correctedBy(letter: FoldedLetter): NonNullable<LetterSource['corrects']> {
  return { number: letter.number, madeOn: keptOf(letter).madeOn, refund: keptOf(letter).refund };
}

type Place = Pick<PlannedLetter, 'caseId' | 'determinationSeq' | 'aboutSeq'> & { readonly about: LetterAbout };

function planned(
  { about, ...place }: Place,
  ordinal: number,
  from: LetterSource,
  courseId: string,
  given: LetterTemplate | null,
  context: OpenContext,
): Result<PlannedLetter> {
  const source: LetterSource = { ...from, number: letterNumber(ordinal) };
  const { student, determination } = source;
  const words = wordsOf(source, given, context);
  if (!words.ok) return words;
  const made = makeLetter(source, words.value);
  const tells = about.what === 'determination' || about.what === 'petition-decided';
  const decided = tells && (determination.outcome === 'refund' || determination.outcome === 'none');
  return ok({
    ...place,
    made,
    student,
    ordinal,
    head: source.head,
    keeps: {
      template: made.template,
      fields: made.fields,
      address: addressLines(fullName(student), student.address),
      studentId: student.id,
      courseId,
      madeOn: source.madeOn,
      refund: decided ? determination.refund : null,
      about,
      ...(words.value.edited === undefined ? {} : { edited: words.value.edited }),
    },
  });
}

/** A letter's number as the register gives it. */
export function letterNumber(ordinal: number): string {
  return `L-${String(ordinal).padStart(6, '0')}`;
}

/** What a clerk should read before a letter goes out. */
export function problemsOf({ letters: [first, ...further], isStale: hasChanged }: Plan): readonly string[] {
  const { student, made } = first;
  return [
    ...(isMailable(student.address)
      ? []
      : [
          `${listName(student)} has no complete mailing address. The letter waits in the queue until street, city, state and ZIP are on the student.`,
        ]),
    ...(hasChanged()
      ? ['Something this was decided from has changed since. Decide it again before the letter goes out.']
      : []),
    ...made.problems,
    ...further.map(
      (l) =>
        `${listName(l.student)} was sent letter ${l.made.fields.letter.corrects?.number ?? ''} of this case; making this letter also makes one that takes it back.`,
    ),
  ];
}
