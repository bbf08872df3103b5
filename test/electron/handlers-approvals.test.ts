import { describe, expect, test } from 'vitest';
import { noFilter } from '../../shared/contract/no-filter';
import { sayFailure } from '../../shared/errors';
import { causes } from '../../shared/register/case';
import { needsSecondPerson } from '../../shared/register/approval';
import { aCourse, id } from '../db/records';
import { anOfficeOfTwo, giving, named } from './approvals-here';
import { enrolled } from './desk-here';

const approvalOf = async (paid: number, limit: number | null) => {
  const office = await anOfficeOfTwo(limit);
  return (await office.key('kim', { paid })).row;
};

describe('a second person is asked', () => {
  test('for a refund a cent above the office’s amount, not at it, and never where there is none', async () => {
    // 65 % of $400.00 is $260.00, of $400.02 a cent more.
    expect(await approvalOf(40_000, 26_000)).toMatchObject({ refund: 26_000, approval: 'not-needed' });
    expect(await approvalOf(40_002, 26_000)).toMatchObject({ refund: 26_001, approval: 'waiting' });
    expect(await approvalOf(40_002, null)).toMatchObject({ approval: 'not-needed' });
    expect(await approvalOf(2, 0)).toMatchObject({ refund: 1, approval: 'waiting' });
  });

  test('for what is refunded and cancelled together, when a class is cancelled', async () => {
    for (const [limit, approval] of [
      [40_000, 'not-needed'],
      [39_999, 'waiting'],
    ] as const) {
      const office = await anOfficeOfTwo(limit);
      const half = { on: '2026-08-20', cents: 10_000, payer: { kind: 'student' }, method: 'check' } as const;
      await enrolled(office.as('kim'), office.course, { enrolment: { deposit: 5_000, payments: [half] } });
      const { cases } = await office.gives('course.cancel', {
        requestId: id(),
        id: office.course.id,
        on: '2026-09-28',
      });
      expect(cases.map((c) => [c.refund, c.approval])).toEqual([[10_000, approval]]);
      if (approval === 'waiting') expect((await office.queue('sam')).rows[0]?.amount).toBe(40_000);
    }
  });

  test('whatever made the determination, but a petition’s or an appeal’s decision, which was two people’s', () => {
    const asked = causes.filter((cause) =>
      needsSecondPerson({ secondPersonAbove: 99 }, cause, { refund: 50, cancelled: 50 }),
    );
    expect(asked).toEqual(['form', 'correction', 'course-cancelled', 'facts-changed']);
    expect(
      causes.filter((cause) => needsSecondPerson({ secondPersonAbove: 100 }, cause, { refund: 50, cancelled: 50 })),
    ).toEqual([]);
  });

  test('by the rule of the day: a later rule changes no determination made before it', async () => {
    const office = await anOfficeOfTwo(null);
    const before = await office.key('kim');
    await office.rules({ secondPersonAbove: 10_000 });
    const after = await office.key('kim');
    await office.rules({ secondPersonAbove: null });
    expect((await office.view('kim', before.row.id)).row.approval).toBe('not-needed');
    expect((await office.view('kim', after.row.id)).row.approval).toBe('waiting');
    expect((await office.gives('register.verify', {})).rowsDiffering).toBe(0);
  });
});

