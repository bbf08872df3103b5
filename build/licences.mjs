import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Ship with the app without going through the bundle. */
const always = ['better-sqlite3', 'electron'];

/**
 * The licences of everything that ships, as one text, for dist/licences.txt.
 * @param {ReadonlySet<string>} files every file that went into the bundle
 */
export function licenceText(files) {
  const folders = new Set(always.map((name) => path.join(root, 'node_modules', name)));
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder !== undefined) folders.add(folder);
  }
  const parts = [...folders].map(describe).sort((a, b) => (a.title < b.title ? -1 : 1));
  return [
    'Refund Desk is free software under the MIT licence. It contains the following, each under its own licence.',
    'SQLite, inside better-sqlite3, is in the public domain. What Chromium contains is listed in LICENSES.chromium.html.',
    ...parts.map(({ title, text }) => `${'-'.repeat(80)}\n${title}\n\n${text.trim()}\n`),
  ].join('\n\n');
}

/** @param {string} file @returns {string | undefined} the package's own folder, or nothing for a file of ours */
function packageFolder(file) {
  // Bundlers put a NUL before, and a query behind, the names of files they have made up or treated in a special way.
  const clean = file.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  const match = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(clean);
  return match !== null && existsSync(path.join(match[0], 'package.json')) ? path.normalize(match[0]) : undefined;
}

/** @param {string} folder */
function describe(folder) {
  const { name, version, license } = /** @type {{ name: string, version: string, license?: string }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return {
    title: `${name} ${version} (${license ?? 'licence: see below'})`,
    text:
      texts.length > 0
        ? texts.join('\n\n')
        : `The package names its licence as ${license ?? 'nothing'} and has no text of it.`,
  };
}
