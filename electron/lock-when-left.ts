import { powerMonitor, type BrowserWindow } from 'electron';
import type { Desk } from './desk';

/** How often it is looked whether somebody is still there, in milliseconds. */
const every = 1000;

/** Locks the desk when the PC's own screen is locked, another person takes the PC, it goes to sleep, or nobody is at the window any more. */
export function lockWhenLeft(desk: Desk, window: BrowserWindow): void {
  window.webContents.on('input-event', desk.stir);
  powerMonitor.on('lock-screen', desk.lock);
  powerMonitor.on('user-did-resign-active', desk.lock);
  powerMonitor.on('suspend', desk.lock);
  const timer = setInterval(() => {
    // Linux tells nobody that its screen was locked; it has to be asked.
    if (process.platform === 'linux' && powerMonitor.getSystemIdleState(3600) === 'locked') desk.lock();
    desk.look();
  }, every);
  window.on('closed', () => clearInterval(timer));
}
