import { formatMoment, type Language } from '../day';
import { formatCents } from '../money';
import { isPetitionForm } from '../policy/asked';
import type { Deadline } from '../policy/determination';
import type { Pack, PackForm } from '../policy/pack';
import { courseDays, type Course } from '../register/course';
import type { Office, Term } from '../register/office';
import { fullName, type Student } from '../register/student';
import type { FormBox, FormPage } from './form-page';
import { formWords } from './form-words';
import { widthOf } from './measure';
import { writeReference } from './reference';
import { sayDate } from './words';

/** The case that a petition or appeal is about: its number, and the decision that the student was told. */
export type FormAbout = {
  readonly caseNumber: string;
  readonly decided: { readonly on: string; readonly refund: number } | null;
};

/** What a form is made from. Blank where no student or course is given; the deadlines are the course's own. */
export type FormSource = {
  readonly language: Language;
  readonly form: PackForm;
  readonly pack: Pack;
  readonly office: Office;
  readonly student: Student | null;
  readonly course: Course | null;
  readonly term: Term | null;
  /** The case that the form is for; null of a form that starts one. */
  readonly about: FormAbout | null;
  readonly deadlines: readonly Deadline[];
  /** Where the register's chain ended when it was printed, in words. */
  readonly mark?: string;
};

/** One of the policy's forms, blank or filled in with what the register knows, with its reference. */
export function formPage(source: FormSource): FormPage {
  const { language, form, pack, office, student, course } = source;
  const words = formWords[language];
  const { line1, line2, city, state, postal } = office.address;
  const address = [line1, line2, city, `${state} ${postal}`].filter((part) => part.trim() !== '').join(', ');
  return {
    language,
    title: form.title[language],
    institution: office.institution,
    office: office.name,
    contact: [address, office.phone, office.email].join(' · '),
    color: office.letterhead.color,
    reference: writeReference({ studentNumber: student?.number ?? '', courseCode: course?.code ?? '', form: form.id }),
    instructions: [form.intro[language], words.return, ...rules(source)],
    deadlines: deadlinesOf(source),
    groups: groupsOf(source),
    statement: words.statement,
    signatures: signaturesOf(form, language),
    officeUse: {
      title: words.officeUse,
      boxes: words.officeBoxes.map((b) => ({ ...b, value: b.caseNumber ? (source.about?.caseNumber ?? '') : '' })),
    },
    footer: [
      form.title[language],
      `${pack.name[language]}, ${words.version} ${pack.version}`,
      `${words.clause} ${form.clause}`,
      ...(source.mark === undefined || source.mark === '' ? [] : [source.mark]),
    ].join(' · '),
  };
}

/** The clauses that a student must know before signing, in plain words; on a blank form with every limit of the policy's schedules. */
function rules({ pack, form, language, course }: FormSource): readonly string[] {
  const { notice, promise, failingClause, decisions } = pack;
  const bands = course === null ? pack.schedules.flatMap((s) => s.bands.map((b) => b.clause)) : [];
  const asked = isPetitionForm(form, pack) ? decisions.map((d) => d.clause) : bands;
  const own = decisions.find((d) => d.kind === form.document);
  // Who asks for an exception to one decision is past what makes a drop count.
  const clauses =
    own !== undefined
      ? [own.clause, promise?.clause ?? null]
      : [...asked, ...notice.effective.map((e) => e.clause), failingClause, promise?.clause ?? null];
  return [...new Set(clauses)].flatMap((clause) =>
    clause === null ? [] : (pack.clauses[clause]?.says[language] ?? []),
  );
}

function deadlinesOf({ deadlines, pack, language }: FormSource): FormPage['deadlines'] {
  if (deadlines.length === 0) return null;
  const rows = deadlines.map((d) => ({ until: briefly(d.through, language), what: labelOf(d, pack, language) }));
  return { title: formWords[language].deadlines, rows };
}

/** A limit for a narrow column: `by Mon, Sep 14, 2026`, `before Mon, Sep 14, 2026, 6:00 p.m.` */
function briefly(through: string, language: Language): string {
  const word = through.length === 10 ? formWords[language].by : formWords[language].before;
  return `${word} ${formatMoment(through, language)}`;
}

/** A deadline's label in a language, from the pack. */
export function labelOf(deadline: Deadline, pack: Pack, language: Language): string {
  const ofSchedules = pack.schedules.flatMap((s) => s.deadlines ?? []);
  const own = [...pack.deadlines, ...ofSchedules].find((d) => d.id === deadline.id);
  if (own !== undefined) return own.label[language];
  const bands = pack.schedules.flatMap((s) => s.bands);
  const band =
    bands.find((b) => b.clause === deadline.clause && b.percent === deadline.percent) ??
    bands.find((b) => b.percent === deadline.percent);
  return band === undefined ? deadline.label : `${formWords[language].refund}: ${band.label[language]}`;
}

