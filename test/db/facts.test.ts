import { describe, expect, test } from 'vitest';
import { factsSchema } from '../../shared/policy/facts';
import { courseOnlyFacts, factsOf, type FactSources } from '../../shared/register/facts';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, aTerm } from './records';

const student = aStudent();
const term = aTerm();
const course = aCourse({ termId: term.id, deposit: 5_000 });
const sources = (other: Partial<FactSources> = {}): FactSources => ({
  form: aForm(student, course),
  student,
  course,
  term,
  enrolment: anEnrolment(student, course),
  office: anOffice(),
  ...other,
});

const complete = (other: Partial<FactSources>) => {
  const facts = factsOf(sources(other));
  if (!facts.complete) throw new Error(JSON.stringify(facts.missing));
  return facts.facts;
};

describe('the facts of a case', () => {
  test('come from the form and the records it names, and fit the contract', () => {
    const facts = complete({});
    expect(factsSchema.parse(facts)).toEqual(facts);
    expect(facts).toEqual({
      policy: course.policy,
      course: {
        title: 'Project Management',
        category: 'extension',
        termBegins: '2026-08-24',
        termEnds: '2026-12-18',
        starts: null,
        ends: null,
        meetings: course.meetings,
        arranged: false,
        cancelledOn: null,
        refundableUntil: null,
        enrollmentDeadline: null,
      },
      fees: { assessed: 40_000, collected: 40_000, deposit: 0, paidOn: '2026-08-20' },
      notice: {
        kind: 'drop-form',
        channel: 'mail',
        written: null,
        postmarked: '2026-09-19',
        received: '2026-09-22',
        documents: [],
        identity: null,
      },
      student: { federalAid: false, track: null },
      decision: null,
      federal: null,
      asOf: null,
      office: { timeZone: 'America/Los_Angeles', hours: anOffice().hours, closures: ['2026-11-11'] },
      readings: {},
    });
  });

  test('have the receipt’s minute where it is known, and no postmark where nobody can read it', () => {
    const form = aForm(student, course, { receivedAt: '16:59', postmarkIllegible: true });
    expect(complete({ form }).notice).toMatchObject({ received: '2026-09-22T16:59', postmarked: null });
  });

  test('have meetings without times as such, and what was enclosed with its date where it has one', () => {
    const untimed = aCourse({ meetings: [{ date: '2026-09-14', from: null, to: null }] });
    const documents = [
      { kind: 'drop-form', received: null },
      { kind: 'receipt', received: '2026-09-25' },
    ];
    const facts = complete({
      course: untimed,
      enrolment: anEnrolment(student, untimed),
      form: aForm(student, untimed, { documents }),
    });
    expect(facts.course.meetings).toEqual([{ date: '2026-09-14' }]);
    expect(facts.notice?.documents).toEqual(['drop-form', { kind: 'receipt', received: '2026-09-25' }]);
    expect(factsSchema.parse(facts)).toEqual(facts);
  });

  test('have the petition as it stands: what is empty on it is not there', () => {
    const petition = {
      kind: 'late-drop' as const,
      received: '2026-10-01',
      reason: '',
      approvals: ['chair' as const],
      percent: null,
      authority: '',
    };
    const form = aForm(student, course, { petition });
    expect(complete({ form }).decision).toEqual({ ...petition, reason: null, authority: null });
  });

  test('count fees after waivers, and the last payment’s day; a deposit is never more than what was charged', () => {
    const enrolment = anEnrolment(student, course, {
      deposit: 40_000,
      waivers: [{ cents: 15_000, reason: 'Staff' }],
      payments: [
        { on: '2026-09-02', cents: 10_000, payer: { kind: 'student' }, method: '' },
        { on: '2026-08-30', cents: 5_000, payer: { kind: 'student' }, method: '' },
      ],
    });
    expect(complete({ enrolment }).fees).toEqual({
      assessed: 25_000,
      collected: 15_000,
      deposit: 25_000,
      paidOn: '2026-09-02',
    });
    expect(complete({ enrolment: { ...enrolment, payments: [] } }).fees).toMatchObject({ collected: 0, paidOn: null });
  });

  test('need no form where the class is cancelled', () => {
    const cancelled = aCourse({ cancelledOn: '2026-09-28' });
    const enrolment = anEnrolment(student, cancelled);
    expect(complete({ course: cancelled, enrolment, form: null })).toMatchObject({
      notice: null,
      course: { cancelledOn: '2026-09-28' },
    });
    const blank = aForm(student, cancelled, { channel: null, received: null, postmarked: null });
    expect(complete({ course: cancelled, enrolment, form: blank }).notice).toBeNull();
    expect(complete({ course: cancelled, enrolment }).notice).not.toBeNull();
  });
});

describe('what is still missing', () => {
  const fields = (other: Partial<FactSources>): string[] => {
    const facts = factsOf(sources(other));
    return facts.complete ? [] : facts.missing.map((p) => p.field);
  };

  test('is named field by field, in the order of the form', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ student: null })).toEqual(['studentId']);
    expect(fields({ course: null })).toEqual(['courseId']);
    expect(fields({ enrolment: null })).toEqual(['enrolment']);
    expect(fields({ form: aForm(student, course, { channel: null }) })).toEqual(['channel']);
    expect(
      fields({
        student: null,
        course: null,
        enrolment: null,
        form: aForm(null, null, { channel: null, received: null }),
      }),
    ).toEqual(['studentId', 'courseId', 'channel', 'received']);
  });

  test('is said with what to do, and names the student by the first name or else the last', () => {
    const said = (who: typeof student) => {
      const facts = factsOf(sources({ student: who, enrolment: null }));
      return facts.complete ? '' : facts.missing[0]?.message;
    };
    expect(said(student)).toBe(
      'María is not on the roster of EXT 204-02. Type the fee charged and paid, or check the course.',
    );
    expect(said({ ...student, firstName: '' })).toMatch(/^García-López is not/);
  });
});

test('a course alone has facts for its deadlines', () => {
  const facts = courseOnlyFacts(course, term, anOffice());
  expect(factsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    notice: null,
    fees: { assessed: 40_000, deposit: 5_000 },
    course: { termBegins: '2026-08-24' },
  });
});
