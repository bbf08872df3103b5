import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../electron/desktop';
import type { Input } from '../../shared/contract';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, aTerm, id, withoutAddress } from '../db/records';
import { anOpenDesk, saving, type DeskHere } from '../electron/desk-here';
import { wordsOf } from './samples';

/** A desk with paper: what was shown and printed is kept, and a PDF has one empty page for each sheet. Chromium's own PDFs are tried in the window. */
async function aDeskWithPaper(given: Parameters<typeof anOpenDesk>[0] = {}) {
  const shown: Page[] = [];
  const jobs: (readonly Page[])[] = [];
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const answers = { print: true as boolean | Error, save: '/chosen' as string | null, pdf: null as Error | null };
  const paper = {
    pdf: async (page: Page) => {
      if (answers.pdf !== null) throw answers.pdf;
      const document = await PDFDocument.create();
      document.setTitle(page.title);
      const sheets = page.html.match(/<div class="sheet/g)?.length ?? 0;
      for (let sheet = 0; sheet < sheets; sheet += 1) document.addPage([612, 792]);
      return document.save();
    },
    print: async (pages: readonly Page[]) => {
      jobs.push(pages);
      if (answers.print instanceof Error) throw answers.print;
      return answers.print;
    },
    show: (page: Page) => `app://page/${shown.push(page)}`,
    saveAs: async (name: string, bytes: Uint8Array) => {
      saved.push({ name, bytes });
      return answers.save;
    },
  };
  const here = await anOpenDesk({ ...given, paper });
  const decide = async (form: Partial<Input<'case.save'>['form']> = {}, other: Partial<Input<'case.save'>> = {}) => {
    const enrolment = anEnrolment(here.student, here.course);
    const { view } = await here.gives('case.save', saving(aForm(here.student, here.course, form), enrolment, other));
    return view;
  };
  return { ...here, shown, jobs, saved, answers, decide };
}

const make = (here: DeskHere, caseId: string, requestId = id()) =>
  here.gives('letter.make', { requestId, caseId, language: null });

describe('making a letter', () => {
  it('prints what was previewed: same number, same words, same page', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const preview = await here.gives('letter.preview', { caseId: row.id, language: null });
    expect(preview).toMatchObject({
      type: 'partial',
      title: 'Refund decision: $260.00',
      language: 'en',
      mailable: true,
      pages: 1,
      problems: [],
    });
    const letter = await make(here, row.id);
    expect(letter).toMatchObject({
      number: 'L-000001',
      caseNumber: row.number,
      studentName: 'García-López, María',
      state: 'ready',
      pages: 1,
      copies: 0,
      type: 'partial',
    });
    await here.gives('letter.open', { id: letter.id });
    expect(here.shown[1]?.html).toBe(here.shown[0]?.html);
    expect(await here.gives('letter.print', { ids: [letter.id] })).toEqual({ handedOver: true });
    expect(here.jobs[0]).toEqual([here.shown[0]]);
    expect(await here.gives('letter.get', { id: letter.id })).toEqual(letter);
    expect((await here.gives('case.get', { id: row.id })).letters).toEqual([letter]);
  });

  it('is one letter, however often the button is pressed', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const requestId = id();
    const [one, two] = await Promise.all([make(here, row.id, requestId), make(here, row.id, requestId)]);
    expect(two).toEqual(one);
    expect(await make(here, row.id)).toEqual(one);
    expect(
      (await here.gives('letter.list', { text: '', state: null, sort: 'number', offset: 0, limit: 10 })).total,
    ).toBe(1);
  });

  it('gives two letters made at the same time a number each', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const second = await here.decide({ received: '2026-09-23' }, { enrolment: null, secondForm: true });
    const letters = await Promise.all([make(here, row.id), make(here, second.row.id)]);
    expect(letters.map((l) => l.number).sort()).toEqual(['L-000001', 'L-000002']);
    for (const letter of letters) {
      await here.gives('letter.open', { id: letter.id });
      expect(wordsOf(here.shown.at(-1)?.html ?? '')).toContain(`Letter ${letter.number}`);
    }
  });

  it('is refused without a mailing address, and the case stays as it is', async () => {
    const here = await aDeskWithPaper();
    const nowhere = await here.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: '77', lastName: 'Okafor', firstName: 'Ada', ...withoutAddress }),
    });
    const { view } = await here.gives(
      'case.save',
      saving(aForm(nowhere, here.course), anEnrolment(nowhere, here.course)),
    );
    const preview = await here.gives('letter.preview', { caseId: view.row.id, language: null });
    expect(preview.mailable).toBe(false);
    expect(preview.problems[0]).toContain('Okafor, Ada has no complete mailing address.');
    expect(await here.refuses('letter.make', { requestId: id(), caseId: view.row.id, language: null })).toEqual({
      kind: 'no-address',
      student: 'Okafor, Ada',
    });
    expect((await here.gives('case.get', { id: view.row.id })).letters).toEqual([]);
  });

  it('is refused while a form is held, or while the office owes a fact', async () => {
    const here = await aDeskWithPaper();
    const held = await here.decide({}, { mode: 'hold', why: 'No signature.' });
    expect(await here.refuses('letter.make', { requestId: id(), caseId: held.row.id, language: null })).toMatchObject({
      kind: 'wrong-state',
      next: 'Complete the form; the letter can be made then.',
    });
    const open = await here.gives('course.save', {
      requestId: id(),
      course: aCourse({ id: id(), code: 'OU BIO 104', category: 'open-university' }),
    });
    const { view } = await here.gives('case.save', saving(aForm(here.student, open), anEnrolment(here.student, open)));
    const refused = await here.refuses('letter.make', { requestId: id(), caseId: view.row.id, language: null });
    expect(refused).toMatchObject({ kind: 'wrong-state' });
    expect(JSON.stringify(refused)).toContain('the first day of the term');
  });

  it('says so when the PDF cannot be made, and keeps nothing', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    here.answers.pdf = new Error('the page did not get ready in 30 seconds');
    expect(await here.refuses('letter.make', { requestId: id(), caseId: row.id, language: null })).toEqual({
      kind: 'printing',
      detail: 'the page did not get ready in 30 seconds',
    });
    expect((await here.gives('case.get', { id: row.id })).letters).toEqual([]);
  });

  it('follows the student’s language, or the one asked for', async () => {
    const here = await aDeskWithPaper();
    const spanish = await here.gives('student.save', { requestId: id(), student: { ...here.student, language: 'es' } });
    expect(spanish.language).toBe('es');
    const { row } = await here.decide();
    expect((await here.gives('letter.preview', { caseId: row.id, language: null })).language).toBe('es');
    const asked = await here.gives('letter.preview', { caseId: row.id, language: 'en' });
    expect(asked.language).toBe('en');
    expect((await here.gives('letter.preview', { caseId: row.id, language: 'es' })).problems.join(' ')).toContain(
      'have not been reviewed by a person',
    );
  });

  it('warns when what the case was decided from has changed since', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    await here.gives('course.save', {
      requestId: id(),
      course: { ...here.course, meetings: here.course.meetings.slice(0, 8) },
    });
    expect((await here.gives('letter.preview', { caseId: row.id, language: null })).problems).toEqual([
      'Something this was decided from has changed since. Decide it again before the letter goes out.',
    ]);
  });
});

