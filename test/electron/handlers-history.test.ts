import { describe, expect, test } from 'vitest';
import { noFilter } from '../../shared/contract/no-filter';
import { sayFailure } from '../../shared/errors';
import { aForm, anEnrolment, aStudent, id } from '../db/records';
import { anOpenDesk, enrolled, saving } from './desk-here';

describe('the register list', () => {
  async function aList() {
    const here = await anOpenDesk();
    const names = ['Zhang', 'Ábel', 'Müller', 'Okafor'];
    const received = ['2026-09-29', '2026-09-10', '2026-09-22', '2026-08-01'];
    for (const [i, lastName] of names.entries()) {
      here.setNow(`2026-09-${String(9 + i * 7).padStart(2, '0')}T16:00:00.000Z`);
      if ((received[i] ?? '') > `2026-09-${String(9 + i * 7).padStart(2, '0')}`)
        here.setNow('2026-09-30T16:00:00.000Z');
      const { student } = await enrolled(here, here.course, { student: { lastName, firstName: 'A', email: '' } });
      await here.gives(
        'case.save',
        saving(aForm(student, here.course, { received: received[i] ?? null, postmarked: null }), null),
      );
    }
    here.setNow('2026-09-30T16:00:00.000Z');
    const list = (
      filter: Partial<typeof noFilter>,
      sort: 'number' | 'student' | 'received' | 'refund' = 'number',
      descending = false,
    ) => here.gives('case.list', { filter: { ...noFilter, ...filter }, sort, descending, offset: 0, limit: 50 });
    const last = (numbers: readonly { readonly studentName: string }[]) =>
      numbers.map((r) => r.studentName.split(',')[0]);
    return { here, list, last };
  }

  test('is sorted by any column, accents where people look for them', async () => {
    const { list, last } = await aList();
    expect(last((await list({}, 'student')).rows)).toEqual(['Ábel', 'Müller', 'Okafor', 'Zhang']);
    expect(last((await list({}, 'received', true)).rows)).toEqual(['Zhang', 'Müller', 'Ábel', 'Okafor']);
    expect((await list({}, 'refund')).rows.map((r) => r.refund)).toEqual([0, 26_000, 39_000, 39_000]);
  });

  test('is narrowed by words, by the number without its zeros, by outcome and by days, and says count and sum of what is left', async () => {
    const { list, last } = await aList();
    const all = await list({});
    expect([all.total, all.refund]).toEqual([4, 104_000]);
    expect(last((await list({ text: 'abel' })).rows)).toEqual(['Ábel']);
    expect(last((await list({ text: '3' })).rows)).toContain('Müller');
    expect((await list({ text: '0003' })).rows.map((r) => r.number)).toEqual(['RD-2026-0003']);
    expect((await list({ text: 'rd-2026-0003' })).rows.map((r) => r.number)).toEqual(['RD-2026-0003']);
    expect((await list({ text: '204' })).total).toBe(4);
    const none = await list({ outcome: 'none' });
    expect([last(none.rows), none.refund]).toEqual([['Zhang'], 0]);
    expect(last((await list({ receivedFrom: '2026-09-10', receivedTo: '2026-09-22' })).rows)).toEqual([
      'Ábel',
      'Müller',
    ]);
    expect(last((await list({ overdueOn: '2026-10-10' })).rows)).toEqual(['Ábel', 'Okafor']);
    expect((await list({ state: 'held' })).total).toBe(0);
  });

  test('counts the entries of the last twelve weeks, the oldest first', async () => {
    const { list } = await aList();
    const { weeks } = await list({});
    expect(weeks).toHaveLength(12);
    expect(weeks.reduce((sum, n) => sum + n, 0)).toBe(4);
    expect(weeks.at(-1)).toBeGreaterThan(0);
  });
});

