'use strict';
// What official Electron downloads have in resources/default_app.asar: it makes `electron FOLDER` start the app in that
// folder, and `electron FILE` that file. `-r FILE` before it is how Playwright gets its own part loaded first.
const { statSync } = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

const words = process.argv.slice(1);
let place;
while (words.length > 0 && place === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') require(path.resolve(words.shift()));
  else if (!word.startsWith('-')) place = path.resolve(word);
}
if (place === undefined) {
  process.stderr.write('Name the app to start.\n');
  process.exit(1);
}

if (statSync(place).isDirectory()) {
  const about = require(path.join(place, 'package.json'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version);
  app.setAppPath(place);
  require(path.join(place, about.main));
} else {
  require(place);
}
