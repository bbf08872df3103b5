import { describe, expect, test } from 'vitest';
import { noFilter } from '../../shared/contract/no-filter';
import { sayFailure } from '../../shared/errors';
import { aForm, anEnrolment, id } from '../db/records';
import { anOpenDesk, enrolled, saving } from './desk-here';

/**
 * A class of six on the day it is cancelled, Sep 28: one dropped before (65 %), one on the very day, one who only spoke to the instructor,
 * one whose form is held, one who paid half, one who sent nothing.
 */
async function aClass() {
  const here = await anOpenDesk();
  const { course } = here;
  const before = await enrolled(here, course, { student: { lastName: 'Abbot' } });
  const sameDay = await enrolled(here, course, { student: { lastName: 'Baker' } });
  const spoke = await enrolled(here, course, { student: { lastName: 'Chan' } });
  const held = await enrolled(here, course, { student: { lastName: 'Diaz' } });
  const half = await enrolled(here, course, {
    student: { lastName: 'Evans' },
    enrolment: {
      deposit: 5_000,
      payments: [{ on: '2026-08-20', cents: 20_000, payer: { kind: 'student' }, method: 'card' }],
    },
  });
  const nothing = await enrolled(here, course, { student: { lastName: 'Ford' } });
  const save = async (who: typeof before, form: Parameters<typeof aForm>[2], mode: 'decide' | 'hold' = 'decide') =>
    (await here.gives('case.save', saving(aForm(who.student, course, form), null, { mode }))).view.row;
  const rows = {
    before: await save(before, {}),
    sameDay: await save(sameDay, { received: '2026-09-28', receivedAt: '09:00', channel: 'counter', postmarked: null }),
    spoke: await save(spoke, { kind: 'instructor-notice', channel: 'email', postmarked: null }),
    held: await save(held, { channel: null, received: null, postmarked: null }, 'hold'),
  };
  return { ...here, before, sameDay, spoke, held, half, nothing, rows };
}

const on = '2026-09-28';

describe('cancelling a class', () => {
  test('gives everybody everything back, in one action, but leaves out and names those whose own drop came earlier', async () => {
    const here = await aClass();
    const preview = await here.gives('course.cancelPreview', { id: here.course.id, on });
    expect(
      preview.map((r) => [r.student.lastName, r.collected, r.refundedBefore, r.refund, r.cancelled, r.leftOut]),
    ).toEqual([
      [
        'Abbot',
        40_000,
        26_000,
        26_000,
        0,
        'Their own drop took effect on Tue, Sep 22, 2026, before the class was cancelled.',
      ],
      ['Baker', 40_000, 26_000, 40_000, 0, null],
      ['Chan', 40_000, 0, 40_000, 0, null],
      ['Diaz', 40_000, 0, 40_000, 0, null],
      ['Evans', 20_000, 0, 20_000, 20_000, null],
      ['Ford', 40_000, 0, 40_000, 0, null],
    ]);
    const entries = here.desk.status().entries;
    const { cases, leftOut } = await here.gives('course.cancel', { requestId: id(), id: here.course.id, on });
    expect(leftOut.map((r) => [r.student.lastName, r.caseNumber])).toEqual([['Abbot', here.rows.before.number]]);
    expect(cases.map((c) => [c.studentName, c.number, c.refund, c.clause, c.outcome])).toEqual([
      ['Baker, María', here.rows.sameDay.number, 40_000, 'H6', 'refund'],
      ['Chan, María', here.rows.spoke.number, 40_000, 'H6', 'refund'],
      ['Diaz, María', here.rows.held.number, 40_000, 'H6', 'refund'],
      ['Evans, María', 'RD-2026-0005', 20_000, 'H6', 'refund'],
      ['Ford, María', 'RD-2026-0006', 40_000, 'H6', 'refund'],
    ]);
    // The class, five determinations, two new cases.
    expect(here.desk.status().entries).toBe(entries + 1 + 5 + 2);
    expect((await here.gives('course.get', { id: here.course.id })).course.cancelledOn).toBe(on);

    const baker = await here.gives('case.get', { id: here.rows.sameDay.id });
    expect(baker.determinations.map((d) => [d.cause, d.determination.refund, d.superseded])).toEqual([
      ['form', 26_000, true],
      ['course-cancelled', 40_000, false],
    ]);
    const abbot = await here.gives('case.get', { id: here.rows.before.id });
    expect([abbot.row.refund, abbot.determinations.length]).toEqual([26_000, 1]);
    expect((await here.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('by a double click does it once, and gives the same answer', async () => {
    const here = await aClass();
    const asked = { requestId: id(), id: here.course.id, on };
    const first = await here.gives('course.cancel', asked);
    const entries = here.desk.status().entries;
    expect(await here.gives('course.cancel', asked)).toEqual(first);
    expect(here.desk.status().entries).toBe(entries);
    const again = await here.refuses('course.cancel', { ...asked, requestId: id() });
    expect(sayFailure(again).what).toBe('EXT 204-02 was cancelled on Mon, Sep 28, 2026 already.');
  });

  test('is undone as one action: every case is back where it was, the numbers of the new ones struck through', async () => {
    const here = await aClass();
    await here.gives('course.cancel', { requestId: id(), id: here.course.id, on });
    const { undo } = await here.gives('action.last', {});
    expect(undo?.label).toBe('cancelling EXT 204-02 (5 cases)');
    await here.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect((await here.gives('course.get', { id: here.course.id })).course.cancelledOn).toBeNull();
    const list = await here.gives('case.list', {
      filter: { ...noFilter, courseId: here.course.id },
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 20,
    });
    expect(list.rows.map((r) => [r.number, r.state, r.refund])).toEqual([
      ['RD-2026-0001', 'decided', 26_000],
      ['RD-2026-0002', 'decided', 26_000],
      ['RD-2026-0003', 'decided', 0],
      ['RD-2026-0004', 'held', 0],
      ['RD-2026-0005', 'undone', 0],
      ['RD-2026-0006', 'undone', 0],
    ]);
    expect((await here.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('on a day that is still to come is refused', async () => {
    const here = await aClass();
    expect(
      (await here.problems('course.cancel', { requestId: id(), id: here.course.id, on: '2026-10-01' })).on,
    ).toMatch(/in the future/);
    expect((await here.problems('course.cancelPreview', { id: here.course.id, on: '2026-10-01' })).on).toMatch(
      /in the future/,
    );
    expect(await here.refuses('course.cancel', { requestId: id(), id: id(), on })).toEqual({
      kind: 'not-found',
      what: 'That course',
    });
  });

  test('counts for a drop form that comes afterwards, too', async () => {
    const here = await aClass();
    await here.gives('course.cancel', { requestId: id(), id: here.course.id, on });
    const late = anEnrolment(here.student, here.course);
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-09-29' }), late),
    );
    expect(view.row).toMatchObject({ refund: 40_000, clause: 'H6' });
  });
});
