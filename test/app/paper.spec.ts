import { expect, test } from '@playwright/test';
import { calibrationPage } from '../../shared/letters/calibration';
import { formPage } from '../../shared/letters/form';
import { formHtml } from '../../shared/letters/form-page';
import { makeLetter } from '../../shared/letters/letter';
import { writeLetterCode } from '../../shared/letters/letter-code';
import type { LetterSource } from '../../shared/letters/source';
import { shippedPacks } from '../../shared/policy/packs/index';
import { worksheetPage } from '../../shared/letters/worksheet';
import { printed } from '../letters/paper';
import { accessOf, scanned, wordsIn, type Word } from '../letters/pdf-words';
import { aSource, office, pack, samples, student, term } from '../letters/samples';

/** Forms, worksheets and the test page as real PDFs by the app's own printing: whole on their sheet, tagged, and scanned as they read. */

const languages = ['en', 'es'] as const;

/** What the QR code of a sample's letter says. */
const codeOf = ({ caseNumber, hash, head }: LetterSource): string =>
  writeLetterCode({ caseNumber, determination: hash, head });

const line = (words: readonly Word[]): string => words.map((w) => w.text).join(' ');

test('forms are one sheet each, in both languages, and their QR code says what stands beside it', async () => {
  test.setTimeout(120_000);
  const { course, facts } = aSource();
  const deadlines = pack.deadlines(facts);
  const forms = shippedPacks.flatMap(({ pack: own }) =>
    own.forms.flatMap((form) =>
      languages.flatMap((language) =>
        [true, false].map((blank) =>
          formPage({
            language,
            form,
            pack: own,
            office,
            student: blank ? null : student,
            course: blank ? null : course,
            term: blank ? null : term,
            deadlines: blank ? [] : deadlines,
            about: blank ? null : { caseNumber: 'RD-2027-0417', decided: { on: '2026-09-23', refund: 26000 } },
          }),
        ),
      ),
    ),
  );
  const pdfs = await printed(
    forms.map((form) => ({ html: formHtml(form), title: form.title, language: form.language })),
  );
  for (const [index, form] of forms.entries()) {
    const pdf = pdfs[index] ?? new Uint8Array();
    await test.step(`${form.title}, ${form.reference}`, async () => {
      expect(await accessOf(pdf)).toEqual({ tagged: true, language: form.language, title: form.title, pages: 1 });
      expect(scanned(pdf, 1)).toBe(form.reference);
      const words = wordsIn(pdf);
      expect(line(words).replace(/ /g, '')).toContain(form.reference.replace(/ /g, ''));
      // The office's block is the last on the sheet; where its last box stands, the whole form stands.
      const last = words.filter((w) => w.text === 'Entered').at(-1);
      expect(last?.bottom).toBeLessThan(10.3);
      expect(line(words)).toContain(form.signatures.at(-1)?.who ?? '');
      // The office's own box and, where the form has a place for the decision, the form's.
      const numbers = words.filter((w) => w.text === 'RD-2027-0417').length;
      expect(numbers).toBe(form.reference.includes('||') ? 0 : /petition|appeal/.test(form.reference) ? 2 : 1);
      if (form.reference.endsWith('02|appeal')) expect(line(words)).toContain('$260.00');
    });
  }
  expect(forms.map((f) => f.reference)).toContain('RDF1|0098-4417|EXT 204-02|drop');
  expect(forms.map((f) => f.reference)).toContain('RDF1|0098-4417|EXT 204-02|appeal');
});

test('the enclosed form is scanned like the one printed by itself', async () => {
  const source = samples['petition required']?.source ?? aSource();
  const [pdf = new Uint8Array()] = await printed([makeLetter(source)]);
  expect(scanned(pdf, 1)).toBe(codeOf(source));
  expect(scanned(pdf, 2)).toBe('RDF1|0098-4417|EXT 204-02|petition');
});

test('a form with the longest values that the register holds is still one sheet with its signatures', async () => {
  const [form] = pack.pack.forms.filter((f) => f.document === 'petition');
  if (form === undefined) throw new Error('no petition form');
  const { course, facts } = aSource();
  const page = formPage({
    language: 'es',
    form,
    pack: pack.pack,
    term: { ...term, name: 'T'.repeat(40) },
    deadlines: pack.deadlines(facts),
    about: { caseNumber: 'RD-2027-0417', decided: { on: '2026-09-23', refund: 26000 } },
    office: {
      ...office,
      name: 'N'.repeat(80),
      institution: 'I'.repeat(80),
      email: `${'e'.repeat(70)}@a.example`,
      reasons: Array.from({ length: 9 }, () => 'R'.repeat(60)),
    },
    student: {
      ...student,
      firstName: 'F'.repeat(80),
      lastName: 'L'.repeat(80),
      email: `${'m'.repeat(110)}@a.example`,
      address: {
        line1: 'a'.repeat(60),
        line2: 'b'.repeat(60),
        city: 'c'.repeat(40),
        state: 'd'.repeat(30),
        postal: '9'.repeat(20),
        country: 'e'.repeat(40),
      },
    },
    course: { ...course, title: 'W'.repeat(120), code: 'C'.repeat(30) },
  });
  const [pdf = new Uint8Array()] = await printed([{ html: formHtml(page), title: page.title, language: 'es' }]);
  expect((await accessOf(pdf)).pages).toBe(1);
  expect(scanned(pdf, 1)).toBe(page.reference);
  const words = wordsIn(pdf);
  expect(words.filter((w) => w.text === 'Entered').at(-1)?.bottom).toBeLessThan(10.3);
  for (const { who } of page.signatures) expect(line(words)).toContain(who);
});

test('the worksheet is one sheet with every step and its clause', async () => {
  const decided = Object.values(samples).map((s) => s.source);
  const pages = decided.map((source) => worksheetPage({ ...source, made: 'Decided by jrivera' }));
  const pdfs = await printed(pages.map(({ html, title }) => ({ html, title, language: 'en' })));
  for (const [index, { determination }] of decided.entries()) {
    const words = wordsIn(pdfs[index] ?? new Uint8Array());
    expect((await accessOf(pdfs[index] ?? new Uint8Array())).pages).toBe(1);
    const clauses = words.filter((w) => w.left > 4 && /^H\d+$/.test(w.text)).map((w) => w.text);
    expect(clauses.slice(0, determination.steps.length)).toEqual(determination.steps.map((s) => s.clause));
    expect(words.filter((w) => w.text === 'due').at(-1)?.bottom).toBeLessThan(10.3);
  }
});

test('the test page shows the address where letters have it, between rulers that measure true', async () => {
  const page = calibrationPage({ ...office, printing: { ...office.printing, nudgeX: 2, nudgeY: -1 } });
  const [pdf = new Uint8Array()] = await printed([{ ...page, language: 'en' }]);
  const words = wordsIn(pdf);
  const seven = words.filter((w) => w.text === '7' && w.top < 0.7);
  expect(seven[0]?.left).toBeCloseTo(7, 1);
  expect(words.filter((w) => w.text === '9' && w.left < 0.7)[0]?.top).toBeCloseTo(9, 1);
  const address = words.filter((w) => w.text === 'EXTENDED')[0];
  expect(address?.left).toBeCloseTo(1 + 2 / 32, 2);
  expect((await accessOf(pdf)).pages).toBe(1);
});
