import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../shared/policy/explain';
import { shippedPacks } from '../../shared/policy/packs/index';
import { confirmationOf, type Unenrolling } from '../../shared/policy/unenrollment';
import { sameTitled, sessionStatus } from '../../shared/register/session';
import { dayLater, determined, meetingsFrom } from './decide';

// What the policy of course sessions says beside its refunds: M1 and M2 (a session by its status and dates), M3 (the confirmation), M6 to M9.

const pack = shippedPacks.find((p) => p.id === 'mitx-online-dedp')?.pack;
const features = pack?.features;
const unenrollment = features?.unenrollment;
const statuses = features?.sessions?.statuses;
if (pack === undefined || unenrollment === undefined || statuses === undefined)
  throw new Error('the policy of course sessions declares no unenrollment');

const session = { starts: '2026-09-08', ends: '2026-12-15', meetings: [] };

describe('M1: a session’s status by the day', () => {
  test.each([
    ['2026-09-07', 'Starts'],
    ['2026-09-08', 'Active'],
    ['2026-12-15', 'Active'],
    ['2026-12-16', 'Ended'],
  ])('on %s it says %s', (today, said) => {
    const status = sessionStatus(session, today);
    expect(status && statuses[status].en).toBe(said);
  });
  test('by its meetings where it has no days of its own', () => {
    const meetings = meetingsFrom('2026-09-08', 3, null).map(({ date }) => ({ date, from: null, to: null }));
    const met = { starts: null, ends: null, meetings };
    const days = ['2026-09-07', '2026-09-08', '2026-09-22', '2026-09-23'];
    expect(days.map((day) => sessionStatus(met, day))).toEqual(['starts', 'active', 'active', 'ended']);
  });
  test('nothing is said that the days on record do not say', () => {
    const open = { ...session, ends: null };
    expect(sessionStatus(open, '2026-09-07')).toBe('starts');
    expect(sessionStatus(open, '2026-09-08')).toBeNull();
    const unbegun = { ...session, starts: null };
    expect(sessionStatus(unbegun, '2026-12-15')).toBeNull();
    expect(sessionStatus(unbegun, '2026-12-16')).toBe('ended');
    expect(sessionStatus({ starts: null, ends: null, meetings: [] }, '2026-09-08')).toBeNull();
  });
  test('an unenrollment is recordable at every one of these moments', () => {
    for (const received of ['2026-09-07', '2026-09-15', '2026-09-16', '2026-12-15', '2027-03-01'])
      for (const track of ['audit', 'verified'])
        expect([
          track,
          determined({
            policy: pack.id,
            course: { category: 'course-session', ...session, enrollmentDeadline: '2026-09-15' },
            fees: { assessed: 1000, collected: 1000, paidOn: '2026-09-01' },
            notice: {
              kind: 'portal',
              channel: 'portal',
              received,
              identity: { fullName: true, email: true, courseTitle: true, courseStart: true },
            },
            student: { track },
            readings: { 'refund-window': { days: 14, capDaysAfterPayment: 170 } },
          }).outcome,
        ]).toEqual([track, track === 'verified' && received < '2026-09-23' ? 'refund' : 'none']);
  });
});

describe('M2: sessions of one name', () => {
  const own = (id: string, title: string, starts: string, policy = pack.id) => ({
    id,
    policy,
    title,
    starts,
    ends: null,
    meetings: [],
  });
  const fall = own('fall', 'Microeconomics', '2026-09-08');
  const others = [
    own('summer', 'Microeconomics', '2026-05-26'),
    own('spring', ' microeconomics ', '2026-02-03'),
    own('data', 'Data Analysis for Social Scientists', '2026-09-08'),
    own('elsewhere', 'Microeconomics', '2026-09-08', 'mit-xpro'),
  ];
  test('the others of its name are found, the earliest first, and nothing else', () => {
    expect(sameTitled(fall, [fall, ...others]).map((c) => c.id)).toEqual(['spring', 'summer']);
    expect(sameTitled(others[2]!, [fall, ...others])).toEqual([]);
  });
});

