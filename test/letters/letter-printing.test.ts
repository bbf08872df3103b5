import { describe, expect, it } from 'vitest';
import { aForm, anOffice, id } from '../db/records';
import { enrolled, saving } from '../electron/desk-here';
import { aDeskWithPaper, make } from './desk-with-paper';
import { wordsOf } from './samples';

/** Four letters ready to print, in the order of their numbers. */
async function aPile() {
  const here = await aDeskWithPaper({ office: anOffice() });
  const letters = [await make(here, (await here.decide()).row.id)];
  for (const last of ['Ng', 'Okafor', 'Reyes']) {
    const { student, enrolment } = await enrolled(here, here.course, {
      student: { lastName: last, language: last === 'Reyes' ? 'es' : 'en' },
    });
    const { view } = await here.gives('case.save', saving(aForm(student, here.course), enrolment));
    letters.push(await make(here, view.row.id));
  }
  const ids = letters.map((l) => l.id);
  const states = async () => {
    const { rows } = await here.gives('letter.list', { text: '', state: null, sort: 'case', offset: 0, limit: 10 });
    return rows.map((row) => row.state);
  };
  const answer = (printed: readonly string[], jammed = false, requestId = id()) =>
    here.gives('letter.answerPrinting', { requestId, printed: [...printed], jammed });
  const words = (job: number) => here.jobs[job]?.map((page) => wordsOf(page.html)) ?? [];
  return { ...here, ids, letters, states, answer, words };
}

describe('a job of letters', () => {
  it('asks until it is answered, marks only what came out, and leaves the rest ready', async () => {
    const here = await aPile();
    const [one = '', two = '', three = '', four = ''] = here.ids;
    expect(await here.gives('letter.printing', {})).toBeNull();
    await here.gives('letter.print', { ids: here.ids });
    expect(await here.states()).toEqual(['ready', 'ready', 'ready', 'ready']);
    const asked = await here.gives('letter.printing', {});
    expect(asked).toMatchObject({ jammed: false, why: '', by: 'jrivera' });
    expect(asked?.rows.map((row) => row.id)).toEqual(here.ids);
    expect(await here.refuses('letter.print', { ids: [four] })).toMatchObject({
      kind: 'wrong-state',
      message: '4 letters were handed to the printer, and nobody has said yet whether they came out.',
    });
    const requestId = id();
    expect(await here.answer([one, two, three], false, requestId)).toBeNull();
    expect(await here.answer([one, two, three], false, requestId)).toBeNull();
    expect(await here.states()).toEqual(['printed', 'printed', 'printed', 'ready']);
    expect((await here.gives('letter.get', { id: one })).copies).toBe(1);
    expect(
      await here.refuses('letter.answerPrinting', { requestId: id(), printed: [four], jammed: false }),
    ).toMatchObject({ kind: 'wrong-state' });
    expect(here.jobs).toHaveLength(1);
  });

  it('that jammed is printed on from there, as a new job, without what was voided meanwhile', async () => {
    const here = await aPile();
    const [one = '', two = '', three = '', four = ''] = here.ids;
    await here.gives('letter.print', { ids: here.ids });
    const rest = await here.answer([one], true);
    expect(rest).toMatchObject({ jammed: true });
    expect(rest?.rows.map((row) => row.id)).toEqual([two, three, four]);
    // The second case is taken back: its letter is void.
    const caseId = here.letters[1]?.caseId ?? '';
    await here.gives('notice.withdraw', { requestId: id(), caseId, on: '2026-09-30', channel: null, note: '' });
    await make(here, caseId);
    expect((await here.gives('letter.get', { id: two })).state).toBe('voided');
    expect(await here.refuses('letter.print', { ids: [two, three, four] })).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringMatching(/^L-000002 for .* is void\.$/) as unknown,
    });
    // Changing one's mind leaves the rest to be printed.
    here.answers.print = false;
    expect(await here.gives('letter.print', { ids: [three, four] })).toEqual({ handedOver: false });
    expect((await here.gives('letter.printing', {}))?.jammed).toBe(true);
    here.answers.print = true;
    await here.gives('letter.print', { ids: [three, four] });
    expect(here.jobs.at(-1)).toHaveLength(2);
    expect(await here.answer([three, four])).toBeNull();
    expect((await here.states()).filter((s) => s === 'printed')).toHaveLength(3);
  });

  it('marks nothing when a letter in it was voided before the answer, and says what to do', async () => {
    const here = await aPile();
    await here.gives('letter.print', { ids: here.ids });
    const caseId = here.letters[1]?.caseId ?? '';
    await here.gives('notice.withdraw', { requestId: id(), caseId, on: '2026-09-30', channel: null, note: '' });
    await make(here, caseId);
    expect(
      await here.refuses('letter.answerPrinting', { requestId: id(), printed: [...here.ids], jammed: false }),
    ).toMatchObject({ kind: 'wrong-state', next: 'Make the letter of the case as it stands now.' });
    expect(await here.states()).not.toContain('printed');
    const asked = await here.gives('letter.printing', {});
    const good = asked?.rows.filter((row) => row.state !== 'voided').map((row) => row.id) ?? [];
    expect(good).toHaveLength(3);
    await here.answer(good);
    expect((await here.states()).filter((s) => s === 'printed')).toHaveLength(3);
  });

  it('that the printer did not take is no job: nothing is asked and nothing is marked', async () => {
    const here = await aPile();
    here.answers.print = new Error('the printer is gone');
    expect(await here.refuses('letter.print', { ids: here.ids })).toEqual({
      kind: 'printing',
      detail: 'the printer is gone',
    });
    expect(await here.gives('letter.printing', {})).toBeNull();
    expect(await here.states()).toEqual(['ready', 'ready', 'ready', 'ready']);
  });

  it('begins with its cover sheet where one is wanted', async () => {
    const here = await aPile();
    await here.gives('letter.print', { ids: here.ids, cover: true });
    expect(here.jobs[0]).toHaveLength(5);
    const [cover = ''] = here.words(0);
    for (const said of [
      '4 letters, 4 sheets',
      'Printed by J. Rivera, Wed, Sep 30, 2026, 9:00 a.m.',
      'Partial refund English 3 3',
      'Partial refund Spanish 1 1',
      'All 4 4',
      `1 L-000001 ${here.letters[0]?.caseNumber} García-López, María Partial refund 1`,
      'Partial refund, Spanish',
      'Register entry',
    ])
      expect(cover).toContain(said);
  });
});