describe('a letter that is no longer right', () => {
  it('is void once the case is corrected, and replaced without a word while it had not gone out', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const first = await make(here, row.id);
    await here.gives(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-09-29' }), null, {
        caseId: row.id,
        why: 'The stamp says 29.',
      }),
    );
    expect((await here.gives('letter.get', { id: first.id })).state).toBe('voided');
    expect(await here.refuses('letter.print', { ids: [first.id] })).toMatchObject({
      kind: 'wrong-state',
      message: 'L-000001 for García-López, María is void.',
    });
    const second = await make(here, row.id);
    expect(second.title).toBe('Refund decision: no refund');
    expect((await here.gives('letter.open', { id: first.id })).problems).toEqual([
      'L-000001 is void and is not to be sent.',
    ]);
  });

  it('is corrected by the next one where it had been mailed', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const first = await make(here, row.id);
    await here.gives('letter.markMailed', { requestId: id(), ids: [first.id] });
    await here.gives(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-09-29' }), null, {
        caseId: row.id,
        why: 'The stamp says 29.',
      }),
    );
    expect((await here.gives('letter.get', { id: first.id })).state).toBe('mailed');
    const second = await make(here, row.id);
    expect(second.title).toBe('Correction: Refund decision: no refund');
    await here.gives('letter.open', { id: second.id });
    expect(wordsOf(here.shown.at(-1)?.html ?? '')).toContain(
      'This letter replaces our letter L-000001 of September 30, 2026, which gave your refund as $260.00.',
    );
    expect((await here.gives('letter.open', { id: first.id })).problems).toEqual([
      'L-000002 has taken the place of L-000001.',
    ]);
  });

  it('is taken back from a student whom the case never concerned', async () => {
    const here = await aDeskWithPaper();
    const other = await here.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: '0042', lastName: 'Lee', firstName: 'Ann' }),
    });
    const { row } = await here.decide();
    const wrong = await make(here, row.id);
    await here.gives('letter.markMailed', { requestId: id(), ids: [wrong.id] });
    await here.gives(
      'case.save',
      saving(aForm(other, here.course), anEnrolment(other, here.course), {
        caseId: row.id,
        why: 'It was Ann Lee’s form.',
      }),
    );
    expect((await here.gives('letter.preview', { caseId: row.id, language: null })).problems).toEqual([
      'García-López, María was sent letter L-000001 of this case; making this letter also makes one that takes it back.',
    ]);
    const right = await make(here, row.id);
    expect(right).toMatchObject({
      number: 'L-000002',
      type: 'partial',
      studentName: 'Lee, Ann',
      title: 'Refund decision: $260.00',
    });
    const { rows } = await here.gives('letter.list', {
      text: '',
      state: 'ready',
      sort: 'number',
      offset: 0,
      limit: 10,
    });
    expect(rows.map((l) => [l.number, l.type, l.studentName])).toEqual([
      ['L-000003', 'withdrawn', 'García-López, María'],
      ['L-000002', 'partial', 'Lee, Ann'],
    ]);
    await here.gives('letter.markMailed', { requestId: id(), ids: rows.map((l) => l.id) });
    expect((await here.gives('letter.preview', { caseId: row.id, language: null })).problems).toEqual([]);
  });
});

