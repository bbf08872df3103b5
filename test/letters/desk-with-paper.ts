import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '../../electron/desktop';
import type { Input } from '../../shared/contract';
import { aForm, anEnrolment, id } from '../db/records';
import { anOpenDesk, saving, type DeskHere } from '../electron/desk-here';

/** Paper that keeps what was shown and printed; a PDF has one empty page for each sheet. Chromium's own PDFs are tried in the window. */
export function somePaper() {
  const shown: Page[] = [];
  const jobs: (readonly Page[])[] = [];
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const answers = {
    print: true as boolean | Error,
    save: '/chosen' as string | Error | null,
    pdf: null as Error | null,
  };
  const paper = {
    pdf: async (page: Page) => {
      if (answers.pdf !== null) throw answers.pdf;
      const document = await PDFDocument.create();
      document.setTitle(page.title);
      const sheets = page.html.match(/<div class="sheet/g)?.length ?? 0;
      for (let sheet = 0; sheet < sheets; sheet += 1) document.addPage([612, 792]);
      return document.save();
    },
    job: async (pages: AsyncIterable<Page>, { title }: Pick<Page, 'title'>, write: (bytes: Uint8Array) => void) => {
      const document = await PDFDocument.create();
      document.setTitle(title);
      for await (const page of pages)
        for (const place of (await PDFDocument.load(await paper.pdf(page))).getPages())
          document.addPage([place.getWidth(), place.getHeight()]);
      write(await document.save());
      return document.getPageCount();
    },
    print: async (pages: readonly Page[]) => {
      jobs.push(pages);
      if (answers.print instanceof Error) throw answers.print;
      return answers.print;
    },
    show: (page: Page) => `app://page/${shown.push(page)}`,
    saveAs: async (name: string, bytes: Uint8Array) => {
      saved.push({ name, bytes });
      if (answers.save instanceof Error) throw answers.save;
      return answers.save;
    },
  };
  return { paper, shown, jobs, saved, answers };
}

/** A desk with paper. */
export async function aDeskWithPaper(given: Parameters<typeof anOpenDesk>[0] = {}) {
  const { paper, shown, jobs, saved, answers } = somePaper();
  const here = await anOpenDesk({ ...given, paper });
  const decide = async (form: Partial<Input<'case.save'>['form']> = {}, other: Partial<Input<'case.save'>> = {}) => {
    const enrolment = anEnrolment(here.student, here.course);
    const { view } = await here.gives('case.save', saving(aForm(here.student, here.course, form), enrolment, other));
    return view;
  };
  return { ...here, shown, jobs, saved, answers, decide };
}

/** Makes a case’s letter in the student’s language. */
export const make = (here: DeskHere, caseId: string, requestId = id()) =>
  here.gives('letter.make', { requestId, caseId, language: null });
