import { describe, expect, test } from 'vitest';
import { emptyForm, type Petition } from '../../shared/register/case';
import { id } from '../db/records';
import { saving } from './desk-here';
import { aCaseBy, aDecision, aDeskOfThree, aLateDrop, aPetition, approved, enclosed, fall } from './petitions-here';

describe('a late drop', () => {
  test('enclosed with its form is a petition of its own, approved and granted by another: none refunded, W', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { view, caseId } = await aLateDrop(here, { petition: enclosed() });
    expect(view.form.petition).toBeNull();
    expect(view.petitions).toMatchObject([{ number: 'RD-2026-0001-P1', kind: 'late-drop', state: 'open' }]);
    expect(view.row).toMatchObject({ outcome: 'petition-required', openPetitions: 1 });
    expect(view.determinations[0]?.determination).toMatchObject({
      notation: 'F-warning',
      missing: ['instructor', 'chair'],
    });
    const petitionId = view.petitions[0]?.id ?? '';
    expect(new Set(view.entries.map((e) => e.actionId)).size).toBe(1);

    here.as('lee');
    const waiting = await here.gives('petition.get', { id: petitionId });
    expect(waiting).toMatchObject({
      enclosed: true,
      missing: ['instructor', 'chair'],
      whyNotDecide: null,
      forbidden: null,
    });
    await approved(here, petitionId);
    here.as('lee');
    const ready = await here.gives('petition.get', { id: petitionId });
    expect(ready.missing).toEqual([]);
    expect(ready.case.stale).toBe(false);
    const decided = await here.gives('petition.decide', { requestId: id(), id: petitionId, decision: aDecision() });
    expect(decided.row).toMatchObject({
      state: 'granted',
      decidedOn: '2026-10-20',
      amount: 0,
      dueOn: null,
      daysWaiting: 15,
    });
    expect(decided.case.row).toMatchObject({ outcome: 'none', refund: 0, clause: 'H11', openPetitions: 0 });
    const [old, made] = decided.case.determinations;
    expect(old).toMatchObject({ superseded: true, cause: 'form', petition: null });
    expect(made).toMatchObject({
      superseded: false,
      cause: 'petition',
      person: 'lee',
      petition: { id: petitionId, number: 'RD-2026-0001-P1' },
      determination: { outcome: 'none', notation: 'W', clause: 'H11' },
    });
    expect(decided.case.stale).toBe(false);
    expect(decided.decision).toMatchObject({ verdict: 'granted', person: 'lee', deadline: null });
    expect((await here.gives('case.get', { id: caseId })).row.outcome).toBe('none');
  });

  test('without the chair’s approval cannot be granted, by whomever; denied it stays as it was', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { view } = await aLateDrop(here, { petition: enclosed() });
    const petitionId = view.petitions[0]?.id ?? '';
    const approval = {
      role: 'instructor',
      verdict: 'approved',
      name: 'R. Hale',
      on: '2026-10-12',
      signatureSeen: true,
      note: '',
    } as const;
    await here.gives('petition.approve', { requestId: id(), id: petitionId, approval });
    // Unsigned it is recorded and counts for nothing.
    const chair = { ...approval, role: 'chair', name: 'D. Sato', signatureSeen: false } as const;
    const half = await here.gives('petition.approve', { requestId: id(), id: petitionId, approval: chair });
    expect(half.approvals).toHaveLength(2);
    expect(half.missing).toEqual(['chair']);
    here.as('lee');
    expect(await here.refuses('petition.decide', { requestId: id(), id: petitionId, decision: aDecision() })).toEqual({
      kind: 'wrong-state',
      message: 'RD-2026-0001-P1 cannot be granted yet: the department chair’s approval is missing.',
      next: 'Record each approval with its name and date once its signature was seen; or deny it.',
    });
    const denied = await here.gives('petition.decide', {
      requestId: id(),
      id: petitionId,
      decision: aDecision({ verdict: 'denied', authority: '', reason: 'The chair has not approved it.' }),
    });
    expect(denied.row.state).toBe('denied');
    expect(denied.case.row).toMatchObject({ outcome: 'petition-required', refund: 0 });
    expect(denied.case.determinations.at(-1)?.determination).toMatchObject({ notation: 'F-warning' });
  });

  test('that was denied never completes, whoever approves it and however often the case is decided again', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { view, caseId } = await aLateDrop(here, { petition: enclosed() });
    const petitionId = view.petitions[0]?.id ?? '';
    await approved(here, petitionId);
    here.as('lee');
    const denied = aDecision({ verdict: 'denied', authority: '', reason: 'No reason that compels.' });
    await here.gives('petition.decide', { requestId: id(), id: petitionId, decision: denied });
    const again = await here.gives('case.redetermine', { requestId: id(), id: caseId, why: 'Looked at again.' });
    expect(again.row.outcome).toBe('petition-required');
    expect(again.determinations.at(-1)?.determination.missing).toEqual(['reason']);
  });

  test('that a supervisor decided is not undone by a clerk', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { view } = await aLateDrop(here, { petition: enclosed() });
    here.as('lee');
    const decision = aDecision({ verdict: 'denied', authority: '' });
    const decided = { requestId: id(), id: view.petitions[0]?.id ?? '', decision };
    await here.gives('petition.decide', decided);
    here.as('kim');
    const undo = () => ({ requestId: id(), actionId: decided.requestId });
    expect(await here.refuses('action.undo', undo())).toMatchObject({ kind: 'not-allowed' });
    here.as('lee');
    await here.gives('action.undo', undo());
    expect((await here.gives('petition.get', { id: decided.id })).row.state).toBe('open');
  });

  test('keyed on a form with anything decided, approved or appealed is refused under its field', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { student, course } = await aLateDrop(here);
    const form = {
      ...emptyForm,
      studentId: student.id,
      courseId: course.id,
      channel: 'mail' as const,
      received: '2026-10-05',
    };
    const keyed = (petition: Partial<Petition>) =>
      here.problems('case.save', saving({ ...form, petition: enclosed(petition) }, null, { secondForm: true }));
    expect(await keyed({ percent: 65 })).toEqual({
      'petition.percent':
        'What is decided is not keyed with the form. Save it; a supervisor decides the petition on its own page.',
    });
    expect(Object.keys(await keyed({ authority: 'Dean' }))).toEqual(['petition.percent']);
    expect(Object.keys(await keyed({ approvals: ['chair'] }))).toEqual(['petition.approvals']);
    expect(Object.keys(await keyed({ kind: 'appeal' }))).toEqual(['petition.kind']);
    expect(Object.keys(await keyed({ received: '2026-10-31' }))).toEqual(['petition.received']);
  });
});