describe('letters on their way out', () => {
  it('are printed as one job in the order asked for, and marked when they came out well', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const second = await here.decide({ kind: 'letter' }, { enrolment: null, secondForm: true });
    const ids = [(await make(here, second.row.id)).id, (await make(here, row.id)).id];
    await here.gives('letter.print', { ids });
    expect(here.jobs).toHaveLength(1);
    expect(here.jobs[0]?.map((p) => p.title)).toEqual(['Your drop is not complete yet', 'Refund decision: $260.00']);
    const requestId = id();
    const printed = await here.gives('letter.markPrinted', { requestId, ids });
    expect(printed.map((l) => [l.state, l.copies])).toEqual([
      ['printed', 1],
      ['printed', 1],
    ]);
    expect(await here.gives('letter.markPrinted', { requestId, ids })).toEqual(printed);
    const again = await here.gives('letter.markPrinted', { requestId: id(), ids: [ids[0] ?? ''] });
    expect(again.map((l) => [l.state, l.copies])).toEqual([['printed', 2]]);
    const mailed = await here.gives('letter.markMailed', { requestId: id(), ids });
    expect(mailed.map((l) => l.state)).toEqual(['mailed', 'mailed']);
    expect(
      (await here.gives('letter.list', { text: '', state: null, sort: 'name', offset: 0, limit: 10 })).counts,
    ).toMatchObject({ mailed: 2, ready: 0 });
  });

  it('say in the printer’s word why they were not printed, and that a person changed their mind', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const { id: letter } = await make(here, row.id);
    here.answers.print = false;
    expect(await here.gives('letter.print', { ids: [letter] })).toEqual({ handedOver: false });
    here.answers.print = new Error('out of paper');
    expect(await here.refuses('letter.print', { ids: [letter] })).toEqual({ kind: 'printing', detail: 'out of paper' });
    expect((await here.gives('letter.get', { id: letter })).copies).toBe(0);
  });

  it('are saved as the PDF that was kept, several as one', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const second = await here.decide({ kind: 'letter' }, { enrolment: null, secondForm: true });
    const one = await make(here, row.id);
    const two = await make(here, second.row.id);
    expect(await here.gives('letter.savePdf', { ids: [one.id] })).toEqual({ path: '/chosen' });
    expect(here.saved[0]?.name).toBe(`L-000001 ${row.number} García-López, María.pdf`);
    expect((await PDFDocument.load(here.saved[0]?.bytes ?? new Uint8Array())).getTitle()).toContain(
      'Refund decision: $260.00',
    );
    await here.gives('letter.savePdf', { ids: [one.id, two.id] });
    expect((await PDFDocument.load(here.saved[1]?.bytes ?? new Uint8Array())).getPageCount()).toBe(
      one.pages + two.pages,
    );
    here.answers.save = null;
    expect(await here.refuses('letter.savePdf', { ids: [one.id] })).toEqual({ kind: 'cancelled' });
  });

  it('cannot be had where there is none', async () => {
    const here = await aDeskWithPaper();
    const nothing = id();
    for (const refused of [
      await here.refuses('letter.get', { id: nothing }),
      await here.refuses('letter.open', { id: nothing }),
      await here.refuses('letter.print', { ids: [nothing] }),
      await here.refuses('letter.savePdf', { ids: [nothing] }),
      await here.refuses('letter.markPrinted', { requestId: id(), ids: [nothing] }),
      await here.refuses('letter.preview', { caseId: nothing, language: null }),
    ]) {
      expect(refused.kind).toBe('not-found');
    }
  });

  it('keep the facts that they were made from', async () => {
    const here = await aDeskWithPaper();
    const { row, determinations } = await here.decide();
    const letter = await make(here, row.id);
    const entries = (await here.gives('case.get', { id: row.id })).letters;
    expect(entries[0]?.pdfHash).toMatch(/^[0-9a-f]{64}$/);
    await here.gives('student.save', { requestId: id(), student: { ...here.student, lastName: 'Smith' } });
    await here.gives('letter.open', { id: letter.id });
    const words = wordsOf(here.shown.at(-1)?.html ?? '');
    expect(words).toContain('María García-López');
    expect(words).toContain(determinations[0]?.hash.slice(0, 12));
  });
});

