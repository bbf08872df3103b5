// What official Electron downloads have in resources/default_app.asar: it makes `electron FOLDER` start the app in that
// folder, and `electron FILE` that file. `-r FILE` before it is how Playwright gets its own part loaded first.
// Electron is not ready before this module is, and so not before the app's own one is.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as electron from 'electron';

/** These two are Electron's own default app's to call, and not among its declared functions. */
const app = /** @type {electron.App & { setVersion(version: string): void, setAppPath(place: string): void }} */ (
  electron.app
);

const words = process.argv.slice(1);
/** @type {string | undefined} */
let place;
while (words.length > 0 && place === undefined) {
  const word = words.shift() ?? '';
  if (word === '-r' || word === '--require') createRequire(import.meta.url)(path.resolve(words.shift() ?? ''));
  else if (!word.startsWith('-')) place = path.resolve(word);
}
if (place === undefined) {
  process.stderr.write('Name the app to start.\n');
  process.exit(1);
}

if (statSync(place).isDirectory()) {
  const about = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version);
  app.setAppPath(place);
  place = path.join(place, about.main);
}
await import(pathToFileURL(place).href);
