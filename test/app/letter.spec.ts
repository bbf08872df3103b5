import { expect, test } from '@playwright/test';
import type { Page } from '../../electron/desktop';
import { joinPages } from '../../electron/joined';
import { makeLetter } from '../../shared/letters/letter';
import { readLetterCode } from '../../shared/letters/letter-code';
import type { LetterSource } from '../../shared/letters/source';
import type { Student } from '../../shared/register/student';
import { printed } from '../letters/paper';
import { accessOf, scanned, structureOf, wordsIn, type Word } from '../letters/pdf-words';
import { petitionSamples, withTyped } from '../letters/petition-samples';
import { aSource, office, receiptSamples, samples, student } from '../letters/samples';

/** Real PDFs by the app's own printing: where things stand on the paper, what shows in the envelope, what a screen reader and a scanner find. */

const languages = ['en', 'es'] as const;

function letterOf(source: LetterSource): Page & { readonly pages: number } {
  const { html, title, language, pages } = makeLetter(source);
  return { html, title, language, pages };
}

const onlyPage = (words: readonly Word[], page: number): readonly Word[] => words.filter((w) => w.page === page);
const line = (words: readonly Word[]): string => words.map((w) => w.text).join(' ');

/** What the envelope's window can come to show of a sheet, however it lies: nothing but the address may be there. */
const inWindow = ({ left, right, top, bottom }: Word): boolean =>
  left < 5.375 && right > 0 && top < 3.625 && bottom > 2.042;

/** The part of the sheet that the window always shows, to the hundredths of an inch that ink may be off. */
function expectInBox(words: readonly Word[]): void {
  for (const word of words) {
    expect(word.left, word.text).toBeGreaterThanOrEqual(0.875 - 0.02);
    expect(word.right, word.text).toBeLessThanOrEqual(4.375 + 0.02);
    expect(word.top, word.text).toBeGreaterThanOrEqual(2.5 - 0.02);
    expect(word.bottom, word.text).toBeLessThanOrEqual(3.167 + 0.02);
  }
}

test('every letter in both languages: its address in the window, nothing private there, all of it on its sheets, tagged', async () => {
  test.setTimeout(180_000);
  const all = Object.entries({ ...samples, ...receiptSamples, ...petitionSamples }).flatMap(([name, { source }]) =>
    languages.map((language) => ({ name: `${name} in ${language}`, source, page: letterOf({ ...source, language }) })),
  );
  const pdfs = await printed(all.map((a) => a.page));
  for (const [index, { name, source, page }] of all.entries()) {
    const pdf = pdfs[index] ?? new Uint8Array();
    const words = wordsIn(pdf);
    await test.step(name, async () => {
      const shown = onlyPage(words, 0).filter(inWindow);
      expect(line(shown)).toBe('MARIA GARCIA-LOPEZ 1420 ALDER ST APT 3B ARCADIA CA 90001-2210');
      expectInBox(shown);

      const access = await accessOf(pdf);
      expect(access).toMatchObject({ tagged: true, language: page.language, pages: page.pages });
      expect(access.title).toContain(source.caseNumber);

      // The signature is the last of the body: where it stands, everything stands, and nothing ran out of its sheet.
      const signature = words.filter((w) => w.text === 'Rivera,').at(-1);
      expect(signature?.bottom).toBeLessThan(10.3);
      expect(signature?.top).toBeGreaterThan(signature?.page === 0 ? 5 : 1);
      const firstSheet = onlyPage(words, 0);
      expect(firstSheet.find((w) => w.text === 'L-000913')?.top).toBeGreaterThan(10.3);
      for (const word of firstSheet.filter((w) => w.text === source.caseNumber)) expect(word.top).toBeGreaterThan(3.85);
      for (const word of firstSheet.filter((w) => w.bottom < 2.042)) expect(word.text).not.toMatch(/Garcia|RD-|\$/);
    });
  }
});

test('a usual letter is one sheet in either language', async () => {
  const usual = Object.entries({ ...samples, ...receiptSamples, ...petitionSamples }).filter(
    ([, { type }]) => !['incomplete', 'not-official', 'petition-required'].includes(type),
  );
  for (const language of ['en', 'es'] as const)
    for (const [name, { source }] of usual)
      expect(letterOf({ ...source, language }).pages, `${name} (${language})`).toBe(1);
});

