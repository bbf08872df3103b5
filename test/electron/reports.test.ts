import { describe, expect, test } from 'vitest';
import { reportKinds } from '../../shared/contract/reports';
import { aCourse, anEnrolment, aTerm, id } from '../db/records';
import { aKeyedCase, anOfficeInTurns, type Turns } from './privacy-here';
import { aRefund, handOver, payAll } from './refunds-here';
import { byLabel, folded, report } from './reports-here';

const wou = { policy: 'wou-extended-programs', category: 'non-credit' } as const;

/** A course, keyed by the supervisor. */
const course = (here: Turns, other: Parameters<typeof aCourse>[0] = {}) =>
  here.as('pat').gives('course.save', { requestId: id(), course: aCourse(other) });

describe('the period of a report', () => {
  test('has both its days inside', async () => {
    const here = await anOfficeInTurns();
    await aKeyedCase(here);
    const cases = async (from: string | null, to: string | null): Promise<number> =>
      Number((await report(here, 'terms', { from, to })).totals?.[1] ?? 0);
    expect(await cases('2026-09-22', '2026-09-22')).toBe(1);
    expect(await cases('2026-09-23', null)).toBe(0);
    expect(await cases(null, '2026-09-21')).toBe(0);
    expect(await cases(null, '2026-09-22')).toBe(1);
    expect((await report(here, 'terms', { from: '2026-09-22', to: '2026-09-30' })).scope).toBe(
      'Received Sep 22, 2026 through Sep 30, 2026',
    );
  });

  test('can be empty: every report says so, with nothing divided by nothing', async () => {
    const here = await anOfficeInTurns();
    await aKeyedCase(here);
    for (const kind of reportKinds) {
      const found = await report(here, kind, { from: '2025-01-01', to: '2025-12-31' });
      expect(found, kind).toMatchObject({ rows: [], totals: null, picture: null, notes: [] });
      expect(found.sentence, kind).toMatch(/^No /);
    }
    expect((await report(here, 'terms', { to: '2025-12-31' })).sentence).toBe('No cases in this period.');
  });

  test('that ends before it begins, and a term that is none, are refused', async () => {
    const here = await anOfficeInTurns();
    const asked = { kind: 'terms', from: '2026-09-23', to: '2026-09-22', termId: null, policy: null } as const;
    expect(await here.problems('report.run', asked)).toEqual({
      to: 'The period ends before it begins. Check both days.',
    });
    expect(await here.refuses('report.run', { ...asked, from: null, termId: id() })).toEqual({
      kind: 'not-found',
      what: 'That term',
    });
    expect(await here.refuses('report.save', { asked, as: 'csv' })).toMatchObject({ kind: 'invalid' });
  });

  test('counts what came without a form on the day its class was cancelled, and says so', async () => {
    const here = await anOfficeInTurns();
    const { student } = await aKeyedCase(here);
    const cancelled = await course(here, { code: 'EXT 9' });
    await here.gives('enrolment.save', { requestId: id(), enrolment: anEnrolment(student, cancelled) });
    await here.gives('course.cancel', { requestId: id(), id: cancelled.id, on: '2026-09-10' });
    const found = await report(here, 'terms', { from: '2026-09-10', to: '2026-09-10' });
    expect(found.totals).toEqual(['Total', 1, 1, 0, 0, 0, 40_000, 0, 0]);
    expect(found.notes).toContain(
      '1 case without a day of receipt counts on the day the class was cancelled, or else on the day of entry.',
    );
  });
});

