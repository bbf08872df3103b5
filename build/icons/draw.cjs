'use strict';
// Draws icon.svg at every size that a system asks for: `npm run icons`, after a change to the drawing. The results are
// committed, since electron-builder would otherwise download a converter.
const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const here = __dirname;
const svg = readFileSync(path.join(here, 'icon.svg')).toString('base64');

/** Windows: a small header, one line of sixteen bytes for each picture, then the pictures. */
function ico(/** @type {Map<number, Buffer>} */ pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.size);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.size, 4);
  let offset = header.length;
  let line = 6;
  for (const [size, png] of pictures) {
    header.writeUInt8(size % 256, line); // 256 is written as 0
    header.writeUInt8(size % 256, line + 1);
    header.writeUInt16LE(1, line + 4);
    header.writeUInt16LE(32, line + 6);
    header.writeUInt32LE(png.length, line + 8);
    header.writeUInt32LE(offset, line + 12);
    offset += png.length;
    line += 16;
  }
  return Buffer.concat([header, ...pictures.values()]);
}

/** macOS: blocks, each with a name that stands for a size, and its length. */
function icns(/** @type {Map<string, Buffer>} */ pictures) {
  const blocks = [...pictures].map(([name, png]) => Buffer.concat([block(name, png.length + 8), png]));
  return Buffer.concat([block('icns', 8 + blocks.reduce((sum, one) => sum + one.length, 0)), ...blocks]);
}

function block(name, length) {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32BE(length, 4);
  return head;
}

app.disableHardwareAcceleration();
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  const draw = async (size) => {
    const url = await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
      const image = new Image();
      image.onerror = () => reject(new Error('the drawing does not load'));
      image.onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
        canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
        resolve(canvas.toDataURL('image/png'));
      };
      image.src = 'data:image/svg+xml;base64,${svg}';
    })`);
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  };
  const drawn = new Map();
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) drawn.set(size, await draw(size));
  for (const size of [16, 32, 48, 64, 128, 256, 512])
    writeFileSync(path.join(here, `${size}x${size}.png`), drawn.get(size));
  writeFileSync(
    path.join(here, '../icon.ico'),
    ico(new Map([16, 24, 32, 48, 64, 128, 256].map((size) => [size, drawn.get(size)]))),
  );
  const names = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  writeFileSync(
    path.join(here, '../icon.icns'),
    icns(new Map(Object.entries(names).map(([name, size]) => [name, drawn.get(size)]))),
  );
  app.quit();
});
