import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { anOffice, aTerm, id } from '../db/records';
import { aDeskWithPaper, make } from './desk-with-paper';
import { wordsOf } from './samples';

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
    const again = await here.gives('letter.markPrinted', { requestId: id(), ids: [ids[0] ?? ''], why: 'Torn.' });
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

  it('is a petition filled in from its case, with what was decided once that may be told, in the language asked for', async () => {
    const here = await aDeskWithPaper({ terms: [aTerm()] });
    const { row } = await here.decide();
    const form = { kind: 'form', form: 'petition', studentId: null, courseId: null } as const;
    expect(await here.gives('paper.preview', { ...form, caseId: row.id })).toMatchObject({
      title: 'Petition of the Student',
      language: 'en',
    });
    const words = wordsOf(here.shown.at(-1)?.html ?? '');
    for (const said of [
      'RDF1|0098-4417|EXT 204-02|petition',
      'María García-López',
      `Case number, if there is one ${row.number}`,
      'Date of our decision September 30, 2026',
      `Case number ${row.number}`,
    ])
      expect(words).toContain(said);
    await here.gives('paper.preview', { ...form, caseId: row.id, language: 'es' });
    expect(wordsOf(here.shown.at(-1)?.html ?? '')).toContain('Fecha de nuestra decisión 30 de septiembre de 2026');
    expect(await here.gives('paper.preview', { ...form, language: 'es' })).toMatchObject({ language: 'es' });
    expect(wordsOf(here.shown.at(-1)?.html ?? '')).toContain('RDF1|||petition');
    // Nothing is decided of a held form, so that there is no day to name.
    const held = await here.decide({}, { mode: 'hold', why: 'No signature.', enrolment: null, secondForm: true });
    await here.gives('paper.preview', { ...form, caseId: held.row.id });
    expect(wordsOf(here.shown.at(-1)?.html ?? '')).toMatch(/Date of our decision Request/);
    expect(await here.refuses('paper.preview', { ...form, caseId: id() })).toEqual({
      kind: 'not-found',
      what: 'That case',
    });
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
    expect(await here.gives('paper.savePdf', { kind: 'calibration', printer: null })).toEqual({ path: '/chosen' });
    expect(here.saved[0]?.name).toBe('Test page for window envelopes.pdf');
  });
});
