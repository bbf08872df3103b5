import os from 'node:os';
import { app, type BrowserWindow } from 'electron';
import type { Clock } from './clock';
import type { Desktop } from './desktop';
import { createDialogs } from './dialogs';
import type { Folders } from './folders';
import type { PageShelf } from './pages';
import type { Printing } from './print';

/** The desktop as Electron gives it: this PC's clock, folders, dialogs and printers, and the window that is told things. */
export function electronDesktop(
  folders: Folders,
  clock: Clock,
  shelf: PageShelf,
  owner: () => BrowserWindow | null,
): Desktop {
  const shown: string[] = [];
  const fixedPrinter = process.env.REFUND_DESK_PRINTER ?? null;
  let loaded: Promise<Printing> | null = null;
  // What prints comes with the first page: the window does not wait for it.
  const load = async (): Promise<Printing> => {
    const [{ createPrinting }, { destination }] = await Promise.all([import('./print'), import('./printers-here')]);
    return createPrinting(owner, shelf, (asked) => destination(asked ?? fixedPrinter, folders.settings));
  };
  const printing = (): Promise<Printing> => (loaded ??= load());
  return {
    version: app.getVersion(),
    account: accountName(),
    ...clock,
    registerFolder: folders.register,
    settingsFolder: folders.settings,
    ...createDialogs(owner),
    pdf: async (page) => (await printing()).pdf(page),
    pdfs: async (pages) => (await printing()).pdfs(pages),
    job: async (pages, about, write) => (await printing()).job(pages, about, write),
    print: async (pages, printer) => (await printing()).print(pages, printer),
    printers: async () => (await printing()).printers(),
    fixedPrinter,
    show: (page) => {
      const url = shelf.put(page);
      shown.push(url);
      return url;
    },
    putAway: () => {
      for (const url of shown.splice(0)) shelf.drop(url);
    },
    emit: (name, data) => owner()?.webContents.send('event', name, data),
    quit: () => app.quit(),
  };
}

/** The account of the operating system; where that has no name for it, its number. */
function accountName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 0}`;
  }
}