describe('the ages of unpaid refunds', () => {
  test('change over at 7, 14, 21 and 28 days, by the office’s own day and not that of Greenwich', async () => {
    const here = await anOfficeInTurns();
    await aRefund(here);
    const at = async (moment: string): Promise<(number | string | null)[]> => {
      here.setNow(moment);
      const { rows } = await report(here, 'ageing');
      return rows.map((row) => row[1] ?? null);
    };
    expect(await at('2026-09-29T18:00:00.000Z')).toEqual([1, 0, 0, 0, 0]);
    // Still Sep 29 at the office, though Sep 30 in Greenwich.
    expect(await at('2026-09-30T06:30:00.000Z')).toEqual([1, 0, 0, 0, 0]);
    expect(await at('2026-09-30T07:30:00.000Z')).toEqual([0, 1, 0, 0, 0]);
    expect(await at('2026-10-06T18:00:00.000Z')).toEqual([0, 1, 0, 0, 0]);
    expect(await at('2026-10-07T18:00:00.000Z')).toEqual([0, 0, 1, 0, 0]);
    expect(await at('2026-10-14T18:00:00.000Z')).toEqual([0, 0, 0, 1, 0]);
    expect(await at('2026-10-20T18:00:00.000Z')).toEqual([0, 0, 0, 1, 0]);
    expect((await report(here, 'ageing')).totals?.[5]).toBe(0);
    expect(await at('2026-10-21T18:00:00.000Z')).toEqual([0, 0, 0, 0, 1]);
    const late = await report(here, 'ageing');
    expect(late.totals?.[5]).toBe(1);
    expect(late.sentence).toMatch(/1 past the 14 to 28 days promised\.$/);
  });

  test('end with the payment, which is then within the promise on its 28th day and after it on the 29th', async () => {
    const here = await anOfficeInTurns();
    for (const on of ['2026-10-05', '2026-10-06', '2026-10-20', '2026-10-21']) {
      const { caseId } = await aRefund(here);
      here.setNow('2026-09-30T16:00:00.000Z');
      const batch = await handOver(here, [caseId]);
      expect((await report(here, 'ageing')).totals?.slice(1, 5)).toEqual([1, 26_000, 26_000, 0]);
      here.setNow('2026-11-02T18:00:00.000Z');
      await payAll(here, batch.id, on);
      expect((await report(here, 'ageing')).rows).toEqual([]);
      here.setNow('2026-09-30T16:00:00.000Z');
    }
    const paid = await report(here, 'turnaround');
    // 13, 14, 28 and 29 days: one too early, two as promised, one too late.
    expect(paid.totals).toEqual(['Total', 4, 100, 1, 2, 1, 104_000]);
    expect(paid.figures.map((f) => f.value)).toEqual([21, 29, 50, 25, 25]);
    expect(paid.picture).toMatchObject({ kind: 'histogram', from: 0, width: 1, over: 0, band: { from: 14, to: 28 } });
    const counts = paid.picture?.kind === 'histogram' ? paid.picture.counts : [];
    expect(counts.flatMap((n, day) => (n > 0 ? [day] : []))).toEqual([13, 14, 28, 29]);
  });
});

describe('the other of the two dates', () => {
  test('is worked out where the receipt counts: by the postmark it would be more', async () => {
    const here = await anOfficeInTurns();
    const term = await here.as('pat').gives('term.save', { requestId: id(), term: aTerm() });
    const own = await course(here, { termId: term.id });
    // Postmarked before the first meeting on Sep 14, received after it: 65 % of $400 instead of all but $10.
    const { caseId } = await aKeyedCase(here, { course: own, form: { postmarked: '2026-09-11' } });
    expect((await folded(here, caseId)).present?.otherDate).toEqual({ date: 'postmarked', refund: 39_000 });
    const found = await report(here, 'postmark');
    expect(byLabel(found, 2)).toEqual({ 'Fall 2026 | Postmark instead of receipt': [1, 1, 13_000, 0, 13_000] });
    expect(found.sentence).toBe(
      'Postmark instead of receipt would have changed 1 refund of 1: $130.00 more and $0.00 less.',
    );
  });

  test('and where the postmark counts: by the receipt it would be less', async () => {
    const here = await anOfficeInTurns();
    here.setNow('2026-10-20T18:00:00.000Z');
    // All of the fees until the fifth meeting, on Oct 12; nothing after it.
    const own = await course(here, wou);
    const { caseId, view } = await aKeyedCase(here, {
      course: own,
      form: { kind: 'letter', postmarked: '2026-10-09', received: '2026-10-13' },
    });
    const { present } = await folded(here, caseId);
    expect(present?.otherDate?.date).toBe('received');
    const less = view.row.refund - (present?.otherDate?.refund ?? 0);
    expect(less).toBeGreaterThan(0);
    expect(byLabel(await report(here, 'postmark'), 2)).toEqual({
      'No term | Receipt instead of postmark': [1, 1, 0, less, -less],
    });
  });

  test.each([
    ['no postmark', { postmarked: null }],
    ['an illegible one', { postmarkIllegible: true }],
    ['one of the same day', { postmarked: '2026-09-22' }],
    ['one on what did not come by mail', { channel: 'counter' }],
  ] as const)('is none with %s', async (_, form) => {
    const here = await anOfficeInTurns();
    const { caseId } = await aKeyedCase(here, { form });
    expect((await folded(here, caseId)).present?.otherDate).toBeNull();
    expect((await report(here, 'postmark')).rows).toEqual([]);
  });
});
