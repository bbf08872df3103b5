import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { electronFlags, electronHere } from '../../../build/electron-here.mjs';
import { proportionalMemory } from './memory';

/** How long a window took until it could be used (ms from the start of its process), how long from somebody signing in until it had what it shows first from its register (ms), and what its processes weigh (MiB). */
export type Start = { readonly usable: number; readonly filled: number; readonly memory: number };

/** What is looked for in a window: expressions that are true once it can be used, and once it shows what is in its register; between the two `then` is done once. */
export type Awaited = { readonly usable: string; readonly then: string; readonly filled: string };

/** Watches the first window from inside Electron's main process and prints when what a person needs is on it. The same for every app measured. */
const probe = `
const { app } = require('electron');
app.on('browser-window-created', (_event, window) => {
  const script = (name) => window.webContents.executeJavaScript(process.env['BENCH_' + name]);
  const watch = (name, next) => {
    const look = () => script(name)
      .then((there) => there ? (console.log(name), next()) : setTimeout(look, 2), () => setTimeout(look, 2));
    look();
  };
  window.webContents.once('dom-ready', () => watch('USABLE', () => script('THEN').then(() => watch('FILLED', () => {}))));
});
`;

/** Starts an app's folder in this Electron, and waits for what is to be on its window. */
export async function startWindow(
  folder: string,
  { usable, then, filled }: Awaited,
  env: Readonly<Record<string, string>>,
): Promise<Start> {
  const own = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-bench-'));
  const probeFile = path.join(own, 'probe.cjs');
  writeFileSync(probeFile, probe);
  const began = performance.now();
  const child = spawn(electronHere().path, [...electronFlags(), '-r', probeFile, folder], {
    env: { ...process.env, ...env, BENCH_USABLE: usable, BENCH_THEN: then, BENCH_FILLED: filled },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const taken = await new Promise<{ usable: number; filled: number }>((resolve, reject) => {
      let usableAt = Number.NaN;
      const late = setTimeout(() => reject(new Error('The window was not usable within a minute.')), 60_000);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const now = performance.now() - began;
        if (text.includes('USABLE')) usableAt = now;
        if (!text.includes('FILLED')) return;
        clearTimeout(late);
        resolve({ usable: usableAt, filled: now - usableAt });
      });
      child.once('exit', () => reject(new Error('The app ended before its window could be used.')));
    });
    // What starting needed for a moment is given back before it is weighed.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return { ...taken, memory: child.pid === undefined ? Number.NaN : proportionalMemory(child.pid) };
  } finally {
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    rmSync(own, { recursive: true, force: true });
  }
}
