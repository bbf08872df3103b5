import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, sayDay, showDay, stepDay, type DayContext } from '../../shared/typed/day';

// The day of the table in the convention: Wednesday, September 30, 2026.
const closures = new Set(['2026-09-25']);
const context: DayContext = {
  today: '2026-09-30',
  near: '2026-09-30',
  past: true,
  isWorkingDay: (day) => !closures.has(day) && ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
};

const day = (text: string, change: Partial<DayContext> = {}) => {
  const read = readDay(text, { ...context, ...change });
  return read.kind === 'day'
    ? read.day
    : read.kind === 'ambiguous'
      ? `${read.day} or ${read.others.join(' or ')}`
      : read.kind === 'wrong'
        ? read.message
        : '';
};

describe('every row of the table of dates', () => {
  test.each(['9/22', '9-22', '9.22', '9 22', '9/22/26', '9-22-2026', '9.22.26', ' 9 / 22 ', '0922', '922'])(
    '%s',
    (text) => {
      expect(day(text)).toBe('2026-09-22');
    },
  );

  test.each(['92226', '092226', '09222026', '9222026', '20260922'])('digits only: %s', (text) => {
    expect(day(text)).toBe('2026-09-22');
  });

  test.each([
    ['11126', '2026-01-11 or 2026-11-01'],
    ['12126', '2026-01-21 or 2026-12-01'],
    ['1112026', '2026-01-11 or 2026-11-01'],
    ['111', '2026-01-11 or 2025-11-01'],
  ])('digits that could be two days must be confirmed: %s', (text, expected) => {
    expect(readDay(text, context).kind).toBe('ambiguous');
    expect(day(text)).toBe(expected);
  });

  test('of two such days the one that can be comes first', () => {
    expect(day('11126', { past: false })).toBe('2026-11-01 or 2026-01-11');
  });

  test('six and eight digits are never in doubt', () => {
    expect(day('011126')).toBe('2026-01-11');
    expect(day('110126')).toBe('2026-11-01');
    expect(day('01112026')).toBe('2026-01-11');
  });

  test('a bare day is of this month, or of the one before where it would lie in the future', () => {
    expect(day('22')).toBe('2026-09-22');
    expect(day('30')).toBe('2026-09-30');
    expect(day('1')).toBe('2026-09-01');
    expect(day('22', { today: '2026-09-21', near: '2026-09-21' })).toBe('2026-08-22');
    expect(day('31')).toBe('2026-08-31');
    expect(day('31', { today: '2026-03-30', near: '2026-03-30' })).toBe('February 2026 has 28 days.');
    expect(day('22', { today: '2026-01-05', near: '2026-01-05' })).toBe('2025-12-22');
    expect(day('22', { past: false, near: '2026-09-10', today: '2026-09-10' })).toBe('2026-09-22');
    expect(day('22', { near: '2026-08-30' })).toBe('2026-08-22');
  });

  test.each([
    'sep 22',
    '22 sep',
    'September 22, 2026',
    '2026-09-22',
    'SEPT 22',
    '22-Sep-26',
    'Tue, Sep 22, 2026',
    'Sep 22nd',
    '2026/9/22',
  ])('%s', (text) => {
    expect(day(text)).toBe('2026-09-22');
  });

  test('without a year it is the nearest such day that is not in the future', () => {
    expect(day('12/28', { today: '2026-01-08', near: '2026-01-08' })).toBe('2025-12-28');
    expect(day('10/1')).toBe('2025-10-01');
    expect(day('9/30')).toBe('2026-09-30');
    expect(day('10/1', { past: false })).toBe('2026-10-01');
    expect(day('1/2', { past: false, today: '2026-12-28', near: '2026-12-28' })).toBe('2027-01-02');
    expect(day('12/28', { near: '2026-01-08' })).toBe('2025-12-28');
    expect(day('2/29', { today: '2028-03-01', near: '2028-03-01' })).toBe('2028-02-29');
    expect(day('2/29', { today: '2025-03-01', near: '2025-03-01' })).toBe('2024-02-29');
  });

  test('today and yesterday', () => {
    expect(day('t')).toBe('2026-09-30');
    expect(day('=')).toBe('2026-09-30');
    expect(day('T')).toBe('2026-09-30');
    expect(day('y')).toBe('2026-09-29');
  });

  test('so many days, or working days, from the batch’s day', () => {
    expect(day('+5', { near: '2026-09-22' })).toBe('2026-09-27');
    expect(day('-3', { near: '2026-09-22' })).toBe('2026-09-19');
    expect(day('-3b', { near: '2026-09-22' })).toBe('2026-09-17');
    expect(day('+3b', { near: '2026-09-22' })).toBe('2026-09-28');
    expect(day('-3b')).toBe('2026-09-24');
    expect(day('-1b', { isWorkingDay: () => false })).toMatch(/no such working day/);
  });

  test('a sign before a whole date is none', () => {
    expect(day('+9/22')).toBe('2026-09-22');
    expect(day('-9/22/2026')).toBe('2026-09-22');
    expect(day('-9')).toBe('2026-09-21');
  });

  test('the first and last of the month', () => {
    expect(day('m', { near: '2026-09-22' })).toBe('2026-09-01');
    expect(day('h', { near: '2026-09-22' })).toBe('2026-09-30');
    expect(day('h', { near: '2028-02-03' })).toBe('2028-02-29');
  });

  test('the most recent such weekday', () => {
    expect(day('mon')).toBe('2026-09-28');
    expect(day('fri')).toBe('2026-09-25');
    expect(day('wed')).toBe('2026-09-30');
    expect(day('thursday')).toBe('2026-09-24');
  });

  test('never rolls over, and says what is wrong', () => {
    expect(day('2/30')).toBe('February 2026 has 28 days.');
    expect(day('2/29/2026')).toBe('February 2026 has 28 days.');
    expect(day('2/29/2028')).toBe('2028-02-29');
    expect(day('9/31')).toBe('September 2026 has 30 days.');
    expect(day('feb 30')).toBe('February 2026 has 28 days.');
    expect(day('22/9')).toBe('There is no month 22. Type the month first, like 9/22.');
    expect(day('9/0')).toBe('There is no day 0. Check the date.');
    expect(day('0')).toBe('There is no day 0. Check the date.');
    expect(day('9/22/2206')).toBe('The year 2206 cannot be right. Check the date.');
    expect(day('soon')).toBe('“soon” is not a date. Type it like 9/22, sep 22 or 22, or T for today.');
    expect(day('123456789')).toMatch(/at most eight/);
    expect(day('9/22/026')).toMatch(/is not a date/);
  });

  test('two-digit years: 00 to 79 are of this century', () => {
    expect(day('9/22/79')).toBe('2079-09-22');
    expect(day('9/22/80')).toBe('1980-09-22');
  });

  test('nothing typed is nothing', () => {
    expect(readDay('  ', context)).toEqual({ kind: 'empty' });
  });
});

