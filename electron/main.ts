import os from 'node:os';
import { app, type BrowserWindow } from 'electron';
import { startDesk } from './desk-here';
import { deskSetting, forDesk } from './electron-desktop';
import { foldersOf } from './folders';
import { keepInPlace } from './guard';
import { openCounter } from './ipc';
import { keepLog, log } from './log';
import { leaveMenuForLater, putUpMenu } from './menu';
import { createPageShelf } from './pages';
import { declareScheme } from './scheme';
import { openWindow } from './window';

// What is written from here on is readable by this person alone: before the first file is made.
process.umask(0o077);

const folders = foldersOf({ platform: process.platform, home: os.homedir(), env: process.env });
app.setPath('userData', folders.engine);
app.setPath('sessionData', folders.engine);
app.setPath('logs', folders.logs);
// The app has no business in any network: no name is ever looked up.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');

// One register has one app. The second to be started shows the first one's window and is gone.
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  keepLog(folders.logs, app.isPackaged);
  declareScheme();
  leaveMenuForLater();
  keepInPlace();

  let window: BrowserWindow | null = null;
  const shelf = createPageShelf(40);
  // On its own thread it is ready about when the window's first page is.
  const desk = startDesk(
    deskSetting(folders),
    forDesk(shelf, () => window),
  );

  app.whenReady().then(
    () => {
      window = openWindow(folders.settings, shelf);
      window.on('closed', () => (window = null));
      openCounter(window, (name, input) => desk.route(name, input));
      putUpMenu(
        (command) => window?.webContents.send('event', 'command', command),
        () => app.quit(),
      );
    },
    (error: unknown) => log.error('not started', error),
  );
  app.on('second-instance', () => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    // The register is let go before the end.
    void desk.close().then(() => app.exit());
  });
}
