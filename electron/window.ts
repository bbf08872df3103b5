import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, session } from 'electron';
import { placeFor, readPlaces, writePlaces, type Places } from './bounds';
import { built } from './built';
import { lastOpen, type Expected } from './folders';
import { isOfTheDesk, shutOff } from './guard';
import { deskOrigin } from './headers';
import { log } from './log';
import type { PageShelf } from './pages';
import { serveDesk } from './scheme';

/** The smallest window in which every screen still works: half of 1366 × 768, which is that PC at 200 %. */
const smallest = { width: 640, height: 384 };
/** So that nothing flashes before the first paint: the screens' own grounds. */
const ground = { light: '#f3f4f5', dark: '#15181b' };

/** Opens the one window of the app where it stood last, hidden until it has something to show. */
export function openWindow(settingsFolder: string, shelf: PageShelf): BrowserWindow {
  const places = readPlaces(settingsFolder);
  const place = placeFor(places, screen.getAllDisplays(), screen.getPrimaryDisplay());
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.getName(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: built('preload.cjs'),
      session: deskSession(settingsFolder, shelf),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.webContents.setZoomLevel(places.zoom);
    window.show();
  });
  rememberPlace(window, settingsFolder, places);
  comeBack(window);
  window.loadURL(`${deskOrigin}/`).catch((error: unknown) => log.error('window not loaded', error));
  return window;
}

/** The window's session: Electron's first one, which is there anyhow, shut off before anything uses it. What it keeps on the disk is how the window looks. */
function deskSession(settingsFolder: string, shelf: PageShelf): Electron.Session {
  const own = session.defaultSession;
  shutOff(own, isOfTheDesk);
  serveDesk(own.protocol, built('renderer'), shelf, () => expectedHere(settingsFolder));
  return own;
}

/** Which register was open last. Read by hand: what reads the settings with care is not loaded before the window is drawn. */
function expectedHere(settingsFolder: string): Expected {
  const file = path.join(settingsFolder, lastOpen);
  if (!existsSync(file)) return null;
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly sample?: unknown } | null;
    return kept?.sample === true ? 'sample' : 'own';
  } catch {
    return 'own';
  }
}

/** Writes down where the window stands, display by display, soon after it was moved: a PC that is switched off tells nobody. */
function rememberPlace(window: BrowserWindow, settingsFolder: string, before: Places): void {
  let places = before;
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    const display = String(screen.getDisplayMatching(window.getBounds()).id);
    const place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    places = {
      last: display,
      zoom: window.webContents.getZoomLevel(),
      displays: { ...places.displays, [display]: place },
    };
    writePlaces(settingsFolder, places);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, 500);
  };
  window.on('move', soon);
  window.on('resize', soon);
  window.on('blur', soon);
  window.on('close', write);
  window.on('closed', () => clearTimeout(timer));
}

/** A screen that crashed comes back, with the draft that it had stored; one that crashes again and again stays away. */
function comeBack(window: BrowserWindow): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.warn(`the window's process is gone: ${reason}`);
    crashes.push(performance.now());
    if (crashes.filter((at) => at > performance.now() - 60_000).length <= 3) window.reload();
  });
}
