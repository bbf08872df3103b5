import { describe, expect, test } from 'vitest';
import { foldCase } from '../../shared/register/fold-case';
import type { Kept } from '../../shared/register/contents';
import { emptyForm, wholeForm, type CaseForm } from '../../shared/register/case';
import { wholeCourse, type Course } from '../../shared/register/course';
import { wholeEnrolment, type Enrolment } from '../../shared/register/enrolment';
import { factsOf } from '../../shared/register/facts';
import { placeAfter, type DecidedForm } from '../../shared/register/place';
import { shippedPacks } from '../../shared/policy/packs/index';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { anOpenDesk, saving, type DeskHere } from './desk-here';

/** What some policies ask of a form beside its dates: kept with it, read into the facts, and what it does to the student's place. */

const all = { fullName: true, email: true, courseTitle: true, courseStart: true };

/** A desk with one session of a policy that has tracks, and one student on its roster. */
async function aSession(track: Enrolment['track'], other: Partial<Enrolment> = {}) {
  const here = await anOpenDesk();
  const course = await here.gives('course.save', {
    requestId: id(),
    course: aCourse({
      code: 'SES 1',
      policy: 'mitx-online-dedp',
      category: 'course-session',
      meetings: [],
      meetingLine: '',
      starts: '2026-09-08',
      ends: '2026-12-15',
      refundableUntil: '2026-09-22',
      enrollmentDeadline: '2026-10-20',
    }),
  });
  const enrolment = await here.gives('enrolment.save', {
    requestId: id(),
    enrolment: anEnrolment(here.student, course, {
      track,
      ...(track === 'audit' ? { fee: 0, payments: [] } : {}),
      ...other,
    }),
  });
  const form = (more: Partial<CaseForm> = {}): CaseForm =>
    aForm(here.student, course, {
      kind: 'email',
      channel: 'email',
      postmarked: null,
      identity: all,
      track,
      ...more,
    });
  return { ...here, course, enrolment, form };
}

const place = (here: DeskHere, { studentId, courseId }: Enrolment) =>
  here.gives('enrolment.get', { studentId, courseId });

describe('the place of a student who is refunded', () => {
  test('moves to the free track in the same action where they stay; the facts keep the track of the form', async () => {
    const here = await aSession('verified');
    const { view, actionId } = await here.gives('case.save', saving(here.form({ choice: 'stay' }), null));
    expect(view.row).toMatchObject({ outcome: 'refund', refund: 40_000 });
    expect(view.enrolment?.track).toBe('audit');
    expect(view.determinations[0]?.facts.student?.track).toBe('verified');
    expect(view.determinations[0]?.facts.asOf).toBe('2026-09-30');
    expect(view.stale).toBe(false);
    // A day later it is the same case.
    here.setNow('2026-10-02T16:00:00.000Z');
    expect((await here.gives('case.get', { id: view.row.id })).stale).toBe(false);
    await here.gives('action.undo', { requestId: id(), actionId });
    expect((await place(here, here.enrolment))?.track).toBe('verified');
  });

  test('stays where it is when nothing is refunded, on the day after the last one', async () => {
    const here = await aSession('verified');
    const late = await here.gives('case.save', saving(here.form({ choice: 'stay', received: '2026-09-23' }), null));
    expect(late.view.row).toMatchObject({ outcome: 'none', refund: 0 });
    expect(late.view.enrolment?.track).toBe('verified');
  });

  test('goes back where a correction says that they leave, and the day of it is kept', async () => {
    const here = await aSession('verified');
    const { view } = await here.gives('case.save', saving(here.form({ choice: 'stay' }), null));
    const corrected = saving(here.form({ choice: 'unenroll', confirmed: true }), null, {
      caseId: view.row.id,
      why: 'Misread',
    });
    const after = await here.gives('case.save', corrected);
    expect(after.view.enrolment).toMatchObject({ track: 'verified', unenrolledOn: '2026-09-22' });
    const again = saving(here.form(), null, { caseId: view.row.id, why: 'They said nothing of it' });
    expect((await here.gives('case.save', again)).view.enrolment).toMatchObject({
      track: 'verified',
      unenrolledOn: null,
    });
  });
});

describe('an unenrollment', () => {
  test('is refused until it is confirmed; held, it needs none', async () => {
    const here = await aSession('audit');
    const form = here.form({ choice: 'unenroll', identity: null });
    expect(await here.problems('case.save', saving(form, null))).toEqual({
      confirmed: 'What unenrolling means is not confirmed. Read it, tick that it is meant, and save again.',
    });
    await here.gives('case.save', saving(form, null, { mode: 'hold', why: 'Not read yet' }));
    expect((await place(here, here.enrolment))?.unenrolledOn).toBeNull();
  });
});

test('a track that the register does not have is kept with the form that says it', async () => {
  const here = await aSession(null);
  const without = await here.gives('case.save', saving(here.form({ track: null }), null));
  expect(without.view.determinations[0]?.determination.missing).toEqual(['track']);
  const said = saving(here.form({ track: 'verified' }), null, { caseId: without.view.row.id, why: 'They wrote again' });
  const { view } = await here.gives('case.save', said);
  expect(view.row.outcome).toBe('refund');
  expect(view.enrolment?.track).toBe('verified');
});

