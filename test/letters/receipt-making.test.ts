import { describe, expect, it } from 'vitest';
import { writeLetterCode } from '../../shared/letters/letter-code';
import { qrPath } from '../../shared/letters/qr';
import type { Content } from '../../shared/register/contents';
import type { LetterAbout } from '../../shared/letters/about';
import { noFilter } from '../../shared/contract/no-filter';
import { aForm, id } from '../db/records';
import { saving } from '../electron/desk-here';
import { anOfficeOfTwo } from '../electron/approvals-here';
import { aDeskWithPaper, somePaper } from './desk-with-paper';
import { wordsOf } from './samples';

const receipt: LetterAbout = { what: 'receipt', petitionId: null };
const duplicate: LetterAbout = { what: 'duplicate', petitionId: null };

async function aDesk(given: Parameters<typeof aDeskWithPaper>[0] = {}) {
  const here = await aDeskWithPaper(given);
  const make = (caseId: string, about: LetterAbout | null = null) =>
    here.gives('letter.make', { requestId: id(), caseId, language: null, about });
  const wordsFor = async (letterId: string): Promise<string> => {
    await here.gives('letter.open', { id: letterId });
    return wordsOf(here.shown.at(-1)?.html ?? '');
  };
  const choices = async (caseId: string) =>
    (await here.gives('case.get', { id: caseId })).letterChoices.map((c) => c.words);
  const unlettered = async () => {
    const page = { sort: 'number', descending: false, offset: 0, limit: 9 } as const;
    return (await here.gives('case.list', { filter: { ...noFilter, unlettered: true }, ...page })).total;
  };
  return { ...here, make, wordsFor, choices, unlettered };
}

describe('the receipt of a form', () => {
  it('is what a held form is answered with, and is void once it is decided', async () => {
    const here = await aDesk();
    const { row } = await here.decide({}, { mode: 'hold', why: 'No signature.' });
    expect(await here.choices(row.id)).toEqual(['Receipt of the form']);
    const letter = await here.make(row.id);
    expect(letter).toMatchObject({ type: 'received', title: 'We have received your “Drop form”', state: 'ready' });
    const words = await here.wordsFor(letter.id);
    expect(words).toContain('On Tuesday, September 22, 2026 we received your “Drop form”');
    // Why the office holds it is the office's own.
    expect(words).not.toContain('No signature');
    expect(words).not.toContain('$');
    expect(await here.make(row.id)).toEqual(letter);
    expect((await here.gives('case.get', { id: row.id })).row.letter).toBe('ready');
    await here.gives('case.save', saving(aForm(here.student, here.course), null, { caseId: row.id }));
    expect((await here.gives('letter.get', { id: letter.id })).state).toBe('voided');
    expect(await here.choices(row.id)).toEqual(['Refund decision']);
    expect(await here.unlettered()).toBe(1);
    expect(
      await here.refuses('letter.make', { requestId: id(), caseId: row.id, language: null, about: receipt }),
    ).toEqual({
      kind: 'wrong-state',
      message: `${row.number} has moved on: there is no such letter any more.`,
      next: 'Choose among the letters that it can have now.',
    });
  });

  it('waits until it is known what came and how', async () => {
    const here = await aDesk();
    const { row } = await here.decide({ received: null }, { mode: 'hold', why: 'The stamp cannot be read.' });
    expect(await here.choices(row.id)).toEqual([]);
    expect(await here.refuses('letter.make', { requestId: id(), caseId: row.id, language: null })).toMatchObject({
      message: `${row.number} is held: nothing has been decided yet.`,
    });
  });

  it('tells of a decision that waits for a second person neither amount nor rule, and counts for no letter of it', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { paper, shown } = somePaper();
    Object.assign(office.desktop, paper);
    const { row } = await office.key('kim');
    expect(row).toMatchObject({ approval: 'waiting', refund: 26_000 });
    const { letterChoices } = await office.gives('case.get', { id: row.id });
    expect(letterChoices.map((c) => c.words)).toEqual(['Refund decision', 'Receipt of the form']);
    const asked = { requestId: id(), caseId: row.id, language: null };
    expect((await office.refuses('letter.make', asked)).kind).toBe('wrong-state');
    const letter = await office.gives('letter.make', { ...asked, about: receipt });
    expect(letter).toMatchObject({ type: 'received', state: 'ready' });
    await office.gives('letter.open', { id: letter.id });
    const words = wordsOf(shown.at(-1)?.html ?? '');
    expect(words).toContain('Nothing has been decided yet');
    expect(words).not.toMatch(/\$|65%|H14|Determination/);
    // Nor does what is kept with it, which an office's own words could name.
    const { entries } = await office.gives('history.case', { caseId: row.id });
    expect(JSON.stringify(entries.find((e) => e.kind === 'letter.made')?.content)).not.toContain('260.00');
    expect((await office.gives('case.get', { id: row.id })).row.letter).toBeNull();
  });
});

