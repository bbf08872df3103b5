import { describe, expect, test } from 'vitest';
import type { PetitionApproval } from '../../shared/register/petition';
import { standardRules } from '../../shared/register/rules';
import { id } from '../db/records';
import { aCaseBy, aDecision, aDeskOfThree, aLateDrop, aPetition, enclosed, fall, listed } from './petitions-here';

async function aLatePetition() {
  const here = await aDeskOfThree({ terms: [fall] });
  const a = await aLateDrop(here);
  const { row } = await here.gives('petition.open', { requestId: id(), caseId: a.caseId, petition: aPetition() });
  const approval = (other: Partial<PetitionApproval> = {}) => ({
    requestId: id(),
    id: row.id,
    approval: {
      role: 'instructor' as const,
      verdict: 'approved' as const,
      name: 'R. Hale',
      on: '2026-10-12',
      signatureSeen: true,
      note: '',
      ...other,
    },
  });
  return { ...here, ...a, petitionId: row.id, approval };
}

describe('an approval', () => {
  test('from the future, from an earlier term or from before the course is refused with what it is', async () => {
    const here = await aLatePetition();
    const on = async (day: string) => (await here.problems('petition.approve', here.approval({ on: day }))).on;
    expect(await on('2026-10-31')).toBe(
      'Sat, Oct 31, 2026 is in the future: nobody can have signed it yet. Check the date.',
    );
    expect(await on('2026-08-23')).toBe(
      'Sun, Aug 23, 2026 is before Fall 2026 began (Mon, Aug 24, 2026): an approval from an earlier term has expired. Check the date, or ask for a new one.',
    );
    await here.gives('petition.approve', here.approval({ on: '2026-08-24' }));
    const free = await aCaseBy(here, { course: {} });
    const opened = await here.gives('petition.open', { requestId: id(), caseId: free.caseId, petition: aPetition() });
    const before = { ...here.approval({ on: '2026-09-13' }), id: opened.row.id };
    expect((await here.problems('petition.approve', before)).on).toMatch(
      /^Sun, Sep 13, 2026 is before EXT .* began \(Mon, Sep 14, 2026\): nobody can have approved/,
    );
  });

  test('that contradicts an earlier one says in the note which counts', async () => {
    const here = await aLatePetition();
    await here.gives('petition.approve', here.approval());
    expect(await here.problems('petition.approve', here.approval({ verdict: 'declined' }))).toEqual({
      note: 'The instructor (R. Hale) approved it on Mon, Oct 12, 2026. Say in the note why this one counts in its place.',
    });
    const older = here.approval({ verdict: 'declined', on: '2026-10-09' });
    expect(Object.keys(await here.problems('petition.approve', older))).toEqual(['note']);
    const said = here.approval({ verdict: 'declined', note: 'She read the file again and took it back.' });
    const view = await here.gives('petition.approve', said);
    expect(view.approvals).toMatchObject([{ role: 'instructor', verdict: 'declined' }]);
    expect(view.missing).toEqual(['instructor', 'chair']);
    // A later day needs no note: things change.
    const later = await here.gives('petition.approve', here.approval({ on: '2026-10-19' }));
    expect(later.missing).toEqual(['chair']);
    expect(later.entries.filter((e) => e.kind === 'petition.approval')).toHaveLength(3);
  });

  test('by one person for both says why', async () => {
    const here = await aLatePetition();
    await here.gives('petition.approve', here.approval());
    const chair = here.approval({ role: 'chair', name: 'r. hale' });
    expect(await here.problems('petition.approve', chair)).toEqual({
      note: 'r. hale signed as instructor already. Say in the note why one person signs for both, or check the name.',
    });
    const view = await here.gives(
      'petition.approve',
      here.approval({ ...chair.approval, note: 'Chairs and teaches.' }),
    );
    expect(view.missing).toEqual([]);
  });

  test('comes before the decision, and for a late drop alone', async () => {
    const here = await aLatePetition();
    here.as('lee');
    const decision = aDecision({ verdict: 'denied', authority: '' });
    await here.gives('petition.decide', { requestId: id(), id: here.petitionId, decision });
    expect(await here.refuses('petition.approve', here.approval())).toMatchObject({
      kind: 'wrong-state',
      message: 'RD-2026-0001-P1 was denied on Tue, Oct 20, 2026.',
    });
    const petition = aPetition({ kind: 'retroactive' });
    const other = await here.gives('petition.open', { requestId: id(), caseId: here.caseId, petition });
    expect(await here.refuses('petition.approve', { ...here.approval(), id: other.row.id })).toMatchObject({
      message: 'RD-2026-0001-P2 is no late drop: only a late drop needs the instructor’s and the chair’s approval.',
    });
  });
});

