import { describe, expect, test } from 'vitest';
import { sayFailure, type Failure } from '../../shared/errors';
import { anEnrolment, id } from '../db/records';
import { anOfficeOfTwo, giving, named } from './approvals-here';
import { aDecision, aPetition } from './petitions-here';

const words = (failure: Failure) => sayFailure(failure).what;

describe('an approval', () => {
  test('stands with who gave it and when, for the case, its row and the register’s check', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    const input = giving(await office.waiting(row.id));
    expect(await office.as('sam').gives('approval.give', input)).toEqual({ approved: 1 });
    // A double click does it once.
    expect(await office.gives('approval.give', input)).toEqual({ approved: 1 });
    const { row: approved, determinations, entries } = await office.view('kim', row.id);
    expect(approved).toMatchObject({ approval: 'approved', approvedBy: 'sam' });
    expect(determinations[0]).toMatchObject({ approval: 'approved', approvedBy: { person: 'sam' } });
    expect(entries.filter((e) => e.kind === 'case.approved')).toHaveLength(1);
    expect((await office.queue('sam')).total).toBe(0);
    expect((await office.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('is all or nothing, and of one outcome', async () => {
    const office = await anOfficeOfTwo(20_000);
    const one = await office.key('kim');
    const two = await office.key('kim');
    const full = await office.key('kim', { form: { postmarked: '2026-09-10', received: '2026-09-11' } });
    const own = await office.key('sam');
    const all = (await office.queue('sam')).rows;
    const [first, second, third, fourth] = all;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error('four wait');
    expect([first.row.label === second.row.label, first.row.label === third.row.label]).toEqual([true, false]);
    expect(words(await office.refuses('approval.give', giving(first, second, third)))).toBe(
      `The ticked cases have different outcomes: ${second.row.number}: ${second.row.label}; ${third.row.number}: ${third.row.label}.`,
    );
    expect(words(await office.refuses('approval.give', giving(first, second, fourth)))).toBe(
      `${own.row.number} cannot be approved by you. You keyed it yourself; another supervisor approves it.`,
    );
    expect((await office.queue('sam')).total).toBe(4);
    expect(await office.gives('approval.give', giving(first, second, first))).toEqual({ approved: 2 });
    expect((await office.queue('sam')).rows.map((w) => w.row.number)).toEqual([full.row.number, own.row.number]);
    expect(words(await office.refuses('approval.give', giving(first)))).toBe(
      `${one.row.number} was approved by sam already.`,
    );
    expect((await office.view('sam', two.row.id)).row.approval).toBe('approved');
    expect(Object.keys(await office.problems('approval.give', giving()))).toEqual(['cases']);
    const many = giving(...Array.from({ length: 201 }, () => third));
    expect(Object.keys(await office.problems('approval.give', many))).toEqual(['cases']);
  });

  test('is of what was seen: what changed since is refused and named', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    const seen = await office.waiting(row.id);
    const refused = async () => words(await office.as('sam').refuses('approval.give', giving(seen)));
    const other = { ...seen, hash: '0'.repeat(64) };
    expect(words(await office.as('sam').refuses('approval.give', giving(other)))).toContain('since you looked at it.');
    await office.correct('kim', row.id, { received: '2026-09-23' });
    expect(await refused()).toBe(`${row.number} was corrected since you looked at it.`);
    await office.as('kim').gives('case.redetermine', { requestId: id(), id: row.id, why: 'Once more.' });
    expect(await refused()).toBe(`${row.number} was decided again since you looked at it.`);
    expect(words(await office.refuses('approval.give', giving({ ...seen, row: { ...seen.row, id: id() } })))).toBe(
      'That case is not in the register.',
    );
    const second = await office.key('kim');
    const undone = await office.waiting(second.row.id);
    const { undo } = await office.as('kim').gives('action.last', {});
    await office.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect(words(await office.as('sam').refuses('approval.give', giving(undone)))).toBe(
      `${second.row.number} was undone since.`,
    );
    const third = await office.key('kim');
    const withdrawn = await office.waiting(third.row.id);
    await office.as('kim').gives('notice.withdraw', {
      requestId: id(),
      caseId: third.row.id,
      on: '2026-09-30',
      channel: 'phone',
      note: '',
    });
    expect(words(await office.as('sam').refuses('approval.give', giving(withdrawn)))).toBe(
      `${third.row.number} was taken back by the student since.`,
    );
  });

  test('is not given while the facts it was decided from have changed', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row, enrolment, student } = await office.key('kim');
    if (enrolment === null || student === null) throw new Error('a place on the roster');
    const payments = anEnrolment(student, office.course).payments.map((p) => ({ ...p, cents: 39_000 }));
    await office.as('kim').gives('enrolment.save', { requestId: id(), enrolment: { ...enrolment, payments } });
    const seen = await office.waiting(row.id);
    const failure = await office.as('sam').refuses('approval.give', giving(seen));
    expect(words(failure)).toBe(
      `${row.number} was decided from facts that have changed since: the student, the course, the fees or the office.`,
    );
    expect(sayFailure(failure).next).toBe('Return it, so that it is decided again.');
    await office.gives('approval.return', { requestId: id(), ...named(seen), why: 'The check was smaller.' });
  });

  test('lasts: nobody undoes it, nor what stands below it', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    const { undo: saving } = await office.as('kim').gives('action.last', {});
    const input = giving(await office.waiting(row.id));
    await office.as('sam').gives('approval.give', input);
    const undo = { requestId: id(), actionId: input.requestId };
    expect(words(await office.refuses('action.undo', undo))).toContain('It is on record for good: approving');
    const desk = office.as('kim');
    expect((await desk.refuses('action.undo', undo)).kind).toBe('wrong-state');
    const failure = await desk.refuses('action.undo', { requestId: id(), actionId: saving?.actionId ?? '' });
    expect(words(failure)).toContain('was approved by sam.');
    expect(sayFailure(failure).next).toContain('Correct it instead');
    expect((await office.view('kim', row.id)).row.approval).toBe('approved');
  });
});

