import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The name of Electron's program inside its folder, as the three systems have it. */
const program =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform.toString()] ?? 'electron';

/** The Electron that the app ships with: the one package.json pins. */
export const shippedVersion = /** @type {{ devDependencies: { electron: string } }} */ (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
).devDependencies.electron;

/** Where the set-up puts the test Electron (see build/setup/test-electron.mjs). */
export const testElectronFolder = path.join(root, '.cache/electron-test');

/**
 * @typedef {object} ElectronHere
 * @property {string} path      the program to start
 * @property {string} folder    the unpacked Electron it belongs to
 * @property {string} version   e.g. `45.4.1`
 * @property {'yours' | 'official' | 'test'} kind  named by ELECTRON_OVERRIDE_DIST_PATH; downloaded by the electron package; the set-up's test copy
 */

/** The Electron that is ready to run, or undefined when the set-up has not been there yet. @returns {ElectronHere | undefined} */
export function findElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return at(path.resolve(override), 'yours');
  const official = at(path.join(root, 'node_modules/electron/dist'), 'official');
  return official?.version === shippedVersion ? official : at(testElectronFolder, 'test');
}

/** As `findElectron`, for whoever runs after the set-up. */
export function electronHere() {
  const found = findElectron();
  if (found === undefined) throw new Error('No Electron is prepared here: run `node build/setup.mjs` first.');
  return found;
}

/**
 * The switches that a start of Electron needs on this machine. An unprivileged user gets the sandbox; root cannot have
 * it, Chromium refuses to start.
 * @param {'screen' | 'virtual'} [on] the display it will use; a virtual one has no GPU, and complains about it at length
 */
export function electronFlags(on = 'virtual') {
  if (process.platform !== 'linux') return [];
  const flags = on === 'virtual' ? ['--disable-gpu', '--log-level=3'] : [];
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  if (!hasRoomInSharedMemory()) flags.push('--disable-dev-shm-usage');
  return flags;
}

/**
 * What Playwright's `_electron.launch` needs to start the app, as this machine starts it:
 * `_electron.launch({ ...launchOptions(), env })`, with the app's own switches added to `args`.
 */
export function launchOptions() {
  return {
    executablePath: electronHere().path,
    args: [...electronFlags(), root],
    cwd: root,
    // Playwright adds --no-sandbox unless it is told that there is a sandbox.
    chromiumSandbox: !electronFlags().includes('--no-sandbox'),
  };
}

/** Containers often have a /dev/shm that is tiny or root's; Chromium then dies in the middle of a page. */
function hasRoomInSharedMemory() {
  try {
    accessSync('/dev/shm', constants.W_OK);
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 256 * 1024 * 1024;
  } catch {
    return false;
  }
}

/** @param {string} folder @param {ElectronHere['kind']} kind @returns {ElectronHere | undefined} */
function at(folder, kind) {
  const file = path.join(folder, program);
  if (!existsSync(file)) return undefined;
  const versionFile = path.join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { path: file, folder, version, kind };
}