const widths: Readonly<Record<string, number>> = {
  'student.name': 8,
  'student.number': 4,
  'student.address': 12,
  'student.phone': 4,
  'student.email': 8,
  'course.code': 3,
  'course.title': 6,
  'term.name': 3,
  'case.number': 4,
  'decision.on': 4,
  'decision.refund': 4,
};

/** The form's boxes under a heading each: who, which course, what is asked. */
function groupsOf(source: FormSource): FormPage['groups'] {
  const { form, language, office } = source;
  const words = formWords[language];
  const filled = (prefix: string): readonly FormBox[] =>
    form.fields
      .filter((f) => prefix.split(' ').some((p) => f.from?.startsWith(p) === true))
      .map((f) => box(f.label[language], 'line', widths[f.from ?? ''] ?? 6, valueOf(f.from ?? '', source)));
  const checks = form.fields.filter((f) => f.kind === 'check').map((f) => f.label[language]);
  const lines = form.fields.filter((f) => f.kind === 'lines').map((f) => box(f.label[language], 'area', 12, ''));
  // The office's own reasons by the digit that the entry screen knows them by; a petition asks for its reason in words.
  const reasons =
    checks.length === 0 && !isPetitionForm(form, source.pack)
      ? office.reasons.map((reason, i) => `${i + 1} ${reason}`)
      : [];
  const others = form.fields
    .filter((f) => f.from === undefined && (f.kind === 'text' || (f.kind === 'date' && !followsSignature(form, f.id))))
    .map((f) => box(f.label[language], 'line', 6, ''));
  const asked = [
    ...(checks.length > 0 ? [{ ...box(words.asked, 'choice', 12, ''), choices: checks }] : []),
    ...(reasons.length > 0 && lines.length > 0 ? [{ ...box(words.tickOne, 'choice', 12, ''), choices: reasons }] : []),
    ...others,
    ...lines,
  ];
  const decision = filled('case. decision.');
  // Two of them stand beside the course's days, in four boxes of one row; more have a row of their own.
  const beside = decision.length <= 2;
  const days = daysOf(source, beside && decision.length > 0 ? 3 : 6);
  return [
    { title: words.student, room: false, boxes: filled('student.') },
    {
      title: words.course,
      room: false,
      boxes: [
        ...filled('course. term.'),
        ...days,
        ...(beside ? decision.map((b) => box(b.label, 'line', 3, b.value)) : []),
      ],
    },
    { title: words.decision, room: false, boxes: beside ? [] : decision },
    { title: words.request, room: true, boxes: asked },
  ].filter((g) => g.boxes.length > 0);
}

/** First and last day, which tell two sections of one course apart. */
function daysOf({ course, language }: FormSource, width: number): readonly FormBox[] {
  const { first, last } = course === null ? { first: null, last: null } : courseDays(course);
  const words = formWords[language];
  return [
    box(words.firstDay, 'line', width, first === null ? '' : sayDate(first, language)),
    box(words.lastDay, 'line', width, last === null ? '' : sayDate(last, language)),
  ];
}

function signaturesOf(form: PackForm, language: Language): FormPage['signatures'] {
  return form.fields
    .filter((f) => f.kind === 'signature')
    .map((f) => ({ who: f.label[language], date: formWords[language].date, hint: null }));
}

function followsSignature(form: PackForm, id: string): boolean {
  const index = form.fields.findIndex((f) => f.id === id);
  return form.fields[index - 1]?.kind === 'signature';
}

function valueOf(from: string, { student, course, term, about, language }: FormSource): string {
  switch (from) {
    case 'student.name':
      return student === null ? '' : fullName(student);
    case 'student.number':
      return student?.number ?? '';
    case 'student.address':
      return student === null
        ? ''
        : Object.values(student.address)
            .filter((part) => part !== '')
            .join(', ');
    case 'student.phone':
      return student?.phone ?? '';
    case 'student.email':
      return student?.email ?? '';
    case 'course.code':
      return course?.code ?? '';
    case 'course.title':
      return course?.title ?? '';
    case 'course.instructor':
      return course?.instructor ?? '';
    case 'case.number':
      return about?.caseNumber ?? '';
    case 'decision.on':
      return about?.decided == null ? '' : sayDate(about.decided.on, language);
    case 'decision.refund':
      return about?.decided == null ? '' : formatCents(about.decided.refund);
    case 'term.name':
      return term?.name ?? '';
    default:
      return '';
  }
}

function box(label: string, kind: FormBox['kind'], width: number, value: string): FormBox {
  // A sheet is 7.3 in wide in twelve columns, less the padding of a box; what is wider than its box is set smaller.
  const small = widthOf(value, 10.5) > (width / 12) * 7.3 * 72 - 10;
  return { label, kind, width, value, small, choices: [] };
}