describe('a letter printed once more', () => {
  it('asks why, says on every sheet that it is a copy, and is found as reprinted', async () => {
    const here = await aPile();
    const [one = '', two = '', , four = ''] = here.ids;
    await here.gives('letter.print', { ids: [one, four] });
    await here.answer([one, four]);
    const again = { ids: [one, two, four] };
    const missing = '2 of these letters were printed before. Say why they are printed again.';
    expect(await here.problems('letter.print', again)).toEqual({ why: missing });
    expect(await here.gives('letter.printing', {})).toBeNull();
    await here.gives('letter.print', { ...again, why: 'Smudged.' });
    const [english = '', fresh = '', spanish = ''] = here.words(1);
    expect(english).toContain('Copy · Wed, Sep 30, 2026');
    expect(spanish).toContain('Copia · mié, 30 sep 2026');
    expect(fresh).not.toContain('Copy');
    await here.answer([one, two, four]);
    const { rows, counts } = await here.gives('letter.list', {
      text: '',
      state: 'reprinted',
      sort: 'number',
      offset: 0,
      limit: 10,
    });
    expect(rows.map((row) => [row.id, row.copies])).toEqual([
      [four, 2],
      [one, 2],
    ]);
    expect(counts).toMatchObject({ reprinted: 2, printed: 3, ready: 1 });
    const noted = await here.gives('history.list', {
      filter: { text: '', person: null, from: null, to: null, subject: null, subjectId: one, kind: 'letter.reprinted' },
      before: null,
      limit: 10,
    });
    const entry = await here.gives('history.entry', { seq: noted.rows[0]?.seq ?? 0 });
    expect(entry.row.kind).toBe('letter.reprinted');
    expect(JSON.stringify(entry.after)).toContain('Smudged.');
    // What is kept is the letter as it was made.
    await here.gives('letter.open', { id: one });
    expect(wordsOf(here.shown.at(-1)?.html ?? '')).not.toContain('Copy');
  });

  it('is not marked so without a reason either', async () => {
    const here = await aPile();
    const [one = ''] = here.ids;
    await here.gives('letter.markPrinted', { requestId: id(), ids: [one] });
    expect(await here.problems('letter.markPrinted', { requestId: id(), ids: [one] })).toEqual({
      why: 'L-000001 was printed before. Say why it is printed again.',
    });
    await here.gives('letter.markPrinted', { requestId: id(), ids: [one], why: 'Coffee.' });
    await here.gives('letter.markMailed', { requestId: id(), ids: [one] });
    await here.gives('letter.markPrinted', { requestId: id(), ids: [one], why: 'For the file.' });
    expect(await here.gives('letter.get', { id: one })).toMatchObject({ state: 'mailed', copies: 3 });
  });
});

describe('the queue', () => {
  it('counts the kinds in a list where asked, and sorts by case', async () => {
    const here = await aPile();
    const asked = { text: '', state: 'ready', sort: 'case', offset: 0, limit: 2 } as const;
    const list = await here.gives('letter.list', { ...asked, kinds: true });
    expect(list.kinds).toEqual([
      { type: 'partial', language: 'en', letters: 3, sheets: 3 },
      { type: 'partial', language: 'es', letters: 1, sheets: 1 },
    ]);
    expect(list.rows.map((row) => row.caseNumber)).toEqual(['RD-2026-0001', 'RD-2026-0002']);
    expect((await here.gives('letter.list', asked)).kinds).toEqual([]);
  });
});
