import os from 'node:os';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';
import { createClock, startingAt, type Clock } from './clock';
import type { Status } from '../shared/contract/register';
import type { Desk } from './desk';
import type { Desktop } from './desktop';
import { electronDesktop } from './electron-desktop';
import { foldersOf } from './folders';
import { keepInPlace } from './guard';
import { openCounter } from './ipc';
import { lockWhenLeft } from './lock-when-left';
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
// Nothing that was served is kept a second time on the disk.
app.commandLine.appendSwitch('disable-http-cache');

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
  let desk: Promise<Desk> | null = null;
  app
    .whenReady()
    .then(() => {
      window = openWindow(folders.settings, shelf);
      window.on('closed', () => (window = null));
      // The window's first call comes when its first screen is drawn. Until then the desk would only be in that screen's way.
      openCounter(window, async (name, input) => {
        desk ??= openDesk(
          electronDesktop(folders, clockHere(), shelf, () => window),
          () => window,
        );
        return (await desk).route(name, input);
      });
      putUpMenu(
        (command) => window?.webContents.send('event', 'command', command),
        () => app.quit(),
      );
    })
    .catch((error: unknown) => log.error('not started', error));

  app.on('second-instance', () => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    // The register is let go before the end, but no fault in that keeps the app from ending.
    Promise.resolve(desk)
      .then((open) => open?.close())
      .catch((error: unknown) => log.error('register not closed', error))
      .finally(() => app.exit());
  });
}

/** Milliseconds in which a window is painted twice. */
const twoFrames = 34;

/** What the desk stands on, in pieces of about equal weight. */
const pieces = [() => import('./plain-zod'), () => import('../shared/contract/register'), () => import('../db/open')];

/** Loads the desk and opens the register; whoever calls meanwhile waits for it. Between two pieces the window's keys are heard. */
async function openDesk(desktop: Desktop, owner: () => BrowserWindow | null): Promise<Desk> {
  // The first screen asks while it is being drawn: it is painted and has the keyboard before main is busy.
  await wait(twoFrames);
  for (const load of pieces) {
    await load();
    await setImmediate();
  }
  const [{ createDesk }, { fitMenuTo }] = await Promise.all([import('./desk'), import('./menu-by-role')]);
  const emit: Desktop['emit'] = (name, data) => {
    if (name === 'status') fitMenuTo(data as Status);
    desktop.emit(name, data);
  };
  const desk = createDesk({ ...desktop, emit });
  await desk.open().catch((error: unknown) => log.error('register not opened', error));
  const window = owner();
  if (window !== null) lockWhenLeft(desk, window);
  return desk;
}

/** This PC's clock; in an app that is not packaged, one that starts at the moment that `REFUND_DESK_NOW` names. */
function clockHere(): Clock {
  const shown = app.isPackaged ? undefined : process.env.REFUND_DESK_NOW;
  return shown === undefined ? createClock(() => Date.now()) : startingAt(shown);
}
