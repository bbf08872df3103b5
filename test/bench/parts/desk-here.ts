import path from 'node:path';
import { createClock } from '../../../electron/clock';
import type { Desktop } from '../../../electron/desktop';

/** The desktop of a program without a window, for making registers as the app does: this PC's clock, and folders below one of the bench's own. */
export function desktopHere(folder: string): Desktop {
  const noWindow = () => Promise.reject(new Error('There is no window here.'));
  return {
    version: 'bench',
    account: 'bench',
    ...createClock(() => Date.now()),
    registerFolder: path.join(folder, 'register'),
    settingsFolder: path.join(folder, 'settings'),
    chooseFolder: noWindow,
    chooseFile: noWindow,
    saveAs: noWindow,
    saveCopyOf: noWindow,
    pdf: noWindow,
    pdfs: noWindow,
    job: noWindow,
    print: noWindow,
    printers: noWindow,
    fixedPrinter: null,
    show: () => {
      throw new Error('There is no window here.');
    },
    putAway: () => undefined,
    emit: () => undefined,
    quit: () => undefined,
  };
}
