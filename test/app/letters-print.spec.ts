import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page as Window } from '@playwright/test';
import type { CallName, Input } from '../../shared/contract';
import type { CaseView } from '../../shared/contract/cases';
import type { LetterRow } from '../../shared/contract/rows';
import { addressBlock, addressBox } from '../../shared/letters/address';
import { sayDate } from '../../shared/letters/words';
import { formatCents } from '../../shared/money';
import { fullName, type Student } from '../../shared/register/student';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { morning, statusLine } from './office-here';
import { sitDown } from './people-here';
import { hasPrinting, startPrinter, type Printer } from './printer';

/** Two hundred letters through the whole app: made, printed as one job, taken apart again; a jam, a copy and a printer that is gone. */

const size = 200;

if (hasPrinting) {
  let printer: Printer;
  test.beforeAll(async () => {
    printer = await startPrinter();
  });
  test.afterAll(() => printer.stop());
  test.use({
    startsAt: morning,
    environment: async ({}, use) => use({ ...printer.environment, REFUND_DESK_PRINTER: printer.name }),
  });

  test('two hundred letters say on paper what the register says; a jam is printed on, a copy says so', async ({
    app,
    page,
    dataFolder,
  }) => {
    test.setTimeout(300_000);
    const made = await fillOffice(page);

    await page.keyboard.press('Control+5');
    const rows = page.getByRole('grid', { name: 'Letters' }).locator('tbody tr');
    await expect(rows).toHaveCount(size);
    await page.getByRole('checkbox', { name: 'Cover sheet' }).check();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+P');
    const all = page.getByRole('button', { name: `Yes, mark all ${size} printed` });
    await expect(all).toBeFocused({ timeout: 60_000 });
    const queue = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'postal', offset: 0, limit: 500 });
    expect(queue.total).toBe(size);
    await expect.poll(() => printer.jobs().length).toBe(1);
    const sheets = await sheetsOf(printer.jobs()[0]);
    const cover = sheets.slice(0, sheets.length - pagesOf(queue.rows));
    expectCover(cover, queue.rows);
    const found = new Map<string, readonly Sheet[]>();
    let at = cover.length;
    for (const row of queue.rows) {
      found.set(row.id, sheets.slice(at, at + row.pages));
      at += row.pages;
    }
    for (const row of queue.rows) {
      const one = made.get(row.caseId);
      if (one === undefined) throw new Error(`${row.number} is of no case that was made`);
      await test.step(`${row.number} ${row.title}`, () => {
        expectSame(found.get(row.id) ?? [], row, one);
      });
    }

    await test.step('the same as one PDF', async () => {
      const file = path.join(dataFolder, 'letters.pdf');
      await answerSaveDialogs(app, file);
      await page.keyboard.press('Control+Shift+S');
      await expect(statusLine(page)).toContainText(`Saved as ${file}`, { timeout: 60_000 });
      const saved = await sheetsOf(readFileSync(file));
      expect(saved.map((sheet) => sheet.text)).toEqual(sheets.slice(cover.length).map((sheet) => sheet.text));
      expect((await stateOf(page)).ready).toBe(size);
    });

    // The window is gone and comes back, and the question with it.
    await page.reload();
    await page.keyboard.press('Control+5');
    await expect(all).toBeVisible();
    expect((await stateOf(page)).ready).toBe(size);

    await test.step('the paper jammed at the 121st', async () => {
      const jammed = queue.rows[120];
      await page.keyboard.press('Control+D');
      await expect(all).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.type(jammed?.number ?? '');
      await expect(page.getByText('The 120 before it are marked printed; 80 letters stay ready.')).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(statusLine(page)).toContainText('120 letters marked as printed; 80 stay in the queue.');
      expect(await stateOf(page)).toMatchObject({ ready: 80, printed: 120 });
      await expect(page.getByRole('button', { name: `Resume from letter ${jammed?.number}` })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Yes, mark all 80 printed' })).toBeFocused({ timeout: 60_000 });
      await expect.poll(() => printer.jobs().length).toBe(2);
      const rest = await sheetsOf(printer.jobs()[1]);
      expect(rest.map((sheet) => sheet.text)).toEqual(
        queue.rows.slice(120).flatMap((row) => (found.get(row.id) ?? []).map((sheet) => sheet.text)),
      );
      await page.keyboard.press('Enter');
      await expect(statusLine(page)).toContainText('80 letters marked as printed.');
      expect(await stateOf(page)).toMatchObject({ ready: 0, printed: size, reprinted: 0 });
    });

    await test.step('two of them once more', async () => {
      const copied = queue.rows.find((row) => row.language === 'es' && row.pages === 2);
      await page.getByRole('button', { name: `Printed (${size})` }).press('Enter');
      await page.keyboard.press('Control+F');
      await page.keyboard.type(copied?.caseNumber ?? '');
      await expect(rows).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.keyboard.press('Control+P');
      await expect(page.getByLabel('Why it is printed again')).toBeFocused();
      expect(printer.jobs()).toHaveLength(2);
      await page.keyboard.type('Smudged in the folder.');
      await page.keyboard.press('Control+S');
      await expect(page.getByRole('button', { name: 'Yes, mark it printed' })).toBeFocused({ timeout: 60_000 });
      await expect.poll(() => printer.jobs().length).toBe(3);
      const copy = (await sheetsOf(printer.jobs()[2])).slice(-2);
      for (const sheet of copy) {
        const mark = sheet.pieces.find((p) => p.text.startsWith('Copia'));
        expect(plain(mark?.text ?? '')).toMatch(/^Copia · /);
        expect((mark?.y ?? 9) < 2.042 || (mark?.x ?? 0) > 5.375).toBe(true);
      }
      await page.keyboard.press('Enter');
      expect(await stateOf(page)).toMatchObject({ reprinted: 1 });
    });

    await test.step('the printer is gone', async () => {
      await printer.stop();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.keyboard.press('Control+P');
      await page.keyboard.type('Once more.');
      await page.keyboard.press('Control+S');
      await expect(page.getByText(/^It could not be printed: .* No letter was marked as printed\./)).toBeVisible({
        timeout: 60_000,
      });
      await expect(page.getByRole('group', { name: 'After printing' })).toHaveCount(0);
      expect(await stateOf(page)).toMatchObject({ reprinted: 1, printed: size });
    });
  });
}

