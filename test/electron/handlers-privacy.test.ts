import { describe, expect, test } from 'vitest';
import type { Page } from '../../electron/desktop';
import type { StudentFile } from '../../shared/sheets/student-file';
import { id } from '../db/records';
import { aKeyedCase, anOfficeInTurns } from './privacy-here';

const asked = {
  on: '2026-09-29',
  to: 'R. Ortiz, her mother',
  purpose: 'Wants to know whether she dropped',
  what: 'Nothing',
  how: 'spoken',
  refused: true,
  note: 'By phone.',
} as const;

describe('the disclosure log', () => {
  test('holds what the office was asked for, also what it refused, the newest day first', async () => {
    const here = await anOfficeInTurns();
    const { student } = await aKeyedCase(here);
    const studentId = student.id;
    expect(await here.as('kim').gives('disclosure.list', { studentId })).toEqual([]);
    const requestId = id();
    const made = await here.as('kim').gives('disclosure.record', { requestId, studentId, disclosure: asked });
    expect(made).toEqual({ ...asked, person: 'kim', at: '2026-09-30T16:00:00.000Z' });
    expect(await here.as('kim').gives('disclosure.record', { requestId, studentId, disclosure: asked })).toEqual(made);
    const later = { ...asked, on: '2026-09-30', refused: false, to: 'The state auditor', what: 'The form' } as const;
    await here.as('pat').gives('disclosure.record', { requestId: id(), studentId, disclosure: later });
    const log = await here.as('aud').gives('disclosure.list', { studentId });
    expect(log.map((d) => [d.to, d.refused, d.person])).toEqual([
      ['The state auditor', false, 'pat'],
      ['R. Ortiz, her mother', true, 'kim'],
    ]);
  });

  test('refuses a day that is not there yet, what is missing, and a student who is not there', async () => {
    const here = await anOfficeInTurns();
    const { student } = await aKeyedCase(here);
    const record = (studentId: string, other: object) => ({
      requestId: id(),
      studentId,
      disclosure: { ...asked, ...other },
    });
    expect(await here.as('kim').problems('disclosure.record', record(student.id, { on: '2026-10-01' }))).toEqual({
      on: 'This day is in the future. Type the day on which it was asked.',
    });
    expect(await here.problems('disclosure.record', record(student.id, { to: ' ', purpose: '' }))).toMatchObject({
      'disclosure.to': 'To whom is missing. Type it here.',
      'disclosure.purpose': 'For what is missing. Type it here.',
    });
    expect(await here.refuses('disclosure.record', record(id(), {}))).toMatchObject({ kind: 'not-found' });
    expect(await here.as('aud').refuses('disclosure.record', record(student.id, {}))).toMatchObject({
      kind: 'not-allowed',
    });
  });

  test('is never undone', async () => {
    const here = await anOfficeInTurns();
    const { student } = await aKeyedCase(here);
    const requestId = id();
    await here.as('kim').gives('disclosure.record', { requestId, studentId: student.id, disclosure: asked });
    expect((await here.as('kim').call('action.undo', { requestId: id(), actionId: requestId })).ok).toBe(false);
    expect(await here.as('kim').gives('disclosure.list', { studentId: student.id })).toHaveLength(1);
  });
});

/** An office whose printed pages and saved files are kept; `will` says whether the person goes through with it. */
async function anOfficeWithPaper() {
  const printed: Page[] = [];
  const saved: { readonly name: string; readonly text: string }[] = [];
  const will = { go: true };
  const here = await anOfficeInTurns({
    print: (pages) => {
      if (will.go) printed.push(...pages);
      return Promise.resolve(will.go);
    },
    pdf: ({ html }) => Promise.resolve(new TextEncoder().encode(html)),
    saveAs: (name, bytes) => {
      if (!will.go) return Promise.resolve(null);
      saved.push({ name, text: new TextDecoder().decode(bytes) });
      return Promise.resolve(`/elsewhere/${name}`);
    },
  });
  return { here, printed, saved, will };
}