describe('a batch of mail', () => {
  test('is opened once, and shows what was keyed in it and the refunds that stand', async () => {
    const here = await anOpenDesk();
    const asked = { requestId: id(), label: 'Mail 9/22', channel: 'mail' as const, received: '2026-09-22' };
    const batch = await here.gives('batch.open', asked);
    expect(await here.gives('batch.open', asked)).toEqual(batch);
    const first = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course), { batchId: batch.id }),
    );
    const { student } = await enrolled(here, here.course);
    await here.gives('case.save', saving(aForm(student, here.course), null, { batchId: batch.id }));
    expect((await here.gives('batch.get', { id: batch.id })).refund).toBe(52_000);
    await here.gives('action.undo', {
      requestId: id(),
      actionId: (await here.gives('action.last', {})).undo?.actionId ?? '',
    });
    const { rows, refund } = await here.gives('batch.get', { id: batch.id });
    expect(refund).toBe(26_000);
    expect(rows.map((r) => [r.number, r.state])).toEqual([
      ['RD-2026-0002', 'undone'],
      ['RD-2026-0001', 'decided'],
    ]);
    expect(first.view.row.batchId).toBe(batch.id);
    expect(await here.gives('batch.recent', {})).toEqual([batch]);
    expect((await here.problems('batch.open', { ...asked, requestId: id(), received: '2026-10-01' })).received).toMatch(
      /future/,
    );
  });
});

describe('undo', () => {
  test('says what it undid, step by step back to the first, and redo brings it forward again', async () => {
    const here = await anOpenDesk();
    await here.gives('case.save', saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)));
    const undone: string[] = [];
    for (
      let last = await here.gives('action.last', {});
      last.undo !== null;
      last = await here.gives('action.last', {})
    ) {
      undone.push((await here.gives('action.undo', { requestId: id(), actionId: last.undo.actionId })).label);
    }
    expect(undone).toEqual([
      'saving RD-2026-0001 (García-López, María)',
      'saving the course EXT 204-02',
      'saving the student García-López, María',
    ]);
    expect(await here.gives('student.find', { text: '', limit: 5 })).toEqual([]);
    for (
      let last = await here.gives('action.last', {});
      last.redo !== null;
      last = await here.gives('action.last', {})
    ) {
      await here.gives('action.redo', { requestId: id(), actionId: last.redo.actionId });
    }
    const { cases } = await here.gives('search.all', { text: 'garc' });
    expect(cases.map((c) => [c.number, c.state, c.refund])).toEqual([['RD-2026-0001', 'decided', 26_000]]);
    expect((await here.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('of a place on a roster that a decided case stands on is refused', async () => {
    const here = await anOpenDesk();
    const requestId = id();
    await here.gives('enrolment.save', { requestId, enrolment: anEnrolment(here.student, here.course) });
    await here.gives('case.save', saving(aForm(here.student, here.course), null));
    const failure = await here.refuses('action.undo', { requestId: id(), actionId: requestId });
    expect(sayFailure(failure).what).toBe('The case RD-2026-0001 stands on it.');
    expect(await here.refuses('action.undo', { requestId: id(), actionId: id() })).toEqual({
      kind: 'not-found',
      what: 'That action',
    });
  });
});

describe('a draft', () => {
  test('is there after the app was ended without warning, and gone once it is thrown away', async () => {
    const here = await anOpenDesk();
    await here.gives('draft.save', { key: 'form', text: '{"student":"garc' });
    await here.gives('draft.save', { key: 'form', text: '{"student":"garcia"}' });
    expect(await here.gives('draft.get', { key: 'form' })).toEqual({
      text: '{"student":"garcia"}',
      at: '2026-09-30T16:00:00.000Z',
    });
    expect(await here.gives('draft.get', { key: 'other' })).toBeNull();
    await here.gives('draft.discard', { key: 'form' });
    expect(await here.gives('draft.get', { key: 'form' })).toBeNull();
  });
});

test('a search finds cases, students and courses; a case by its bare number stands first', async () => {
  const here = await anOpenDesk();
  for (let i = 0; i < 12; i += 1)
    await here.gives('case.save', saving(aForm(null, here.course, { note: `form ${i}` }), null, { mode: 'hold' }));
  await here.gives('student.save', { requestId: id(), student: aStudent({ number: '12-0001', lastName: 'Twelve' }) });
  const found = await here.gives('search.all', { text: '12' });
  expect(found.cases[0]?.number).toBe('RD-2026-0012');
  expect(found.students.map((s) => s.lastName)).toEqual(['Twelve']);
  expect((await here.gives('search.all', { text: 'proj' })).courses.map((c) => c.code)).toEqual(['EXT 204-02']);
  expect(await here.gives('search.all', { text: '' })).toEqual({ cases: [], students: [], courses: [] });
});
