import { describe, expect, test } from 'vitest';
import type { Course } from '../../shared/register/course';
import { aCourse, id } from '../db/records';
import { saving } from './desk-here';
import { aCaseBy, aDeskOfThree, aLateDrop, aPetition, fall } from './petitions-here';

const withdrawal = (caseId: string, on = '2026-10-01') => ({
  requestId: id(),
  caseId,
  on,
  channel: 'email' as const,
  note: 'By e-mail.',
});

/** What a mailed letter of a case is to the register: made and mailed in two actions. */
async function mailed(here: Awaited<ReturnType<typeof aDeskOfThree>>, caseId: string) {
  const letter = await here.gives('letter.make', { requestId: id(), caseId, language: null });
  await here.gives('letter.markMailed', { requestId: id(), ids: [letter.id] });
  return letter;
}

describe('a drop that the student takes back', () => {
  test('counts no more; its petition falls with it, its letters are void, its place stays', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { caseId, student, course } = await aLateDrop(here);
    const opened = await here.gives('petition.open', { requestId: id(), caseId, petition: aPetition() });
    const letter = await here.gives('letter.make', { requestId: id(), caseId, language: null });
    const view = await here.gives('notice.withdraw', withdrawal(caseId, '2026-10-12'));
    expect(view.row).toMatchObject({ state: 'withdrawn', outcome: null, refund: 0, openPetitions: 0 });
    expect(view.determinations.map((d) => d.superseded)).toEqual([true]);
    expect(view.enrolment).not.toBeNull();
    expect(view.letters.find((l) => l.id === letter.id)?.state).toBe('voided');
    expect((await here.gives('petition.get', { id: opened.row.id })).row.state).toBe('withdrawn');
    // A new form of the same student is the first again.
    const again = await here.gives('case.save', saving({ ...view.form, received: '2026-10-20' }, null));
    expect(again.view.row.number).toBe('RD-2026-0002');
    expect(
      await here.gives('case.similar', { studentId: student.id, courseId: course.id, exceptCaseId: null }),
    ).toHaveLength(1);
  });

  test('is nothing more can be done about: no correction, no decision again, no petition, no second withdrawal', async () => {
    const here = await aDeskOfThree();
    const { caseId, view } = await aCaseBy(here);
    await here.gives('notice.withdraw', withdrawal(caseId));
    const refused = {
      kind: 'wrong-state',
      message: 'RD-2026-0001 was withdrawn by the student.',
      next: 'If they ask again, key their new form as a new one.',
    };
    expect(await here.refuses('case.save', saving(view.form, null, { caseId, why: 'x' }))).toEqual(refused);
    expect(await here.refuses('case.redetermine', { requestId: id(), id: caseId, why: 'x' })).toEqual(refused);
    expect(await here.refuses('petition.open', { requestId: id(), caseId, petition: aPetition() })).toEqual(refused);
    expect(await here.refuses('notice.withdraw', withdrawal(caseId))).toEqual(refused);
  });

  test('is refused once its letter was mailed, and on a day that cannot be', async () => {
    const here = await aDeskOfThree();
    const { caseId } = await aCaseBy(here);
    expect(await here.problems('notice.withdraw', withdrawal(caseId, '2026-10-31'))).toEqual({
      on: 'Sat, Oct 31, 2026 is in the future: the student cannot have taken it back yet. Check the date.',
    });
    expect(await here.problems('notice.withdraw', withdrawal(caseId, '2026-09-21'))).toEqual({
      on: 'Mon, Sep 21, 2026 is before the form came (Tue, Sep 22, 2026). Check the date.',
    });
    const letter = await mailed(here, caseId);
    expect(await here.refuses('notice.withdraw', withdrawal(caseId))).toMatchObject({
      kind: 'wrong-state',
      message: `Letter ${letter.number} of RD-2026-0001 was mailed: the drop is decided and cannot be withdrawn any more.`,
    });
  });

  test('leaves the student in the class: when that is cancelled, all is returned', async () => {
    const here = await aDeskOfThree();
    const { caseId, course } = await aCaseBy(here);
    await here.gives('notice.withdraw', withdrawal(caseId));
    const { cases } = await here.gives('course.cancel', { requestId: id(), id: course.id, on: '2026-10-20' });
    expect(cases).toMatchObject([{ number: 'RD-2026-0002', refund: 40_000 }]);
  });

  test('is undone with all that it did', async () => {
    const here = await aDeskOfThree({ terms: [fall] });
    const { caseId } = await aLateDrop(here);
    const opened = await here.gives('petition.open', { requestId: id(), caseId, petition: aPetition() });
    const before = await here.gives('case.get', { id: caseId });
    const asked = withdrawal(caseId, '2026-10-12');
    await here.gives('notice.withdraw', asked);
    await here.gives('action.undo', { requestId: id(), actionId: asked.requestId });
    const after = await here.gives('case.get', { id: caseId });
    expect(after.row).toEqual(before.row);
    expect((await here.gives('petition.get', { id: opened.row.id })).row.state).toBe('open');
  });
});

