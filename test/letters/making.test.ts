import { describe, expect, it } from 'vitest';
import { noFilter } from '../../shared/contract/no-filter';
import { aCourse, aForm, anEnrolment, aStudent, id, withoutAddress } from '../db/records';
import { saving } from '../electron/desk-here';
import { aDeskWithPaper, make } from './desk-with-paper';
import { wordsOf } from './samples';

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

  it('waits for a mailing address, and is ready with the same words once the student has one', async () => {
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
    const waiting = await make(here, view.row.id);
    expect(waiting).toMatchObject({ number: 'L-000001', state: 'needs-address', pdfHash: null, postal: '' });
    expect((await here.gives('case.get', { id: view.row.id })).row.letter).toBe('needs-address');
    const noAddress = { kind: 'no-address', student: 'Okafor, Ada' };
    expect(await here.refuses('letter.print', { ids: [waiting.id] })).toEqual(noAddress);
    expect(await here.refuses('letter.savePdf', { ids: [waiting.id] })).toEqual(noAddress);
    expect(await here.refuses('letter.markPrinted', { requestId: id(), ids: [waiting.id] })).toEqual(noAddress);
    expect(await here.refuses('letter.markMailed', { requestId: id(), ids: [waiting.id] })).toEqual(noAddress);
    expect((await here.gives('letter.open', { id: waiting.id })).problems).toEqual([
      'L-000001 waits for a mailing address. It is ready once the student has one.',
    ]);
    const without = here.shown.at(-1)?.html ?? '';

    // Half an address is none; a printer that is not there keeps the letter waiting, and the address all the same.
    const half = { ...nowhere, address: { ...nowhere.address, line1: '12 Alder St', city: 'Arcadia' } };
    await here.gives('student.save', { requestId: id(), student: half });
    expect((await here.gives('letter.get', { id: waiting.id })).state).toBe('needs-address');
    const whole = { ...half, address: { ...half.address, state: 'CA', postal: '95521' } };
    here.answers.pdf = new Error('the page did not get ready in 30 seconds');
    await here.gives('student.save', { requestId: id(), student: whole });
    expect((await here.gives('letter.get', { id: waiting.id })).state).toBe('needs-address');
    here.answers.pdf = null;
    const again = { requestId: id(), student: whole };
    await here.gives('student.save', again);
    const ready = await here.gives('letter.get', { id: waiting.id });
    expect(ready).toMatchObject({ number: 'L-000001', state: 'ready', postal: '95521' });
    expect(ready.pdfHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await here.gives('case.get', { id: view.row.id })).row.letter).toBe('ready');
    await here.gives('letter.open', { id: ready.id });
    const withIt = here.shown.at(-1)?.html ?? '';
    expect(wordsOf(withIt)).toContain('ADA OKAFOR 12 ALDER ST ARCADIA CA 95521');
    const block = /<address.*?<\/address>/s;
    expect(withIt.replace(block, '')).toBe(without.replace(block, ''));
    expect(await here.gives('letter.print', { ids: [ready.id] })).toEqual({ handedOver: true });

    // The same save again makes nothing; undoing gives the waiting letter back.
    await here.gives('student.save', again);
    const { undo } = await here.gives('action.last', {});
    expect(undo?.label).toBe('addressing letter L-000001');
    await here.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect((await here.gives('letter.get', { id: waiting.id })).state).toBe('needs-address');
  });

  it('is still to be made for every decided case without one, and for no other', async () => {
    const here = await aDeskWithPaper();
    const toMake = async () =>
      (
        await here.gives('case.list', {
          filter: { ...noFilter, unlettered: true },
          sort: 'enteredAt',
          descending: true,
          offset: 0,
          limit: 1,
        })
      ).total;
    const { row } = await here.decide();
    const second = await here.decide({ received: '2026-09-23' }, { enrolment: null, secondForm: true });
    await here.decide(
      { received: '2026-09-24' },
      { enrolment: null, secondForm: true, mode: 'hold', why: 'Unsigned.' },
    );
    expect(await toMake()).toBe(2);
    await make(here, row.id);
    expect(await toMake()).toBe(1);
    await make(here, second.row.id);
    expect(await toMake()).toBe(0);
    // A void letter is none.
    await here.gives('case.redetermine', { requestId: id(), id: row.id, why: 'Once more.' });
    expect(await toMake()).toBe(1);
  });

  it('is refused while nobody knows what came, or while the office owes a fact', async () => {
    const here = await aDeskWithPaper();
    const held = await here.decide({ channel: null }, { mode: 'hold', why: 'No signature.' });
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
