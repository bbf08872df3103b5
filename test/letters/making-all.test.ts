import { describe, expect, it } from 'vitest';
import type { ManyPages } from '../../electron/desktop';
import { aForm, anEnrolment, aStudent, id, withoutAddress } from '../db/records';
import { saving } from '../electron/desk-here';
import { aDeskWithPaper, make } from './desk-with-paper';

/** A desk with so many decided cases, each of a student of its own; every tenth has no address, every third reads Spanish. */
async function aDeskWith(many: number) {
  const gate: { before: (pages: readonly ManyPages[]) => Promise<void> } = { before: () => Promise.resolve() };
  const here = await aDeskWithPaper();
  const paper = { ...here.desktop };
  Object.assign(here.desktop, {
    pdfs: async (pages: readonly ManyPages[]) => {
      await gate.before(pages);
      return paper.pdfs(pages);
    },
  });
  const cases: string[] = [];
  for (let n = 0; n < many; n += 1) {
    const own = aStudent({
      number: String(1000 + n),
      lastName: `Student ${n}`,
      language: n % 3 === 0 ? 'es' : 'en',
      ...(n % 10 === 9 ? withoutAddress : {}),
    });
    const student = await here.gives('student.save', { requestId: id(), student: own });
    const { view } = await here.gives(
      'case.save',
      saving(aForm(student, here.course), anEnrolment(student, here.course)),
    );
    cases.push(view.row.id);
  }
  const all = () => here.gives('letter.list', { text: '', state: null, sort: 'number', offset: 0, limit: 500 });
  return { ...here, gate, cases, all };
}

describe('making the letters of many cases', () => {
  it('makes one each, in the student’s language, with numbers without a gap; the same request again makes nothing', async () => {
    const here = await aDeskWith(30);
    const unknown = id();
    const input = { requestId: id(), caseIds: [...here.cases, unknown] };
    const [done, again] = await Promise.all([here.gives('letter.makeAll', input), here.gives('letter.makeAll', input)]);
    expect(again).toEqual(done);
    expect(done.refused).toEqual([
      { caseId: unknown, number: '', why: expect.stringContaining('That case') as string },
    ]);
    expect(done.made.map((row) => row.number)).toEqual(
      Array.from({ length: 30 }, (_, n) => `L-${String(n + 1).padStart(6, '0')}`),
    );
    expect(done.made.map((row) => row.caseId)).toEqual(here.cases);
    expect(done.made.filter((row) => row.state === 'needs-address')).toHaveLength(3);
    expect(done.made.filter((row) => row.language === 'es')).toHaveLength(10);
    for (const row of done.made) expect(row.pdfHash === null).toBe(row.state === 'needs-address');
    expect(await here.gives('letter.makeAll', input)).toMatchObject({ made: done.made });
    expect(await here.gives('letter.makeAll', { ...input, requestId: id() })).toMatchObject({ made: done.made });
    expect((await here.all()).total).toBe(30);
    expect(here.told.filter(({ name }) => name === 'progress').at(-1)?.data).toEqual({
      task: 'letters',
      done: 31,
      total: 31,
    });
  });

  it('stops between chunks, keeps what is made, and goes on with the rest when it is asked again', async () => {
    const here = await aDeskWith(45);
    let chunks = 0;
    here.gate.before = async () => {
      chunks += 1;
      if (chunks !== 2) return;
      while ((await here.all()).total === 0) await new Promise((resolve) => setImmediate(resolve));
      await here.gives('letter.stop', {});
    };
    const input = { requestId: id(), caseIds: here.cases };
    const first = await here.gives('letter.makeAll', input);
    const made = first.made.length;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(45);
    expect((await here.all()).total).toBe(made);
    const rest = await here.gives('letter.makeAll', input);
    expect(new Set(rest.made.map((row) => row.caseId))).toEqual(new Set(here.cases));
    expect((await here.all()).rows.map((row) => row.number).sort()).toEqual(
      Array.from({ length: 45 }, (_, n) => `L-${String(n + 1).padStart(6, '0')}`),
    );
  });

  it('plans a letter again whose number was taken or whose student moved meanwhile', async () => {
    const here = await aDeskWith(12);
    const [first = '', second = ''] = here.cases;
    let once = true;
    here.gate.before = async () => {
      if (!once) return;
      once = false;
      await make(here, second);
      const { row } = await here.gives('case.get', { id: first });
      const student = await here.gives('student.get', { id: row.studentId ?? '' });
      const address = { ...student.student.address, line1: '99 New Street' };
      await here.gives('student.save', { requestId: id(), student: { ...student.student, address } });
    };
    const done = await here.gives('letter.makeAll', { requestId: id(), caseIds: here.cases });
    expect(done.made).toHaveLength(12);
    expect((await here.all()).rows.map((row) => row.number).sort()).toEqual(
      Array.from({ length: 12 }, (_, n) => `L-${String(n + 1).padStart(6, '0')}`),
    );
    const letter = done.made.find((row) => row.caseId === first);
    await here.gives('letter.open', { id: letter?.id ?? '' });
    expect(here.shown.at(-1)?.html).toContain('99 NEW STREET');
  });

  it('keeps nothing of what could not be printed, and says so', async () => {
    const here = await aDeskWith(10);
    here.answers.pdf = new Error('no space left on device');
    expect(await here.refuses('letter.makeAll', { requestId: id(), caseIds: here.cases })).toEqual({
      kind: 'printing',
      detail: 'no space left on device',
    });
    expect((await here.all()).total).toBe(0);
    here.answers.pdf = null;
    expect((await here.gives('letter.makeAll', { requestId: id(), caseIds: here.cases })).made).toHaveLength(10);
  });
});