test('names and addresses of every kind stay in the box, and the body stays off the window', async () => {
  test.setTimeout(120_000);
  const hostile: Partial<Student>[] = [
    {
      firstName: 'Maximiliana Wilhelmina',
      lastName: 'Wolfeschlegelsteinhausenbergerdorff-Vandenbroucke de la Fuente y Hernandez',
      address: {
        line1: 'W'.repeat(60),
        line2: 'Building 12, Floor 3, Apartment 3B',
        city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllll',
        state: 'Somewhere Long',
        postal: '90001-2210',
        country: 'United Kingdom',
      },
    },
    {
      firstName: 'x'.repeat(80),
      lastName: 'y'.repeat(80),
      address: {
        line1: 'a'.repeat(60),
        line2: 'b'.repeat(60),
        city: 'c'.repeat(40),
        state: 'd'.repeat(30),
        postal: '9'.repeat(20),
        country: 'e'.repeat(40),
      },
    },
    { firstName: 'محمد', lastName: 'عبد الرحمن', address: { ...student.address, line1: 'שדרות רוטשילד 12' } },
    {
      firstName: 'a\u0301'.repeat(40),
      lastName: '\u202eevil\u202c',
      address: { ...student.address, city: 'Z\u0363\u0364\u0365algo' },
    },
    {
      firstName: '<b>Bobby</b>',
      lastName: '"Tables" & Co.',
      address: { ...student.address, line1: '</address><script>alert(1)</script>' },
    },
    { firstName: '山田', lastName: '太郎', address: { ...student.address, country: '日本' } },
  ];
  const pages = hostile.map((other) => letterOf(aSource({}, { student: { ...student, ...other } })));
  const pdfs = await printed(pages);
  for (const pdf of pdfs) {
    const shown = onlyPage(wordsIn(pdf), 0).filter(inWindow);
    expect(shown.length).toBeGreaterThan(2);
    for (const word of shown) {
      expect(word.left).toBeGreaterThanOrEqual(0.98);
      expect(word.right).toBeLessThanOrEqual(4.4);
      // A glyph's own box may stand a little over its line; the ink does not.
      expect(word.top).toBeGreaterThanOrEqual(2.5 - 0.03);
      expect(word.bottom).toBeLessThanOrEqual(3.167 + 0.03);
    }
  }
  const [first] = pdfs;
  expect(line(onlyPage(wordsIn(first ?? new Uint8Array()), 0).filter(inWindow)).replace(/ /g, '')).toContain(
    'WOLFESCHLEGELSTEINHAUSENBERGERDORFF-VANDENBROUCKEDELAFUENTEYHERNANDEZ',
  );
});

test('a long letter goes on to a second sheet that says whose it is, and loses nothing', async () => {
  const base = samples['a part, set off']?.source ?? aSource();
  const source: LetterSource = {
    ...base,
    language: 'es',
    office: {
      ...office,
      name: 'Oficina de Educación Continua y Registros de la Universidad Estatal',
      email: `${'registros'.repeat(6)}@example.edu`,
    },
    course: {
      ...base.course,
      title:
        'Una introducción muy larga a la gestión de proyectos para quienes ya han dirigido uno y quieren dirigir otro más',
    },
  };
  const page = letterOf(source);
  expect(page.pages).toBe(2);
  const [pdf = new Uint8Array()] = await printed([page]);
  const words = wordsIn(pdf);
  const second = line(onlyPage(words, 1));
  expect(second).toContain('Maria Garcia-Lopez · RD-2027-0417 · página 2 de 2');
  expect(second).toContain('J. Rivera, Registration Services');
  for (const word of words.filter((w) => w.top > 10.3)) expect(word.bottom).toBeLessThan(10.8);
  for (const word of onlyPage(words, 0)) expect(word.right).toBeLessThanOrEqual(7.52);
});

