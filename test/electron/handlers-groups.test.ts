import { describe, expect, it } from 'vitest';
import type { Course } from '../../shared/register/course';
import type { Group } from '../../shared/register/group';
import type { Address } from '../../shared/register/fields';
import type { Student } from '../../shared/register/student';
import { aCourse, anEnrolment, aStudent, id } from '../db/records';
import { anOpenDesk, type DeskHere } from './desk-here';

/** A course that starts on Monday, Oct 5, 2026 under a policy that looks after registrations. */
async function aCohort(here: DeskHere, other: Partial<Course> = {}): Promise<Course> {
  return here.gives('course.save', {
    requestId: id(),
    course: aCourse({
      code: 'xPRO 1',
      title: 'Systems Thinking',
      policy: 'mit-xpro',
      category: 'course',
      meetings: [],
      meetingLine: '',
      starts: '2026-10-05',
      ends: '2026-11-13',
      ...other,
    }),
  });
}

async function people(here: DeskHere, count: number, address: Partial<Address> = {}): Promise<Student[]> {
  const made: Student[] = [];
  for (let n = 0; n < count; n += 1) {
    const student = aStudent({ number: id().slice(-12), lastName: `Ito ${n}` });
    made.push(
      await here.gives('student.save', {
        requestId: id(),
        student: { ...student, address: { ...student.address, ...address } },
      }),
    );
  }
  return made;
}

const aGroup = (course: Course, students: readonly Student[], other: Partial<Group> = {}): Group => ({
  id: id(),
  courseId: course.id,
  name: 'Acme Corp.',
  code: 'ACME-26',
  contact: { name: 'Pat Ito', email: 'pat@acme.example', phone: '' },
  participants: students.map((s) => s.id),
  note: '',
  ...other,
});

const save = (here: DeskHere, group: Group) => here.gives('group.save', { requestId: id(), group });
const refusal = async (here: DeskHere, group: Group) => here.problems('group.save', { requestId: id(), group });

describe('a group that registers for a course', () => {
  it('is eligible for the discount from ten participants on, and not with nine; each gets a place', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const students = await people(here, 10);
    const group = aGroup(course, students.slice(0, 9));
    expect((await save(here, group)).discount).toBe(false);
    const ten = await save(here, { ...group, participants: students.map((s) => s.id) });
    expect(ten.discount).toBe(true);
    expect(ten.participants.map((p) => p.student.id)).toEqual(students.map((s) => s.id));
    expect(ten.participants.map((p) => p.enrolment?.fee)).toEqual(students.map(() => course.fee));
    expect((await here.gives('course.get', { id: course.id })).roster).toHaveLength(10);
    const { groups, rules } = await here.gives('group.list', { courseId: course.id });
    expect(groups).toEqual([ten]);
    expect(rules?.groups?.discountFrom).toBe(10);
  });

  it('is undone with the places it brought, in one step', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    await save(here, aGroup(course, await people(here, 3)));
    const { undo } = await here.gives('action.last', {});
    expect(undo?.label).toBe('saving the group Acme Corp.');
    await here.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect((await here.gives('group.list', { courseId: course.id })).groups).toEqual([]);
    expect((await here.gives('course.get', { id: course.id })).roster).toEqual([]);
  });

  it('has participants, each once, none with another group of the course', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const [one, two] = (await people(here, 2)) as [Student, Student];
    expect(await refusal(here, aGroup(course, []))).toEqual({
      participants: 'A group has participants. Add at least one.',
    });
    await save(here, aGroup(course, [one]));
    expect((await refusal(here, aGroup(course, [one, two], { name: 'Other' })))['participants']).toBe(
      'Ito 0, María is registered for xPRO 1 with Acme Corp. already.',
    );
    expect(await refusal(here, aGroup(course, [one, one]))).toHaveProperty(['group.participants']);
  });

  it('belongs to a course whose policy looks after registrations', async () => {
    const here = await anOpenDesk();
    const { rules, groups } = await here.gives('group.list', { courseId: here.course.id });
    expect([rules, groups]).toEqual([null, []]);
    expect(
      await here.refuses('group.save', { requestId: id(), group: aGroup(here.course, [here.student]) }),
    ).toMatchObject({ kind: 'wrong-state', message: 'The policy of EXT 204-02 says nothing of registrations.' });
    const session = await aCohort(here, { code: 'DEDP', policy: 'mitx-online-dedp', category: 'course-session' });
    // A rule that no payment moves is not yet a registration to look after.
    expect((await here.gives('group.list', { courseId: session.id })).rules).toBeNull();
  });

  it('keeps its participants and its course: no substitution, no transfer, in the policy’s own words', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const next = await aCohort(here, { code: 'xPRO 2', starts: '2027-01-11', ends: '2027-02-26' });
    const [one, two, three] = (await people(here, 3)) as [Student, Student, Student];
    const group = aGroup(course, [one, two]);
    await save(here, group);
    expect((await refusal(here, { ...group, participants: [one.id, three.id] }))['participants']).toBe(
      'Nobody can attend in another’s place: requests for substitution are not accepted. (X6) Ito 1, María stays registered; whoever does not come drops the course.',
    );
    expect(await refusal(here, { ...group, participants: [one.id] })).toHaveProperty('participants');
    expect((await refusal(here, { ...group, courseId: next.id }))['courseId']).toBe(
      'Admission and payment in one cohort are not valid for a future cohort. (X6)',
    );
    expect((await save(here, { ...group, participants: [one.id, two.id, three.id] })).participants).toHaveLength(3);
    const place = await here.gives('enrolment.get', { studentId: one.id, courseId: course.id });
    if (place === null) throw new Error('the participant has no place');
    const moved = (other: Partial<typeof place>) =>
      here.problems('enrolment.save', { requestId: id(), enrolment: { ...place, ...other } });
    expect((await moved({ courseId: next.id }))['studentId']).toContain('not valid for a future cohort. (X6)');
    expect((await moved({ studentId: (await people(here, 1))[0]?.id ?? '' }))['studentId']).toContain(
      'substitution are not accepted. (X6)',
    );
  });
});

