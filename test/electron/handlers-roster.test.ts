import { describe, expect, test } from 'vitest';
import type { Course } from '../../shared/register/course';
import { aCourse, aForm, anEnrolment, aStudent, aTerm, id, tenMondays } from '../db/records';
import { anOpenDesk, enrolled, saving, type DeskHere } from './desk-here';

describe('a student', () => {
  test('is found by number, by parts of the name in any order, by e-mail, without accents, as one types', async () => {
    const here = await anOpenDesk();
    here.setNow('2026-09-30T16:05:00.000Z');
    await here.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: '0311-2200', lastName: 'Marsh', firstName: 'Garrett', email: 'gm@example.edu' }),
    });
    const find = async (text: string): Promise<string[]> =>
      (await here.gives('student.find', { text, limit: 10 })).map((r) => r.student.lastName);
    for (const text of [
      'garc mar',
      'maria g',
      'GARCÍA-L',
      'lopez',
      '0098-4417',
      '00984417',
      '4417',
      'maria.garcia@example.edu',
      'maria.g',
    ]) {
      expect([text, await find(text)]).toEqual([text, ['García-López']]);
    }
    expect(await find('gar')).toEqual(['García-López', 'Marsh']);
    expect(await find('mar')).toEqual(['Marsh', 'García-López']);
    expect(await find('0311')).toEqual(['Marsh']);
    expect(await find('arcia')).toEqual([]);
    // Nothing typed: the most recently used.
    expect(await find('')).toEqual(['Marsh', 'García-López']);
  });

  test('shows how many forms came this year', async () => {
    const here = await anOpenDesk();
    await here.gives('case.save', saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)));
    expect((await here.gives('student.find', { text: 'garc', limit: 5 }))[0]?.forms).toBe(1);
    here.setNow('2027-10-01T16:00:00.000Z');
    expect((await here.gives('student.find', { text: 'garc', limit: 5 }))[0]?.forms).toBe(0);
  });

  test('whose number another has is refused; one who may be the same person is shown', async () => {
    const here = await anOpenDesk();
    const twin = aStudent({ lastName: 'Garcia-Lopez', firstName: 'Maria' });
    expect(await here.problems('student.save', { requestId: id(), student: twin })).toEqual({
      number: '0098-4417 is the number of García-López, María. Use that student, or check the number.',
    });
    const similar = async (student: typeof twin) =>
      (await here.gives('student.similar', { student })).map((r) => r.student.id);
    expect(await similar(twin)).toEqual([here.student.id]);
    expect(await similar({ ...twin, number: '1' })).toEqual([here.student.id]);
    expect(await similar({ ...twin, number: '1', email: '' })).toEqual([here.student.id]);
    expect(await similar({ ...twin, number: '1', email: '', address: { ...twin.address, postal: '' } })).toEqual([]);
    expect(await similar(here.student)).toEqual([]);
  });

  test('who is saved again changes in the lists of cases too', async () => {
    const here = await anOpenDesk();
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
    );
    await here.gives('student.save', { requestId: id(), student: { ...here.student, lastName: 'Lindqvist' } });
    expect((await here.gives('case.get', { id: view.row.id })).row.studentName).toBe('Lindqvist, María');
    expect((await here.gives('search.all', { text: 'lindq' })).cases.map((c) => c.number)).toEqual(['RD-2026-0001']);
    expect((await here.gives('register.verify', {})).rowsDiffering).toBe(0);
  });
});

