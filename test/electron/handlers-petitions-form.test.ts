import { describe, expect, test } from 'vitest';
import { id } from '../db/records';
import { act, reopened } from '../db/register-here';
import { aDesk, saving, someone } from './desk-here';
import { aCaseBy, aDecision, aDeskOfThree, aLateDrop, aPetition, enclosed, fall, listed } from './petitions-here';

describe('a form that is corrected or completed', () => {
  test('leaves its petitions alone, and opens one that is added', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const a = await aLateDrop(here);
    const petition = enclosed();
    const added = saving({ ...a.view.form, petition }, null, {
      caseId: a.caseId,
      why: 'The petition lay behind it.',
    });
    const { view } = await here.gives('case.save', added);
    expect(view.petitions).toMatchObject([{ number: 'RD-2026-0001-P1', state: 'open' }]);
    expect(view.determinations.at(-1)?.determination.missing).toEqual(['instructor', 'chair']);
    expect(await here.refuses('case.save', { ...added, requestId: id() })).toMatchObject({
      message: 'RD-2026-0001-P1 asks for the same and is not decided yet.',
    });
    const corrected = await here.gives(
      'case.save',
      saving({ ...view.form, note: 'Room 4' }, null, { caseId: a.caseId, why: 'Note.' }),
    );
    expect(corrected.view.petitions).toEqual(view.petitions);
    expect(corrected.view.row.outcome).toBe('petition-required');
  });

  test('held with its petition is decided with it once complete, and refused for lateness then', async () => {
    const here = await aDeskOfThree();
    here.at('2027-06-01');
    const petition = enclosed({ kind: 'retroactive', received: '2027-05-17' });
    const form = {
      received: '2027-05-17',
      postmarked: null,
      channel: 'counter',
      petition,
    } as const;
    const held = await aCaseBy(here, {
      form: { ...form, petition },
      save: { mode: 'hold', why: 'No fee.' },
    });
    expect(held.view).toMatchObject({ row: { state: 'held' }, petitions: [{ state: 'open' }] });
    const { view } = await here.gives('case.save', saving(held.view.form, null, { caseId: held.caseId }));
    expect(view).toMatchObject({ row: { outcome: 'refused', clause: 'H16' }, petitions: [{ state: 'late' }] });
  });

  test('is not undone under a petition that was opened on it', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { caseId, actionId } = await aLateDrop(here);
    await here.gives('petition.open', { requestId: id(), caseId, petition: aPetition() });
    expect(await here.refuses('action.undo', { requestId: id(), actionId })).toMatchObject({
      message: 'RD-2026-0001-P1 stands on it.',
    });
  });

  test('undone with the petition enclosed in it, and redone, has both again', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const petition = enclosed();
    const a = await aLateDrop(here, { petition });
    await here.gives('action.undo', { requestId: id(), actionId: a.actionId });
    expect((await listed(here)).rows.map((r) => r.state)).toEqual(['undone']);
    await here.gives('action.redo', { requestId: id(), actionId: a.actionId });
    expect((await listed(here)).rows.map((r) => r.state)).toEqual(['open']);
  });
});

