import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { layOutTiers, lengthsOf, ticksOf, type TierRow } from '../../renderer/screens/policies/tier-layout';

/** The tier chart: every schedule a row, its bands end to end, and what is wrong with their ends. */

const band = (percent: unknown, until?: unknown) => ({
  id: `b${String(percent)}`,
  label: { en: '', es: '' },
  percent,
  clause: 'A1',
  ...(until === undefined ? {} : { until }),
});
const days = (day: number) => ({ kind: 'calendar-day', day, from: 'course-begins' });
const rowOf = (...bands: readonly unknown[]): TierRow => {
  const [row] = layOutTiers({ schedules: [{ id: 's', label: { en: 'S', es: 'S' }, when: {}, clause: 'A1', bands }] });
  if (row === undefined) throw new Error('no row');
  return row;
};

test.each(shippedPacks.map((p) => [p.id, p.pack] as const))(
  '%s: the bands of each row lie end to end, from edge to edge',
  (_, pack) => {
    const rows = layOutTiers(pack);
    expect(rows).toHaveLength(pack.schedules.length);
    rows.forEach((row, i) => {
      const { bands } = pack.schedules[i] ?? { bands: [] };
      expect(row.tiers.map((t) => t.percent)).toEqual(bands.map((b) => b.percent));
      expect(row.tiers.map((t) => t.clause)).toEqual(bands.map((b) => b.clause));
      expect(row.tiers[0]?.from).toBe(row.low);
      expect(row.tiers.at(-1)?.to).toBe(row.high);
      row.tiers.slice(1).forEach((tier, n) => expect(tier.from).toBe(row.tiers[n]?.to));
      row.tiers.forEach((tier) => {
        expect(tier.to).toBeGreaterThan(tier.from);
        expect(tier.trouble).toBeNull();
        expect(tier.ends).not.toBe('');
      });
    });
  },
);

describe('units', () => {
  test('calendar days stand at their number, the course at its beginning', () => {
    const row = rowOf(band(100, days(5)), band(60, days(22)), band(0));
    expect(row.unit).toBe('calendar days');
    expect(row.tiers.map((t) => t.to).slice(0, 2)).toEqual([5, 22]);
    expect(ticksOf(row)).toEqual([5, 22]);
  });

  test('before the course lies left of its beginning', () => {
    const row = rowOf(
      band(100, { kind: 'days-after', days: -14, from: 'starts' }),
      band(50, { kind: 'begins' }),
      band(0),
    );
    expect(row.unit).toBe('calendar days');
    expect(row.low).toBeLessThan(-14);
    expect(ticksOf(row)).toEqual([-14, 0]);
  });

  test('ends that cannot be compared are drawn in their order, and say so', () => {
    const row = rowOf(band(100, { kind: 'class-day', day: 2 }), band(50, days(20)), band(0));
    expect(row.unit).toBe('order');
    expect(row.tiers.map((t) => [t.from, t.to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test('rows of one unit share their axis', () => {
    const schedule = (day: number) => ({
      id: `s${day}`,
      label: { en: 'S', es: 'S' },
      when: {},
      clause: 'A1',
      bands: [band(60, days(day)), band(0)],
    });
    const rows = layOutTiers({ schedules: [schedule(10), schedule(22)] });
    expect(new Set(rows.map((r) => r.high)).size).toBe(1);
  });
});

describe('what is wrong is marked', () => {
  test('an end that is not after the one before', () => {
    expect(rowOf(band(100, days(10)), band(60, days(10)), band(0)).tiers.map((t) => t.trouble)).toEqual([
      null,
      'overlap',
      null,
    ]);
    expect(rowOf(band(100, days(10)), band(60, days(11)), band(0)).tiers.map((t) => t.trouble)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('a last band with an end leaves a gap after it', () => {
    const { tiers, high } = rowOf(band(100, days(10)), band(0, days(20)));
    expect(tiers.at(-1)).toMatchObject({ trouble: 'gap', to: 20 });
    expect(high).toBeGreaterThan(20);
  });

  test('a draft in which nothing is said yet is drawn, too', () => {
    expect(layOutTiers(null)).toEqual([]);
    expect(layOutTiers({ schedules: [{}, { bands: [{}] }, 3] })).toHaveLength(3);
    expect(rowOf(band('x', { kind: 'calendar-day', day: '', from: '' }), band('')).tiers.map((t) => t.percent)).toEqual(
      [null, null],
    );
  });
});

test('for which courses, in words', () => {
  const pack = { categories: [{ id: 'ext', label: { en: 'Extension', es: '' } }] };
  expect(lengthsOf({}, pack)).toBe('all courses');
  expect(lengthsOf({ weeks: { min: 5, max: 5 } }, pack)).toBe('5 weeks');
  expect(lengthsOf({ weeks: { max: 0 } }, pack)).toBe('less than five days');
  expect(lengthsOf({ weeks: { max: 1 } }, pack)).toBe('up to 1 week');
  expect(lengthsOf({ weeks: { min: 6, max: 9 }, categories: ['ext', 'gone'] }, pack)).toBe(
    '6 to 9 weeks · Extension, gone',
  );
  expect(lengthsOf({ meetings: { max: 4 }, arranged: false }, pack)).toBe('up to 4 meetings · not arranged');
});
