import type { BrowserWindow } from 'electron';
import type { ManyPages, Page, PrinterHere } from './desktop';
import { joinPages } from './joined';
import type { PageShelf } from './pages';
import { hiddenWindow, inTime } from './paper/hidden-window';
import { manyPdfs } from './paper/many-pdfs';
import { nudged } from './paper/nudged';
import { createPress, onPaper } from './paper/press';
import { growingPdf } from './paper/join-pdf';
import { checkPdf } from './pdf-check';

// A page by itself goes to paper in a hidden window of its own, which is thrown away afterwards: a window that has printed once can
// carry a fault over to the next letter. Many at once go through the press.

/** Pages to PDF and to paper. */
export type Printing = {
  pdf(page: Page): Promise<Uint8Array>;
  pdfs(pages: readonly ManyPages[]): Promise<readonly Uint8Array[]>;
  job(
    pages: AsyncIterable<Page>,
    about: Pick<Page, 'title' | 'language'>,
    write: (bytes: Uint8Array) => void,
  ): Promise<number>;
  print(pages: readonly Page[], printer?: string): Promise<boolean>;
  printers(): Promise<readonly PrinterHere[]>;
};

/** Where jobs go on this PC: to a printer without a question, its paper so many 1/32 inches off; null where the system's dialog asks. */
export type Destination = { readonly printer: string; readonly nudgeX: number; readonly nudgeY: number } | null;

/** What the system said when a job was not printed because the person did not want it. */
const notWanted = /cancel/i;

/** The printing of this PC. The system's dialog appears above the window that `owner` gives; `goesTo` says where a job goes, asked for a printer or for none. */
export function createPrinting(
  owner: () => BrowserWindow | null,
  shelf: PageShelf,
  goesTo: (printer: string | null) => Destination,
): Printing {
  let queue: Promise<unknown> = Promise.resolve();
  let dialog: BrowserWindow | null = null;
  const press = createPress(shelf, owner);

  const make = async (page: Page): Promise<Uint8Array> => {
    const bytes = await inHiddenWindow(shelf, page, null, (window) =>
      inTime(window.webContents.printToPDF(onPaper), sheetsOf(page)),
    );
    return checkPdf(new Uint8Array(bytes), page.size);
  };
  const pdf = (page: Page): Promise<Uint8Array> => {
    // One after the other: a hundred hidden windows at once would need the memory of a hundred.
    const made = queue.then(() => make(page));
    queue = made.catch(() => undefined);
    return made;
  };
  const printers = async (): Promise<readonly PrinterHere[]> => {
    const found = (await owner()?.webContents.getPrintersAsync()) ?? [];
    return found.map((printer) => ({
      name: printer.name,
      shown: printer.displayName || printer.name,
      isDefault: 'isDefault' in printer && printer.isDefault === true,
    }));
  };

  return {
    pdf,
    printers,
    async pdfs(pages) {
      const together = await manyPdfs(press, pages);
      if (together !== null) return together;
      const each: Uint8Array[] = [];
      for (const page of pages) each.push(await pdf(page));
      return each;
    },
    async job(pages, { title, language }, write) {
      press.ready();
      const growing = growingPdf(write);
      await pressed(inParts(pages), (part) => press.press(part, false), growing.add);
      return growing.end(title, language);
    },
    async print(pages, asked) {
      if (pages.length === 0) return false;
      // The system may never say what became of a dialog. Whoever prints again no longer waits for the first.
      dialog?.destroy();
      const to = goesTo(asked ?? null);
      if (to !== null && !(await printers()).some(({ name }) => name === to.printer))
        throw new Error(`this PC has no printer “${to.printer}” now`);
      const whole = nudged(joinPages(pages), to);
      const sheets = pages.reduce((n, page) => n + sheetsOf(page), 0);
      return inHiddenWindow(shelf, whole, owner(), async (window) => {
        dialog = window;
        const handedOver = handOver(window, to?.printer ?? null, whole);
        return to === null ? handedOver : inTime(handedOver, sheets);
      });
    },
  };
}

/** So many pages are printed together: enough that what each print begins with weighs little, and few enough to be held three times. */
const together = 60;

async function* inParts(pages: AsyncIterable<Page>): AsyncGenerator<readonly Page[]> {
  let part: Page[] = [];
  for await (const page of pages) {
    part.push(page);
    if (part.length < together) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** Presses parts two at a time and hands each on in order; two wait beside them, so that neither stands still and few are held at once. */
async function pressed<T>(
  parts: AsyncIterable<T>,
  press: (part: T) => Promise<Uint8Array>,
  add: (bytes: Uint8Array) => Generator<null, void>,
): Promise<void> {
  const ahead: Promise<Uint8Array>[] = [];
  const handOn = async (most: number): Promise<void> => {
    while (ahead.length > most) {
      const bytes = await ahead.shift();
      if (bytes === undefined) continue;
      const steps = add(bytes);
      while (steps.next().done !== true) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  for await (const part of parts) {
    const coming = press(part);
    // Whoever waits for it hears of the failure; until then nobody else does.
    coming.catch(() => undefined);
    ahead.push(coming);
    await handOn(3);
  }
  await handOn(0);
}

/** How many sheets a page fills; by this its window is given time. */
function sheetsOf({ html }: Page): number {
  return html.split('<div class="sheet').length - 1 || 1;
}

async function inHiddenWindow<T>(
  shelf: PageShelf,
  page: Page,
  parent: BrowserWindow | null,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const url = shelf.put(page);
  const window = hiddenWindow(shelf, page.title, parent);
  try {
    await inTime(window.loadURL(url), sheetsOf(page));
    return await work(window);
  } finally {
    shelf.drop(url);
    if (!window.isDestroyed()) window.destroy();
  }
}

function handOver(window: BrowserWindow, printer: string | null, { size }: Page): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // The window can be closed under an open dialog: by a later job, or at the end of the app.
    window.once('closed', () => resolve(false));
    const options = {
      ...(printer === null ? { silent: false } : { silent: true, deviceName: printer }),
      printBackground: true,
      color: true,
      margins: { marginType: 'none' as const },
      // In micrometres where it is not a sheet of letter paper.
      pageSize:
        size === undefined
          ? ('Letter' as const)
          : { width: Math.round(size.width * 25_400), height: Math.round(size.height * 25_400) },
      collate: true,
      // Two letters never share a sheet.
      duplexMode: 'simplex' as const,
    };
    window.webContents.print(options, (done, reason) => {
      if (done) resolve(true);
      else if (notWanted.test(reason)) resolve(false);
      else reject(new Error(reason));
    });
  });
}
