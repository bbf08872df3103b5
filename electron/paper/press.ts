import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import { faces } from '../../shared/letters/style';
import type { Page } from '../desktop';
import { joinPages } from '../joined';
import type { PageShelf } from '../pages';
import { hiddenWindow, inTime } from './hidden-window';

// A window that is opened for each letter takes longer than the letter. Here two windows stay open while there is work, and each
// is given the pages of many letters at once, in place of what it had: nothing of one chunk is left when the next comes, because the
// whole document is another. They are closed when nothing has come for a few seconds, and a long job gets fresh ones now and then.

/** How many windows work at a time. */
const windows = 2;
/** After so many chunks a window throws away what it no longer shows; by itself it would wait until memory is short. */
const sweepEvery = 2;
/** After so many chunks another window takes its place: a little of every chunk stays behind in Chromium all the same. */
const uses = 16;
/** Milliseconds without work after which the windows are closed. */
const idle = 4000;

/** Prints many letters at a time. */
export type Press = {
  /** Opens the windows while the first pages are still being written. */
  ready(): void;
  /** One PDF of several pages, each on sheets of its own; tagged for screen readers, or not where it only goes to paper. */
  press(pages: readonly Page[], tagged: boolean): Promise<Uint8Array>;
};

type Worker = { readonly window: BrowserWindow; readonly frame: string; used: number };

/** A press without windows yet. */
export function createPress(shelf: PageShelf, owner: () => BrowserWindow | null): Press {
  const free: Promise<Worker>[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closing: NodeJS.Timeout | undefined;

  const open = async (): Promise<Worker> => {
    const window = hiddenWindow(shelf, 'Letters');
    const url = shelf.put(warm);
    try {
      await inTime(window.loadURL(url), 1);
      // The app ends with its last window: these must not outlive its own.
      owner()?.once('closed', close);
      const { debugger: inside } = window.webContents;
      inside.attach('1.3');
      const { frameTree } = (await inside.sendCommand('Page.getFrameTree')) as {
        readonly frameTree: { readonly frame: { readonly id: string } };
      };
      return { window, frame: frameTree.frame.id, used: 0 };
    } catch (error) {
      if (!window.isDestroyed()) window.destroy();
      throw error;
    } finally {
      shelf.drop(url);
    }
  };
  const close = (): void => {
    for (const worker of free.splice(0)) worker.then(closeOne, () => undefined);
  };
  const closeSoon = (): void => {
    clearTimeout(closing);
    if (busy === 0) closing = setTimeout(close, idle);
  };

  return {
    ready() {
      while (busy + free.length < windows) {
        const coming = open();
        // Whoever takes it hears of the failure; until then nobody else does.
        coming.catch(() => undefined);
        free.push(coming);
      }
      closeSoon();
    },
    async press(pages, tagged) {
      clearTimeout(closing);
      while (busy >= windows) await new Promise<void>((resolve) => waiting.push(resolve));
      busy += 1;
      let worker: Worker | null = null;
      try {
        worker = await (free.shift() ?? open());
        const { window, frame } = worker;
        const inside = window.webContents.debugger;
        const html = joinPages(pages)
          .html.replace('<style>', `<style>${onScreen}`)
          .replace('</body>', `${inAllFaces}</body>`);
        const print = async (): Promise<Uint8Array> => {
          await inside.sendCommand('Page.setDocumentContent', { frameId: frame, html });
          return new Uint8Array(await window.webContents.printToPDF({ ...onPaper, generateTaggedPDF: tagged }));
        };
        const bytes = await inTime(print(), pages.length);
        worker.used += 1;
        if (worker.used < uses) {
          if (worker.used % sweepEvery === 0) await inTime(inside.sendCommand('HeapProfiler.collectGarbage'), 1);
          free.push(Promise.resolve(worker));
          worker = null;
        }
        return bytes;
      } finally {
        // One that failed, or was used often enough.
        if (worker !== null) closeOne(worker);
        busy -= 1;
        waiting.shift()?.();
        closeSoon();
      }
    },
  };
}

function closeOne({ window }: Worker): void {
  if (!window.isDestroyed()) window.destroy();
}

/** How pages become PDFs: nothing is added, and their own sizes count. */
export const onPaper: PrintToPDFOptions = {
  pageSize: { width: 8.5, height: 11 },
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: false,
};

// Nobody looks at the window: laying the letters out for its screen would take as long as for paper. A word in every typeface stands
// there instead, so that none is fetched only once it is printed.
const onScreen = `@media screen { body > .page, body > .sheet { display: none } } @media print { body > .faces { display: none } } .faces { font-family: 'Source Sans 3' } `;
const inAllFaces = `<div class="faces" aria-hidden="true">a\u0161<b style="font-weight: 600">a\u0161</b></div>`;
const warm: Page = {
  title: 'Letters',
  language: 'en',
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Letters</title><style>${faces}\n${onScreen}</style></head><body>${inAllFaces}</body></html>`,
};
