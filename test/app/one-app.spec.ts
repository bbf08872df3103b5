import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { electronFlags, electronHere } from '../../build/electron-here.mjs';
import { expect, root, test } from './fixtures';

test('a second start shows the first one’s window and ends by itself', async ({ app, page: _page, dataFolder }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(electronHere().path, [...electronFlags(), root], {
    env: { ...process.env, REFUND_DESK_DATA: dataFolder },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((one) => one.isVisible() && !one.isMinimized()),
      ),
    )
    .toEqual([true]);
});

test('what the app keeps can be read by its person alone', async ({ start, dataFolder }) => {
  const { app } = await start();
  await app.close();
  const kept = readdirSync(dataFolder, { recursive: true, withFileTypes: true });
  expect(kept.map((entry) => entry.name)).toContain('window.json');
  const open = kept
    .filter((entry) => !entry.isSymbolicLink())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((place) => (statSync(place).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});

test('the window comes back where it stood', async ({ start }) => {
  const first = await start();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 1010, height: 720 }),
  );
  await first.page.waitForTimeout(300);
  await first.app.close();
  const second = await start();
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1010, height: 720 });
});

test('nothing that reads forms and answers is loaded before the first screen', () => {
  const html = readFileSync(path.join(root, 'dist/renderer/index.html'), 'utf8');
  const window = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, file = '']) => `renderer/${file}`,
  );
  expect(window.length).toBeGreaterThan(0);
  for (const [name, entries] of [
    ['the window', window],
    ['main', ['main.mjs']],
  ] as const) {
    const loaded = new Map<string, string>();
    const load = (file: string): void => {
      if (loaded.has(file)) return;
      const text = readFileSync(path.join(root, 'dist', file), 'utf8');
      loaded.set(file, text);
      for (const [, other = ''] of text.matchAll(/(?:^|[;}\n])(?:import|export)\b[^'"();]*["'](\.\/[^'"]+\.m?js)["']/g))
        load(path.posix.join(path.posix.dirname(file), other));
    };
    entries.forEach(load);
    // Zod marks whatever it makes.
    expect(
      [...loaded].filter(([, text]) => text.includes('_zod')).map(([file]) => file),
      name,
    ).toEqual([]);
  }
});
