import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** An app with one empty window and nothing else, in a folder of its own; its window is as shut off as ours. */
export function emptyApp(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-empty-'));
  writeFileSync(path.join(folder, 'package.json'), '{"name":"empty-window","version":"1.0.0","main":"main.cjs"}');
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Empty</title><h1>Empty</h1>');
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', require('node:path').join(__dirname, 'data'));
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 728, webPreferences: { sandbox: true, contextIsolation: true } }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
`,
  );
  return folder;
}