/** How many letters are in each state. */
async function stateOf(page: Window) {
  return (await call(page, 'letter.list', { text: '', state: null, sort: 'number', offset: 0, limit: 1 })).counts;
}

type Case = { readonly student: Student; readonly view: CaseView; readonly cents: number };

/** Cases of every everyday outcome, in both languages, with short and with long addresses, and the letter of each. */
async function fillOffice(page: Window): Promise<ReadonlyMap<string, Case>> {
  await page.locator('h1').first().waitFor();
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [] });
  await sitDown(page);
  const course = await call(page, 'course.save', { requestId: id(), course: aCourse() });
  const planned = Array.from({ length: size }, (_, n) => {
    const student = aStudent({
      number: String(10_000 + n),
      firstName: firstNames[n % firstNames.length] ?? '',
      lastName: `${lastNames[n % lastNames.length] ?? ''} ${letters(n)}`,
      language: n % 3 === 0 ? 'es' : 'en',
      address: {
        line1: `${n + 1} ${n % 11 === 0 ? 'Avenida Nuestra Señora de los Ángeles Custodios Norte' : 'Alder St.'}`,
        line2: n % 4 === 0 ? `Bldg. ${n}, Apt. ${n}B` : '',
        city: 'Arcadia',
        state: 'CA',
        postal: String(90_000 + ((n * 37) % 9_000)),
        country: n % 20 === 0 ? 'Canada' : '',
      },
    });
    const cents = 30_000 + n * 137;
    const enrolment = anEnrolment(student, course, {
      fee: cents,
      payments: [{ on: '2026-08-20', cents, payer: { kind: 'student' }, method: 'check' }],
    });
    // A plain letter instead of the form is not complete.
    const form = aForm(student, course, { ...forms[n % forms.length], ...(n % 10 === 9 ? { kind: 'letter' } : {}) });
    return { student, enrolment, form, cents };
  });
  const views = await asked(
    page,
    planned.flatMap(({ student, enrolment, form }) => [
      ['student.save', { requestId: id(), student }],
      [
        'case.save',
        { requestId: id(), caseId: null, mode: 'decide', form, batchId: null, enrolment, why: '', secondForm: false },
      ],
    ]),
  );
  const cases = views.flatMap((answer) => ('view' in answer ? [answer.view as CaseView] : []));
  expect(cases).toHaveLength(size);
  const made = await call(page, 'letter.makeAll', { requestId: id(), caseIds: cases.map(({ row }) => row.id) });
  expect(made.refused).toEqual([]);
  return new Map(
    cases.map((view, n) => [
      view.row.id,
      { view, student: planned[n]?.student ?? aStudent(), cents: planned[n]?.cents ?? 0 },
    ]),
  );
}

