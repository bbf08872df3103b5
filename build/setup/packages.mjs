import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root, say, stop } from './shell.mjs';

const lockFile = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules/.package-lock.json');
const stamp = path.join(root, 'node_modules/.refund-desk-lock');

/** Installs what the lock file names, unless it is there already. */
export async function ensurePackages() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isCurrent(wanted)) return;
  say('Installing the packages named in package-lock.json (about 20 seconds, more on a slow line) …');
  // No package's install script is needed here, so none is run.
  const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) stop('npm ci failed; its message is above. Is the package registry within reach?');
  writeFileSync(stamp, wanted);
}

/** @param {string} wanted */
function isCurrent(wanted) {
  // npm writes this file last, so an installation that was interrupted has none.
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  // Someone ran npm by hand after the lock file last changed.
  return statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}
