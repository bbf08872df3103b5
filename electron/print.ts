import { BrowserWindow, session, type PrintToPDFOptions } from 'electron';
import { built } from './built';
import type { Page } from './desktop';
import { isOfAPage, shutOff } from './guard';
import { joinPages } from './joined';
import type { PageShelf } from './pages';
import { checkPdf } from './pdf-check';
import { servePages } from './scheme';

// Every page goes to paper in a hidden window of its own, which is thrown away afterwards: a window that has printed once can
// carry a fault over to the next letter. No script runs in it, and its session can fetch nothing but pages and their fonts.

/** Pages to PDF and to paper. */
export type Printing = {
  pdf(page: Page): Promise<Uint8Array>;
  print(pages: readonly Page[]): Promise<boolean>;
};

/** Longer than this no page takes; a window that does is stuck. Milliseconds. */
const patience = 30_000;

const letter: PrintToPDFOptions = {
  pageSize: { width: 8.5, height: 11 },
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: false,
};

/** What the system said when a job was not printed because the person did not want it. */
const notWanted = /cancel/i;

/**
 * The printing of this PC. The system's dialog appears above the window that `owner` gives; where IT named a printer
 * (`REFUND_DESK_PRINTER`), jobs go straight to that one, with no dialog.
 */
export function createPrinting(
  owner: () => BrowserWindow | null,
  shelf: PageShelf,
  printer: string | undefined,
): Printing {
  let queue: Promise<unknown> = Promise.resolve();
  let dialog: BrowserWindow | null = null;

  const make = async (page: Page): Promise<Uint8Array> => {
    const bytes = await inHiddenWindow(shelf, page, null, (window) => inTime(window.webContents.printToPDF(letter)));
    return checkPdf(new Uint8Array(bytes));
  };

  return {
    pdf(page) {
      // One after the other: a hundred hidden windows at once would need the memory of a hundred.
      const made = queue.then(() => make(page));
      queue = made.catch(() => undefined);
      return made;
    },
    async print(pages) {
      if (pages.length === 0) return false;
      // The system may never say what became of a dialog. Whoever prints again no longer waits for the first.
      dialog?.destroy();
      return inHiddenWindow(shelf, joinPages(pages), owner(), async (window) => {
        dialog = window;
        const handedOver = handOver(window, printer);
        return printer === undefined ? handedOver : inTime(handedOver);
      });
    },
  };
}

async function inHiddenWindow<T>(
  shelf: PageShelf,
  page: Page,
  parent: BrowserWindow | null,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const url = shelf.put(page);
  const window = new BrowserWindow({
    show: false,
    ...(parent === null ? {} : { parent }),
    width: 816,
    height: 1056,
    title: page.title,
    webPreferences: {
      session: paperSession(shelf),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await inTime(window.loadURL(url));
    return await work(window);
  } finally {
    shelf.drop(url);
    if (!window.isDestroyed()) window.destroy();
  }
}

let paper: Electron.Session | null = null;

/** The session of all hidden windows: in memory, and able to fetch pages and their fonts alone. */
function paperSession(shelf: PageShelf): Electron.Session {
  if (paper !== null) return paper;
  paper = session.fromPartition('paper', { cache: false });
  shutOff(paper, isOfAPage);
  servePages(paper.protocol, built('renderer'), shelf);
  return paper;
}

function handOver(window: BrowserWindow, printer: string | undefined): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // The window can be closed under an open dialog: by a later job, or at the end of the app.
    window.once('closed', () => resolve(false));
    const options = {
      ...(printer === undefined ? { silent: false } : { silent: true, deviceName: printer }),
      printBackground: true,
      color: true,
      margins: { marginType: 'none' as const },
      pageSize: 'Letter' as const,
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

/** The work, or after 30 seconds an error that says so. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the page did not get ready in 30 seconds')), patience);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
