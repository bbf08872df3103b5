import { describe, expect, test } from 'vitest';
import { totalsBy } from '../../renderer/screens/hand-off/control-totals';
import { nextNumber } from '../../renderer/screens/hand-off/keyed';
import { placeOf, promiseOf } from '../../renderer/screens/hand-off/promise';

describe('a refund’s age against both ends of its promise', () => {
  const row = { promisedFrom: '2026-10-06', promisedTo: '2026-10-20', paidOn: null, payable: 26_000, paid: 0 };
  const on = (day: string, age: number) => {
    const promised = promiseOf({ ...row, age }, day);
    return `${promised?.age}: ${promised?.words}`;
  };

  test('is said in words on both sides of each end', () => {
    expect(on('2026-10-05', 13)).toBe('day 13 of 14–28: not due yet');
    expect(on('2026-10-06', 14)).toBe('day 14 of 14–28: due');
    expect(on('2026-10-19', 27)).toBe('day 27 of 14–28: due');
    expect(on('2026-10-20', 28)).toBe('day 28 of 14–28: last day');
    expect(on('2026-10-21', 29)).toBe('day 29 of 14–28: 1 day past');
  });

  test('ends with the payment, whatever day it is', () => {
    const paid = { ...row, paid: 26_000 };
    expect(promiseOf({ ...paid, paidOn: '2026-10-20', age: 28 }, '2027-01-01')).toMatchObject({
      age: 'day 28 of 14–28',
      words: 'paid in time',
    });
    expect(promiseOf({ ...paid, paidOn: '2026-10-22', age: 30 }, '2027-01-01')?.words).toBe('paid 2 days late');
    expect(promiseOf({ ...paid, paidOn: '2026-10-01', age: 9 }, '2027-01-01')?.words).toBe('paid early');
  });

  test('is nothing where nothing was promised', () => {
    expect(promiseOf({ ...row, age: null }, '2026-10-21')).toBeNull();
  });
});

test('where a refund is follows from what was handed over and paid of it', () => {
  const words = (payable: number, handed: number, paid: number) =>
    placeOf({ payable, handed, paid, outstanding: payable - handed }).words;
  expect(words(100, 0, 0)).toBe('To hand over');
  expect(words(100, 60, 60)).toBe('In part handed over');
  expect(words(100, 100, 0)).toBe('Handed over');
  expect(words(100, 100, 40)).toBe('In part paid');
  expect(words(100, 100, 100)).toBe('Paid');
  expect(words(60, 100, 0)).toBe('Overpaid');
  expect(words(100, 100, 120)).toBe('Overpaid');
});

test('the next check has the next number, with its zeros and what stands around it', () => {
  expect(nextNumber('5009')).toBe('5010');
  expect(nextNumber('000999')).toBe('001000');
  expect(nextNumber('CK-0099/A')).toBe('CK-0100/A');
  expect(nextNumber('999')).toBe('1000');
  expect(nextNumber('12345678901234567899')).toBe('12345678901234567900');
  expect(nextNumber('wire')).toBe('wire');
});

test('control totals by fund and by course add up to the same', () => {
  const rows = [
    { fund: '4810', courseCode: 'EXT 2', cents: 100 },
    { fund: '', courseCode: 'EXT 1', cents: 250 },
    { fund: '4810', courseCode: 'EXT 1', cents: 50 },
  ];
  expect(totalsBy(rows, 'fund')).toEqual([
    { key: '', cases: 1, cents: 250 },
    { key: '4810', cases: 2, cents: 150 },
  ]);
  expect(totalsBy(rows, 'courseCode')).toEqual([
    { key: 'EXT 1', cases: 2, cents: 300 },
    { key: 'EXT 2', cases: 1, cents: 100 },
  ]);
});
