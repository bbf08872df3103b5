'use strict';
// What official Electron downloads have in resources/default_app.asar: it makes `electron FOLDER` start the app in that
// folder. `-r FILE` before the folder is how Playwright gets its own part loaded first.
const path = require('node:path');
const { app } = require('electron');

const words = process.argv.slice(1);
let folder;
while (words.length > 0 && folder === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') require(path.resolve(words.shift()));
  else if (!word.startsWith('-')) folder = path.resolve(word);
}
if (folder === undefined) {
  process.stderr.write('Name the folder of the app to start.\n');
  process.exit(1);
}

const about = require(path.join(folder, 'package.json'));
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
require(path.join(folder, about.main));