describe('a retroactive petition', () => {
  // The ten Mondays end on Nov 16; six months later is May 16.
  const opened = async (receivedOn: string, reason = 'Called up.') => {
    const here = await aDeskOfThree();
    const a = await aCaseBy(here, { form: { received: '2026-10-15', postmarked: '2026-10-12' } });
    expect(a.view.row).toMatchObject({ outcome: 'none', refund: 0 });
    here.at('2027-06-01');
    const petition = aPetition({ kind: 'retroactive', receivedOn, reason });
    const view = await here.gives('petition.open', { requestId: id(), caseId: a.caseId, petition });
    return { here, view, caseId: a.caseId };
  };

  test('on the last day waits for its decision, and changes nothing before', async () => {
    // Its decision states a reason, so that the paper need not.
    const { here, view, caseId } = await opened('2027-05-16', '');
    expect(view.row).toMatchObject({ number: 'RD-2026-0001-P1', state: 'open', dueOn: '2027-06-06', daysWaiting: 16 });
    expect(view.deadline).toEqual({ from: '2026-11-16', through: '2027-05-16', clause: 'H16' });
    expect(view.case.determinations).toHaveLength(1);
    expect(view.case.stale).toBe(false);
    expect(view.standard).toMatchObject({ outcome: 'none', refund: 0 });
    expect(await here.refuses('case.redetermine', { requestId: id(), id: caseId, why: 'x' })).toEqual({
      kind: 'wrong-state',
      message: 'RD-2026-0001-P1 is not decided yet.',
      next: 'Decide it, or record that it was withdrawn: its decision decides the case again.',
    });
    here.as('lee');
    const decision = aDecision({ percent: 65, on: '2027-06-01' });
    const preview = await here.gives('petition.preview', {
      id: view.row.id,
      decision: { ...decision, reason: '', authority: '' },
    });
    expect(preview).toMatchObject({ percent: 65, determination: { refund: 26_000 } });
    const decided = await here.gives('petition.decide', { requestId: id(), id: view.row.id, decision });
    expect(decided.case.row).toMatchObject({ outcome: 'refund', percent: 65, refund: 26_000, clause: 'H16' });
    expect(decided.row.amount).toBe(26_000);
    expect(decided.case.determinations.map((d) => d.superseded)).toEqual([true, false]);
    const again = await here.gives('case.redetermine', { requestId: id(), id: caseId, why: 'Fee looked at.' });
    expect(again.row.refund).toBe(26_000);
  });

  test('one day later is recorded and refused for lateness with the date, and nobody can decide it otherwise', async () => {
    const { here, view } = await opened('2027-05-17');
    expect(view.row).toMatchObject({ state: 'late', decidedOn: '2027-06-01', amount: 0 });
    expect(view.decision).toEqual({
      verdict: 'late',
      percent: null,
      cents: null,
      authority: '',
      reason: 'It was received on Mon, May 17, 2027; the last day was Sun, May 16, 2027 (H16).',
      on: '2027-06-01',
      deadline: '2027-05-16',
      person: 'kim',
      at: '2027-06-01T16:00:00.000Z',
    });
    expect(view.case.row).toMatchObject({ outcome: 'refused', refund: 0, clause: 'H16' });
    expect(view.case.determinations.at(-1)).toMatchObject({ cause: 'petition', petition: { number: view.row.number } });
    here.as('lee');
    const decision = aDecision({ percent: 65, on: '2027-06-01' });
    expect(await here.refuses('petition.decide', { requestId: id(), id: view.row.id, decision })).toMatchObject({
      kind: 'wrong-state',
      message: 'RD-2026-0001-P1 came too late and was refused for that.',
    });
    // Nobody decided it but the calendar: whoever mistyped the date undoes it.
    here.as('kim');
    await here.gives('action.undo', { requestId: id(), actionId: view.entries[0]?.actionId ?? '' });
    expect((await here.gives('case.get', { id: view.row.caseId })).row.outcome).toBe('none');
  });
});
