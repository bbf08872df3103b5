import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { configuration } from './electron-builder.config.mjs';
import { shippedVersion } from './electron-here.mjs';
import { setUp } from './setup.mjs';
import { root, say, stop } from './setup/shell.mjs';

// `npm run package` makes the unpacked app for this system in release/, hardened and with nothing in it that it does
// not need. `npm run package -- installer` makes what people install from it; electron-builder downloads tools for that.

/** The program that `npm run package` leaves on Linux. */
export const packagedProgram = path.join(root, 'release/linux-unpacked/refund-desk');

const systems = /** @type {const} */ ({ linux: 'LINUX', win32: 'WINDOWS', darwin: 'MAC' });

/**
 * @param {object} [options]
 * @param {'dir' | 'installer'} [options.form]  the unpacked app, or this system's installers
 * @param {keyof typeof systems} [options.system]  whom it is for
 * @param {string} [options.electronFolder]  an unpacked Electron for that system; needed only for another than this one
 */
export async function packageApp({ form = 'dir', system = thisSystem(), electronFolder } = {}) {
  const electron = await setUp('window');
  await bundle();
  const forThisSystem = system === process.platform;
  const folder = forThisSystem ? await withoutDefaultApp(electron.folder) : electronFolder;
  const version = forThisSystem ? electron.version : shippedVersion;
  // better-sqlite3's own binaries want Node-API 10, which came with Electron 36.
  const compiled = forThisSystem && Number.parseInt(version, 10) < 36;
  if (compiled)
    say(
      `This package is for tests on this machine only: it contains Electron ${version} and a better-sqlite3 compiled for it.`,
    );

  const { Arch, build, Platform } = await import('electron-builder');
  const platform = Platform[systems[system]];
  await build({
    projectDir: root,
    targets:
      form === 'dir'
        ? platform.createTarget('dir', Arch[process.arch === 'arm64' ? 'arm64' : 'x64'])
        : platform.createTarget(),
    config: configuration({
      ...(folder === undefined ? {} : { electronFolder: folder }),
      electronVersion: version,
      compiled,
    }),
    publish: 'never',
  });
  if (form === 'dir' && system === 'linux') await examine();
}

/** @returns {keyof typeof systems} */
function thisSystem() {
  return isSystem(process.platform) ? process.platform : 'linux';
}

/** @param {string} name @returns {name is keyof typeof systems} */
function isSystem(name) {
  return name in systems;
}

/**
 * A copy of the Electron without the app that opens when one starts it by itself: electron-builder would ship it.
 * @param {string} from
 */
async function withoutDefaultApp(from) {
  const to = path.join(root, '.cache/electron-to-package');
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  for (const inside of ['resources', 'Electron.app/Contents/Resources']) {
    await rm(path.join(to, inside, 'default_app.asar'), { force: true });
  }
  return to;
}

/** The product is opened again and looked at: a pattern that quietly matches nothing would let the whole repository in. */
async function examine() {
  const [{ default: asar }, { getCurrentFuseWire, FuseV1Options }] = await Promise.all([
    import('@electron/asar'),
    import('@electron/fuses'),
  ]);
  const resources = path.join(path.dirname(packagedProgram), 'resources');
  const allowed = [
    /^\/package\.json$/,
    /^\/dist(\/[\w-]+\.mjs|\/preload\.cjs|\/licences\.txt|\/renderer(\/.*)?)?$/,
    /^\/node_modules(\/better-sqlite3(\/(LICENSE|package\.json|lib(\/.*)?|build(\/Release(\/better_sqlite3\.node)?)?|prebuilds(\/[^/]+\.node)?))?)?$/,
  ];
  const files = asar
    .listPackage(path.join(resources, 'app.asar'), { isPack: false })
    .map((file) => file.replaceAll('\\', '/'));
  const needless = files.filter((file) => file.endsWith('.map') || !allowed.some((pattern) => pattern.test(file)));
  const binaries = files.filter((file) => file.endsWith('.node'));
  if (needless.length > 0)
    throw new Error(`The package contains what the app does not need:\n${needless.slice(0, 20).join('\n')}`);
  if (binaries.length !== 1)
    throw new Error(`The package contains ${binaries.length} binaries of better-sqlite3 instead of one.`);
  if (existsSync(path.join(resources, 'default_app.asar')))
    throw new Error("The package contains Electron's own default app.");

  /** @type {Record<string, unknown>} */
  const wire = await getCurrentFuseWire(packagedProgram);
  const shut = 48; // the character 0
  const open = ['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'];
  for (const [name, fuse] of Object.entries(FuseV1Options)) {
    if (typeof fuse !== 'number') continue;
    if ((wire[String(fuse)] === shut) === open.includes(name))
      throw new Error(`The fuse ${name} is not as it should be.`);
  }
  say(`Packaged and examined: ${path.relative(root, packagedProgram)}`);
}

if (process.argv[1] === import.meta.filename) {
  const [form = 'dir', system = thisSystem(), electronFolder] = process.argv.slice(2);
  if ((form !== 'dir' && form !== 'installer') || !isSystem(system)) {
    stop('npm run package [-- dir|installer [linux|win32|darwin FOLDER-WITH-ITS-ELECTRON]]');
  }
  await packageApp({ form, system, ...(electronFolder === undefined ? {} : { electronFolder }) });
}