describe('a determination that changes after its approval', () => {
  test('needs approval again: corrected, decided again, its class cancelled; an undone correction has its own back', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    const approve = async () => office.as('sam').gives('approval.give', giving(await office.waiting(row.id)));
    const state = async () => (await office.view('kim', row.id)).row.approval;
    await approve();
    const corrected = await office.correct('kim', row.id, { received: '2026-09-23' });
    expect([corrected.row.approval, corrected.row.approvedBy]).toEqual(['waiting', null]);
    expect(corrected.determinations.map((d) => [d.approval, d.superseded])).toEqual([
      ['approved', true],
      ['waiting', false],
    ]);
    const { undo } = await office.as('kim').gives('action.last', {});
    await office.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect((await office.view('kim', row.id)).row).toMatchObject({ approval: 'approved', approvedBy: 'sam' });
    await office.gives('action.redo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect(await state()).toBe('waiting');
    await approve();
    await office.as('kim').gives('case.redetermine', { requestId: id(), id: row.id, why: 'Once more.' });
    expect(await state()).toBe('waiting');
    await approve();
    await office.as('kim').gives('course.cancel', { requestId: id(), id: office.course.id, on: '2026-09-22' });
    expect(await state()).toBe('waiting');
    await approve();
    // Whoever keyed it or cancelled the class is no second person; nor is one who approved it and then corrects it.
    await office.correct('sam', row.id, { note: 'Seen.' });
    expect(words(await office.as('sam').refuses('approval.give', giving(await office.waiting(row.id))))).toContain(
      'You corrected it yourself',
    );
    const again = giving(await office.waiting(row.id));
    expect(await office.as('pat').gives('approval.give', again)).toEqual({
      approved: 1,
    });
    expect((await office.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('by a petition stands as two people decided it, its old approval with the old one; corrected after that, it waits', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    await office.as('sam').gives('approval.give', giving(await office.waiting(row.id)));
    const petition = aPetition({ kind: 'retroactive', receivedOn: '2026-09-28' });
    const { row: asked } = await office.as('kim').gives('petition.open', { requestId: id(), caseId: row.id, petition });
    const decision = aDecision({ percent: 100, on: '2026-09-30' });
    await office.as('pat').gives('petition.decide', { requestId: id(), id: asked.id, decision });
    const { row: decided, determinations } = await office.view('kim', row.id);
    expect(decided).toMatchObject({ refund: 40_000, approval: 'not-needed', approvedBy: null });
    expect(determinations.map((d) => [d.cause, d.approval, d.approvedBy?.person ?? null])).toEqual([
      ['form', 'approved', 'sam'],
      ['petition', 'not-needed', null],
    ]);
    expect((await office.correct('kim', row.id, { note: 'Seen.' })).row).toMatchObject({
      refund: 40_000,
      approval: 'waiting',
    });
    // Who decided the petition had a hand in it.
    const again = giving(await office.waiting(row.id));
    expect(words(await office.as('pat').refuses('approval.give', again))).toContain('You decided it yourself');
    expect(await office.as('sam').gives('approval.give', again)).toEqual({ approved: 1 });
  });

  test('to at most the office’s amount needs none', async () => {
    const office = await anOfficeOfTwo(26_000);
    const { row } = await office.key('kim', { form: { postmarked: '2026-09-10', received: '2026-09-11' } });
    expect(row).toMatchObject({ refund: 39_000, approval: 'waiting' });
    expect(
      (await office.correct('kim', row.id, { postmarked: '2026-09-19', received: '2026-09-22' })).row,
    ).toMatchObject({
      refund: 26_000,
      approval: 'not-needed',
    });
    expect((await office.queue('sam')).total).toBe(0);
  });
});

describe('one that is', () => {
  test('returned leaves the queue with why, and waits again once it is corrected or decided again', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('kim');
    const seen = await office.waiting(row.id);
    const why = 'The postmark on the scan is the 21st.';
    expect(
      Object.keys(await office.as('sam').problems('approval.return', { requestId: id(), ...named(seen), why: ' ' })),
    ).toEqual(['why']);
    await office.gives('approval.return', { requestId: id(), ...named(seen), why });
    expect((await office.queue('sam')).total).toBe(0);
    const { row: returned, entries } = await office.view('kim', row.id);
    expect(returned.approval).toBe('returned');
    expect(entries.at(-1)).toMatchObject({ kind: 'case.returned', person: 'sam', content: { note: why } });
    expect(words(await office.as('pat').refuses('approval.give', giving(seen)))).toBe(
      `${row.number} was returned by sam.`,
    );
    expect((await office.correct('kim', row.id, { postmarked: '2026-09-21' })).row.approval).toBe('waiting');
    await office.as('sam').gives('approval.return', { requestId: id(), ...named(await office.waiting(row.id)), why });
    await office.as('kim').gives('case.redetermine', { requestId: id(), id: row.id, why: 'It is right so.' });
    expect(await office.as('sam').gives('approval.give', giving(await office.waiting(row.id)))).toEqual({
      approved: 1,
    });
  });

  test('held stays in the queue with the last note; nobody holds or returns their own', async () => {
    const office = await anOfficeOfTwo(20_000);
    const { row } = await office.key('pat');
    const seen = await office.waiting(row.id);
    const hold = (why: string) => ({ requestId: id(), ...named(seen), why });
    await office.as('sam').gives('approval.defer', hold('Ask the instructor.'));
    await office.gives('approval.defer', hold('Asked; she answers on Monday.'));
    expect((await office.queue('sam')).rows.map((w) => [w.deferred, w.whyNot])).toEqual([
      ['Asked; she answers on Monday.', null],
    ]);
    expect(words(await office.as('pat').refuses('approval.defer', hold('Mine.')))).toContain('You keyed it yourself');
    expect(words(await office.refuses('approval.return', hold('Mine.')))).toContain('You keyed it yourself');
    expect(await office.as('sam').gives('approval.give', giving(seen))).toEqual({ approved: 1 });
  });
});