describe('a change of section', () => {
  const aSwap = async (other: Partial<Course> = {}) => {
    const here = await aDeskOfThree();
    const a = await aCaseBy(here);
    const course = aCourse({ code: 'EXT 204-03', title: 'Project Management', ...other });
    const to = await here.gives('course.save', { requestId: id(), course });
    const swap = { requestId: id(), caseId: a.caseId, on: '2026-10-01', toCourseId: to.id, note: '' };
    return { here, to, swap, a };
  };

  test('moves the place with its fee and payments to the other roster; nothing is refunded', async () => {
    const { here, to, swap, a } = await aSwap();
    const view = await here.gives('notice.swap', swap);
    expect(view.row).toMatchObject({ state: 'swapped', outcome: null, refund: 0 });
    expect(view.enrolment).toBeNull();
    const place = await here.gives('enrolment.get', { studentId: a.student.id, courseId: to.id });
    expect(place).toEqual({ ...a.enrolment, courseId: to.id, enrolledOn: '2026-10-01' });
    expect(await here.gives('enrolment.get', { studentId: a.student.id, courseId: a.course.id })).toBeNull();
    await here.gives('action.undo', { requestId: id(), actionId: swap.requestId });
    expect((await here.gives('case.get', { id: a.caseId })).enrolment).toEqual(a.enrolment);
    expect(await here.gives('enrolment.get', { studentId: a.student.id, courseId: to.id })).toBeNull();
  });

  test('is not undone under a drop of the new section', async () => {
    const { here, to, swap, a } = await aSwap();
    await here.gives('notice.swap', swap);
    const { form } = a.view;
    const drop = saving({ ...form, courseId: to.id, received: '2026-10-05', postmarked: null }, null);
    const { view, actionId } = await here.gives('case.save', drop);
    expect(view.row).toMatchObject({ number: 'RD-2026-0002', state: 'decided' });
    const undo = { requestId: id(), actionId: swap.requestId };
    expect(await here.refuses('action.undo', undo)).toMatchObject({
      message: 'The case RD-2026-0002 stands on it.',
      next: 'Undo the case RD-2026-0002 first.',
    });
    await here.gives('action.undo', { requestId: id(), actionId });
    await here.gives('action.undo', { ...undo, requestId: id() });
    expect((await here.gives('case.get', { id: a.caseId })).row.state).toBe('decided');
  });

  test('needs another section, in the register, of the same policy, that takes place and does not have the student', async () => {
    const { here, to, swap, a } = await aSwap();
    const problem = async (toCourseId: string) =>
      (await here.problems('notice.swap', { ...swap, requestId: id(), toCourseId })).toCourseId;
    expect(await problem(id())).toBe('That section is not in the register. Choose one of the list, or add it.');
    expect(await problem(a.course.id)).toBe(`${a.course.code} is the section they are in. Choose the other one.`);
    await here.gives('enrolment.save', {
      requestId: id(),
      enrolment: { ...a.enrolment, id: id(), courseId: to.id },
    });
    expect(await problem(to.id)).toBe(
      'García-López, María is on the roster of EXT 204-03 already. Choose another section, or decide the drop.',
    );
    const third = await here.gives('course.save', { requestId: id(), course: aCourse({ code: 'EXT 204-04' }) });
    await here.gives('course.cancel', { requestId: id(), id: third.id, on: '2026-09-30' });
    expect(await problem(third.id)).toBe('EXT 204-04 was cancelled on Wed, Sep 30, 2026. Choose another section.');
    const other = await here.gives('course.save', {
      requestId: id(),
      course: aCourse({ code: 'WR 115', policy: 'wou-extended-programs', category: 'non-credit' }),
    });
    expect(await problem(other.id)).toMatch(/^WR 115 is under another policy/);
  });

  test.each([
    { policy: 'mit-xpro', category: 'course', clause: 'X6' },
    { policy: 'mitx-online-dedp', category: 'course-session', clause: 'M8' },
  ])('is refused where the policy allows no transfer ($clause)', async ({ policy, category, clause }) => {
    const here = await aDeskOfThree();
    const session = { policy, category, meetings: [], meetingLine: '', starts: '2026-09-14', ends: '2026-12-15' };
    const a = await aCaseBy(here, { course: session, form: { kind: 'email', channel: 'email', postmarked: null } });
    const to = await here.gives('course.save', { requestId: id(), course: aCourse({ ...session, code: 'SES 2' }) });
    const swap = { requestId: id(), caseId: a.caseId, on: '2026-10-01', toCourseId: to.id, note: '' };
    expect(await here.refuses('notice.swap', swap)).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringMatching(
        new RegExp(`^The policy allows no change of section: .*\\(${clause}\\)$`),
      ) as string,
    });
  });
});
