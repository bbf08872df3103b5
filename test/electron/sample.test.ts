import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSample } from '../../electron/sample-register';
import { noFilter } from '../../shared/contract/no-filter';
import { shippedPacks } from '../../shared/policy/packs/index';
import { isMailable } from '../../shared/register/fields';
import { aDesk } from './desk-here';

/** The sample as it is made on a day, without letters: those need a window. */
async function sampleOn(moment: string, forms = 60) {
  const here = aDesk();
  here.setNow(moment);
  const folder = path.join(here.folder, 'sample');
  const made = await makeSample(here.desktop, folder, (_reference, _call, error) => here.bugs.push(error), {
    forms,
    letters: 0,
  });
  expect(here.bugs).toEqual([]);
  expect(made).toEqual({ ok: true, value: null });
  here.choose(folder);
  const status = await here.gives('register.openOther', {});
  const list = await here.gives('case.list', {
    filter: noFilter,
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 500,
  });
  return { here, status, list };
}

/** What a case says, without the identifiers that are new in every register. */
function told(row: Awaited<ReturnType<typeof sampleOn>>['list']['rows'][number]): unknown {
  const { id: _id, batchId: _batch, studentId: _student, courseId: _course, ...rest } = row;
  return rest;
}

const outcomes = ['refund', 'none', 'refer', 'incomplete', 'not-official', 'petition-required', 'refused'];

// Its people sign in for real, at the full cost of a passphrase each.
describe('the sample office', { timeout: 60_000 }, () => {
  // A Monday, a Sunday, the turn of a year, a leap day: the sample is in the middle of a term on all of them.
  test.each(['2026-09-28T16:00:00Z', '2026-11-22T20:00:00Z', '2027-01-01T18:00:00Z', '2028-02-29T15:00:00Z'])(
    'has a form at every stage when it is made at %s',
    async (moment) => {
      const { here, list } = await sampleOn(moment);
      expect(new Set(list.rows.map((row) => row.outcome).filter((outcome) => outcome !== null))).toEqual(
        new Set(outcomes),
      );
      expect(new Set(list.rows.map((row) => row.state))).toEqual(new Set(['held', 'decided', 'undone']));
      expect(list.rows.map((row) => row.label)).toEqual(expect.arrayContaining(['65%', 'Full less $10']));
      expect(list.rows.length).toBeGreaterThanOrEqual(60);
      const approvals = await here.gives('approval.list', { offset: 0, limit: 50 });
      expect(approvals.total).toBeGreaterThan(0);
      expect(approvals.total).toBeLessThan(20);
      // A batch came back paid but for two, another lies unpaid, and more waits.
      const batches = await here.gives('transmittal.list', { offset: 0, limit: 10 });
      expect(batches.rows.map((b) => [b.paidCases > 0, b.cases - b.paidCases])).toEqual([
        [false, batches.rows[0]?.cases],
        [true, 2],
      ]);
      const { counts } = await here.gives('refund.list', {
        state: 'to-hand-over',
        text: '',
        sort: 'promised',
        offset: 0,
        limit: 1,
      });
      for (const state of ['to-hand-over', 'handed-over', 'paid', 'overdue'] as const)
        expect(counts[state]?.cases, state).toBeGreaterThan(0);
      const today = here.desktop.local('America/Los_Angeles').day;
      for (const row of list.rows) {
        expect((row.received ?? '').slice(0, 10) < today, row.number).toBe(true);
        expect(row.enteredAt < moment, row.number).toBe(true);
      }
    },
  );

  test('is the same one when it is made twice on a day', async () => {
    const [one, other] = [await sampleOn('2026-09-30T16:00:00Z'), await sampleOn('2026-09-30T16:00:00Z')];
    expect(other.list.rows.map(told)).toEqual(one.list.rows.map(told));
    expect(other.status.entries).toBe(one.status.entries);
  });

  test('has a course of every category of its policy, and every kind of student', async () => {
    const { here } = await sampleOn('2026-09-30T16:00:00Z');
    const courses = await here.gives('course.list', { text: '', termId: null, offset: 0, limit: 500 });
    const { office, terms } = await here.gives('office.get', {});
    const pack = shippedPacks.find(({ pack: one }) => one.id === office.policy);
    expect(new Set(courses.rows.map(({ course }) => course.category))).toEqual(
      new Set(pack?.pack.categories.map((category) => category.id)),
    );
    expect(courses.rows.some(({ course }) => course.arranged)).toBe(true);
    expect(courses.rows.some(({ course }) => course.deposit > 0)).toBe(true);
    expect(courses.rows.map(({ course }) => course.meetings.length)).toEqual(expect.arrayContaining([0, 4, 5]));
    expect(courses.rows.some(({ course }) => course.cancelledOn !== null)).toBe(true);
    expect(terms.some((term) => term.begins <= '2026-09-30' && term.ends >= '2026-09-30')).toBe(true);

    const namesakes = await here.gives('student.find', { text: 'Garcia-Lopez', limit: 10 });
    expect(namesakes.map(({ student }) => student.firstName)).toEqual(['Maria', 'Maria']);
    const all = await here.gives('student.find', { text: '', limit: 50 });
    expect(all.some(({ student }) => student.language === 'es')).toBe(true);
    const [none] = (await here.gives('student.find', { text: '10204228', limit: 1 })).map(({ student }) => student);
    expect(none !== undefined && !isMailable(none.address)).toBe(true);
  });

  test('holds together: the chain, and the tables beside it', async () => {
    const { here, status } = await sampleOn('2026-09-30T16:00:00Z');
    expect(await here.gives('register.verify', {})).toMatchObject({
      entries: status.entries,
      firstBroken: null,
      rowsDiffering: 0,
    });
  });

  test('grows to as many forms as are asked for', async () => {
    const { list } = await sampleOn('2026-09-30T16:00:00Z', 450);
    expect(list.total).toBeGreaterThanOrEqual(450);
  });
});
