import { ensureElectron, ensureSandbox } from './setup/electron.mjs';
import { ensureNative } from './setup/native.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { stop } from './setup/shell.mjs';
import { ensureSystem } from './setup/system.mjs';

// Everything a fresh machine lacks, in the order in which one thing needs another. `npm start`, `npm test` and the
// other commands call what they need of it; run by itself, `node build/setup.mjs` prepares all of it, for the tests.
// Up to ensurePackages() only Node's own modules may be used: there may be no others yet.

/** Too old a Node says so in plain words here, not by a syntax error somewhere in a package. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Refund Desk needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/**
 * @param {'window' | 'tests'} purpose  what to get ready for: showing the app, or also testing it
 * @returns {Promise<import('./electron-here.mjs').ElectronHere>}
 */
export async function setUp(purpose) {
  ensureNode();
  await ensurePackages();
  const hasDisplay = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  await ensureSystem([
    .../** @type {const} */ (['gtk', 'nss', 'sound', 'gbm', 'fonts']),
    ...(purpose === 'tests' || !hasDisplay ? /** @type {const} */ (['display']) : []),
    ...(purpose === 'tests' ? /** @type {const} */ (['pdftotext']) : []),
  ]);
  const electron = await ensureElectron();
  ensureSandbox(electron);
  await ensureNative(electron);
  return electron;
}

if (process.argv[1] === import.meta.filename) await setUp('tests');
