import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { policyTables, type PrintedTable, type TableRow } from '../../shared/policy/tables';
import { determined, meetingsFrom } from './decide';

// The tables as the institutions publish them, typed here row for row from their pages; what the app prints comes from the pack that decides.

const tablesOf = (policy: string, language: 'en' | 'es' = 'en'): readonly PrintedTable[] => {
  const own = shippedPacks.find((p) => p.id === policy);
  if (own === undefined) throw new Error(`${policy} is not shipped`);
  return policyTables(own.pack, language);
};

/** Words as they are read aloud: the source writes `12 - weeks` and `1-week`, and capitals as it likes. */
const aloud = (text: string | null): string | null =>
  text === null
    ? null
    : text
        .replace(/\s*[-–]\s*/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase();

const cells = (row: TableRow): (string | null)[] => [
  row.length,
  row.begins,
  row.register,
  row.stages.map((s) => s.when).join(' | '),
  row.stages.map((s) => s.refund).join(' | '),
  row.gradeFree,
];

const rowsOf = (table: PrintedTable | undefined): (string | null)[][] =>
  (table?.rows ?? []).map((row) => cells(row).map(aloud));

describe('Western Oregon', () => {
  const [term, first, second, third] = tablesOf('wou-extended-programs');

  test('the schedule of the regular term, stretch for stretch', () => {
    expect(term?.rows.flatMap((r) => r.stages.map((s) => [s.when, s.refund]))).toEqual([
      ['Before the close of the 5th calendar day after classes begin', '100%'],
      ['Before the close of the 12th calendar day after classes begin', '75%'],
      ['Before the close of the 19th calendar day after classes begin', '50%'],
      ['Before the close of the 26th calendar day after classes begin', '25%'],
      ['After the 26th day', 'No refund'],
    ]);
    expect([term?.clause, term?.heads.refund, term?.heads.percent]).toEqual(['W1', 'Withdrawal date', 'Refund']);
  });

  test('Table I, row for row', () => {
    const row = (length: string, register: string, refund: string, percent: string, gradeFree: string) =>
      [length, 'As Scheduled', register, refund, percent, gradeFree].map(aloud);
    expect(rowsOf(first)).toEqual([
      row('Less than 1 week', 'Prior to 1st class', '1st day of class', '100%', '1st day of class'),
      row('1-week', '1st day of class', '1st day of class', '100%', '1st day of class'),
      row('2-weeks', '2nd day of class', '2nd day of class', '100%', '2nd day of class'),
      row('3-weeks', '3rd day of class', '3rd day of class', '100%', '4th day of class'),
      row('4-weeks', '3rd day of class', '3rd day of class', '100%', '5th day of class'),
      row('5-weeks', '4th day of class', '4th day of class', '100%', '6th day of class'),
      row('6-weeks', '4th day of class', '4th day of class', '100%', '7th day of class'),
      row(
        '7 - 11 weeks',
        '2nd class week',
        '1st class week | 2nd class week | 3rd class week',
        '100% | 90% | 25%',
        '3rd class week',
      ),
      row(
        '12 - weeks or more',
        '2nd class week',
        '1st class week | 2nd and 3rd class week',
        '100% | 90%',
        '5th class week',
      ),
    ]);
    expect(first?.rows.map((r) => r.uncertain)).toEqual([...Array<boolean>(7).fill(false), true, true]);
    expect(first?.heads).toEqual({
      length: 'Length of course',
      begins: 'Begins',
      register: 'Last day to register, add or drop without a late fee',
      refund: 'Last day to withdraw and receive a refund',
      percent: 'Refund',
      gradeFree: 'Last day to withdraw without grade responsibility',
    });
  });

  test('Table II and Table III, row for row', () => {
    const row = (length: string, refund: string) => [length, null, null, refund, '100%', null].map(aloud);
    expect(rowsOf(second)).toEqual([row('Meets 3 - 7 Times', '1st Class Meeting')]);
    expect(rowsOf(third)).toEqual([
      row('1 week', '1st class meeting'),
      row('2 weeks', '1st class meeting'),
      row('3 weeks', '1st class meeting'),
      row('4 weeks', '1st class meeting'),
      row('5 - 12 weeks', '5th class meeting'),
    ]);
    expect([second?.clause, third?.clause]).toEqual(['W10', 'W11']);
  });

  test.each([
    [4, 'Less than 1 week'],
    [5, '1-week'],
    [10, '2-weeks'],
    [19, '3-weeks'],
    [22, '4-weeks'],
    [30, '5-weeks'],
    [40, '6-weeks'],
  ])('a course of %i days in a row is decided as the row “%s” says', (days, length) => {
    const row = first?.rows.find((r) => r.length === length);
    const nth = Number.parseInt(row?.stages[0]?.when ?? '', 10);
    const percentOn = (day: number): number | null =>
      determined({
        policy: 'wou-extended-programs',
        course: { category: 'self-sustaining-credit', meetings: meetingsFrom('2026-06-22', days, null, 1) },
        fees: { assessed: 100, collected: 100 },
        notice: {
          kind: 'letter',
          channel: 'counter',
          received: meetingsFrom('2026-06-22', days, null, 1)[day - 1]?.date,
        },
      }).percent;
    expect([percentOn(nth), percentOn(nth + 1)]).toEqual([100, 0]);
  });
});

test('Cal Poly Humboldt’s Extension Refund Schedule, row for row (H18)', () => {
  const [table] = tablesOf('humboldt-extended-education');
  expect([table?.title, table?.clause]).toEqual(['Extension Refund Schedule', 'H18']);
  expect(table?.rows.map((r) => [r.length, r.stages.map((s) => [s.when, s.percent, s.clause])])).toEqual([
    [
      '5 meetings or more',
      [
        ['Prior to the first session', 100, 'H7'],
        ['On or after the first session', 65, 'H14'],
        ['After 25% of course time elapsed', 0, 'H14'],
      ],
    ],
    [
      '4 meetings or less',
      [
        ['Prior to the first session', 100, 'H7'],
        ['On or after the first session', 0, 'H15'],
      ],
    ],
  ]);
  expect(table?.rows[0]?.stages.map((s) => s.refund)).toEqual(['Full less $10', '65%', 'No refund']);
});

test.each(shippedPacks.map((p) => [p.id, p.pack] as const))(
  '%s: every table has a row for each it names, in both languages',
  (_, pack) => {
    for (const language of ['en', 'es'] as const)
      policyTables(pack, language).forEach((printed, i) => {
        expect(printed.rows.length).toBe(pack.tables?.[i]?.rows.length);
        for (const row of printed.rows) {
          expect(row.stages.length).toBeGreaterThan(0);
          expect(JSON.stringify(row)).not.toMatch(/undefined|NaN|"when":""/);
        }
      });
  },
);
