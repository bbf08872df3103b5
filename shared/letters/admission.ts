import { dayOf, type Language } from '../day';
import { formatCents } from '../money';
import type { Deadline } from '../policy/determination';
import type { Pack } from '../policy/pack';
import { courseDays, type Course } from '../register/course';
import { assessed, collected, type Enrolment } from '../register/enrolment';
import type { Office } from '../register/office';
import { fullName, type Student } from '../register/student';
import { addressBlock, addressBox } from './address';
import { labelOf } from './form';
import { frame } from './frame';
import { fill, fillPlain } from './liquid';
import { officeFields, languageLineOf } from './merge';
import { paginate } from './paginate';
import { faces, style } from './style';
import { admissionTemplates } from './templates/admission';
import { sayDate, sayDay, sayStretch } from './words';

/** What a letter of admission is made from; the deadlines are the course's own, as the policy in force gives them. */
export type AdmissionSource = {
  readonly language: Language;
  readonly madeOn: string;
  readonly pack: Pack;
  readonly office: Office;
  readonly student: Student;
  readonly course: Course;
  readonly enrolment: Enrolment;
  /** The group that the student is registered with, by name; null on their own. */
  readonly group: string | null;
  readonly deadlines: readonly Deadline[];
  /** Where the register's chain ended when it was printed, in words. */
  readonly mark?: string;
};

type Said = { readonly text: string; readonly clause: string };

/** A letter of admission ready for paper: the course, its dates with what the policy says of each, what is still to be paid. Whole HTML. */
export function admissionPage(source: AdmissionSource): {
  readonly html: string;
  readonly title: string;
  readonly pages: number;
  readonly problems: readonly string[];
} {
  const { language, office, student, course, pack, deadlines } = source;
  const template = admissionTemplates[language];
  const fields = fieldsOf(source);
  const title = fillPlain(template.title, fields);
  const filled = { ...fields, letter: { ...fields.letter, title } };
  const pieces = template.pieces.map((piece) => fill(piece, filled)).filter((piece) => piece !== '');
  const { sheets, setting } = paginate(pieces);
  const box = addressBox(office.printing);
  const block = addressBlock(fullName(student), student.address, box);
  const html = fill(frame, {
    ...filled,
    case: { number: course.code },
    box: { ...box, ...block },
    page: {
      title,
      language,
      style: `${faces}\n${style}`,
      enclosures: [],
      code: null,
      sheets: sheets.map((own) => ({ pieces: own })),
      setting,
      preprinted: office.printing.preprintedLetterhead,
      folds: office.printing.envelope !== 'none',
      word: language === 'en' ? 'page' : 'página',
      of: language === 'en' ? 'of' : 'de',
      footer: [course.code, `${pack.name[language]} v${pack.version}`, source.mark ?? '']
        .filter((t) => t !== '')
        .join(' · '),
    },
  });
  return {
    html,
    title,
    pages: sheets.length,
    problems: [
      ...(template.review
        ? []
        : ['The words of this letter have not been reviewed by a person yet. Read it before it goes out.']),
      ...(deadlines.length === 0
        ? ['The dates of this course are not known yet. Give it its first and last day, then make the letter.']
        : []),
    ],
  };
}

function fieldsOf(source: AdmissionSource) {
  const { language, madeOn, office, student, course, pack, group, enrolment, deadlines } = source;
  const { first, last } = courseDays(course);
  const due = assessed(enrolment) - collected(enrolment);
  const said = pack.features?.registration?.admission ?? [];
  const saying = (of: (deadline: string | undefined) => boolean): readonly Said[] =>
    said.filter((s) => of(s.deadline)).map((s) => ({ text: s.says[language], clause: s.clause }));
  return {
    letter: {
      title: '',
      date: sayDate(madeOn, language),
      languageLine: languageLineOf({ office, language }),
    },
    office: officeFields({ office, language }),
    student: { name: fullName(student) },
    group,
    course: {
      code: course.code,
      title: course.title,
      starts: first === null ? null : sayDay(first, language),
      days: first === null || last === null ? null : sayStretch(first, last, language),
    },
    money: { assessed: formatCents(assessed(enrolment)), due: due > 0 ? formatCents(due) : null },
    dates: deadlines.map((d) => ({
      what: labelOf(d, pack, language),
      clause: d.clause,
      on: sayDay(dayOf(d.through), language),
      says: saying((deadline) => deadline === d.id),
    })),
    // What is said of a date that this course does not have is said without it.
    says: saying((deadline) => deadline === undefined),
    policy: pack.name[language],
    signatory: {
      name: office.signatory.name,
      title: office.signatory.title === '' ? null : office.signatory.title,
    },
  };
}
