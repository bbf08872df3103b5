import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBlock, addressBox, addressLines, windowOutlines } from '../../shared/letters/address';
import { widthOf, wrap } from '../../shared/letters/measure';
import { emptyAddress } from '../../shared/register/fields';

const printing = { envelope: 'half-inch', nudgeX: 0, nudgeY: 0, preprintedLetterhead: false } as const;
const box = addressBox(printing);
const maria = {
  line1: '1420 Alder St., Apt. 3B',
  line2: '',
  city: 'Arcadia',
  state: 'CA',
  postal: '90001-2210',
  country: '',
};

describe('the mailing address', () => {
  it('stands where every position of the folded sheet shows it', () => {
    expect(box).toEqual({ left: 1, top: 2.5, width: 3.375, height: 0.667 });
    for (const envelope of ['half-inch', 'five-eighths', 'double'] as const) {
      const { left, top, width, height } = addressBox({ ...printing, envelope });
      for (const window of windowOutlines(envelope)) {
        expect(left).toBeGreaterThanOrEqual(window.left);
        expect(top).toBeGreaterThanOrEqual(window.top - 0.001);
        expect(left + width).toBeLessThanOrEqual(window.left + window.width);
        expect(top + height).toBeLessThanOrEqual(window.top + window.height + 0.001);
      }
    }
  });

  it('moves by the nudge, a 32nd of an inch each', () => {
    expect(addressBox({ ...printing, nudgeX: 2, nudgeY: -3 })).toMatchObject({ left: 1.0625, top: 2.40625 });
  });

  it('is in capitals without punctuation, as the post office asks', () => {
    expect(addressLines('Maria Garcia-Lopez', maria)).toEqual([
      'MARIA GARCIA-LOPEZ',
      '1420 ALDER ST APT 3B',
      'ARCADIA CA 90001-2210',
    ]);
    expect(addressLines('Seán O’Brien, Jr.', { ...maria, line2: 'c/o #4 & Sons' })).toEqual([
      'SEÁN OBRIEN JR',
      '1420 ALDER ST APT 3B',
      'C/O #4 & SONS',
      'ARCADIA CA 90001-2210',
    ]);
  });

  it('ends with the country where there is one', () => {
    expect(addressLines('Zoë', { ...maria, country: 'Canada' }).at(-1)).toBe('CANADA');
  });

  it('keeps the usual size for four lines and one street line for five short ones', () => {
    expect(addressBlock('Maria Garcia-Lopez', { ...maria, line2: 'Bldg 7' }, box)).toMatchObject({
      size: 10.5,
      leading: 12,
      readable: true,
    });
    const five = addressBlock('Maria Garcia-Lopez', { ...maria, line2: 'Bldg 7', country: 'Canada' }, box);
    expect(five).toMatchObject({ size: 10.5, readable: true });
    expect(five.lines).toContain('1420 ALDER ST APT 3B BLDG 7');
  });

  it('drops the marks that would turn a line around', () => {
    expect(addressLines('\u202eevil\u202c\u2066x\u2069', maria)[0]).toBe('EVILX');
    expect(addressLines('a\u0000b\u2028c', maria)[0]).toBe('A B C');
  });

  it('never leaves its box, however long the name', () => {
    const text = (maxLength: number) =>
      fc.oneof(
        fc.string({ maxLength }),
        fc.string({ unit: 'grapheme', maxLength }),
        fc.string({ unit: 'binary', maxLength }),
      );
    const address = fc.record({
      line1: text(60),
      line2: text(60),
      city: text(40),
      state: text(30),
      postal: text(20),
      country: text(40),
    });
    fc.assert(
      fc.property(text(200), address, (name, typed) => {
        const block = addressBlock(name, typed, box);
        expect(block.lines.length * block.leading).toBeLessThanOrEqual(box.height * 72 + 0.1);
        for (const line of block.lines)
          expect(widthOf(line, block.size)).toBeLessThanOrEqual(box.width * 72 + block.size * 1.4);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no letter of the longest address that the register holds', () => {
    const longest = {
      line1: 'W'.repeat(60),
      line2: 'M'.repeat(60),
      city: 'C'.repeat(40),
      state: 'S'.repeat(30),
      postal: '9'.repeat(20),
      country: 'N'.repeat(40),
    };
    const block = addressBlock(`${'F'.repeat(80)} ${'L'.repeat(80)}`, longest, box);
    expect(block.lines.join('').replace(/ /g, '')).toHaveLength(160 + 60 + 60 + 90 + 40);
    expect(block.readable).toBe(false);
  });

  it('is empty for a student without one', () => {
    expect(addressLines('', emptyAddress)).toEqual([]);
  });
});

describe('breaking lines', () => {
  it('breaks between words, and inside a word that is wider than the room', () => {
    expect(wrap('one two', 10, 1000)).toEqual(['one two']);
    expect(wrap('one two', 10, widthOf('one', 10) + 1)).toEqual(['one', 'two']);
    expect(wrap('abcdef', 10, widthOf('abc', 10) + 0.1)).toEqual(['abc', 'def']);
  });

  it('leaves a mark with its letter and ends even where nothing fits', () => {
    expect(wrap('e\u0301e\u0301', 10, 1)).toEqual(['e\u0301', 'e\u0301']);
  });
});