describe('a student’s whole file', () => {
  const to = 'The student';
  const purpose = 'Asked for all of it';

  test('is printed, saved as a PDF or as data, each in the log with whom and what for', async () => {
    const { here, printed, saved } = await anOfficeWithPaper();
    const { student, caseId, number, course } = await aKeyedCase(here, {
      student: { note: '=HYPERLINK("http://x") <b>bold</b>' },
    });
    await here.as('kim').gives('letter.make', { requestId: id(), caseId, language: null });
    const give = (how: 'print' | 'pdf' | 'data') =>
      here.as('pat').gives('privacy.file', { requestId: id(), studentId: student.id, how, to, purpose });
    expect(await give('print')).toEqual({ path: null, handedOver: true });
    const html = printed[0]?.html ?? '';
    for (const words of [
      student.number,
      'García-López, María',
      course.code,
      number,
      'L-000001',
      'Register entry',
      'Disclosure log',
      'Asked for all of it',
      '&lt;b&gt;bold&lt;/b&gt;',
      '× 65%',
    ])
      expect(html).toContain(words);
    expect(html.match(/<footer/g)?.length).toBe(html.match(/Register entry \d/g)?.length);

    expect(await give('pdf')).toEqual({ path: '/elsewhere/Student file 2026-09-30.pdf', handedOver: true });
    expect(await give('data')).toMatchObject({ path: '/elsewhere/Student file 2026-09-30.json' });
    const file = JSON.parse(saved[1]?.text ?? '') as StudentFile;
    expect(file).toMatchObject({
      format: 'refund-desk-student-file',
      student: { number: student.number },
      enrolments: [{ course: { code: course.code } }],
      cases: [{ number, letters: [{ number: 'L-000001' }] }],
    });
    expect(file.cases[0]?.determinations[0]?.sentences.length).toBeGreaterThan(3);
    expect(file.register?.mac).toMatch(/^[0-9a-f]{64}$/);
    expect(file.history.map((e) => e.what)).toContain('Refund determined');
    const log = await here.as('pat').gives('disclosure.list', { studentId: student.id });
    expect(log.map((d) => [d.how, d.to, d.purpose, d.what, d.refused])).toEqual([
      ['export', to, purpose, 'The whole file', false],
      ['export', to, purpose, 'The whole file', false],
      ['print', to, purpose, 'The whole file', false],
    ]);
    expect(file.disclosures).toHaveLength(3);
  });

  test('that was not given out in the end is not in the log; pressed twice it is given once', async () => {
    const { here, printed, will } = await anOfficeWithPaper();
    const { student } = await aKeyedCase(here);
    const asks = { requestId: id(), studentId: student.id, how: 'print', to, purpose } as const;
    will.go = false;
    for (const how of ['print', 'pdf', 'data'] as const)
      expect(await here.as('pat').refuses('privacy.file', { ...asks, how })).toEqual({ kind: 'cancelled' });
    expect(await here.gives('disclosure.list', { studentId: student.id })).toEqual([]);
    will.go = true;
    await here.gives('privacy.file', asks);
    await here.gives('privacy.file', asks);
    expect(printed).toHaveLength(1);
    expect(await here.gives('disclosure.list', { studentId: student.id })).toHaveLength(1);
  });

  test('is a supervisor’s to give, asks to whom and for what, and says nothing of another student', async () => {
    const { here, saved } = await anOfficeWithPaper();
    const one = await aKeyedCase(here, { student: { lastName: 'Firsthand' } });
    const other = await aKeyedCase(here, { student: { lastName: 'Bystander' } });
    // The form was keyed for another student at first, who has a letter of it.
    await here.as('kim').gives('letter.make', { requestId: id(), caseId: one.caseId, language: null });
    await here.as('kim').gives('enrolment.save', {
      requestId: id(),
      enrolment: { ...one.enrolment, id: id(), studentId: other.student.id },
    });
    await here.as('kim').gives('case.save', {
      requestId: id(),
      caseId: one.caseId,
      mode: 'decide',
      form: { ...one.view.form, studentId: other.student.id },
      batchId: null,
      enrolment: null,
      why: 'The number was misread.',
      secondForm: true,
    });
    const asks = { requestId: id(), studentId: other.student.id, how: 'data', to, purpose } as const;
    expect(await here.as('kim').refuses('privacy.file', asks)).toMatchObject({ kind: 'not-allowed' });
    expect(await here.as('pat').problems('privacy.file', { ...asks, to: '', purpose: '' })).toEqual({
      to: 'To whom is missing. Type it here.',
      purpose: 'For what is missing. Type it here.',
    });
    await here.gives('privacy.file', asks);
    expect(saved[0]?.text).toContain(one.number);
    expect(saved[0]?.text).not.toContain('Firsthand');
    expect(saved[0]?.text).not.toContain(one.student.id);
  });

  test('breaks over as many sheets as it needs, and no words are lost', async () => {
    const { here, printed } = await anOfficeWithPaper();
    const { student } = await aKeyedCase(here, {
      student: { note: Array.from({ length: 650 }, (_, i) => `w${i}`).join(' ') },
      form: { note: 'x'.repeat(3_900) },
    });
    await here.as('pat').gives('privacy.file', { requestId: id(), studentId: student.id, how: 'print', to, purpose });
    const html = printed[0]?.html ?? '';
    const sheets = html.split('<div class="sheet').length - 1;
    expect(sheets).toBeGreaterThan(3);
    expect(html).toContain(`Page ${sheets} of ${sheets}`);
    for (const i of [0, 100, 320, 649]) expect(html).toMatch(new RegExp(`\\bw${i}\\b`));
    expect(html.match(/x/g)?.length ?? 0).toBeGreaterThanOrEqual(3_900);
  });
});

describe('a record made confidential', () => {
  test('is so by whom and why, once; a clerk cannot make it so', async () => {
    const here = await anOfficeInTurns();
    const { student } = await aKeyedCase(here);
    const flag = (confidential: boolean, why = 'A court order') => ({
      requestId: id(),
      studentId: student.id,
      confidential,
      why,
    });
    expect(await here.as('kim').refuses('privacy.flag', flag(true))).toMatchObject({ kind: 'not-allowed' });
    expect(await here.as('pat').problems('privacy.flag', flag(true, ' '))).toEqual({
      why: 'The reason is missing. Type it here.',
    });
    expect(await here.refuses('privacy.flag', flag(false))).toMatchObject({ kind: 'wrong-state' });
    await here.gives('privacy.flag', flag(true));
    expect(await here.refuses('privacy.flag', flag(true))).toMatchObject({ kind: 'wrong-state' });
    expect((await here.gives('student.get', { id: student.id })).flag).toEqual({
      why: 'A court order',
      person: 'pat',
      at: '2026-09-30T16:00:00.000Z',
    });
    await here.gives('privacy.flag', flag(false, 'Lifted'));
    expect((await here.gives('student.get', { id: student.id })).flag).toBeNull();
    expect(await here.as('ada').gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });
});
