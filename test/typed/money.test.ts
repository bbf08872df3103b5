import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoney, showMoney } from '../../shared/typed/money';

const money = (text: string) => {
  const read = readMoney(text);
  return read.kind === 'cents' ? read.cents : read.kind === 'wrong' ? read.message : '';
};

describe('amounts as typed', () => {
  test.each([
    ['400', 40000],
    ['400.5', 40050],
    ['400.50', 40050],
    ['400.', 40000],
    ['.5', 50],
    ['$1,234.50', 123450],
    ['$ 1,234,567', 'An amount over $999,999.99 cannot be right. Check the decimals.'],
    ['999999.99', 99999999],
    ['1000000', 'An amount over $999,999.99 cannot be right. Check the decimals.'],
    ['0', 0],
    ['=180+220', 40000],
    ['=180.25+220.50-0.75', 40000],
    ['=3*45', 13500],
    ['=3*45.50-10', 12650],
    ['=45.50*3', 13650],
    ['=2*2', 400],
    ['-5', 'An amount cannot be negative.'],
    ['=5-6', 'An amount cannot be negative.'],
    ['4.125', 'An amount has at most two decimals.'],
    ['1,23', '“1,23” is not an amount. Type it like 400 or 400.50, or a sum like =180+220.'],
    ['$', '“$” is not an amount. Type it like 400 or 400.50, or a sum like =180+220.'],
    ['.', '“.” is not an amount. Type it like 400 or 400.50, or a sum like =180+220.'],
    ['=1.5*2.5', 'Only one amount can stand in a product, like 3*45.50.'],
    ['=180+', '“=180+” is not a sum. Type it like =180+220.'],
    ['forty', '“forty” is not an amount. Type it like 400 or 400.50, or a sum like =180+220.'],
  ])('%s', (text, expected) => {
    expect(money(text)).toBe(expected);
  });

  test('nothing typed is nothing', () => {
    expect(readMoney(' ')).toEqual({ kind: 'empty' });
  });

  test('any amount shown is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        expect(money(showMoney(cents))).toBe(cents);
      }),
    );
  });
});
