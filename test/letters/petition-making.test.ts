import { describe, expect, it } from 'vitest';
import { noFilter } from '../../shared/contract/no-filter';
import type { LetterAbout } from '../../shared/letters/about';
import type { PetitionKind } from '../../shared/register/petition';
import { standardRules } from '../../shared/register/rules';
import { aCourse, id } from '../db/records';
import { aCaseBy, aDecision, aDeskOfThree, aLateDrop, aPetition, approved, fall } from '../electron/petitions-here';
import { somePaper } from './desk-with-paper';
import { wordsOf } from './samples';

const determination = { what: 'determination', petitionId: null } as const;

/** A desk of three with paper. */
async function aDesk(given: Parameters<typeof aDeskOfThree>[0] = {}) {
  const { paper, shown } = somePaper();
  const here = await aDeskOfThree({ ...given, paper });
  const words = (): string => wordsOf(shown.at(-1)?.html ?? '');
  const preview = (caseId: string, about: LetterAbout | null = null) =>
    here.gives('letter.preview', { caseId, language: null, about });
  const make = (caseId: string, about: LetterAbout | null = null) =>
    here.gives('letter.make', { requestId: id(), caseId, language: null, about });
  const mail = (letterId: string) => here.gives('letter.markMailed', { requestId: id(), ids: [letterId] });
  const stateOf = async (letterId: string) => (await here.gives('letter.get', { id: letterId })).state;
  return { ...here, words, preview, make, mail, stateOf };
}

type Desk = Awaited<ReturnType<typeof aDesk>>;

/** Opens a petition as Kim does. */
async function opened(here: Desk, caseId: string, kind: PetitionKind, receivedOn = '2026-10-05'): Promise<string> {
  here.as('kim');
  const petition = aPetition({ kind, receivedOn });
  return (await here.gives('petition.open', { requestId: id(), caseId, petition })).row.id;
}

const wou = { policy: 'wou-extended-programs', category: 'non-credit' } as const;

