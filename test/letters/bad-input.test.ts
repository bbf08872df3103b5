import { describe, expect, it } from 'vitest';
import { addressBlock, addressBox, addressLines } from '../../shared/letters/address';
import { makeLetter } from '../../shared/letters/letter';
import { paginate } from '../../shared/letters/paginate';
import { fullName } from '../../shared/register/student';
import { aStudent, id } from '../db/records';
import { anOpenDesk } from '../electron/desk-here';
import { aSource, office, receiptSamples, samples, student, wordsOf } from './samples';

/** What somebody can type or paste that does not belong on paper: where it is refused, and how what may be kept is printed. */

const box = addressBox(office.printing);

/** Seven lines of an address as somebody has them in a letter, in the fields that a student has. */
const sevenLines = {
  line1: 'c/o Dr. Maximiliana Wolfeschlegelsteinhausenbergerdorff, Esq',
  line2: 'Building 12, Wing C, Floor 3, Apartment 3B, Postal Box 99821',
  city: 'Llanfairpwllgwyngyllgogerychwyrndrobwll',
  state: 'Ynys Mon and Gwynedd',
  postal: 'LL61 5UJ',
  country: 'United Kingdom of Great Britain',
};

describe('what does not fit a record', () => {
  it('is refused under its field: a name of 200 characters, an address with lines in a line', async () => {
    const here = await anOpenDesk();
    const save = (other: object) =>
      here.problems('student.save', { requestId: id(), student: { ...aStudent({ number: '4711' }), ...other } });
    expect(await save({ lastName: 'x'.repeat(200) })).toEqual({
      lastName: 'At most 80 characters fit here.',
    });
    expect(await save({ firstName: 'y'.repeat(200) })).toEqual({
      firstName: 'At most 80 characters fit here.',
    });
    const address = { ...sevenLines, line1: 'One\nTwo\nThree\nFour' };
    expect(await save({ address })).toEqual({
      'address.line1': 'This holds a character that cannot be printed. Type it again.',
    });
    expect(await save({ address: { ...sevenLines, line2: 'z'.repeat(61) } })).toEqual({
      'address.line2': 'At most 60 characters fit here.',
    });
  });
});

describe('what fits a record and not an envelope', () => {
  const long = { ...student, firstName: 'Maximiliana Wilhelmina', lastName: 'x'.repeat(80), address: sevenLines };

  it('is printed as far as the window holds it, and the clerk reads that before printing', () => {
    const block = addressBlock(fullName(long), long.address, box);
    expect(block.lines.length * block.leading).toBeLessThanOrEqual(box.height * 72 + 0.01);
    expect(block.readable).toBe(false);
    const { problems, html } = makeLetter(aSource({}, { student: long }));
    expect(problems).toEqual([
      'The address is too long for the envelope’s window at a size that the post office can read. Shorten it on the student.',
    ]);
    expect(html).toContain(`height: ${box.height}in`);
    expect(makeLetter(aSource()).problems).toEqual([]);
  });
});

describe('scripts that run from right to left, and marks that stand on letters', () => {
  const names = [
    ['محمد', 'عبد الرحمن'],
    ['שרה', 'כהן-לוי'],
    ['a\u0301\u0327\u0300'.repeat(26), 'Z\u0363\u0364\u0365algo'],
    ['\u202eevil\u202c', '\u2067Lee\u2069'],
  ] as const;

  it.each(names)('%s %s: in its own direction, in the body as typed', (firstName, lastName) => {
    const { html, pages } = makeLetter(aSource({}, { student: { ...student, firstName, lastName } }));
    expect(pages).toBe(1);
    // Isolated, so that it cannot turn the sentence around it.
    expect(html).toContain(`<bdi>${firstName} ${lastName}</bdi>`);
    const [line = ''] = addressLines(fullName({ firstName, lastName }), student.address);
    expect(line).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(html).toContain(`<span dir="auto">${line}</span>`);
  });

  it('take no more room than a page has', () => {
    const { sheets: pieces } = paginate([`<p>${'a\u0301'.repeat(4000)}</p>`, '<p>x</p>', '<p>y</p>']);
    expect(pieces.length).toBeGreaterThan(1);
  });
});

describe('markup, script and fields in what was typed', () => {
  const typed = '<script>alert(1)</script> {{ money.refund }} {% if x %} &amp; "q"';

  it('is printed as it was typed, in every letter that names it', () => {
    for (const { source } of Object.values({ ...samples, ...receiptSamples })) {
      const { html } = makeLetter({
        ...source,
        student: { ...student, lastName: typed },
        course: { ...source.course, title: typed },
      });
      expect(html).not.toContain('<script');
      const words = wordsOf(html);
      expect(words.split(typed).length - 1).toBeGreaterThanOrEqual(2);
    }
  });
});
