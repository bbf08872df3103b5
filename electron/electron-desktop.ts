import os from 'node:os';
import { app, type BrowserWindow } from 'electron';
import type { ForDesk } from './desk-here';
import type { DeskSetting } from './desk-messages';
import { createDialogs } from './dialogs';
import type { Folders } from './folders';
import type { PageShelf } from './pages';
import { createPrinting } from './print';

/** What the desk is told of this PC. An app that is not packaged may be shown on another day, the one that `REFUND_DESK_NOW` names. */
export function deskSetting(folders: Folders): DeskSetting {
  return {
    version: app.getVersion(),
    account: accountName(),
    registerFolder: folders.register,
    settingsFolder: folders.settings,
    startsAt: app.isPackaged ? null : (process.env.REFUND_DESK_NOW ?? null),
  };
}

/** What main does for the desk: dialogs and paper, and telling the window. */
export function forDesk(shelf: PageShelf, owner: () => BrowserWindow | null): ForDesk {
  return {
    ...createDialogs(owner),
    ...createPrinting(owner, shelf, process.env.REFUND_DESK_PRINTER),
    shelf,
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
