import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract';
import type { OwnWords, TemplateRun } from '../../shared/letters/own-template';
import { id } from '../db/records';
import { aDeskWithPaper, make } from '../letters/desk-with-paper';
import { wordsOf } from '../letters/samples';

type Here = Awaited<ReturnType<typeof aDeskWithPaper>>;

const words = (text: string): TemplateRun => ({ kind: 'words', text, strong: false });
const usual = { type: 'partial', language: 'en' } as const;

/** The words of the usual letter as they stand, with a sentence of the office's own before the signature. */
async function withSentence(here: Here, ...runs: readonly TemplateRun[]): Promise<OwnWords> {
  const { words: now } = await here.gives('template.get', { ...usual, version: null });
  const parts = [...now.parts];
  parts.splice(-2, 0, { kind: 'paragraph', heading: false, runs: [...runs], when: null });
  return { ...now, parts };
}

async function saved(here: Here, own: OwnWords, reviewed = true): Promise<Output<'template.save'>> {
  const { version } = await here.gives('template.get', { type: own.type, language: own.language, version: null });
  return here.gives('template.save', { requestId: id(), words: own, from: version, why: 'Parking', reviewed });
}

const shownLast = (here: Here): string => wordsOf(here.shown.at(-1)?.html ?? '');

describe('the words of letters', () => {
  it('are listed in both languages, with what is own, read and behind', async () => {
    const here = await aDeskWithPaper();
    const before = await here.gives('template.list', {});
    expect(before.every((row) => !row.own && !row.behind && row.reviewed === (row.language === 'en'))).toBe(true);
    expect(before.find((row) => row.type === 'partial' && row.language === 'en')?.title).toBe(
      'Refund decision: [refund amount]',
    );
    await saved(here, await withSentence(here, words('Parking permits are refunded by the parking office.')), false);
    const rows = await here.gives('template.list', {});
    const of = (language: 'en' | 'es') => rows.find((row) => row.type === 'partial' && row.language === language);
    expect(of('en')).toMatchObject({ own: true, version: 101, reviewed: false, behind: false, person: 'jrivera' });
    expect(of('es')).toMatchObject({ own: false, behind: true, savedAt: null });
    expect(rows.filter((row) => row.behind)).toHaveLength(1);
  });

  it('are in the letters made from then on, with their version in the footer; a letter already made stays as it is', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const before = await make(here, row.id);
    const own = await withSentence(
      here,
      words('Bring a photo & <b>ID</b> for '),
      { kind: 'field', field: 'course.title', strong: true },
      words('.'),
    );
    expect(await saved(here, own)).toMatchObject({ own: true, version: 101, behind: false });
    const preview = await here.gives('letter.preview', { caseId: row.id, language: null });
    expect(preview.problems).toEqual([]);
    expect(shownLast(here)).toContain('Bring a photo & <b>ID</b> for Project Management.');
    const after = await make(here, row.id);
    expect(after.id).not.toBe(before.id);
    await here.gives('letter.open', { id: after.id });
    expect(shownLast(here)).toContain('Bring a photo & <b>ID</b> for Project Management.');
    expect(shownLast(here)).toContain('Template partial/en v101');
    await here.gives('letter.open', { id: before.id });
    expect(shownLast(here)).not.toContain('Bring a photo');
    // In Spanish nothing was written yet.
    await here.gives('letter.preview', { caseId: row.id, language: 'es' });
    expect(shownLast(here)).not.toContain('v101');
  });

  it('warn in the letter until somebody has read them', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    await saved(here, await withSentence(here, words('New.')), false);
    expect((await here.gives('letter.preview', { caseId: row.id, language: null })).problems).toEqual([
      'The words of this letter have not been reviewed by a person yet. Read it before it goes out.',
    ]);
  });

  it('keep every version: an older one can be looked at and taken again, and the standard words too', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const standard = await here.gives('template.get', { ...usual, version: null });
    await saved(here, await withSentence(here, words('One.')));
    await saved(here, await withSentence(here, words('Two.')));
    const now = await here.gives('template.get', { ...usual, version: null });
    expect(now.versions.map((v) => v.version)).toEqual([standard.version, 101, 102]);
    const older = await here.gives('template.get', { ...usual, version: 101 });
    expect(JSON.stringify(older.words)).not.toContain('Two.');
    expect((await here.gives('template.get', { ...usual, version: standard.version })).words).toEqual(standard.words);
    expect(await here.refuses('template.get', { ...usual, version: 99 })).toEqual({
      kind: 'not-found',
      what: 'Version 99 of these words',
    });
    expect(await saved(here, older.words)).toMatchObject({ version: 103 });
    const dropped = await here.gives('template.drop', { requestId: id(), ...usual, why: 'Back' });
    expect(dropped).toMatchObject({ own: false, version: standard.version });
    await here.gives('letter.preview', { caseId: row.id, language: null });
    expect(shownLast(here)).toContain(`Template partial/en v${standard.version}`);
    expect(await here.refuses('template.drop', { requestId: id(), ...usual, why: '' })).toMatchObject({
      message: 'The standard words of this letter are used already.',
    });
    // A number is never given twice.
    expect(await saved(here, older.words)).toMatchObject({ version: 104 });
    const { undo } = await here.gives('action.last', {});
    await here.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect(await here.gives('template.get', { ...usual, version: null })).toMatchObject({ own: false });
  });

  it('are refused with the names of what is missing or unknown, and nothing is kept', async () => {
    const here = await aDeskWithPaper();
    const now = await here.gives('template.get', { ...usual, version: null });
    const save = (own: OwnWords, why = 'x') => ({
      requestId: id(),
      words: own,
      from: now.version,
      why,
      reviewed: false,
    });
    const without = (name: string): OwnWords => ({
      ...now.words,
      parts: now.words.parts.filter((part) => part.kind !== 'standard' || part.name !== name),
    });
    expect(await here.problems('template.save', save(without('reason')))).toEqual({
      parts:
        'Missing: reason naming the policy clause. Put back the standard paragraph “Why”, or insert the fields “what the clause says”, “number of the clause”, “name of the policy”.',
    });
    expect(Object.keys(await here.problems('template.save', save(now.words, ' ')))).toEqual(['why']);
    const bad = await withSentence(here, { kind: 'field', field: 'case.secret', strong: false });
    const unknown = await here.problems('template.save', save(bad));
    expect(Object.values(unknown)).toEqual([
      'There is no field “case.secret” in this letter. Take it out, or choose another.',
    ]);
    expect(await here.problems('template.preview', { words: bad, caseId: null, next: false })).toEqual(unknown);
    const script = await withSentence(
      here,
      words('{% if true %}<script>alert(1)</script>{% endif %}{{ 1 | plus: 1 }}'),
    );
    const { row } = await here.decide();
    await saved(here, script);
    await here.gives('letter.preview', { caseId: row.id, language: null });
    // As it was typed, in letters that no browser reads as marks.
    expect(here.shown.at(-1)?.html).toContain('<p>&#123;% if true %&#125;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('that somebody else changed meanwhile are not covered', async () => {
    const here = await aDeskWithPaper();
    const own = await withSentence(here, words('One.'));
    const { version } = await here.gives('template.get', { ...usual, version: null });
    const input = { requestId: id(), words: own, from: version, why: 'x', reviewed: true };
    await here.gives('template.save', input);
    // The same request again makes nothing.
    expect(await here.gives('template.save', input)).toMatchObject({ version: 101 });
    expect(await here.refuses('template.save', { ...input, requestId: id() })).toMatchObject({
      message: 'jrivera has changed these words since you opened them.',
    });
  });

  it('stop a letter in a sentence where a field has nothing to print', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    await saved(
      here,
      await withSentence(here, words('You owe '), { kind: 'field', field: 'money.stillDue', strong: false }),
    );
    const message = `The letter of ${row.number} cannot be made in the office’s words: there is no “fees still owed” in this case.`;
    expect(await here.refuses('letter.preview', { caseId: row.id, language: null })).toMatchObject({ message });
    expect(await here.refuses('letter.make', { requestId: id(), caseId: row.id, language: null })).toMatchObject({
      message,
    });
  });
});