describe('other paper', () => {
  it('is a form of the policy, blank or filled in, with the course’s deadlines', async () => {
    const here = await aDeskWithPaper({ terms: [aTerm()] });
    const blank = await here.gives('paper.preview', { kind: 'form', form: 'drop', studentId: null, courseId: null });
    expect(blank).toMatchObject({ title: 'Drop form', language: 'en', pages: 1, problems: [] });
    expect(here.shown[0]?.html).toContain('RDF1|||drop');
    await here.gives('paper.preview', {
      kind: 'form',
      form: 'drop',
      studentId: here.student.id,
      courseId: here.course.id,
    });
    const words = wordsOf(here.shown[1]?.html ?? '');
    expect(words).toContain('RDF1|0098-4417|EXT 204-02|drop');
    expect(words).toContain('María García-López');
    expect(words).toContain('before Mon, Sep 28, 2026, 7:25 p.m.');
    expect(
      await here.refuses('paper.preview', { kind: 'form', form: 'no-such-form', studentId: null, courseId: null }),
    ).toEqual({ kind: 'not-found', what: 'That form' });
  });

  it('is the worksheet of a case, once it is decided', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    expect(await here.gives('paper.print', { kind: 'worksheet', caseId: row.id })).toEqual({ handedOver: true });
    const words = wordsOf(here.jobs[0]?.[0]?.html ?? '');
    expect(words).toContain(`Refund worksheet ${row.number}`);
    expect(words).toContain('Decided by jrivera, printed Wed, Sep 30, 2026, 9:00 a.m.');
    const held = await here.decide({}, { mode: 'hold', why: 'No signature.', enrolment: null, secondForm: true });
    expect(await here.refuses('paper.print', { kind: 'worksheet', caseId: held.row.id })).toMatchObject({
      kind: 'wrong-state',
    });
  });

  it('is the test page for the office’s envelopes', async () => {
    const here = await aDeskWithPaper({ office: { printing: { ...anOffice().printing, envelope: 'five-eighths' } } });
    expect(await here.gives('paper.savePdf', { kind: 'calibration' })).toEqual({ path: '/chosen' });
    expect(here.saved[0]?.name).toBe('Test page for window envelopes.pdf');
  });
});
