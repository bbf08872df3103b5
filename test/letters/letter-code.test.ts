import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLetterCode, writeLetterCode, type LetterCode } from '../../shared/letters/letter-code';

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const code: fc.Arbitrary<LetterCode> = fc.record({
  caseNumber: fc.tuple(fc.integer({ min: 1900, max: 9999 }), fc.nat()).map(([year, n]) => `RD-${year}-${n}`),
  determination: fc.option(hex(64)),
  head: fc.option(fc.record({ seq: fc.integer({ min: 1 }), mac: hex(16) })),
});

const written: LetterCode = {
  caseNumber: 'RD-2026-0417',
  determination: 'ab'.repeat(32),
  head: { seq: 10417, mac: '3f9a0b12c3d4e5f6' },
};

describe('the code of a letter', () => {
  it('says the case, the whole determination and where the register stood', () => {
    expect(writeLetterCode(written)).toBe(`RDL1:RD-2026-0417:${'AB'.repeat(32)}:10417:3F9A0B12C3D4E5F6`);
    expect(writeLetterCode({ ...written, determination: null })).toBe('RDL1:RD-2026-0417::10417:3F9A0B12C3D4E5F6');
    expect(writeLetterCode({ caseNumber: 'RD-2026-0001', determination: null, head: null })).toBe(
      'RDL1:RD-2026-0001:::',
    );
  });

  it('prints no more of a MAC than the 16 digits that are printed elsewhere', () => {
    const whole = { ...written, head: { seq: 10417, mac: `3f9a0b12c3d4e5f6${'0'.repeat(48)}` } };
    expect(writeLetterCode(whole)).toBe(writeLetterCode(written));
  });

  it('comes back as it was written, as a scanner or a hand types it', () => {
    fc.assert(
      fc.property(code, (one) => {
        const text = writeLetterCode(one);
        // The characters that a QR code packs two into eleven bits.
        expect(text).toMatch(/^[0-9A-Z $%*+./:-]+$/);
        expect(readLetterCode(text)).toEqual(one);
        expect(readLetterCode(`  ${text.toLowerCase().replaceAll(':', ' : ')}\r\n`)).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes nothing else for one', () => {
    const text = writeLetterCode(written);
    for (const wrong of [
      '',
      'RD-2026-0417',
      'RDF1|1|2|3',
      text.replace('RDL1', 'RDL2'),
      text.replace('RD-2026-0417', ''),
      text.replace('RD-2026-0417', 'RD_2026'),
      text.replace('AB', 'A'),
      text.replace('AB', 'AG'),
      text.replace('10417', '0'),
      text.replace('10417', '010417'),
      text.replace('10417', ''),
      text.replace('10417', '99999999999999999999'),
      text.slice(0, -1),
      `${text}0`,
      `${text}:`,
    ]) {
      expect(readLetterCode(wrong), wrong).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (any) => {
        const read = readLetterCode(any);
        return read === null || writeLetterCode(read) === any.replace(/\s/g, '').toUpperCase();
      }),
      { numRuns: 1000 },
    );
  });
});
