import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { joinPages } from '../../electron/joined';
import type { Page } from '../../electron/desktop';
import { printed } from '../letters/paper';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { hasPrinting, startPrinter, type Printer } from './printer';

test.describe('a page as a PDF', () => {
  test.use({ office: 'sample' });

  test('is one tagged sheet of US Letter in the app’s own typeface, with its language and title', async ({
    app,
    page,
    dataFolder,
  }) => {
    const file = path.join(dataFolder, 'test page.pdf');
    await answerSaveDialogs(app, file);
    expect(await call(page, 'paper.savePdf', { kind: 'calibration', printer: null })).toEqual({ path: file });
    const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
    expect(document.getPages().map((sheet) => sheet.getSize())).toEqual([{ width: 612, height: 792 }]);
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true');
    expect(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)).toBeTruthy();
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toMatch(/en/);
    expect(document.getTitle()).not.toBe('');
    expect(await typefaces(await readFile(file))).toEqual([expect.stringMatching(/SourceSans3/)]);
  });

  test('is refused where it is not US Letter', async () => {
    const page: Page = {
      title: 'A4',
      language: 'en',
      html: html('A4', '@page { size: 210mm 297mm; margin: 0 }', '<p>A4</p>'),
    };
    await expect(printed([page])).rejects.toThrow('the PDF has a page of 595 by 842 points');
  });

  test('runs no script and fetches nothing, whatever stands in it', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = `<p id="p">As written</p>
      <script>document.getElementById('p').textContent = 'Rewritten'</script>
      <img src="${elsewhere}/picture.png" onerror="document.getElementById('p').textContent = 'Rewritten'">
      <img src="file:///etc/hostname"><iframe src="${elsewhere}/frame"></iframe><object data="${elsewhere}/object"></object>
      <link rel="stylesheet" href="${elsewhere}/style.css"><meta http-equiv="refresh" content="0; url=${elsewhere}/refresh">`;
    const [pdf] = await printed([
      { title: 'Hostile', language: 'en', html: html('Hostile', `@import url('${elsewhere}/import.css');`, body) },
    ]);
    server.close();
    expect(asked).toBe(0);
    const [text] = await texts(pdf);
    expect(text).toContain('As written');
    expect(text).not.toContain('Rewritten');
  });
});

test.describe('several pages as one job', () => {
  const letter = (name: string, size: number, sheets: number): Page => ({
    title: name,
    language: name === 'Uno' ? 'es' : 'en',
    html: html(
      name,
      `@page { size: 8.5in 11in; margin: 0 } @font-face { font-family: 'Source Sans 3'; src: url('/fonts/source-sans-3-latin-400-normal.woff2') }
       html, body { margin: 0 } body { font: ${size}pt 'Source Sans 3' } .sheet { width: 8.5in; height: 11in; overflow: hidden; break-after: page } .sheet:last-of-type { break-after: auto }`,
      Array.from(
        { length: sheets },
        (_, index) => `<div class="sheet"><p class="line">${name} ${index + 1}</p></div>`,
      ).join(''),
    ),
  });

  test('each begins on a new sheet, in its own looks', async () => {
    const pages = [letter('One', 11, 1), letter('Two', 11, 2), letter('Uno', 20, 1), letter('Four', 11, 1)];
    const [pdf] = await printed([joinPages(pages)]);
    expect(await texts(pdf)).toEqual(['One 1', 'Two 1', 'Two 2', 'Uno 1', 'Four 1']);
    expect(await sizes(pdf)).toEqual([11, 11, 11, 20, 11]);
  });

  test('looks as it does alone', async () => {
    const alone = await printed([letter('One', 11, 1)]);
    const together = await printed([joinPages([letter('One', 11, 1), letter('Two', 20, 1)])]);
    expect((await places(together[0]))[0]).toEqual((await places(alone[0]))[0]);
  });
});

test.describe('to a printer that is not there', () => {
  test.use({ office: 'sample', environment: { REFUND_DESK_PRINTER: 'No such printer' } });

  test('nothing is printed, the printer’s word is told, and no letter is marked', async ({ page }) => {
    const ready = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'number', offset: 0, limit: 2 });
    const ids = ready.rows.map((row) => row.id);
    expect(ids).toHaveLength(2);
    const answer = await page.evaluate((chosen) => window.desk.call('letter.print', { ids: [...chosen] }), ids);
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'printing', detail: expect.stringMatching(/\w/) as unknown },
    });
    const after = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'number', offset: 0, limit: 2 });
    expect(after).toEqual(ready);
  });
});