describe('a second form', () => {
  const second = { enrolment: null, secondForm: true } as const;

  it('names the case that decided, its letter, its amount and its day', async () => {
    const here = await aDesk();
    const { row: first } = await here.decide();
    const told = await here.make(first.id);
    await here.gives('letter.markMailed', { requestId: id(), ids: [told.id] });
    const { row } = await here.decide({ received: '2026-09-29' }, { ...second, mode: 'hold', why: 'A second form.' });
    expect(await here.choices(row.id)).toEqual([`Decided already in ${first.number}`, 'Receipt of the form']);
    const letter = await here.make(row.id);
    expect(letter).toMatchObject({ type: 'duplicate', title: 'Your refund for this course is already decided' });
    expect(await here.wordsFor(letter.id)).toContain(
      `Your refund for this course stays $260.00, as decided on September 30, 2026 in case ${first.number} (our letter ${told.number}); nothing more follows`,
    );
    // Once the first is decided otherwise, what had not gone out says no longer what is so.
    await here.gives(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-09-11' }), null, { caseId: first.id, why: 'Misread.' }),
    );
    expect((await here.gives('letter.get', { id: letter.id })).state).toBe('voided');
    expect(await here.wordsFor((await here.make(row.id, duplicate)).id)).toContain('stays $390.00');
  });

  it('that was decided to nothing has its letter in that; one that refunds by itself cannot be told so', async () => {
    const here = await aDesk();
    const { row: first } = await here.decide();
    const { row: nothing } = await here.decide({ received: '2026-09-30', postmarked: null }, second);
    const { row: again } = await here.decide({ received: '2026-09-23' }, second);
    expect(await here.choices(nothing.id)).toEqual(['Refund decision', `Decided already in ${first.number}`]);
    expect(await here.choices(again.id)).toEqual(['Refund decision']);
    // The one that decided first is no duplicate of the one that came after.
    expect(await here.choices(first.id)).toEqual(['Refund decision']);
    expect(await here.unlettered()).toBe(3);
    await here.make(nothing.id, duplicate);
    expect(await here.unlettered()).toBe(2);
    expect(await here.make(nothing.id)).toMatchObject({ type: 'none' });
    expect(
      (await here.gives('letter.list', { text: '', state: 'voided', sort: 'number', offset: 0, limit: 9 })).rows,
    ).toMatchObject([{ type: 'duplicate' }]);
  });

  it('of another course, or of a form that is only held, is none', async () => {
    const here = await aDesk();
    await here.decide({}, { mode: 'hold', why: 'No signature.' });
    const { row } = await here.decide({ received: '2026-09-29' }, { ...second, mode: 'hold', why: 'Again.' });
    expect(await here.choices(row.id)).toEqual(['Receipt of the form']);
  });
});

describe('the code on a letter', () => {
  it('names its case, the determination that it tells of, and the last entry when its page was made', async () => {
    const here = await aDesk();
    const { row, determinations } = await here.decide();
    await here.gives('letter.preview', { caseId: row.id, language: null });
    const shown = here.shown.at(-1)?.html ?? '';
    const letter = await here.make(row.id);
    const { entries } = await here.gives('history.case', { caseId: row.id });
    const made = entries.find((e) => e.kind === 'letter.made')?.content as Content['letter.made'];
    const before = entries.filter((e) => e.kind !== 'letter.made').at(-1);
    expect(made.head?.seq).toBe(before?.seq);
    const code = {
      caseNumber: row.number,
      determination: determinations[0]?.hash ?? '',
      head: made.head ?? null,
    };
    expect(code.determination).toMatch(/^[0-9a-f]{64}$/);
    expect(shown).toContain(`<path d="${qrPath(writeLetterCode(code)).path}"`);
    await here.gives('letter.open', { id: letter.id });
    expect(here.shown.at(-1)?.html).toBe(shown);
  });
});