describe('steps and words', () => {
  test('a step of a month keeps to its last day', () => {
    expect(stepDay('2026-01-31', 'month-later')).toBe('2026-02-28');
    expect(stepDay('2026-03-31', 'month-earlier')).toBe('2026-02-28');
    expect(stepDay('2026-09-30', 'day-later')).toBe('2026-10-01');
    expect(stepDay('2026-01-01', 'day-earlier')).toBe('2025-12-31');
  });

  test('what is shown and said', () => {
    expect(showDay('2026-09-22')).toBe('9/22/2026');
    expect(sayDay('2026-09-22')).toBe('Tue, Sep 22, 2026');
  });

  test('any day, shown or said, is read back as itself', () => {
    const days = fc
      .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, (one, near) => {
        for (const text of [showDay(one), sayDay(one), one, one.replaceAll('-', '')]) {
          const read = readDay(text, { ...context, near, today: near });
          expect(read, text).toEqual({ kind: 'day', day: one });
        }
      }),
    );
  });

  test('whatever is typed, the answer is a real day or a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. +=tymhbsepfri'), maxLength: 10 }), (text) => {
        const read = readDay(text, context);
        if (read.kind === 'day') expect(new Date(`${read.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
        if (read.kind === 'wrong') expect(read.message.length).toBeGreaterThan(10);
      }),
      { numRuns: 2000 },
    );
  });
});