/** Makes calls one after the other, each of which has to succeed. */
async function asked(page: Window, calls: readonly (readonly [CallName, object])[]): Promise<readonly object[]> {
  return page.evaluate(
    async (each) => {
      const answers: object[] = [];
      for (const [name, input] of each) {
        const result = await window.desk.call(name, input as Input<CallName>);
        if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`);
        answers.push(result.value as object);
      }
      return answers;
    },
    calls as [CallName, object][],
  );
}

/** Received before the course, early enough for a part, and too late. */
const forms = [
  { postmarked: '2026-09-08', received: '2026-09-10' },
  { postmarked: '2026-09-19', received: '2026-09-22' },
  { postmarked: '2026-09-26', received: '2026-09-29' },
] as const;
const firstNames = ['María', 'Nguyễn', 'Siobhán', 'Zoë', 'Oluwaseun', 'Jean-Luc', 'Bartholomew Maximilian'];
const lastNames = ['García-López', 'O’Brien', 'Müller', 'Ångström', 'Featherstonehaugh-Cholmondeley de la Vega'];
const letters = (n: number): string =>
  `${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + ((n / 26) | 0))}`;

/** A piece of text as it stands on a sheet: inches from the top left corner to where it begins on its line, and its size in points. */
type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };
type Sheet = { readonly pieces: readonly Piece[]; readonly text: string };

async function sheetsOf(pdf: Uint8Array | undefined): Promise<readonly Sheet[]> {
  const task = getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 });
  const document = await task.promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item)) return [];
      const [scale = 0, , , , x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str + (item.hasEOL ? ' ' : ''), x: x / 72, y: (792 - y) / 72, size: scale }];
    });
    sheets.push({ pieces, text: plain(pieces.map((p) => p.text).join('')) });
  }
  await task.destroy();
  return sheets;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const pagesOf = (rows: readonly LetterRow[]): number => rows.reduce((sum, row) => sum + row.pages, 0);

/** The cover sheet counts them all, and lists each in the order of the pile. */
function expectCover(cover: readonly Sheet[], rows: readonly LetterRow[]): void {
  const text = cover.map((sheet) => sheet.text).join(' ');
  expect(text).toContain(`${rows.length} letters, ${pagesOf(rows)} sheets`);
  expect(text).toMatch(
    /Printed by J\. Rivera, Wed, Sep 30, 2026, 9:\d\d a\.m\..* Register entry [\d,]+ · [0-9a-f]{16}/,
  );
  let from = 0;
  for (const [index, row] of rows.entries()) {
    const at = text.indexOf(`${index + 1} ${row.number} ${row.caseNumber} `, from);
    expect(at, row.number).toBeGreaterThanOrEqual(from);
    from = at;
  }
}

/** A letter on paper says what the register says: amounts, dates, clause, case; and its address stands in the window, alone there. */
function expectSame(sheets: readonly Sheet[], row: LetterRow, { student, view, cents }: Case): void {
  const stored = view.determinations.at(-1);
  const d = stored?.determination;
  const [first] = sheets;
  if (stored === undefined || d === undefined || first === undefined) throw new Error('no determination, or no sheet');
  const { language } = student;
  expect(row.language).toBe(language);
  for (const sheet of sheets) expect(sheet.text).toContain(view.row.number);

  const decided = d.outcome === 'refund' || d.outcome === 'none';
  const amounts = decided ? [cents, d.refund, ...(d.withheld > 0 ? [d.withheld] : [])].map((c) => formatCents(c)) : [];
  expect([...new Set(first.text.match(/\$[\d,]+\.\d\d/g) ?? [])].sort()).toEqual([...new Set(amounts)].sort());
  if (d.outcome === 'refund')
    expect(first.text).toContain(`${language === 'en' ? 'Refund' : 'Reembolso'} ${formatCents(d.refund)}`);

  const next = d.deadlines.find((deadline) => deadline.id === 'petition')?.through.slice(0, 10);
  expect(next).toMatch(/^2027-/);
  const days = [view.form.received, view.form.postmarked, next, d.outcome === 'refund' ? d.refundExpected?.to : null];
  for (const day of days) if (day != null) expect(first.text).toContain(sayDate(day, language));
  expect(first.text).toContain(`${language === 'en' ? 'clause' : 'cláusula'} ${d.clause}.`);
  expect(first.text).toContain(stored.hash.slice(0, 12));
  expectInWindow(first, student);
}

/** The ink of the first sheet that a window can come to show is the address, where the box of the office's envelopes has it, to 0.02 in. */
function expectInWindow({ pieces }: Sheet, student: Student): void {
  const box = addressBox(anOffice().printing);
  const { lines, size, leading } = addressBlock(fullName(student), student.address, box);
  const shown = pieces.filter(({ text, x, y }) => text.trim() !== '' && x < 5.375 && y > 2.042 && y < 3.7);
  expect(plain(shown.map((p) => p.text).join(''))).toBe(lines.join(' '));
  const top = box.top + (box.height - (lines.length * leading) / 72) / 2;
  for (const [index, text] of lines.entries()) {
    const start = shown.find((p) => text.startsWith(p.text.trim()) && Math.abs(p.x - box.left) < 0.5);
    if (start === undefined) throw new Error(`${text} is not where a line begins`);
    expect(Math.abs(start.x - box.left), text).toBeLessThan(0.02);
    // A line's text stands 0.312 of its size below the middle of the line: so the typeface has it.
    const baseline = top + ((index + 0.5) * leading + 0.312 * size) / 72;
    expect(Math.abs(start.y - baseline), `${text} at ${start.y}, not ${baseline}`).toBeLessThan(0.02);
    expect(start.y - (0.66 * size) / 72).toBeGreaterThan(box.top - 0.02);
    expect(start.y).toBeLessThan(box.top + box.height + 0.02);
  }
}