test('a reason of four thousand characters, of any script, stands whole on the sheets that it needs', async () => {
  test.setTimeout(120_000);
  const { source = aSource() } = petitionSamples['petition granted in part, by an amount'] ?? {};
  const reasons = [
    'hospital papers were enclosed and read by us; '.repeat(90).slice(0, 4000),
    'W'.repeat(4000),
    'كنت في المستشفى لمدة أسبوعين. '.repeat(130).slice(0, 4000),
    'a\u0301\u0327\u0300'.repeat(1000),
  ];
  const name = { ...student, firstName: 'x'.repeat(100), lastName: 'y'.repeat(99) };
  const pages = reasons.map((reason) => letterOf({ ...withTyped(source, reason), student: name }));
  const pdfs = await printed(pages);
  for (const [index, pdf] of pdfs.entries()) {
    const words = wordsIn(pdf);
    expect(pages[index]?.pages).toBeGreaterThan(1);
    for (const word of words.filter((w) => w.top < 10.2)) expect(word.bottom, word.text).toBeLessThan(10.3);
    // The margin holds nothing but the letter's code with its caption.
    for (const word of words.filter((w) => w.left < 7.5)) expect(word.right, word.text).toBeLessThanOrEqual(7.6);
    expect(line(words)).toContain('J. Rivera, Registration Services');
    for (const word of onlyPage(words, 0).filter(inWindow))
      expect(word.text).toMatch(/^(?:[XY]+|1420|ALDER|ST|APT|3B|ARCADIA|CA|90001-2210)$/);
  }
  const letters = (text: string): number => text.replace(/[^W]/g, '').length;
  expect(letters(line(wordsIn(pdfs[1] ?? new Uint8Array())))).toBeGreaterThanOrEqual(4000);
});

test('a screen reader finds title, language, headings, the table’s headers and the code; a scanner reads the code', async () => {
  test.setTimeout(120_000);
  const short = aSource();
  const { source: typed = short } = petitionSamples['petition granted in part, by an amount'] ?? {};
  const long = withTyped(typed, 'hospital papers were enclosed and read by us; '.repeat(80));
  const receipt = receiptSamples['receipt of a form']?.source ?? short;
  const all = [short, long, receipt].flatMap((source) => languages.map((language) => ({ ...source, language })));
  const pages = all.map(letterOf);
  const pdfs = await printed(pages);
  for (const [index, source] of all.entries()) {
    const page = pages[index];
    const pdf = pdfs[index] ?? new Uint8Array();
    await test.step(`${page?.title ?? ''} (${page?.pages ?? 0})`, async () => {
      const { language } = source;
      expect(page?.pages ?? 0).toBeGreaterThan(source.petition === null ? 0 : 1);
      expect(await accessOf(pdf)).toEqual({
        tagged: true,
        language,
        title: `${page?.title ?? ''} (${source.caseNumber})`,
        pages: page?.pages,
      });
      const parts = await structureOf(pdf);
      const all = (role: string) => parts.filter((p) => p.role === role);
      expect(all('H1').map((h) => h.text)).toEqual([page?.title]);
      expect(all('P').length).toBeGreaterThan(6);
      const heads = all('TH');
      if (source.receipt) expect(heads).toEqual([]);
      else {
        expect(all('Table')).toHaveLength(1);
        const columns = heads.filter((h) => h.scope === 'Column').map((h) => h.text);
        expect(columns).toEqual(
          language === 'en'
            ? ['How the amount was worked out', 'Amount or rate']
            : ['Cómo se calculó el monto', 'Monto o tasa'],
        );
        const rows = heads.filter((h) => h.scope === 'Row');
        expect(rows.length).toBeGreaterThan(2);
        expect(rows).toHaveLength(all('TD').length);
        expect(rows.at(0)?.text).toBe(language === 'en' ? 'Fees paid' : 'Cuotas pagadas');
      }
      // One picture on all the sheets, with words for who cannot see it.
      expect(all('Figure')).toHaveLength(1);
      expect(all('Figure')[0]?.alt).toContain(language === 'en' ? 'QR code' : 'Código QR');
      const read = readLetterCode(scanned(pdf, page?.pages ?? 0) ?? '');
      expect(read).toEqual({
        caseNumber: source.caseNumber,
        determination: source.hash === '' ? null : source.hash,
        head: { seq: 10417, mac: '3f9a0b12c3d4e5f6' },
      });
    });
  }
});

test('the same page again is the same letter, alone and in one job with others', async () => {
  const pages = [
    letterOf(aSource()),
    letterOf(samples['incomplete']?.source ?? aSource()),
    letterOf({ ...aSource(), language: 'es' }),
  ];
  const [one, two, three, again, joined] = await printed([...pages, letterOf(aSource()), joinPages(pages)]);
  const words = (pdf: Uint8Array | undefined): readonly Word[] => wordsIn(pdf ?? new Uint8Array());
  expect(words(again)).toEqual(words(one));
  const apart = [
    ...words(one),
    ...words(two).map((w) => ({ ...w, page: w.page + 1 })),
    ...words(three).map((w) => ({ ...w, page: w.page + 3 })),
  ];
  expect(words(joined)).toEqual(apart);
});