describe('the letters of a petition', () => {
  it('follow its steps: receipt, question, answer, decision; each voids the one before that has not gone out', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    const first = await here.make(caseId);
    await here.mail(first.id);
    const petition = await opened(here, caseId, 'retroactive');

    expect(await here.preview(caseId)).toMatchObject({
      type: 'petition-received',
      title: 'We have received your petition for a retroactive refund',
      about: { what: 'petition-received', petitionId: petition },
      choices: [
        { words: 'Receipt of petition RD-2026-0001-P1' },
        { what: 'determination', petitionId: null, words: 'Refund decision' },
      ],
    });
    expect(here.words()).toContain('We will decide by Monday, October 26, 2026');
    expect(here.words()).toContain('we decided on a refund of $260.00 (our letter L-000001)');
    const receipt = await here.make(caseId);
    expect(receipt).toMatchObject({ number: 'L-000002', type: 'petition-received', state: 'ready' });
    // The decision's own letter stands beside it.
    expect(await here.stateOf(first.id)).toBe('mailed');
    expect((await here.gives('letter.open', { id: first.id })).problems).toEqual([]);
    expect((await here.gives('case.get', { id: caseId })).row.letter).toBe('mailed');

    await here.gives('petition.return', {
      requestId: id(),
      id: petition,
      on: '2026-10-10',
      why: 'Which weeks was it?',
      answerBy: '2026-11-10',
    });
    expect(await here.stateOf(receipt.id)).toBe('voided');
    const question = await here.make(caseId);
    expect(question.type).toBe('petition-returned');
    await here.gives('letter.open', { id: question.id });
    expect(here.words()).toContain('What we need. Which weeks was it?');
    expect(here.words()).toContain('by Tuesday, November 10, 2026');
    expect(
      await here.refuses('letter.make', {
        requestId: id(),
        caseId,
        language: null,
        about: { what: 'petition-received', petitionId: petition },
      }),
    ).toMatchObject({
      kind: 'wrong-state',
      next: 'Choose among the letters that it can have now.',
    });

    await here.gives('petition.answer', { requestId: id(), id: petition, on: '2026-10-20', note: '' });
    expect(await here.stateOf(question.id)).toBe('voided');
    await here.preview(caseId);
    expect(here.words()).toContain('Your answer to our question came on Tuesday, October 20, 2026.');
    // Ten days lay with the student.
    expect(here.words()).toContain('We will decide by Thursday, November 5, 2026');
    const again = await here.make(caseId);

    here.as('lee');
    const decision = aDecision({ verdict: 'in-part', cents: 30000, on: '2026-10-28' });
    await here.gives('petition.decide', { requestId: id(), id: petition, decision });
    expect(await here.stateOf(again.id)).toBe('voided');
    expect((await here.gives('case.get', { id: caseId })).row.letter).toBeNull();
    const decided = await here.preview(caseId);
    expect(decided).toMatchObject({
      type: 'petition-in-part',
      title: 'Petition decision: $300.00',
      about: determination,
      choices: [{ words: 'Decision on petition RD-2026-0001-P1' }],
    });
    expect(here.words()).toContain('(our letter L-000001). The new decision takes its place and gives $40.00 more');
    expect(here.words()).toContain('It was decided on Wednesday, October 28, 2026 by Dean of Extended Education.');
    expect(here.words()).not.toContain('This letter replaces');
    const told = await here.make(caseId);
    expect(told.title).not.toContain('Correction');
    expect((await here.gives('case.get', { id: caseId })).row.letter).toBe('ready');
    expect(await here.make(caseId)).toEqual(told);
  });

  it('of an appeal cite what it is against: granted in part, and denied', async () => {
    const here = await aDesk();
    for (const [verdict, type, words] of [
      ['in-part', 'petition-in-part', 'gives $'],
      ['denied', 'petition-denied', 'That amount stays as it is.'],
    ] as const) {
      const { caseId } = await aCaseBy(here, {
        course: wou,
        form: { kind: 'letter', received: '2026-09-29', postmarked: '2026-09-28' },
      });
      const appeal = await opened(here, caseId, 'appeal');
      expect(await here.preview(caseId)).toMatchObject({ title: 'We have received your appeal' });
      here.as('lee');
      const given = verdict === 'denied' ? { authority: '' } : { percent: 50 };
      const decision = aDecision({ verdict, on: '2026-10-28', ...given });
      await here.gives('petition.decide', { requestId: id(), id: appeal, decision });
      expect(await here.preview(caseId)).toMatchObject({ type });
      expect(here.words()).toContain('On October 30, 2026 we decided on a refund of');
      expect(here.words()).toContain(words);
      expect(here.words()).toContain('We received it on Monday, October 5, 2026.');
      if (verdict === 'in-part') expect(here.words()).toContain('clause W4.');
    }
  });

  it('say of a late drop what is missing, then W or whose approval it was refused for', async () => {
    const here = await aDesk({ terms: [fall] });
    const granted = await aLateDrop(here, { petition: null });
    const petition = await opened(here, granted.caseId, 'late-drop');
    await here.preview(granted.caseId);
    expect(here.words()).toContain(
      'the approval of the instructor, signed the approval of the department chair, signed',
    );
    const receipt = await here.make(granted.caseId);
    await approved(here, petition);
    expect(await here.stateOf(receipt.id)).toBe('voided');
    here.as('lee');
    await here.gives('petition.decide', { requestId: id(), id: petition, decision: aDecision() });
    expect(await here.preview(granted.caseId)).toMatchObject({ type: 'late-drop-granted' });
    expect(here.words()).toContain('A grade of “W” (withdrawal) will be recorded');

    const refused = await aLateDrop(here, { petition: null });
    const second = await opened(here, refused.caseId, 'late-drop');
    const approval = { verdict: 'declined', name: 'D. Sato', on: '2026-10-12', signatureSeen: true, note: '' } as const;
    await here.gives('petition.approve', { requestId: id(), id: second, approval: { ...approval, role: 'chair' } });
    here.as('lee');
    const denial = aDecision({ verdict: 'denied', authority: '', reason: 'The chair did not approve it.' });
    await here.gives('petition.decide', { requestId: id(), id: second, decision: denial });
    expect(await here.preview(refused.caseId)).toMatchObject({ type: 'late-drop-denied' });
    expect(here.words()).toContain('It was refused by the department chair.');
    expect(here.words()).toContain('you will receive a failing grade');
  });

  it('of one that came too late name the last day it could have come, and leave the refund as it was', async () => {
    const here = await aDesk();
    here.at('2027-06-10');
    const { caseId } = await aCaseBy(here);
    await opened(here, caseId, 'retroactive', '2027-06-02');
    const preview = await here.preview(caseId);
    expect(preview).toMatchObject({ type: 'refused', title: 'Your petition for a retroactive refund came too late' });
    expect(here.words()).toContain(
      'your refund stays $260.00. We received it on Wednesday, June 2, 2027. The last day was Sunday, May 16, 2027.',
    );
    expect(preview.choices.map((c) => c.what)).toEqual(['petition-decided', 'determination']);
    expect((await here.make(caseId)).type).toBe('refused');
  });

  it('that was withdrawn say that the decision stands', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    const petition = await opened(here, caseId, 'retroactive');
    await here.gives('petition.withdraw', { requestId: id(), id: petition, on: '2026-10-09', note: '' });
    expect(await here.preview(caseId)).toMatchObject({ type: 'petition-withdrawn' });
    expect(here.words()).toContain('you withdrew it on Friday, October 9, 2026');
  });

  it('can be chosen: the refund’s own letter and the receipt wait side by side', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    await opened(here, caseId, 'retroactive');
    const receipt = await here.make(caseId);
    const refund = await here.make(caseId, determination);
    expect(refund).toMatchObject({ type: 'partial', title: 'Refund decision: $260.00' });
    expect([await here.stateOf(receipt.id), await here.stateOf(refund.id)]).toEqual(['ready', 'ready']);
    expect(await here.make(caseId)).toEqual(receipt);
    const toMake = await here.gives('case.list', {
      filter: { ...noFilter, unlettered: true },
      sort: 'enteredAt',
      descending: true,
      offset: 0,
      limit: 1,
    });
    expect(toMake.total).toBe(0);
  });

  it('that tell of no determination do not wait for a second person; the determination’s own does', async () => {
    const here = await aDesk();
    here.as('pat', 'administrator');
    await here.gives('rules.save', { requestId: id(), rules: { ...standardRules, secondPersonAbove: 10000 } });
    const { caseId } = await aCaseBy(here);
    const waits = { kind: 'wrong-state', next: 'Its letter can be made once a supervisor has approved it.' };
    expect(await here.refuses('letter.preview', { caseId, language: null })).toMatchObject(waits);
    await opened(here, caseId, 'retroactive');
    expect((await here.make(caseId)).type).toBe('petition-received');
    expect(
      await here.refuses('letter.make', { requestId: id(), caseId, language: null, about: determination }),
    ).toMatchObject(waits);
  });
});

