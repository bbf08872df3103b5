import type { Register } from '../../db/register';
import type { Language } from '../../shared/day';
import { makeLetter, officeStillOwes, type MadeLetter } from '../../shared/letters/letter';
import { addressLines } from '../../shared/letters/address';
import type { LetterFields } from '../../shared/letters/fields';
import type { LetterSource } from '../../shared/letters/source';
import { missingWords } from '../../shared/policy/explain';
import type { Pack } from '../../shared/policy/pack';
import { isMailable } from '../../shared/register/fields';
import type { Determined, FoldedCase, FoldedLetter } from '../../shared/register/fold';
import { fullName, listName, type Student } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { isStale, sourcesOf } from './case-view';
import type { OpenContext } from './context';
import { untold } from './letter-gate';

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
};

/** A letter about to be made: its page, and what will be kept of it. */
export type PlannedLetter = {
  readonly made: MadeLetter;
  readonly student: Student;
  readonly caseId: string;
  readonly determinationSeq: number;
  readonly ordinal: number;
  readonly keeps: Omit<KeptLetter, 'htmlHash'>;
};

/** A case's letters as they would be made now: first the student's own, then the one that takes back what another was sent in error. */
export type Plan = { readonly letters: readonly [PlannedLetter, ...PlannedLetter[]]; readonly stale: boolean };

/** What the register keeps of a letter that was made. */
export function keptOf(letter: FoldedLetter): KeptLetter {
  return letter.facts as KeptLetter;
}

/** Plans the letter of a case's present determination, under the next number; or says why there cannot be one. */
export function planLetter(caseId: string, language: Language | null, context: OpenContext): Result<Plan> {
  const { register } = context;
  const folded = register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  if (folded.present === null) {
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} is ${folded.state === 'held' ? 'held: nothing has been decided yet' : 'undone'}.`,
      next: folded.state === 'held' ? 'Complete the form; the letter can be made then.' : 'Redo it first.',
    });
  }
  const notYet = untold(folded);
  if (notYet !== null) return fail(notYet);
  const records = sourcesOf(folded.form, context, caseId);
  const { student, course } = records;
  if (student === null || course === null)
    return fail({ kind: 'not-found', what: student === null ? 'The student of this case' : 'The course of this case' });
  const source = sourceOf(
    folded,
    folded.present,
    language ?? student.language,
    { ...records, student, course },
    context,
  );
  const owes = officeStillOwes(source);
  if (owes.length > 0) {
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} cannot be told yet: the office has still to enter ${owes.map((name) => missingWords(name, 'en')).join(', ')}.`,
      next: 'Enter it on the course or the petition, decide the case again, then make the letter.',
    });
  }
  const ordinal = register.letters.lastOrdinal() + 1;
  const earlier = mailed(caseId, register);
  const own = earlier.findLast(
    (l) => keptOf(l).studentId === student.id && l.type !== 'withdrawn' && l.determinationSeq !== folded.present?.seq,
  );
  const first = planned(
    caseId,
    ordinal,
    { ...source, corrects: own === undefined ? null : correctedBy(own) },
    folded.present.seq,
    folded.form.courseId ?? '',
  );
  const further = withdrawals(earlier, student.id, folded, source, ordinal + 1, context);
  return ok({ letters: [first, ...further], stale: isStale(folded, records, context) });
}