describe('where a participant lives', () => {
  const barred: readonly (readonly [string, Partial<Address>])[] = [
    ['Iran', { country: 'Islamic Republic of Iran' }],
    ['Iran', { country: 'irán' }],
    ['Iraq', { country: 'IQ' }],
    ['North Korea', { country: 'Korea, North' }],
    ['Cuba', { country: 'Cuba' }],
    ['Venezuela', { country: 'Rep. Bolivariana de Venezuela' }],
    ['Syria', { country: 'Syrian Arab Republic' }],
    ['Crimea', { country: 'Ukraine', state: 'Crimea' }],
    ['Crimea', { country: 'Ucrania', state: 'República de Crimea' }],
  ];

  it.each(barred)('%s: cannot be registered, with a group or alone, and the reason is said', async (place, address) => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const [free] = (await people(here, 1)) as [Student];
    const [student] = (await people(here, 1, { state: '', ...address })) as [Student];
    const said = `Ito 0, María lives in ${place}. Sanctions activated by the United States prevent this course from being offered to participants who currently reside there. (X5)`;
    expect((await refusal(here, aGroup(course, [free, student])))['participants']).toBe(said);
    const enrolment = anEnrolment(student, course, { payments: [] });
    expect((await here.problems('enrolment.save', { requestId: id(), enrolment }))['studentId']).toBe(said);
    expect((await here.gives('course.get', { id: course.id })).roster).toEqual([]);
    // Another policy asks for nothing.
    await here.gives('enrolment.save', { requestId: id(), enrolment: anEnrolment(student, here.course) });
  });

  it.each([
    { country: '' },
    { country: 'Ukraine', state: 'Kyiv' },
    { country: 'Republic of Korea' },
    { country: 'South Korea' },
    { country: 'Ireland' },
    { country: 'Colombia', city: 'Cuba' },
    { country: 'United States', state: 'IR' },
  ])('%j: nothing against it', async (address) => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const [view] = (await save(here, aGroup(course, await people(here, 1, address)))).participants;
    expect(view?.residence).toEqual({ kind: 'free' });
  });

  it('is not known without an address, and is looked at again in the list when it changes', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const nowhere = { line1: '', line2: '', city: '', state: '', postal: '', country: '' };
    const [student] = (await people(here, 1, nowhere)) as [Student];
    const group = aGroup(course, [student]);
    expect((await save(here, group)).participants[0]?.residence).toEqual({ kind: 'unknown' });
    await here.gives('student.save', {
      requestId: id(),
      student: { ...student, address: { ...nowhere, country: 'Syria' } },
    });
    const moved = await save(here, { ...group, note: 'moved' });
    expect(moved.participants[0]?.residence).toEqual({ kind: 'barred', place: 'Syria' });
    // What was paid for a place that is there stays recordable.
    const place = moved.participants[0]?.enrolment;
    if (place == null) throw new Error('no place');
    await here.gives('enrolment.save', { requestId: id(), enrolment: { ...place, fee: 50_000 } });
  });
});

