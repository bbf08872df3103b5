import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { readPaymentFile } from '../../electron/sheets/payment-file';
import {
  guessBack,
  readAmount,
  readCaseNumber,
  readListDay,
  readRows,
  type PayableLine,
} from '../../shared/register/payment-list';

describe('what a list says in its cells', () => {
  test.each([
    ['RD-2026-0417', 'RD-2026-0417'],
    ['rd 2026 417', 'RD-2026-0417'],
    ['2026-417', 'RD-2026-0417'],
    ['2026/0417', 'RD-2026-0417'],
    ['RD20260417', 'RD-2026-0417'],
    ['RD–2026–0417', 'RD-2026-0417'],
    ['ＲＤ-２０２６-０４１７', 'RD-2026-0417'],
    ['Refund RD-2026-0417, Garcia', 'RD-2026-0417'],
    ['RD-2026-12345', 'RD-2026-12345'],
    ['RD-2026-0000', undefined],
    ['CARD-2026-0417', undefined],
    ['Garcia', undefined],
    ['', undefined],
  ])('case %s', (text, number) => {
    expect(readCaseNumber(text)?.number ?? undefined).toBe(number);
  });

  test.each([
    ['417', 417],
    ['0417', 417],
    ['RD 417', 417],
    ['0', null],
  ])('ordinal %s', (text, ordinal) => {
    const read = readCaseNumber(text);
    expect(read === null ? null : [read.number, read.ordinal]).toEqual(ordinal === null ? null : [null, ordinal]);
  });

  test.each([
    ['$1,234.50', 123_450],
    ['1234.5', 123_450],
    ['USD 12', 1200],
    ['12.00 USD', 1200],
    ['US$12.00', 1200],
    [' 0.07 ', 7],
    ['(12.00)', null],
    ['-12.00', null],
    ['12.005', null],
    ['1,23', null],
    ['=12+1', null],
    ['1.234,50', null],
    ['twelve', null],
    ['', null],
  ])('amount %s', (text, cents) => {
    expect(readAmount(text)).toBe(cents);
  });

  test.each([
    ['2026-09-28', '2026-09-28'],
    ['2026-09-28T00:00:00Z', '2026-09-28'],
    ['9/28/2026', '2026-09-28'],
    ['09/28/26', '2026-09-28'],
    ['9-28-2026', '2026-09-28'],
    ['20260928', '2026-09-28'],
    ['28-Sep-2026', '2026-09-28'],
    ['28-Sep-26', '2026-09-28'],
    ['Sep 28, 2026', '2026-09-28'],
    ['9/28/2026 2:30 PM', '2026-09-28'],
    ['46293', '2026-09-28'],
    ['46293.75', '2026-09-28'],
    ['2/29/2028', '2028-02-29'],
    ['2/29/2026', null],
    ['13/1/2026', null],
    ['28/9/2026', null],
    ['9/28', null],
    ['soon', null],
  ])('day %s', (text, day) => {
    expect(readListDay(text)).toBe(day);
  });

  test('headings are found as they look, or as they were chosen last', () => {
    const headings = ['Vendor', 'Case Number', 'Check Date', 'Check No', 'Paid Amount'];
    const looks = { case: 'Case Number', on: 'Check Date', reference: 'Check No', amount: 'Paid Amount' };
    expect(guessBack(headings, null)).toEqual(looks);
    const last = { ...looks, case: 'Vendor' };
    expect(guessBack(headings, last)).toEqual(last);
    expect(guessBack(['a', 'b'], last)).toEqual({ case: '', on: '', reference: '', amount: '' });
  });
});