describe('undoing', () => {
  it('a step is refused while its letter stands, and for good once it was mailed', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    const petition = await opened(here, caseId, 'retroactive');
    const { undo: opening } = await here.gives('action.last', {});
    const receipt = await here.make(caseId);
    const undo = () => here.refuses('action.undo', { requestId: id(), actionId: opening?.actionId ?? '' });
    expect(await undo()).toMatchObject({ message: 'Letter L-000001 was made from it.' });
    await here.mail(receipt.id);
    expect(await undo()).toMatchObject({ message: 'Letter L-000001 was mailed.' });
    // What came after the mailed letter can still be undone.
    const returning = { id: petition, on: '2026-10-10', why: 'Which weeks?', answerBy: null };
    await here.gives('petition.return', { requestId: id(), ...returning });
    const { undo: returned } = await here.gives('action.last', {});
    await here.gives('action.undo', { requestId: id(), actionId: returned?.actionId ?? '' });
    expect((await here.preview(caseId)).type).toBe('petition-received');
  });

  it('the making of a receipt leaves the step, which can then be undone', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    await opened(here, caseId, 'retroactive');
    const { undo: opening } = await here.gives('action.last', {});
    const receipt = await here.make(caseId);
    const { undo: making } = await here.gives('action.last', {});
    await here.gives('action.undo', { requestId: id(), actionId: making?.actionId ?? '' });
    expect(await here.stateOf(receipt.id)).toBe('voided');
    await here.gives('action.undo', { requestId: id(), actionId: opening?.actionId ?? '' });
    expect(await here.preview(caseId)).toMatchObject({ type: 'partial', choices: [determination] });
  });
});

describe('a form that was taken back or changed', () => {
  it('has its letter though nothing was ever decided', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here, { save: { mode: 'hold', why: 'No signature.' } });
    expect(await here.gives('letter.preview', { caseId, language: null })).toMatchObject({ type: 'received' });
    await here.gives('notice.withdraw', { requestId: id(), caseId, on: '2026-10-02', channel: 'email', note: '' });
    const { undo } = await here.gives('action.last', {});
    const letter = await here.make(caseId);
    expect(letter).toMatchObject({ type: 'drop-withdrawn', title: 'Your drop is withdrawn' });
    await here.gives('letter.open', { id: letter.id });
    expect(here.words()).toContain('you withdrew your drop on Friday, October 2, 2026');
    expect(here.words()).toContain('On Tuesday, September 22, 2026 we received your “Drop form”');
    expect(here.words()).not.toContain('Determination');
    expect((await here.gives('case.get', { id: caseId })).row.letter).toBe('ready');
    await here.mail(letter.id);
    expect(await here.refuses('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' })).toMatchObject({
      message: 'Letter L-000001 was mailed.',
    });
  });

  it('voids the refund’s letter that had not gone out, and stands among the letters to make', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    const refund = await here.make(caseId);
    await here.gives('notice.withdraw', { requestId: id(), caseId, on: '2026-10-02', channel: null, note: '' });
    expect(await here.stateOf(refund.id)).toBe('voided');
    const page = { sort: 'enteredAt', descending: true, offset: 0, limit: 1 } as const;
    const toMake = () => here.gives('case.list', { filter: { ...noFilter, unlettered: true }, ...page });
    expect((await toMake()).total).toBe(1);
    await here.make(caseId);
    expect((await toMake()).total).toBe(0);
  });

  it('names both sections, the fee that went along, and the new section’s next day', async () => {
    const here = await aDesk();
    const { caseId } = await aCaseBy(here);
    const other = aCourse({
      id: id(),
      code: 'EXT 204-07',
      meetings: aCourse().meetings.map((m) => ({ ...m, date: m.date.replace('2026', '2027') })),
    });
    await here.gives('course.save', { requestId: id(), course: other });
    await here.gives('notice.swap', { requestId: id(), caseId, on: '2026-10-02', toCourseId: other.id, note: '' });
    const letter = await here.make(caseId);
    expect(letter).toMatchObject({ type: 'section-changed', title: 'You have changed to EXT 204-07' });
    await here.gives('letter.open', { id: letter.id });
    expect(here.words()).toContain('What you paid, $400.00, has moved to the new section.');
    expect(here.words()).toMatch(/it must reach us (by|before) .*2027/);
  });
});