test('a place on the free track may cost nothing, any other not', async () => {
  const here = await aSession('audit');
  const change = (other: Partial<Enrolment>) => ({ requestId: id(), enrolment: { ...here.enrolment, ...other } });
  expect((await here.problems('enrolment.save', change({ track: 'verified' })))['fee']).toMatch(/The fee is 0/);
  expect((await here.gives('enrolment.save', change({ track: 'audit' }))).fee).toBe(0);
});

test('the federal figure waits, then decides anew beside the determination that waited, never over what was paid', async () => {
  const here = await anOpenDesk();
  const course = await here.gives('course.save', {
    requestId: id(),
    course: aCourse({ code: 'SUM 1', policy: 'wou-extended-programs', category: 'regular-summer' }),
  });
  const student = await here.gives('student.save', {
    requestId: id(),
    student: aStudent({ number: '9', federalAid: true }),
  });
  const form = aForm(student, course, {
    kind: 'add-drop-form',
    documents: [{ kind: 'fee-bill-receipt', received: '2026-09-23' }],
  });
  const { view } = await here.gives('case.save', saving(form, anEnrolment(student, course)));
  expect(view.row).toMatchObject({ state: 'decided', outcome: 'federal', refund: 0, effective: '2026-09-23' });
  for (const [federal, refund, outcome] of [
    [0, 0, 'none'],
    [39_999, 39_999, 'refund'],
    [40_001, 40_000, 'refund'],
  ] as const) {
    const figure = saving({ ...form, federal }, null, { caseId: view.row.id, why: 'It came' });
    expect((await here.gives('case.save', figure)).view.row).toMatchObject({ outcome, refund, percent: null });
  }
  expect((await here.gives('case.get', { id: view.row.id })).determinations).toHaveLength(4);
});

describe('what was kept before these things were asked', () => {
  const { identity: _i, track: _t, choice: _c, confirmed: _k, federal: _f, ...oldForm } = emptyForm;
  const student = aStudent();
  const { refundableUntil: _r, enrollmentDeadline: _e, ...oldCourse } = aCourse();
  const { unenrolledOn: _u, ...oldEnrolment } = anEnrolment(student, aCourse());

  test('is whole again when it is read: what was not asked is not there', () => {
    expect(wholeForm(oldForm as CaseForm)).toEqual(emptyForm);
    expect(wholeCourse(oldCourse as Course)).toMatchObject({ refundableUntil: null, enrollmentDeadline: null });
    expect(wholeEnrolment(oldEnrolment as Enrolment)).toMatchObject({ unenrolledOn: null });
    const told = { ...emptyForm, federal: 5, confirmed: true };
    expect(wholeForm(told)).toEqual(told);
  });

  test('folds as it was kept, so that the tables of an older register still agree with its entries', () => {
    const kept = {
      seq: 1,
      actionId: id(),
      kind: 'case.received',
      person: 'jrivera',
      at: '2026-09-30T16:00:00.000Z',
      undone: false,
      content: {
        number: 'RD-2026-0001',
        fiscalYear: 2026,
        ordinal: 1,
        enteredOn: '2026-09-30',
        batchId: null,
        form: oldForm,
      },
    } as Kept;
    expect(foldCase([kept])?.form).toEqual(oldForm);
  });

  test('gives the facts that it gave', () => {
    const course = aCourse();
    const now = aForm(student, course);
    const { identity: _1, track: _2, choice: _3, confirmed: _4, federal: _5, ...then } = now;
    const sources = { student, course, term: null, enrolment: anEnrolment(student, course), office: anOffice() };
    const facts = factsOf({ ...sources, form: wholeForm(then as CaseForm) });
    expect(facts).toEqual(factsOf({ ...sources, form: now }));
    expect(facts.complete && facts.facts).toMatchObject({ federal: null, asOf: null, notice: { identity: null } });
  });
});

test('the place after any two forms is that after the second alone, whatever the first was', () => {
  const unenrollment = shippedPacks.find((p) => p.pack.features?.unenrollment !== undefined)?.pack.features
    ?.unenrollment;
  if (unenrollment === undefined) throw new Error('no pack knows an unenrollment');
  const course = aCourse();
  const student = aStudent();
  const at = anEnrolment(student, course, { track: 'verified' });
  const forms: DecidedForm[] = (['refund', 'none', 'incomplete'] as const).flatMap((outcome) =>
    ([null, 'stay', 'unenroll'] as const).map((choice) => ({
      form: aForm(student, course, { track: 'verified', choice }),
      outcome,
      decision: null,
    })),
  );
  for (const first of forms)
    for (const second of forms) {
      const once = placeAfter(at, second, null, unenrollment);
      expect(placeAfter(placeAfter(at, first, null, unenrollment), second, first, unenrollment)).toEqual(once);
      // Where the policy knows no such thing the place is left alone.
      expect(placeAfter(at, second, first, null)).toEqual(at);
    }
});