/** Letters that went out to somebody whom this case no longer concerns, and that nobody has taken back yet. */
function withdrawals(
  earlier: readonly FoldedLetter[],
  studentId: string,
  folded: FoldedCase,
  source: LetterSource,
  ordinal: number,
  context: OpenContext,
): readonly PlannedLetter[] {
  const { register } = context;
  const taken = new Set(
    earlier.filter((l) => l.type === 'withdrawn').map((l) => keptOf(l).fields.letter.corrects?.number),
  );
  const wrong = earlier.filter(
    (l) => l.type !== 'withdrawn' && keptOf(l).studentId !== studentId && !taken.has(l.number),
  );
  return wrong.flatMap((letter, index) => {
    const student = register.students.get(keptOf(letter).studentId);
    const course = register.courses.get(keptOf(letter).courseId);
    const determined = folded.determinations.find((d) => d.seq === letter.determinationSeq);
    if (student === null || course === null || determined === undefined) return [];
    const { facts, determination } = determined;
    const term = register.office.term(course.termId);
    const own: LetterSource = {
      ...source,
      facts,
      determination,
      student,
      course,
      term,
      enrolment: null,
      language: letter.language,
      corrects: correctedBy(letter),
      withdrawn: true,
    };
    return [planned(letter.caseId, ordinal + index, own, letter.determinationSeq, course.id)];
  });
}

function mailed(caseId: string, register: Register): readonly FoldedLetter[] {
  return register.letters.ofCase(caseId).flatMap(({ id, state }) => {
    const letter = state === 'mailed' ? register.letters.get(id) : null;
    return letter === null ? [] : [letter];
  });
}

function correctedBy(letter: FoldedLetter): NonNullable<LetterSource['corrects']> {
  return { number: letter.number, madeOn: keptOf(letter).madeOn, refund: keptOf(letter).refund };
}

type Records = {
  readonly student: Student;
  readonly course: LetterSource['course'];
  readonly term: LetterSource['term'];
  readonly enrolment: LetterSource['enrolment'];
};

function sourceOf(
  folded: FoldedCase,
  present: Determined,
  language: Language,
  { student, course, term, enrolment }: Records,
  context: OpenContext,
): LetterSource {
  const { register, local, office } = context;
  const stored = register.cases.determinations(folded).find((d) => d.seq === present.seq);
  return {
    language,
    number: letterNumber(register.letters.lastOrdinal() + 1),
    madeOn: local().day,
    caseNumber: folded.number,
    facts: present.facts,
    determination: present.determination,
    hash: stored?.hash ?? '',
    pack: packOf(present.packHash, register),
    office: office(),
    student,
    course,
    term,
    enrolment,
    choice: folded.form.choice,
    corrects: null,
    withdrawn: false,
  };
}

/** The text of the policy by which a determination was made, as it was then. */
export function packOf(hash: string, register: Register): Pack {
  const text = register.kept.packText(hash);
  if (text === null) throw new Error('the policy of a determination is missing');
  return JSON.parse(text) as Pack;
}

function planned(
  caseId: string,
  ordinal: number,
  source: LetterSource,
  determinationSeq: number,
  courseId: string,
): PlannedLetter {
  const { student } = source;
  const made = makeLetter({ ...source, number: letterNumber(ordinal) });
  const decided = source.determination.outcome === 'refund' || source.determination.outcome === 'none';
  return {
    made,
    student,
    caseId,
    determinationSeq,
    ordinal,
    keeps: {
      template: made.template,
      fields: made.fields,
      address: addressLines(fullName(student), student.address),
      studentId: student.id,
      courseId,
      madeOn: source.madeOn,
      refund: decided ? source.determination.refund : null,
    },
  };
}

/** A letter's number as the register gives it. */
export function letterNumber(ordinal: number): string {
  return `L-${String(ordinal).padStart(6, '0')}`;
}

/** What a clerk should read before a letter goes out. */
export function problemsOf({ letters: [first, ...further], stale }: Plan): readonly string[] {
  const { student, made } = first;
  return [
    ...(isMailable(student.address)
      ? []
      : [
          `${listName(student)} has no complete mailing address. The letter waits in the queue until street, city, state and ZIP are on the student.`,
        ]),
    ...(stale
      ? ['Something this was decided from has changed since. Decide it again before the letter goes out.']
      : []),
    ...made.problems,
    ...further.map(
      (l) =>
        `${listName(l.student)} was sent letter ${l.made.fields.letter.corrects?.number ?? ''} of this case; making this letter also makes one that takes it back.`,
    ),
  ];
}