describe('an invoice', () => {
  const issue = (here: DeskHere, group: Group, number: string, issuedOn: string) =>
    here.gives('invoice.issue', {
      requestId: id(),
      groupId: group.id,
      invoice: { id: id(), number, issuedOn, cents: 900_000 },
    });

  it('is due on the day of its issue and before the course starts; unpaid past it, it is listed', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const group = aGroup(course, await people(here, 1));
    await save(here, group);
    const [first] = (await issue(here, group, 'A-1', '2026-09-30')).invoices;
    expect(first).toMatchObject({ dueOn: '2026-09-30', state: 'due' });
    expect(await here.gives('group.overdue', {})).toEqual([]);
    here.setNow('2026-10-01T16:00:00.000Z');
    const [late] = await here.gives('group.overdue', {});
    expect(late?.invoices[0]).toMatchObject({ dueOn: '2026-09-30', state: 'overdue' });
    const paid = await here.gives('invoice.pay', {
      requestId: id(),
      groupId: group.id,
      invoiceId: first?.invoice.id ?? '',
      on: '2026-10-01',
    });
    expect(paid.invoices[0]).toMatchObject({ state: 'paid-late' });
    expect(await here.gives('group.overdue', {})).toEqual([]);
    // Issued on the day of the start or later, the day before the start had passed already.
    here.setNow('2026-10-06T16:00:00.000Z');
    for (const [number, issuedOn] of [
      ['A-2', '2026-10-04'],
      ['A-3', '2026-10-05'],
      ['A-4', '2026-10-06'],
    ] as const) {
      const { invoices } = await issue(here, group, number, issuedOn);
      expect(invoices.at(-1)).toMatchObject({ dueOn: '2026-10-04', state: 'overdue' });
    }
  });

  it('paid on its day is paid; a wrong number, a future day, a second payment are refused', async () => {
    const here = await anOpenDesk();
    const course = await aCohort(here);
    const group = aGroup(course, await people(here, 1));
    await save(here, group);
    const invoiceId = (await issue(here, group, 'A-1', '2026-09-30')).invoices[0]?.invoice.id ?? '';
    const again = { id: id(), number: 'A-1', issuedOn: '2026-09-30', cents: 100 };
    expect(await here.problems('invoice.issue', { requestId: id(), groupId: group.id, invoice: again })).toEqual({
      number: 'A-1 is an invoice to this group already. Check the number.',
    });
    const future = { ...again, number: 'A-2', issuedOn: '2026-10-01' };
    expect(
      await here.problems('invoice.issue', { requestId: id(), groupId: group.id, invoice: future }),
    ).toHaveProperty('issuedOn');
    const pay = (on: string) => ({ requestId: id(), groupId: group.id, invoiceId, on });
    expect(await here.problems('invoice.pay', pay('2026-10-01'))).toHaveProperty('on');
    expect((await here.problems('invoice.pay', pay('2026-09-29')))['on']).toContain('It cannot have been paid before.');
    expect((await here.gives('invoice.pay', pay('2026-09-30'))).invoices[0]).toMatchObject({ state: 'paid' });
    expect(await here.refuses('invoice.pay', pay('2026-09-30'))).toMatchObject({ kind: 'wrong-state' });
  });
});
