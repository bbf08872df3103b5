import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { deskOrigin } from './headers';
import { log } from './log';

/** Takes a call's name and its untrusted input to whoever answers it. */
export type Route = (name: string, input: unknown) => Promise<unknown>;

/** Opens the one counter between the window and main: only the window's own top page is served, and only with a name and one input. */
export function openCounter(window: BrowserWindow, route: Route): void {
  ipcMain.handle('call', (event, ...said: readonly unknown[]) => {
    const [name, input] = said;
    if (!isOurs(event, window) || said.length !== 2 || typeof name !== 'string') {
      log.warn('a call that is not the window’s own was refused');
      throw new Error('refused');
    }
    return route(name, input);
  });
}

function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === deskOrigin;
}
