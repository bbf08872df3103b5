import os from 'node:os';
import { app, type BrowserWindow } from 'electron';
import type { Clock } from './clock';
import type { Desktop } from './desktop';
import { createDialogs } from './dialogs';
import type { Folders } from './folders';
import type { PageShelf } from './pages';
import { createPrinting } from './print';
import { destination } from './printers-here';

/** The desktop as Electron gives it: this PC's clock, folders, dialogs and printers, and the window that is told things. */
export function electronDesktop(
  folders: Folders,
  clock: Clock,
  shelf: PageShelf,
  owner: () => BrowserWindow | null,
): Desktop {
  const shown: string[] = [];
  const fixedPrinter = process.env.REFUND_DESK_PRINTER ?? null;
  return {
    version: app.getVersion(),
    account: accountName(),
    ...clock,
    registerFolder: folders.register,
    settingsFolder: folders.settings,
    ...createDialogs(owner),
    ...createPrinting(owner, shelf, (asked) => destination(asked ?? fixedPrinter, folders.settings)),
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