if (hasPrinting) {
  test.describe('to a printer', () => {
    let printer: Printer;
    test.beforeAll(async () => {
      printer = await startPrinter();
    });
    test.afterAll(() => printer.stop());
    test.use({
      office: 'sample',
      environment: async ({}, use) => use({ ...printer.environment, REFUND_DESK_PRINTER: printer.name }),
    });

    test('letters arrive as one job, each on a sheet of its own', async ({ page }) => {
      const ready = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'number', offset: 0, limit: 3 });
      const ids = ready.rows.map((row) => row.id);
      expect(ids).toHaveLength(3);
      expect(await call(page, 'letter.print', { ids })).toEqual({ handedOver: true });
      await expect.poll(() => printer.jobs().length).toBe(1);
      const sheets = await texts(printer.jobs()[0]);
      expect(sheets).toHaveLength(ready.rows.reduce((sum, row) => sum + row.pages, 0));
      for (const row of ready.rows) expect(sheets.filter((text) => text.includes(row.caseNumber))).not.toEqual([]);
    });
  });

  test.describe('to a printer chosen on this PC', () => {
    let printer: Printer;
    test.beforeAll(async () => {
      printer = await startPrinter();
    });
    test.afterAll(() => printer.stop());
    test.use({ office: 'sample', environment: async ({}, use) => use(printer.environment) });

    test('it is chosen in the settings, its paper adjusted, and its test page shifted by as much', async ({
      app,
      page,
    }) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Printing', exact: true }).press('Enter');
      const printers = page.getByRole('group', { name: 'Printers of this PC' });
      await expect(printers).toBeVisible();
      for (const to of [looks[0], looks[3]]) {
        await look(app, page, to);
        await expectAccessible(app, page, `settings-printing-${to.name}`);
      }
      await look(app, page, looks[0]);
      await printers.getByLabel('Letters go to').press('ArrowDown');
      await expect.poll(async () => (await call(page, 'printer.list', {})).chosen).toBe(printer.name);
      await printers.getByLabel('Paper right').fill('40');
      await printers.getByRole('button', { name: 'Print the test page' }).press('Enter');
      await expect(printers.getByText('Type a whole number from −32 to 32.')).toBeVisible();
      await printers.getByLabel('Paper right').fill('16');
      await printers.getByRole('button', { name: 'Print the test page' }).press('Enter');
      await expect.poll(() => printer.jobs().length).toBe(1);
      await printers.getByLabel('Paper right').fill('0');
      await printers.getByRole('button', { name: 'Print the test page' }).press('Enter');
      await expect.poll(() => printer.jobs().length).toBe(2);
      const [shifted, straight] = await Promise.all(printer.jobs().map((job) => places(job)));
      const at = (sheets: Piece[][] | undefined) =>
        sheets?.[0]?.find((piece) => piece.text.startsWith('100 CAMPUS'))?.x ?? Number.NaN;
      expect(at(shifted) - at(straight)).toBe(36);
    });
  });
}

function html(title: string, style: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`;
}

type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

/** Every piece of text with its place (points from the lower left) and size, sheet by sheet. */
async function places(pdf: Uint8Array | undefined): Promise<Piece[][]> {
  const task = getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 });
  const document = await task.promise;
  const sheets: Piece[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    sheets.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [scale, , , , x, y] = item.transform as number[];
        return [{ text: item.str, x: Math.round(x ?? 0), y: Math.round(y ?? 0), size: Math.round(scale ?? 0) }];
      }),
    );
  }
  await task.destroy();
  return sheets;
}

async function texts(pdf: Uint8Array | undefined): Promise<string[]> {
  return (await places(pdf)).map((sheet) => sheet.map((piece) => piece.text).join(' '));
}

async function sizes(pdf: Uint8Array | undefined): Promise<(number | undefined)[]> {
  return (await places(pdf)).map((sheet) => sheet[0]?.size);
}

/** The typefaces that a PDF brings with it, without the tag of their part. */
async function typefaces(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const names = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor')
        ? [object.get(PDFName.of('FontName'))?.toString() ?? '']
        : [],
    );
  return [
    ...new Set(names.map((name) => name.replace(/^\/[A-Z]{6}\+/, '').replace(/-.*|ExtraLight.*|SemiBold.*/, ''))),
  ];
}