describe('looking at words', () => {
  it('shows the next case that can have such a letter, the newest first, and after the last the first again', async () => {
    const here = await aDeskWithPaper();
    const own = await withSentence(here, words('Hello.'));
    const look = (caseId: string | null, next: boolean) => here.gives('template.preview', { words: own, caseId, next });
    expect(await here.refuses('template.preview', { words: own, caseId: null, next: false })).toMatchObject({
      message: 'No case in the register can have this letter now, so there is none to show it with.',
    });
    const older = (await here.decide()).row;
    await here.decide({ received: '2026-09-08', postmarked: null }, { enrolment: null, secondForm: true });
    const newer = (await here.decide({ received: '2026-09-23' }, { enrolment: null, secondForm: true })).row;
    const first = await look(null, false);
    expect(first).toMatchObject({ caseNumber: newer.number, type: 'partial' });
    expect(first.standing['first']).toContain('Your refund is $260.00');
    expect(first.standing['table']).toContain('Fees paid: $400.00');
    expect(shownLast(here)).toContain('Hello.');
    expect(shownLast(here)).toContain('Template partial/en v101');
    const second = await look(first.caseId, true);
    expect(second.caseNumber).toBe(older.number);
    expect((await look(second.caseId, false)).caseNumber).toBe(older.number);
    expect((await look(second.caseId, true)).caseNumber).toBe(newer.number);
  });
});

describe('one letter edited by hand', () => {
  it('says what was changed for it alone, is flagged, and must still say what such a letter must', async () => {
    const here = await aDeskWithPaper();
    const { row } = await here.decide();
    const own = await withSentence(here, words('Your parking permit is refunded too.'));
    const about = { caseId: row.id, language: 'en' as const };
    await here.gives('letter.preview', { ...about, words: own });
    expect(shownLast(here)).toContain('Your parking permit is refunded too.');
    const plain = await make(here, row.id);
    const edited = await here.gives('letter.make', { requestId: id(), ...about, words: own });
    expect(plain.edited).toBeNull();
    expect(edited).toMatchObject({ edited: 'by-hand', caseId: row.id });
    expect(edited.id).not.toBe(plain.id);
    await here.gives('letter.open', { id: edited.id });
    expect(shownLast(here)).toContain('Your parking permit is refunded too.');
    expect(shownLast(here)).toMatch(/Template partial\/en v\d+, edited by hand/);
    // Nobody else's letter says it.
    expect(await here.gives('template.get', { ...usual, version: null })).toMatchObject({ own: false });
    const lacks = { ...own, parts: own.parts.filter((part) => part.kind !== 'standard' || part.name !== 'payment') };
    expect((await here.problems('letter.make', { requestId: id(), ...about, words: lacks }))['parts']).toContain(
      'Missing: to whom, how and when it is paid.',
    );
    const other = await here.gives('template.get', { type: 'none', language: 'en', version: null });
    expect(await here.refuses('letter.make', { requestId: id(), ...about, words: other.words })).toMatchObject({
      message: 'The letter of this case is of another kind now, so the words that you changed do not fit it.',
    });
  });
});