describe('the queue', () => {
  test('says what waits, the longest first, how much, who had a hand in it, and why not for the person who asks', async () => {
    const office = await anOfficeOfTwo(20_000);
    const first = await office.key('kim');
    const second = await office.key('pat', { paid: 60_000 });
    await office.key('kim', { paid: 10_000 });
    await office.correct('lee', first.row.id, { note: 'Seen at the counter.' });
    const queue = await office.queue('pat');
    expect([queue.total, queue.amount]).toEqual([2, 26_000 + 39_000]);
    expect(queue.rows.map((w) => [w.row.number, w.amount, w.people, w.whyNot, w.deferred])).toEqual([
      [second.row.number, 39_000, ['pat'], 'You keyed it yourself; another supervisor approves it.', ''],
      [first.row.number, 26_000, ['kim', 'lee'], null, ''],
    ]);
    const [, other] = queue.rows;
    expect(other?.hash).toBe((await office.view('pat', first.row.id)).determinations.at(-1)?.hash);
    await office.correct('sam', first.row.id, { note: '' });
    expect((await office.queue('sam')).rows.map((w) => w.whyNot)).toEqual([
      null,
      'You corrected it yourself; another supervisor approves it.',
    ]);
    await office.as('pat').gives('case.redetermine', { requestId: id(), id: first.row.id, why: 'Once more.' });
    expect((await office.queue('pat')).rows.at(-1)?.whyNot).toBe(
      'You decided it yourself; another supervisor approves it.',
    );
  });

  test('shows one with its worksheet and the last three of other students decided alike, the nearest first', async () => {
    const office = await anOfficeOfTwo(30_000);
    const other = await office.as('kim').gives('course.save', {
      requestId: id(),
      course: aCourse({ code: 'EXT 9', category: 'special-session' }),
    });
    await office.key('kim', { course: other });
    const oldest = await office.key('kim');
    const full = await office.key('lee', { form: { postmarked: '2026-09-10', received: '2026-09-11' }, paid: 20_000 });
    const newer = await office.key('lee');
    await office.key('kim', { form: { postmarked: '2026-09-29', received: '2026-09-30' }, paid: 20_000 });
    const one = await office.key('kim', { paid: 60_000 });
    const two = await office.key('kim', { paid: 60_000 });
    const seen = await office.as('sam').gives('approval.get', { caseId: one.row.id });
    expect(seen.view.row).toEqual(seen.waiting.row);
    expect(seen.waiting.amount).toBe(39_000);
    // No precedent are the one that waits itself, another category, another kind of outcome; full less $10 is of another clause.
    expect(seen.similar.map((s) => [s.row.number, s.row.clause, s.row.percent, s.decidedBy, s.approvedBy])).toEqual([
      [newer.row.number, 'H14', 65, 'lee', null],
      [oldest.row.number, 'H14', 65, 'kim', null],
      [full.row.number, 'H7', 100, 'lee', null],
    ]);
    await office.gives('approval.give', giving(await office.waiting(two.row.id)));
    const again = await office.gives('approval.get', { caseId: one.row.id });
    expect(again.similar[0]).toMatchObject({ row: { number: two.row.number }, decidedBy: 'kim', approvedBy: 'sam' });
  });

  test('is nobody’s but a supervisor’s', async () => {
    const office = await anOfficeOfTwo(1);
    const { row } = await office.key('kim');
    const one = named(await office.waiting(row.id));
    for (const who of ['kim', 'aud', 'ada'] as const) {
      const desk = office.as(who);
      const why = 'x';
      const refused = [
        await desk.refuses('approval.list', { offset: 0, limit: 1 }),
        await desk.refuses('approval.get', { caseId: row.id }),
        await desk.refuses('approval.give', { requestId: id(), cases: [one], note: '' }),
        await desk.refuses('approval.return', { requestId: id(), ...one, why }),
        await desk.refuses('approval.defer', { requestId: id(), ...one, why }),
      ];
      expect(refused.map((f) => f.kind)).toEqual(Array.from({ length: 5 }, () => 'not-allowed'));
    }
    expect((await office.queue('sam')).total).toBe(1);
  });
});

describe('a letter', () => {
  test('tells of a determination once it is approved, not before, and not of one returned', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    const make = { caseId: row.id, language: null };
    const unlettered = async () => {
      const page = { sort: 'number', descending: false, offset: 0, limit: 9 } as const;
      return (await office.as('kim').gives('case.list', { filter: { ...noFilter, unlettered: true }, ...page })).total;
    };
    expect(sayFailure(await office.as('kim').refuses('letter.make', { requestId: id(), ...make })).what).toBe(
      `${row.number} waits for approval: it is above the amount that one person decides.`,
    );
    expect((await office.refuses('letter.preview', make)).kind).toBe('wrong-state');
    expect(await unlettered()).toBe(0);
    await office
      .as('sam')
      .gives('approval.return', { requestId: id(), ...named(await office.waiting(row.id)), why: 'Which postmark?' });
    expect(sayFailure(await office.as('kim').refuses('letter.make', { requestId: id(), ...make })).what).toBe(
      `${row.number} was returned: Which postmark?`,
    );
    expect(await unlettered()).toBe(0);
    await office.as('kim').gives('case.redetermine', { requestId: id(), id: row.id, why: 'Looked again.' });
    await office.as('sam').gives('approval.give', giving(await office.waiting(row.id)));
    expect(await unlettered()).toBe(1);
    expect(await office.as('kim').gives('letter.make', { requestId: id(), ...make })).toMatchObject({ state: 'ready' });
    expect(await unlettered()).toBe(0);
  });
});
