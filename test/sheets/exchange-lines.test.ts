import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvText } from '../../electron/sheets/csv-text';
import { exchangeFields, standardExchange, type Exchange } from '../../shared/register/exchange';
import { cellsOf, shared, type ExchangeRow } from '../../shared/register/exchange-lines';
import { payeesOf } from '../../shared/register/payee';
import { aStudent } from '../db/records';

const dangerous = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
  ' ',
  '\u200B',
  '"',
  ',',
  ';',
  "'",
);
const word = fc
  .tuple(fc.array(dangerous, { maxLength: 3 }), fc.string({ maxLength: 8 }))
  .map(([signs, rest]) => signs.join('') + rest);
const refund: fc.Arbitrary<ExchangeRow> = fc.record({
  transmittal: word,
  case: word,
  cents: fc.integer({ min: 1, max: 99_999_999 }),
  fund: word,
  course: word,
  term: word,
  studentNumber: word,
  studentName: word,
  payee: word,
  paymentMethod: word,
  address: fc.record({ line1: word, line2: word, city: word, state: word, postal: word, country: word }),
  closedOn: fc.constant('2026-09-30'),
  clause: word,
  determination: word,
});
const columns = exchangeFields.map((field) => ({ heading: `=${field}`, field, text: '@text' }));

test('no cell of the file is anything that a spreadsheet computes, and every cell comes back as it went', () => {
  let cells = 0;
  fc.assert(
    fc.property(
      fc.array(refund, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      fc.constantFrom('dollars' as const, 'cents' as const),
      (rows, delimiter, amounts) => {
        const exchange: Exchange = { ...standardExchange, columns, delimiter, amounts };
        const lines = [columns.map((c) => c.heading), ...rows.map((row) => cellsOf(exchange, row))];
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvText(lines, delimiter));
        const back = Papa.parse<string[]>(text.slice(1, -2), { delimiter, newline: '\r\n' }).data;
        expect(back).toHaveLength(lines.length);
        for (const [i, line] of back.entries()) {
          expect(line).toHaveLength(columns.length);
          for (const [j, cell] of line.entries()) {
            cells += 1;
            expect(/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u.test(cell), cell).toBe(false);
            if (i > 0) expect(cell).toBe(lines[i]?.[j]);
          }
          const amount = line[exchangeFields.indexOf('amount')] ?? '';
          if (i > 0) expect(amount).toMatch(amounts === 'cents' ? /^\d+$/ : /^\d+\.\d\d$/);
        }
      },
    ),
    { numRuns: 250 },
  );
  expect(cells).toBeGreaterThan(10_000);
});

test('an amount among payers adds up to the cent, each within a cent of their part, and nobody is paid nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 8 }),
      (cents, paid) => {
        const parts = shared(cents, paid);
        const whole = paid.reduce((sum, p) => sum + p, 0);
        expect(parts.reduce((sum, p) => sum + p, 0)).toBe(cents);
        for (const [i, part] of parts.entries())
          expect(Math.abs(part - (cents * (paid[i] ?? 0)) / whole)).toBeLessThan(1.000_001);
      },
    ),
  );
  expect(shared(100, [1, 1, 1])).toEqual([34, 33, 33]);
  const student = aStudent();
  const other = { kind: 'other', name: 'Employer', address: student.address } as const;
  const payment = { on: '2026-08-20', method: 'Check' };
  expect(payeesOf(500, student, null)).toMatchObject([{ name: 'María García-López', cents: 500, method: '' }]);
  const payments = [
    { ...payment, cents: 1, payer: { kind: 'student' as const } },
    { ...payment, cents: 30_000, payer: other },
    { ...payment, cents: 10_000, payer: other, method: 'Card' },
  ];
  expect(payeesOf(500, student, { payments })).toEqual([
    { name: 'Employer', address: student.address, method: 'Check, Card', cents: 500 },
  ]);
});