describe('a form from before petitions had records of their own', () => {
  test('still decides by what it holds, as long as nobody changes that', async () => {
    const here = await aDeskOfThree();
    const { caseId, view } = await aCaseBy(here, { form: { received: '2026-10-15', postmarked: null } });
    expect(view.row.refund).toBe(0);
    await here.desk.close();
    // What an earlier program wrote.
    const register = await reopened(here.desktop.registerFolder);
    const petition = enclosed({ kind: 'retroactive', received: '2026-10-15', percent: 65, authority: 'Dean' });
    act(register, (write) => write.entry('case.completed', caseId, { form: { ...view.form, petition } }));
    register.close();

    const again = aDesk(here.folder, {}, someone('clerk', 'kim'));
    again.setNow('2026-10-30T16:00:00.000Z');
    await again.desk.open();
    const held = await again.gives('case.get', { id: caseId });
    const form = { ...held.form, note: 'Room 4' };
    const kept = await again.gives('case.save', saving(form, null, { caseId }));
    expect(kept.view).toMatchObject({
      row: { refund: 26_000, clause: 'H16' },
      petitions: [],
      form: { petition },
      stale: false,
    });
    const redone = await again.gives('case.redetermine', { requestId: id(), id: caseId, why: 'Looked at again.' });
    expect(redone.row.refund).toBe(26_000);
    const changed = saving({ ...form, petition: { ...petition, percent: 100 } }, null, { caseId, why: 'More.' });
    expect(Object.keys(await again.problems('case.save', changed))).toEqual(['petition.percent']);
    // Asked anew, it is a petition of its own, and the form lets go of it.
    const anew = { ...petition, percent: null, authority: '' };
    const apart = await again.gives('case.save', saving({ ...form, petition: anew }, null, { caseId, why: 'Anew.' }));
    expect(apart.view).toMatchObject({
      form: { petition: null },
      petitions: [{ state: 'open' }],
      row: { outcome: 'incomplete' },
    });
  });
});

describe('a reinstatement', () => {
  const session = {
    policy: 'mitx-online-dedp',
    category: 'course-session',
    meetings: [],
    meetingLine: '',
    starts: '2026-09-08',
    ends: '2026-12-15',
    refundableUntil: '2026-09-22',
    enrollmentDeadline: '2026-10-20',
  };
  const identity = { fullName: true, email: true, courseTitle: true, courseStart: true };
  const unenrolled = async (enrolment: object, form: object) => {
    const here = await aDeskOfThree();
    const mail = { kind: 'email', channel: 'email', postmarked: null, identity, track: 'verified' } as const;
    const a = await aCaseBy(here, {
      course: session,
      form: { ...mail, ...form },
      enrolment: { track: 'verified', ...enrolment },
    });
    const place = () => here.gives('enrolment.get', { studentId: a.student.id, courseId: a.course.id });
    return { ...here, ...a, place };
  };
  const asking = enclosed({ kind: 'reinstatement', received: '2026-09-22', reason: 'By mistake' });

  test('enclosed and granted restores the place; denied it leaves it, and refunds nothing', async () => {
    for (const verdict of ['granted', 'denied'] as const) {
      const here = await unenrolled({ unenrolledOn: '2026-09-20' }, { petition: asking });
      expect(here.view.row).toMatchObject({ outcome: 'none', refund: 0, clause: 'M9' });
      expect((await here.place())?.unenrolledOn).toBe('2026-09-20');
      here.as('lee');
      const decision = aDecision({ verdict, authority: 'M. Lindqvist' });
      const petitionId = here.view.petitions[0]?.id ?? '';
      expect(
        Object.keys(
          await here.problems('petition.decide', {
            requestId: id(),
            id: petitionId,
            decision: { ...decision, percent: 50 },
          }),
        ),
      ).toEqual(['percent']);
      const view = await here.gives('petition.decide', { requestId: id(), id: petitionId, decision });
      expect(view.case.row).toMatchObject({ outcome: 'none', refund: 0, clause: 'M9' });
      expect((await here.place())?.unenrolledOn).toBe(verdict === 'granted' ? null : '2026-09-20');
    }
  });

  test('asked later, and granted, takes back the unenrollment that the form recorded', async () => {
    const here = await unenrolled({}, { choice: 'unenroll', confirmed: true, received: '2026-09-30' });
    expect((await here.place())?.unenrolledOn).toBe('2026-09-30');
    const petition = aPetition({ kind: 'reinstatement' });
    const { row } = await here.gives('petition.open', { requestId: id(), caseId: here.caseId, petition });
    expect((await here.place())?.unenrolledOn).toBe('2026-09-30');
    here.as('lee');
    const decided = { requestId: id(), id: row.id, decision: aDecision() };
    await here.gives('petition.decide', decided);
    expect((await here.place())?.unenrolledOn).toBeNull();
    await here.gives('action.undo', { requestId: id(), actionId: decided.requestId });
    expect((await here.place())?.unenrolledOn).toBe('2026-09-30');
  });
});
