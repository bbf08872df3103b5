import type { CallName, Input } from '../../shared/contract';
import { formatMoment, type Language } from '../../shared/day';
import { formPage } from '../../shared/letters/form';
import { formHtml } from '../../shared/letters/form-page';
import { policyTablesPage } from '../../shared/letters/policy-tables';
import { worksheetPage } from '../../shared/letters/worksheet';
import { packFor } from '../../shared/policy/evaluate';
import { newestOf, withReadingsInForce } from '../../shared/policy/in-force';
import { sayMark } from '../../shared/register/chain-mark';
import { courseOnlyFacts } from '../../shared/register/facts';
import { fail, ok, type Result } from '../../shared/result';
import type { CourseSheet } from '../../shared/sheets/course-sheet';
import { sheetPage } from '../../shared/sheets/sheet-page';
import type { Page } from '../desktop';
import { eachSheet } from '../sheets/course-sheets';
import { calibrationOf } from './calibration-paper';
import { admissionOf, type AdmissionPaper } from './admission';
import { sourcesOf } from './case-view';
import type { OpenContext, OpenHandlers } from './context';
import { noCourses } from './deadlines';
import { packsOf } from '../packs';
import { toldAgainst } from './letter-earlier';
import { packOf } from './letter-source';
import { mailPaperOf } from './paper-mail';
import { reportPaperOf } from './report-paper';
import { savedAs } from './saved-as';
import { transmittalPaperOf } from './transmittal-paper';

type Paper = Input<'paper.preview'>;
type FormPaper = Extract<Paper, { kind: 'form' }>;

/** Calls about what can be printed besides letters: the policy's forms, a case's worksheet, the test page for window envelopes. */
export const paperHandlers: OpenHandlers<Extract<CallName, `paper.${string}`>> = {
  'paper.preview': async (paper, context) => {
    const page = await pageOf(paper, context);
    if (!page.ok) return page;
    const { title, language, pages = 1, problems = [], mailable = true } = page.value;
    return ok({
      url: context.desktop.show(page.value),
      type: paper.kind,
      title,
      language,
      problems: [...problems],
      mailable,
      pages,
    });
  },
  'paper.print': async (paper, context) => {
    const page = await pageOf(paper, context);
    const printer = paper.kind === 'calibration' ? paper.printer : null;
    return page.ok ? handOver([page.value], context, printer) : page;
  },
  'paper.savePdf': async (paper, context) => {
    const page = await pageOf(paper, context);
    if (!page.ok) return page;
    const pdf = await madePdf(page.value, context);
    if (!pdf.ok) return pdf;
    return savedAs(`${page.value.title}.pdf`, pdf.value, context.desktop);
  },
};

/** A page with how many sheets it fills, where that is more than one, and what should be read before it is mailed. */
type Sheets = Page & Partial<Pick<AdmissionPaper, 'pages' | 'problems' | 'mailable'>>;

function pageOf(paper: Paper, context: OpenContext): Result<Sheets> | Promise<Result<Sheets>> {
  switch (paper.kind) {
    case 'form':
      return formOf(paper, context);
    case 'worksheet':
      return worksheetOf(paper.caseId, context);
    case 'calibration':
      return calibrationOf(paper.printer, context);
    case 'deadlines':
      return deadlinesOf(paper, context);
    case 'policy-tables':
      return tablesOf(paper, context);
    case 'admission':
      return admissionOf(paper, context);
    case 'labels':
    case 'envelopes':
      return mailPaperOf(paper, context);
    case 'transmittal':
      return transmittalPaperOf(paper.id, context);
    case 'report':
      return reportPaperOf(paper.asked, context);
  }
}

