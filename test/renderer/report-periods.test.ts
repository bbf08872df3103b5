import { describe, expect, test } from 'vitest';
import { everything, isSame, periodsOf, readAsked } from '../../renderer/screens/reports/periods';
import type { DayContext } from '../../shared/typed/day';

const terms = [
  { id: 'fall', name: 'Fall 2026', begins: '2026-08-24', ends: '2026-12-18' },
  { id: 'spring', name: 'Spring 2027', begins: '2027-01-19', ends: '2027-05-14' },
  { id: 'summer', name: 'Summer 2026', begins: '2026-06-01', ends: '2026-08-14' },
];
const days: DayContext = { today: '2026-11-11', near: '2026-11-11', past: false, isWorkingDay: () => true };
const asWords = (today: string, begins: number) =>
  periodsOf(today, terms, begins).map(({ words, chosen }) => [words, chosen.termId ?? `${chosen.from}-${chosen.to}`]);

describe('periods at one press', () => {
  test('are the term that runs and the one before it, two fiscal years, and everything', () => {
    expect(asWords('2026-11-11', 7)).toEqual([
      ['This term', 'fall'],
      ['Last term', 'summer'],
      ['This fiscal year', '7/1/2026-6/30/2027'],
      ['Last fiscal year', '7/1/2025-6/30/2026'],
      ['All so far', '-'],
    ]);
  });

  test('change with the first day of a term and of a fiscal year, not before', () => {
    expect(asWords('2027-01-18', 7)[0]).toEqual(['This term', 'fall']);
    expect(asWords('2027-01-19', 7)[0]).toEqual(['This term', 'spring']);
    expect(asWords('2026-06-30', 7).find(([w]) => w === 'This fiscal year')?.[1]).toBe('7/1/2025-6/30/2026');
    expect(asWords('2026-07-01', 7).find(([w]) => w === 'This fiscal year')?.[1]).toBe('7/1/2026-6/30/2027');
    expect(asWords('2028-02-01', 1).find(([w]) => w === 'This fiscal year')?.[1]).toBe('1/1/2028-12/31/2028');
    expect(asWords('2026-05-31', 7).map(([w]) => w)).toEqual(['This fiscal year', 'Last fiscal year', 'All so far']);
  });
});

describe('what was typed', () => {
  test('is read as days, and the same days may be both ends', () => {
    const reading = readAsked('terms', { ...everything, from: '9/1', to: '9/1', policy: 'p' }, days);
    expect(reading).toEqual({
      ok: true,
      asked: { kind: 'terms', from: '2026-09-01', to: '2026-09-01', termId: null, policy: 'p' },
    });
    expect(reading.ok && isSame(reading.asked, { ...reading.asked })).toBe(true);
    expect(reading.ok && isSame(reading.asked, { ...reading.asked, to: '2026-09-02' })).toBe(false);
  });

  test('names the field that cannot be read, and days the wrong way round', () => {
    expect(readAsked('terms', { ...everything, from: '2/30' }, days)).toEqual({
      ok: false,
      field: 'from',
      problem: '',
    });
    expect(readAsked('terms', { ...everything, from: '9/2', to: '9/1' }, days)).toEqual({
      ok: false,
      field: 'to',
      problem: 'This day lies before the first one. Check both days.',
    });
  });
});