describe('M3: the confirmation says exactly the source’s words', () => {
  const said = (own: Unenrolling, asOf: string, language: 'en' | 'es' = 'en') =>
    confirmationOf(unenrollment, own, asOf, language);
  const texts = (own: Unenrolling, asOf: string, language: 'en' | 'es' = 'en'): readonly string[] =>
    said(own, asOf, language).sentences.map((s) => s.text);
  const until = "You won't be able to re-enroll after Tuesday, September 15, 2026";
  const never = "You won't be able to re-enroll";
  const certificate = 'You are enrolled in the certificate track for this course';

  test.each([
    ['audit', '2026-09-14', [until]],
    ['audit', '2026-09-15', [until]],
    ['audit', '2026-09-15T23:59', [until]],
    ['audit', '2026-09-16', [never]],
    ['audit', '2026-09-16T00:00', [never]],
    ['verified', '2026-09-15', [until, certificate]],
    ['verified', '2026-09-16', [never, certificate]],
  ] as const)('%s on %s', (track, asOf, sentences) => {
    expect(texts({ track, enrollmentDeadline: '2026-09-15' }, asOf)).toEqual(sentences);
  });
  test('in Spanish', () => {
    const own = { track: 'verified', enrollmentDeadline: '2026-09-15' } as const;
    expect(texts(own, '2026-09-15', 'es')).toEqual([
      'No podrá volver a inscribirse después del martes, 15 de septiembre de 2026',
      'Está inscrito en la modalidad con certificado de este curso',
    ]);
    expect(texts(own, '2026-09-16', 'es')[0]).toBe('No podrá volver a inscribirse');
  });
  test('what is not known is named and never guessed', () => {
    expect(said({ track: 'verified', enrollmentDeadline: null }, '2026-09-15')).toEqual({
      sentences: [{ clause: 'M3', text: certificate }],
      missing: ['enrollmentDeadline'],
    });
    expect(said({ track: null, enrollmentDeadline: '2026-09-15' }, '2026-09-15')).toEqual({
      sentences: [{ clause: 'M3', text: until }],
      missing: ['track'],
    });
    expect(said({ track: null, enrollmentDeadline: null }, '2026-09-15').missing).toEqual([
      'track',
      'enrollmentDeadline',
    ]);
  });
  test('on every day one of the two warnings, and the certificate track’s note to those who are in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('audit', 'verified'),
        fc.integer({ min: -400, max: 400 }),
        fc.constantFrom('en', 'es'),
        (track, days, language) => {
          const asOf = dayLater('2026-09-15', days);
          const { sentences, missing } = said({ track, enrollmentDeadline: '2026-09-15' }, asOf, language);
          expect(sentences.length).toBe(track === 'verified' ? 2 : 1);
          expect(missing).toEqual([]);
          expect(sentences[0]?.text.includes('2026')).toBe(days <= 0);
          for (const { text } of sentences) expect(text).not.toMatch(/[{}]/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('on the worksheet, by the day on which it is asked', () => {
  const facts = (more: object) => ({
    policy: pack.id,
    course: { category: 'course-session', ...session, enrollmentDeadline: '2026-09-15' },
    fees: { assessed: 1000, collected: 1000, paidOn: '2026-09-01' },
    notice: {
      kind: 'email',
      channel: 'email',
      received: '2026-09-14',
      identity: { fullName: true, email: true, courseTitle: true, courseStart: true },
    },
    student: { track: 'verified' },
    readings: { 'refund-window': { days: 14, capDaysAfterPayment: 170 } },
    ...more,
  });
  const ofToday = (more: object, language: 'en' | 'es' = 'en'): readonly string[] =>
    explain(determined(facts(more)), pack, language)
      .filter((l) => ['M2', 'M3'].includes(l.clause))
      .map((l) => `${l.clause} ${l.text}`);

  test('the status, and what a learner who unenrolled that day would be told', () => {
    expect(ofToday({ asOf: '2026-09-15T16:00' })).toEqual([
      'M2 On Tue, Sep 15, 2026 the session’s status is “Active”.',
      `M3 Whoever unenrolls on Tue, Sep 15, 2026 is told: “You won't be able to re-enroll after Tuesday, September 15, 2026”.`,
      'M3 Whoever unenrolls on Tue, Sep 15, 2026 is told: “You are enrolled in the certificate track for this course”.',
    ]);
    expect(ofToday({ asOf: '2026-12-16', student: { track: 'audit' } }, 'es')).toEqual([
      'M2 El mié, 16 dic 2026 el estado de la sesión es «Terminada».',
      'M3 A quien cancela su inscripción el mié, 16 dic 2026 se le avisa: «No podrá volver a inscribirse».',
    ]);
  });
  test('a deadline that is not on record is said to be missing', () => {
    const course = { category: 'course-session', ...session };
    expect(ofToday({ asOf: '2026-09-15', course, student: { track: 'audit' } })[1]).toMatch(/^M3 .* not on record/);
  });
  test('nothing of it without a day, and nothing where no refund was decided', () => {
    expect(ofToday({})).toEqual([]);
    expect(ofToday({ asOf: '2026-09-15', student: {} })).toEqual([]);
    expect(ofToday({ asOf: '2026-09-15', decision: { kind: 'reinstatement' } })).toEqual([]);
  });
  test('the day on which it is asked changes no answer', () => {
    const { steps: asked, ...there } = determined(facts({ asOf: '2026-12-31' }));
    const { steps, ...here } = determined(facts({}));
    expect(there).toEqual(here);
    expect(asked.slice(0, steps.length)).toEqual(steps);
  });
});

describe('what else is declared, each on its clause', () => {
  test('M1 what an audit learner is told, M6 the choice to stay, M8 the consequences, M9 whom to turn to', () => {
    expect([unenrollment.auditOnly?.clause, unenrollment.mayStayOnAudit?.clause]).toEqual(['M1', 'M6']);
    expect(unenrollment.auditOnly?.says.en).toMatch(/costs nothing/);
    expect([...new Set(unenrollment.consequences.map((c) => c.clause))]).toEqual(['M8']);
    // Access lost at once, perhaps no re-enrolment, coursework and scores, payments.
    expect(unenrollment.consequences.length).toBe(4);
    expect(unenrollment.reinstatement?.clause).toBe('M9');
  });
  test('M7 the three options of a student who is refused, M8 no payment moved to another session', () => {
    expect(features?.afterRefusal?.map((o) => o.clause)).toEqual(['M7', 'M7', 'M7']);
    expect(features?.registration?.noTransfer?.clause).toBe('M8');
  });
});
