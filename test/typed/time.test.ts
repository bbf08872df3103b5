import { describe, expect, test } from 'vitest';
import { formatTime } from '../../shared/day';
import { readTime, type Hours } from '../../shared/typed/time';

const office: Hours = { from: '08:00', to: '17:00' };
const time = (text: string, hours: Hours | null = office) => {
  const read = readTime(text, hours);
  return read.kind === 'time' ? read.time : read.kind === 'wrong' ? read.message : '';
};

describe('times as typed', () => {
  test.each([
    ['10', '10:00'],
    ['10a', '10:00'],
    ['10 am', '10:00'],
    ['1430', '14:30'],
    ['14:30', '14:30'],
    ['2:30p', '14:30'],
    ['2.30 pm', '14:30'],
    ['12a', '00:00'],
    ['12p', '12:00'],
    ['noon', '12:00'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, expected) => {
    expect(time(text)).toBe(expected);
  });

  test('an hour without am or pm is the one at which the office is open', () => {
    expect(time('2')).toBe('14:00');
    expect(time('230')).toBe('14:30');
    expect(time('5')).toBe('17:00');
    expect(time('501')).toBe('05:01');
    expect(time('8')).toBe('08:00');
    expect(time('759')).toBe('07:59');
    expect(time('12')).toBe('12:00');
    expect(time('02:30')).toBe('02:30');
    expect(time('2', null)).toBe('02:00');
  });

  test('what is wrong is said', () => {
    expect(time('24:00')).toBe('A day has no hour 24. Check the time.');
    expect(time('10:60')).toBe('An hour has no minute 60. Check the time.');
    expect(time('14p')).toBe('14 pm is not a time. Type it like 2:30p or 14:30.');
    expect(time('late')).toBe('“late” is not a time. Type it like 10, 2:30p or 14:30.');
    expect(readTime(' ', office)).toEqual({ kind: 'empty' });
  });

  test('a time as the field shows it is read back as itself', () => {
    for (const shown of ['00:05', '08:00', '12:00', '17:30', '23:59']) expect(time(formatTime(shown))).toBe(shown);
  });
});