describe('a petition returned for information', () => {
  test('stops the clock until the answer comes; nothing is decided meanwhile', async () => {
    const here = await aLatePetition();
    const row = async () => (await here.gives('petition.get', { id: here.petitionId })).row;
    expect(await row()).toMatchObject({ dueOn: '2026-10-26', daysWaiting: 25 });
    const back = {
      requestId: id(),
      id: here.petitionId,
      on: '2026-10-10',
      why: 'The letter of the clinic.',
      answerBy: null,
    };
    const problem = async (other: object) => here.problems('petition.return', { ...back, requestId: id(), ...other });
    expect(Object.keys(await problem({ on: '2026-10-31' }))).toEqual(['on']);
    expect(await problem({ on: '2026-10-04' })).toEqual({
      on: 'Sun, Oct 4, 2026 is before the petition came (Mon, Oct 5, 2026). Check the date.',
    });
    expect(Object.keys(await problem({ answerBy: '2026-10-09' }))).toEqual(['answerBy']);
    await here.gives('petition.return', back);
    expect(await row()).toMatchObject({ state: 'returned', dueOn: null, daysWaiting: 5 });
    here.as('lee');
    const decide = () => ({ requestId: id(), id: here.petitionId, decision: aDecision({ verdict: 'denied' }) });
    expect(await here.refuses('petition.decide', decide())).toEqual({
      kind: 'wrong-state',
      message: 'RD-2026-0001-P1 lies with the student since Sat, Oct 10, 2026.',
      next: 'Record the answer first; the clock goes on then.',
    });
    const answer = { requestId: id(), id: here.petitionId, on: '2026-10-17', note: 'By e-mail.' };
    expect(await here.problems('petition.answer', { ...answer, requestId: id(), on: '2026-10-09' })).toEqual({
      on: 'Fri, Oct 9, 2026 is before it was returned (Sat, Oct 10, 2026). Check the date.',
    });
    expect(
      Object.keys(await here.problems('petition.answer', { ...answer, requestId: id(), on: '2026-10-31' })),
    ).toEqual(['on']);
    const view = await here.gives('petition.answer', answer);
    // Seven days lay with the student.
    expect(view.row).toMatchObject({ state: 'open', dueOn: '2026-11-02', daysWaiting: 18 });
    expect(view.returns).toMatchObject([{ on: '2026-10-10', answeredOn: '2026-10-17', answer: 'By e-mail.' }]);
    expect(await here.refuses('petition.answer', { ...answer, requestId: id() })).toMatchObject({
      kind: 'wrong-state',
    });
    await here.gives('petition.decide', decide());
  });
});

