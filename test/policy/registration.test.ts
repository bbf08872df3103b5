import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { emptyAddress } from '../../shared/register/fields';
import { invoiceDueOn, invoiceState, mayAskDiscount, residenceOf } from '../../shared/register/registration';
import { determined } from './decide';

// What the policy with registrations says beside its refunds, as its pack declares it: X3 to X6, and the lines of X7, X8 and X10.

const pack = shippedPacks.find((p) => p.id === 'mit-xpro')?.pack;
const rules = pack?.features?.registration;
if (pack === undefined || rules === undefined) throw new Error('the policy with registrations declares none');

test('X3: ten may ask for the discount, nine may not', () => {
  expect([9, 10, 11].map((n) => mayAskDiscount(n, rules))).toEqual([false, true, true]);
  expect(rules.groups?.clause).toBe('X3');
});

describe('X4: an invoice', () => {
  const starts = '2025-11-24';
  test.each([
    ['2025-11-03', '2025-11-03'],
    ['2025-11-23', '2025-11-23'],
    ['2025-11-24', '2025-11-23'],
    ['2025-12-01', '2025-11-23'],
  ])('issued on %s is due on %s: the day of issue, and before the start', (issued, due) => {
    expect(invoiceDueOn(issued, starts)).toBe(due);
  });
  test('is due through that day, and unpaid past it liable to the sanction', () => {
    const issued = { issuedOn: '2025-11-03', paidOn: null };
    expect(['2025-11-03', '2025-11-04'].map((today) => invoiceState(issued, starts, today))).toEqual([
      'due',
      'overdue',
    ]);
    const paid = (paidOn: string) => invoiceState({ ...issued, paidOn }, starts, '2025-12-01');
    expect([paid('2025-11-03'), paid('2025-11-04')]).toEqual(['paid', 'paid-late']);
    expect([rules.invoices?.clause, rules.invoices?.sanction.en]).toEqual([
      'X4',
      'Liable to expulsion from the course',
    ]);
  });
  test('the sheet’s deadline is the last day on which any invoice can be paid in time', () => {
    const { deadlines } = determined({
      policy: pack.id,
      course: { category: 'course', starts, ends: '2026-01-23' },
      fees: { assessed: 1, collected: 1 },
    });
    expect(deadlines.find((d) => d.id === 'invoice')?.through).toBe(invoiceDueOn('2025-12-31', starts));
  });
});

describe('X5: the seven places', () => {
  const there = (country: string, state = '') => residenceOf({ ...emptyAddress, country, state }, rules);
  test('are those of the source, in its order', () => {
    expect(rules.residence?.barred.map((b) => b.name.en)).toEqual([
      'Crimea',
      'Iran',
      'Iraq',
      'North Korea',
      'Cuba',
      'Venezuela',
      'Syria',
    ]);
  });
  test.each([
    'Iran',
    'IR',
    'Irán',
    'Iraq',
    'IQ',
    'North Korea',
    'KP',
    'Cuba',
    'CU',
    'Venezuela',
    'VE',
    'Syria',
    'Siria',
    'SY',
  ])('nobody who resides in %s can be registered', (country) => {
    expect(there(country).kind).toBe('barred');
  });
  test('a region bars its own residents and not its country’s', () => {
    expect([there('Ukraine', 'Crimea').kind, there('Ukraine', 'Kyiv').kind]).toEqual(['barred', 'free']);
  });
  test.each(['South Korea', 'Spain', 'United States', 'Mexico', 'Ireland', 'Jordan', 'Colombia'])(
    '%s is free',
    (country) => {
      expect(there(country).kind).toBe('free');
    },
  );
});

test('X6: no substitution and no transfer of a payment', () => {
  expect([rules.noSubstitution?.clause, rules.noTransfer?.clause]).toEqual(['X6', 'X6']);
});

test('X7, X8 and X10: each line of the letter of admission stands beside a deadline that the course has', () => {
  const { deadlines } = determined({
    policy: pack.id,
    course: { category: 'course', starts: '2025-11-24', ends: '2026-01-23' },
    fees: { assessed: 1, collected: 1 },
  });
  const lines = (rules.admission ?? []).map(({ clause, deadline }) => [
    clause,
    deadlines.find((d) => d.id === deadline)?.through,
  ]);
  expect(lines).toEqual([
    ['X10', '2025-11-17'],
    ['X8', '2025-12-03'],
    ['X7', '2026-02-22'],
    ['X7', '2026-04-23'],
  ]);
});
