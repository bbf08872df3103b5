import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCents, formatPercent, percentOf } from '../../shared/money';

describe('a percentage of an amount, rounded half up to the cent', () => {
  test.each([
    [45_000, 65, 29_250],
    [10, 65, 7],
    [11, 50, 6],
    [1, 50, 1],
    [1, 49, 0],
    [99, 0, 0],
    [99, 100, 99],
    [33_333, 65, 21_666],
    [10_000, 66.67, 6667],
    [100, 0.5, 1],
    [100, 0.4999, 0],
    [3, 33.3333, 1],
    [53_376, 12.5, 6672],
  ])('%d cents at %d %% are %d', (cents, percent, expected) => {
    expect(percentOf(cents, percent)).toBe(expected);
  });

  test('exactly, against whole numbers of any size', () => {
    const amounts = fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.maxSafeNat());
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (cents, hundredths) => {
        const exact = (2n * BigInt(cents) * BigInt(hundredths) + 10_000n) / 20_000n;
        expect(percentOf(cents, hundredths / 100)).toBe(Number(exact));
      }),
      { numRuns: 2000 },
    );
  });

  test('the whole and nothing are exact, and a larger percentage is never less', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(100), fc.nat(100), (cents, a, b) => {
        expect(percentOf(cents, 100)).toBe(cents);
        expect(percentOf(cents, 0)).toBe(0);
        expect(percentOf(cents, Math.min(a, b))).toBeLessThanOrEqual(percentOf(cents, Math.max(a, b)));
      }),
    );
  });
});

describe('as people read it', () => {
  test.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [29_250, '$292.50'],
    [123_456_789, '$1,234,567.89'],
    [-1050, '-$10.50'],
  ])('%d', (cents, words) => {
    expect(formatCents(cents)).toBe(words);
  });

  test('percentages in both languages', () => {
    expect(formatPercent(65, 'en')).toBe('65%');
    expect(formatPercent(66.67, 'es')).toBe('66.67 %');
  });
});