describe('what is undecided', () => {
  test('is due by the office’s rule, listed and found', async () => {
    const here = await aLatePetition();
    const { caseId } = await aLateDrop(here);
    const petition = aPetition({ receivedOn: '2026-10-19', kind: 'retroactive' });
    await here.gives('petition.open', { requestId: id(), caseId, petition });
    const all = await listed(here);
    expect(all.rows.map((r) => [r.number, r.dueOn])).toEqual([
      ['RD-2026-0001-P1', '2026-10-26'],
      ['RD-2026-0002-P1', '2026-11-09'],
    ]);
    expect((await listed(here, { dueBy: '2026-10-26' })).total).toBe(1);
    expect((await listed(here, { dueBy: '2026-10-25' })).total).toBe(0);
    expect((await listed(here, { kinds: ['retroactive'] })).rows.map((r) => r.kind)).toEqual(['retroactive']);
    expect((await listed(here, { text: 'garcia', state: 'waiting' })).total).toBe(2);
    expect((await listed(here, { text: '0002-p' })).rows.map((r) => r.caseNumber)).toEqual(['RD-2026-0002']);
    expect((await listed(here, { caseId })).total).toBe(1);
    const last = await listed(here, {}, { sort: 'due', descending: true, limit: 1 });
    expect(last).toMatchObject({ total: 2, rows: [{ number: 'RD-2026-0002-P1' }] });
    here.as('pat', 'administrator');
    await here.gives('rules.save', { requestId: id(), rules: { ...standardRules, petitionDays: 10 } });
    here.as('kim');
    expect((await listed(here)).rows.map((r) => r.dueOn)).toEqual(['2026-10-15', '2026-10-29']);
    here.as('max');
    expect(await here.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });

  test('is corrected with why, within its kind, and refused for lateness where the true date was too late', async () => {
    const here = await aDeskOfThree();
    const { caseId } = await aCaseBy(here, { form: { received: '2026-10-15' } });
    here.at('2027-06-01');
    const petition = aPetition({ kind: 'retroactive', receivedOn: '2027-05-16' });
    const { row } = await here.gives('petition.open', { requestId: id(), caseId, petition });
    const correct = (other: Parameters<typeof aPetition>[0]) => ({
      requestId: id(),
      id: row.id,
      petition: { ...petition, ...other },
      why: 'The stamp was misread.',
    });
    expect(Object.keys(await here.problems('petition.correct', correct({ kind: 'appeal' })))).toEqual(['kind']);
    expect(Object.keys(await here.problems('petition.correct', correct({ receivedOn: '2027-06-02' })))).toEqual([
      'receivedOn',
    ]);
    expect(Object.keys(await here.problems('petition.correct', correct({ receivedOn: '2026-08-19' })))).toEqual([
      'receivedOn',
    ]);
    const mended = await here.gives('petition.correct', correct({ reason: 'Called up.' }));
    expect(mended).toMatchObject({ row: { state: 'open' }, petition: { reason: 'Called up.' } });
    const late = await here.gives('petition.correct', correct({ receivedOn: '2027-05-17' }));
    expect(late).toMatchObject({ row: { state: 'late' }, case: { row: { outcome: 'refused' } } });
    expect(await here.refuses('petition.correct', correct({}))).toMatchObject({ kind: 'wrong-state' });
  });

  test('withdrawn, an enclosed one leaves the policy to answer by itself', async () => {
    const here = await aDeskOfThree();
    const petition = enclosed({ kind: 'retroactive', received: '2026-09-22' });
    const a = await aCaseBy(here, { form: { petition } });
    expect(a.view.row).toMatchObject({ outcome: 'incomplete', refund: 0 });
    expect(a.view.determinations[0]?.determination.missing).toEqual(['percent', 'authority']);
    const [opened] = a.view.petitions;
    const asked = { requestId: id(), id: opened?.id ?? '', on: '2026-10-01', note: '' };
    expect(
      Object.keys(await here.problems('petition.withdraw', { ...asked, requestId: id(), on: '2026-09-21' })),
    ).toEqual(['on']);
    const view = await here.gives('petition.withdraw', asked);
    expect(view.row.state).toBe('withdrawn');
    expect(view.case.row).toMatchObject({ outcome: 'refund', refund: 26_000 });
    expect(view.case.determinations.map((d) => d.cause)).toEqual(['form', 'facts-changed']);
  });

  test('takes nothing away by coming too late: what the policy refunds by itself stays', async () => {
    const here = await aDeskOfThree();
    const a = await aCaseBy(here);
    expect(a.view.row.refund).toBe(26_000);
    here.at('2027-06-01');
    const petition = aPetition({ kind: 'retroactive', receivedOn: '2027-05-17' });
    const view = await here.gives('petition.open', { requestId: id(), caseId: a.caseId, petition });
    expect(view).toMatchObject({
      row: { state: 'late', amount: null },
      case: { row: { refund: 26_000 }, stale: false },
    });
    const again = await here.gives('case.redetermine', { requestId: id(), id: a.caseId, why: 'Looked at again.' });
    expect(again.row.refund).toBe(26_000);
  });
});