/** A form of the course’s policy, or of the office’s where no course is named; for the student and the course of a case where one is. */
function formOf(
  { form: id, studentId: named, courseId: ofCourse, caseId = null, language: asked = null }: FormPaper,
  context: OpenContext,
): Result<Page> {
  const { register, office } = context;
  const folded = caseId === null ? null : register.cases.folded(caseId);
  if (caseId !== null && folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const studentId = folded === null ? named : folded.form.studentId;
  const courseId = folded === null ? ofCourse : folded.form.courseId;
  const student = studentId === null ? null : register.students.get(studentId);
  const course = courseId === null ? null : register.courses.get(courseId);
  if (studentId !== null && student === null) return fail({ kind: 'not-found', what: 'That student' });
  if (courseId !== null && course === null) return fail({ kind: 'not-found', what: 'That course' });
  const term = register.office.term(course?.termId ?? null);
  const packs = packsOf(register);
  const facts = course === null ? null : withReadingsInForce(courseOnlyFacts(course, term, office()), packs);
  const compiled = facts === null ? newestOf(packs).find((p) => p.id === office().policy) : packFor(facts, packs);
  const form = compiled?.pack.forms.find((f) => f.id === id);
  if (compiled == null || form === undefined) return fail({ kind: 'not-found', what: 'That form' });
  const language: Language = asked ?? student?.language ?? 'en';
  const deadlines = facts === null ? [] : compiled.deadlines(facts);
  const mark = sayMark(register.head(), language);
  const page = formPage({
    language,
    form,
    pack: compiled.pack,
    office: office(),
    student,
    course,
    term,
    deadlines,
    about:
      caseId === null || folded === null
        ? null
        : {
            caseNumber: folded.number,
            decided: toldAgainst(caseId, folded.present ?? undefined, folded.said, context),
          },
    mark,
  });
  return ok({ html: formHtml(page), title: page.title, language });
}

function worksheetOf(caseId: string, context: OpenContext): Result<Page> {
  const { register, office } = context;
  const folded = register.cases.folded(caseId);
  if (folded === null) return fail({ kind: 'not-found', what: 'That case' });
  const { present } = folded;
  const stored =
    present === null ? undefined : register.cases.determinations(folded).find((d) => d.seq === present.seq);
  if (present === null || stored === undefined) {
    return fail({
      kind: 'wrong-state',
      message: `${folded.number} has not been decided.`,
      next: 'Complete the form first.',
    });
  }
  const { student, course } = sourcesOf(folded.form, context);
  const { day, time } = context.desktop.local(office().timeZone);
  const by = register.people.withAccount(stored.person)?.name ?? stored.person;
  const page = worksheetPage({
    caseNumber: folded.number,
    facts: present.facts,
    determination: present.determination,
    hash: stored.hash,
    pack: packOf(present.packHash, register),
    office: office(),
    student,
    course,
    made: `Decided by ${by}, printed ${formatMoment(`${day}T${time}`, 'en')}, ${sayMark(register.head())}`,
  });
  return ok({ ...page, language: 'en' });
}

/** The tables of a policy, from its newest version or the one named. */
function tablesOf(
  { policy, version, language }: Extract<Paper, { kind: 'policy-tables' }>,
  { register, office }: OpenContext,
): Result<Sheets> {
  const packs = packsOf(register);
  const chosen = version === null ? newestOf(packs) : packs.filter((p) => p.version === version);
  const pack = chosen.find((p) => p.id === policy)?.pack;
  if (pack === undefined) return fail({ kind: 'not-found', what: 'That policy' });
  if ((pack.tables ?? []).length === 0) return fail({ kind: 'not-found', what: 'A table of that policy' });
  const mark = sayMark(register.head(), language);
  return ok({ ...policyTablesPage({ pack, office: office(), language, mark }), language });
}

/** The deadline sheets of some courses, made in slices: a term can have thousands. */
async function deadlinesOf(
  { filter, layout }: Extract<Paper, { kind: 'deadlines' }>,
  context: OpenContext,
): Promise<Result<Sheets>> {
  const sheets: CourseSheet[] = [];
  const made = await eachSheet(filter, context, (sheet) => sheets.push(sheet));
  if (!made.ok) return made;
  if (sheets.length === 0) return fail(noCourses);
  const [only] = sheets;
  const term = context.register.office.term(filter.termId);
  const about = filter.courseId !== null ? (only?.code ?? '') : (term?.name ?? '');
  const { day, time } = context.local();
  const page = sheetPage(sheets, {
    office: context.office(),
    about,
    made: `Made ${formatMoment(`${day}T${time}`, 'en')}. ${sayMark(context.register.head())}`,
    layout,
  });
  if (page.pages > mostPages)
    return fail({
      kind: 'wrong-state',
      message: `These sheets would fill ${page.pages.toLocaleString('en-US')} pages; at most ${mostPages} are printed at one go.`,
      next: 'Choose fewer courses, choose one table instead of a page a course, or save a CSV file.',
    });
  return ok({ ...page, language: 'en' });
}

/** More than this a window does not print before its patience ends. */
const mostPages = 400;

/** The PDF of a page, or the failure that a person can meet when it cannot be made. */
export async function madePdf(page: Page, { desktop }: OpenContext): Promise<Result<Uint8Array>> {
  try {
    return ok(await desktop.pdf(page));
  } catch (error) {
    return fail({ kind: 'printing', detail: wordOf(error) });
  }
}

/** Hands pages to the printer as one job, to the one named where it is for that one; false where the person changed their mind. */
export async function handOver(
  pages: readonly Page[],
  { desktop }: OpenContext,
  printer: string | null = null,
): Promise<Result<{ readonly handedOver: boolean }>> {
  try {
    return ok({ handedOver: await (printer === null ? desktop.print(pages) : desktop.print(pages, printer)) });
  } catch (error) {
    return fail({ kind: 'printing', detail: wordOf(error) });
  }
}

/** What went wrong, as whoever threw it said. */
export function wordOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
