import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { ManyPages, Page } from '../../electron/desktop';
import { createPageShelf } from '../../electron/pages';
import { createPrinting } from '../../electron/print';
import { declareScheme } from '../../electron/scheme';

// The app's own printing without the app around it: turns the pages of a JSON file into PDFs beside it.
const folder = process.env['PAPER_FOLDER'] ?? '';

declareScheme();
// The hidden windows come and go; this must outlive the first of them.
app.on('window-all-closed', () => undefined);
app
  .whenReady()
  .then(make)
  .then(
    () => app.exit(0),
    (error: unknown) => {
      writeFileSync(path.join(folder, 'error.txt'), String(error instanceof Error ? error.stack : error));
      app.exit(1);
    },
  );

async function make(): Promise<void> {
  const pages = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')) as readonly Page[];
  const printing = createPrinting(
    () => BrowserWindow.getAllWindows()[0] ?? null,
    createPageShelf(pages.length + 1),
    () => null,
  );
  // Many at once, and one PDF of all of them.
  if (process.env['PAPER_TOGETHER'] === '1') {
    const many = pages as readonly ManyPages[];
    for (const [index, pdf] of (await printing.pdfs(many)).entries())
      writeFileSync(path.join(folder, `${index}.pdf`), pdf);
    const whole: Uint8Array[] = [];
    const each = async function* () {
      for (const page of many) yield await Promise.resolve(page);
    };
    await printing.job(each(), { title: 'All', language: 'en' }, (bytes) => whole.push(bytes.slice()));
    writeFileSync(path.join(folder, 'all.pdf'), Buffer.concat(whole));
    return;
  }
  for (const [index, page] of pages.entries())
    writeFileSync(path.join(folder, `${index}.pdf`), await printing.pdf(page));
}