describe('a course', () => {
  const save = (here: DeskHere, course: Course) => here.gives('course.save', { requestId: id(), course });
  const wrong = (here: DeskHere, course: Course) => here.problems('course.save', { requestId: id(), course });

  test('is found by parts of its number or title; those of the student first', async () => {
    const here = await anOpenDesk();
    const other = await save(here, aCourse({ code: 'EXT 204-01', title: 'Project Management' }));
    await enrolled(here, other, {});
    const find = async (text: string, studentId: string | null) =>
      (await here.gives('course.find', { text, limit: 10, studentId })).map((r) => [r.course.code, r.enrolled]);
    for (const text of ['204-02', 'ext 204-02', '20402', 'ext20402'])
      expect(await find(text, null)).toEqual([['EXT 204-02', null]]);
    expect(await find('proj man', null)).toEqual([
      ['EXT 204-01', null],
      ['EXT 204-02', null],
    ]);
    await here.gives('enrolment.save', { requestId: id(), enrolment: anEnrolment(here.student, here.course) });
    expect(await find('project', here.student.id)).toEqual([
      ['EXT 204-02', true],
      ['EXT 204-01', false],
    ]);
    const list = await here.gives('course.list', { text: '', termId: null, offset: 1, limit: 1 });
    expect([list.total, list.rows.map((r) => [r.course.code, r.roster])]).toEqual([2, [['EXT 204-02', 1]]]);
  });

  test('of a policy or category that is not covered is refused', async () => {
    const here = await anOpenDesk();
    expect((await wrong(here, aCourse({ policy: 'nowhere' }))).policy).toMatch(
      /“nowhere” is not a policy this office has\. Choose one of the list\./,
    );
    expect((await wrong(here, aCourse({ category: 'cooking' }))).category).toMatch(
      /has no rule for “cooking” courses\. Choose one of its categories\./,
    );
    expect((await wrong(here, aCourse({ category: '' }))).category).toMatch(/The category is missing/);
  });

  test('without meetings, with meetings that overlap or lie outside its term is refused, the dates named', async () => {
    const term = aTerm();
    const here = await anOpenDesk({ terms: [term] });
    const course = aCourse({ code: 'EXT 300', termId: term.id });
    expect(await wrong(here, { ...course, meetings: [] })).toEqual({
      meetingLine:
        'This course has no meetings. Type them like “Mon Wed 6-8:50p 9/14-11/2”, or give its first and last day.',
    });
    const late = [
      ...tenMondays,
      { date: '2026-12-21', from: '18:00', to: '20:50' },
      { date: '2027-01-04', from: '18:00', to: '20:50' },
    ];
    expect(await wrong(here, { ...course, meetings: late })).toEqual({
      meetingLine:
        'Mon, Dec 21, 2026 and Mon, Jan 4, 2027 lie outside Fall 2026 (Mon, Aug 24, 2026 to Fri, Dec 18, 2026). Check the dates, or choose another term.',
    });
    const twice = [...tenMondays, { date: '2026-09-14', from: '20:00', to: '21:00' }];
    expect(await wrong(here, { ...course, meetings: twice })).toEqual({
      meetingLine: 'Two meetings on Mon, Sep 14, 2026 overlap. Check their times.',
    });
    // One after the other on the same day, and an online course with days alone, are as good as any.
    await save(here, { ...course, meetings: [...tenMondays, { date: '2026-09-14', from: '20:50', to: '21:30' }] });
    await save(
      here,
      aCourse({ code: 'EXT 301', meetings: [], meetingLine: '', starts: '2026-09-01', ends: '2026-12-01' }),
    );
    await save(here, aCourse({ code: 'EXT 302', meetings: [], meetingLine: '', arranged: true, termId: term.id }));
  });

  test('with a fee of nothing, a deposit over the fee, a number taken or a term unknown is refused', async () => {
    const here = await anOpenDesk();
    expect((await wrong(here, aCourse({ code: 'EXT 300', fee: 0 }))).fee).toMatch(/The fee is 0/);
    expect((await wrong(here, aCourse({ code: 'EXT 300', deposit: 40_001 }))).deposit).toMatch(/more than the fee/);
    expect((await wrong(here, aCourse({}))).code).toMatch(/EXT 204-02 is Project Management already/);
    expect((await wrong(here, aCourse({ code: 'EXT 300', termId: id() }))).termId).toMatch(/not in the register/);
    expect((await wrong(here, { ...here.course, cancelledOn: '2026-09-20' })).cancelledOn).toMatch(/Cancel class/);
    expect((await wrong(here, { ...here.course, starts: '2026-12-01', ends: '2026-11-01' })).ends).toMatch(
      /ends before it starts/,
    );
  });

  test('lists its roster by name with the cases of each', async () => {
    const here = await anOpenDesk();
    const { student } = await enrolled(here, here.course, { student: { lastName: 'Abbot', firstName: 'Zoë' } });
    await here.gives('case.save', saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)));
    const { roster, term } = await here.gives('course.get', { id: here.course.id });
    expect(term).toBeNull();
    expect(roster.map((r) => [r.student.id, r.cases.map((c) => c.number)])).toEqual([
      [student.id, []],
      [here.student.id, ['RD-2026-0001']],
    ]);
  });
});

describe('an enrolment', () => {
  test('is one for each student and course', async () => {
    const here = await anOpenDesk();
    const enrolment = anEnrolment(here.student, here.course);
    await here.gives('enrolment.save', { requestId: id(), enrolment });
    await here.gives('enrolment.save', { requestId: id(), enrolment: { ...enrolment, deposit: 5_000 } });
    const second = anEnrolment(here.student, here.course);
    expect(await here.problems('enrolment.save', { requestId: id(), enrolment: second })).toEqual({
      studentId: 'García-López, María is on the roster of EXT 204-02 already. Open that place and change it.',
    });
    expect((await here.gives('enrolment.get', { studentId: here.student.id, courseId: here.course.id }))?.deposit).toBe(
      5_000,
    );
  });

  test('does not move to another student or course, and names records that are there', async () => {
    const here = await anOpenDesk();
    const { enrolment } = await enrolled(here, here.course);
    expect(
      Object.keys(
        await here.problems('enrolment.save', {
          requestId: id(),
          enrolment: { ...enrolment, studentId: here.student.id },
        }),
      ),
    ).toEqual(['studentId']);
    const nowhere = anEnrolment(aStudent(), aCourse());
    expect(Object.keys(await here.problems('enrolment.save', { requestId: id(), enrolment: nowhere })).sort()).toEqual([
      'courseId',
      'studentId',
    ]);
  });

  test('may have been paid by somebody else, in parts, with a waiver', async () => {
    const here = await anOpenDesk();
    const enrolment = anEnrolment(here.student, here.course, {
      waivers: [{ cents: 10_000, reason: 'Staff' }],
      payments: [
        {
          on: '2026-08-20',
          cents: 20_000,
          payer: { kind: 'other', name: 'City of Juniper Bay', address: here.student.address },
          method: 'check',
        },
        { on: '2026-09-01', cents: 10_000, payer: { kind: 'student' }, method: 'card' },
      ],
    });
    const { view } = await here.gives('case.save', saving(aForm(here.student, here.course), enrolment));
    expect(view.determinations[0]?.facts.fees).toEqual({
      assessed: 30_000,
      collected: 30_000,
      deposit: 0,
      paidOn: '2026-09-01',
    });
    expect(view.row.refund).toBe(19_500);
    expect((await here.gives('student.get', { id: here.student.id })).enrolments).toEqual([
      { enrolment, course: here.course },
    ]);
  });
});
