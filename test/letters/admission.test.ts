import { describe, expect, it } from 'vitest';
import { admissionPage } from '../../shared/letters/admission';
import { labelOf } from '../../shared/letters/form';
import { sayDay } from '../../shared/letters/words';
import { shippedPacks } from '../../shared/policy/packs/index';
import { courseOnlyFacts } from '../../shared/register/facts';
import { aCourse, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { aDeskWithPaper } from './desk-with-paper';
import { wordsOf } from './samples';

const looking = shippedPacks.filter((p) => (p.pack.features?.registration?.admission ?? []).length > 0);

const aCohort = (policy: string, category: string) =>
  aCourse({
    policy,
    category,
    code: 'xPRO 1',
    title: 'Systems Thinking',
    meetings: [],
    meetingLine: '',
    starts: '2026-10-05',
    ends: '2026-11-13',
  });

describe.each(looking.map((p) => [p.id, p] as const))('the letter of admission under %s', (_, compiled) => {
  const { pack } = compiled;
  const course = aCohort(pack.id, pack.categories[0]?.id ?? '');
  const office = anOffice();
  const deadlines = compiled.deadlines(courseOnlyFacts(course, null, office));

  it.each(['en', 'es'] as const)('in %s names every date of the policy, with what it says of each', (language) => {
    const student = aStudent();
    const source = { language, madeOn: '2026-09-10', pack, office, student, course, group: 'Acme Corp.', deadlines };
    const { html, title } = admissionPage({ ...source, enrolment: anEnrolment(student, course) });
    const words = wordsOf(html);
    expect(deadlines.length).toBeGreaterThan(5);
    for (const deadline of deadlines) {
      expect(words).toContain(
        `${sayDay(deadline.through, language)}: ${labelOf(deadline, pack, language)} (${deadline.clause})`,
      );
    }
    for (const { says } of pack.features?.registration?.admission ?? []) expect(words).toContain(says[language]);
    for (const said of [title, 'Acme Corp.', 'MARÍA GARCÍA-LÓPEZ', sayDay('2026-10-05', language), office.phone])
      expect(words).toContain(said);
    expect(words).toContain(language === 'en' ? 'The fee of $400.00 is paid.' : 'La cuota de $400.00 está pagada.');
    expect(words).not.toMatch(/\.\.| ,|\( ?\)/);
    const owing = anEnrolment(student, course, { payments: [] });
    const unpaid = wordsOf(admissionPage({ ...source, group: null, enrolment: owing }).html);
    expect(unpaid).toContain(
      language === 'en' ? '$400.00 is still to be paid' : 'De la cuota de $400.00 quedan por pagar $400.00',
    );
    expect(unpaid).not.toContain('Acme');
  });
});

describe('the letter of admission at the desk', () => {
  it('has the dates of X1, X2, X7, X9 and X10, worked out from the calendar of the office', async () => {
    const here = await aDeskWithPaper();
    const course = await here.gives('course.save', { requestId: id(), course: aCohort('mit-xpro', 'course') });
    await here.gives('enrolment.save', { requestId: id(), enrolment: anEnrolment(here.student, course) });
    const paper = { kind: 'admission', courseId: course.id, studentId: here.student.id, language: null } as const;
    const preview = await here.gives('paper.preview', paper);
    expect(preview).toMatchObject({ type: 'admission', language: 'en', mailable: true, problems: [] });
    const words = wordsOf(here.shown.at(-1)?.html ?? '');
    for (const said of [
      'Monday, September 21, 2026: Tell us of special needs (X9)',
      'Monday, September 28, 2026: Login credentials are sent (X10)',
      'Monday, October 12, 2026: Register (X2)',
      'Wednesday, October 14, 2026: ',
      'Sunday, December 13, 2026: Use support, facilitators and forums (X7)',
      'Saturday, February 13, 2027: Use the course materials (X7)',
    ])
      expect(words).toContain(said);
    expect((await here.gives('paper.preview', { ...paper, language: 'es' })).problems).toEqual([
      'The words of this letter have not been reviewed by a person yet. Read it before it goes out.',
    ]);
    expect(await here.gives('paper.print', paper)).toEqual({ handedOver: true });
  });

  it('is refused without a place in the course, and under a policy that knows none', async () => {
    const here = await aDeskWithPaper();
    const course = await here.gives('course.save', { requestId: id(), course: aCohort('mit-xpro', 'course') });
    const paper = { kind: 'admission', courseId: course.id, studentId: here.student.id, language: null } as const;
    expect(await here.refuses('paper.preview', paper)).toMatchObject({
      message: 'García-López, María has no place in xPRO 1.',
    });
    await here.gives('enrolment.save', { requestId: id(), enrolment: anEnrolment(here.student, here.course) });
    expect(await here.refuses('paper.preview', { ...paper, courseId: here.course.id })).toMatchObject({
      message: 'The policy of EXT 204-02 knows no letter of admission.',
    });
  });
});