const valueOf = async (bytes: Uint8Array) => {
  const read = await readPaymentFile(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
};

describe('the file itself', () => {
  const text = 'Batch list\r\n\r\nCase;Café;Amount\r\nRD-2026-0001;"a;b";1,50\r\n';
  const expected = {
    headings: ['Case', 'Café', 'Amount'],
    rows: [{ line: 4, cells: ['RD-2026-0001', 'a;b', '1,50'] }],
  };
  const utf16 = (little: boolean) => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    for (const [i, char] of [...`\uFEFF${text}`].entries()) view.setUint16(i * 2, char.charCodeAt(0), little);
    return bytes;
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, either way', utf16(true)],
    ['UTF-16, the other way', utf16(false)],
    ['Windows-1252', Uint8Array.from(text, (c) => c.charCodeAt(0))],
  ])('is read as %s', async (_, bytes) => {
    expect(await valueOf(bytes)).toEqual(expected);
  });

  test.each([',', '\t', '|'])('is read with %j between its cells, headings each once', async (by) => {
    const { headings } = await valueOf(new TextEncoder().encode(['a', 'a', '', 'b'].join(by) + '\n1' + by + '2\n'));
    expect(headings).toEqual(['a', 'a (2)', 'Column 3', 'b']);
  });

  test('is read from an Excel workbook: dates, amounts, numbers and words as they stand there', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Case' }, { value: 'Paid' }, { value: 'Check' }, { value: 'Fee & refund' }],
      [
        { value: 'RD-2026-0001 "Ann" & <Bob> &amp; é' },
        { value: new Date('2026-09-28T00:00:00Z'), type: Date, format: 'mm/dd/yyyy' },
        { value: 88_121 },
        { value: 19.99 },
      ],
    ]).toBuffer();
    expect(await valueOf(new Uint8Array(bytes))).toEqual({
      headings: ['Case', 'Paid', 'Check', 'Fee & refund'],
      rows: [{ line: 2, cells: ['RD-2026-0001 "Ann" & <Bob> &amp; é', '2026-09-28', '88121', '19.99'] }],
    });
    const broken = new Uint8Array(bytes).map((b, i) => (i > 200 && i < 900 ? b ^ 0x5a : b));
    expect(await readPaymentFile(broken)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });
});

test('whatever a file holds, it is read or refused, and every row is entered, known or left with its reason', async () => {
  const lines: PayableLine[] = [
    { caseId: 'a', number: 'RD-2026-0001', here: 1200, handedOn: '2026-09-30', payments: [] },
    {
      caseId: 'b',
      number: 'RD-2026-0002',
      here: 500,
      handedOn: '2026-09-30',
      payments: [{ on: '2026-10-01', reference: '7', cents: 500 }],
    },
  ];
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('RD-2026-0001', '2026-2', '12.00', '5', '10/1/2026', '2026-10-01', '7', '"', '\0', '=1+1'),
  );
  const back = { case: 'Case', on: 'Date', reference: 'Check', amount: 'Amount' };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 40 }), async (rows) => {
      const text = [['Case', 'Date', 'Check', 'Amount'], ...rows].map((r) => r.join(',')).join('\n');
      const read = await readPaymentFile(new TextEncoder().encode(text));
      if (!read.ok) return;
      const found = readRows(read.value, back, { lines, caseOf: () => null, today: '2026-10-15' });
      expect(found).toHaveLength(read.value.rows.length);
      const entered = found.filter((r) => r.became === 'entered');
      expect(new Set(entered.map((r) => r.caseId)).size).toBe(entered.length);
      for (const row of found) {
        expect(row.said === '').toBe(row.became === 'entered' || row.became === 'known');
        if (row.became === 'entered') expect([row.caseId, row.cents]).toEqual(['a', 1200]);
        if (row.became === 'known')
          expect([row.caseId, row.on, row.reference, row.cents]).toEqual(['b', '2026-10-01', '7', 500]);
      }
    }),
    { numRuns: 250 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const zipped = new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]);
      for (const file of [bytes, zipped]) expect(typeof (await readPaymentFile(file)).ok).toBe('boolean');
    }),
    { numRuns: 200 },
  );
});
