import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, root, test } from './fixtures';

test.describe('the window', () => {
  test('has a sandbox, a world of its own, and nothing of Node', async ({ app, page }) => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      // Not among Electron's declared functions, but it tells what the window really got.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): unknown };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    const names = await page.evaluate(() =>
      ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(names).toEqual([]);
    expect(await page.evaluate(() => Object.keys(window.desk).sort())).toEqual(['call', 'subscribe']);
    expect(await page.evaluate(() => location.origin)).toBe('app://desk');
  });

  test('runs no script that stands in the page and fetches nothing from elsewhere', async ({ page }) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.handlerRan = true');
      image.src = 'app://desk/nothing.png';
      document.body.append(image);
      await new Promise((resolve) => image.addEventListener('error', resolve, { once: true }));
      let evalRan = true;
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what must be refused
        new Function('return 1')();
      } catch {
        evalRan = false;
      }
      return { inline: 'inlineRan' in window, handler: 'handlerRan' in window, evalRan };
    });
    expect(ran).toEqual({ inline: false, handler: false, evalRan: false });
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:9/',
      'file:///etc/hostname',
      'app://page/guess',
      'ws://127.0.0.1:9/',
    ]) {
      const outcome = await page.evaluate(async (address) => {
        try {
          if (address.startsWith('ws')) {
            return await new Promise((resolve) => {
              const socket = new WebSocket(address);
              socket.onopen = () => resolve('open');
              socket.onerror = () => resolve('refused');
            });
          }
          await fetch(address);
          return 'fetched';
        } catch {
          return 'refused';
        }
      }, url);
      expect(outcome, url).toBe('refused');
    }
  });

  test('has its network cut off in main too, not by the page’s policy alone', async ({ app }) => {
    const outcome = await app.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return session?.fetch('http://127.0.0.1:9/').then(
        () => 'fetched',
        (error: Error) => error.message,
      );
    });
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('goes nowhere else and opens nothing', async ({ app, page }) => {
    const opened = await page.evaluate(() => window.open('app://desk/') === null);
    expect(opened).toBe(true);
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'file:///etc/hostname';
      link.target = '_blank';
      document.body.append(link);
      link.click();
    });
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => location.href)).toMatch(/^app:\/\/desk\//);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // Chromium keeps the address of a page that it was not allowed to load, but not its origin.
    const origins = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames.map((frame) => frame.origin),
    );
    expect(origins).toEqual(['null']);
  });

  test('is given no permission', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const;
      return Promise.all(
        asked.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      );
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  test('is served its own files alone', async ({ page }) => {
    const answers = await page.evaluate(async () => {
      const addresses = [
        '/index.html',
        '/../main.mjs',
        '/%2e%2e/main.mjs',
        '/..%2fmain.mjs',
        '/%2e%2e%2f%2e%2e%2fpackage.json',
        '/nothing.js',
        '/../../../../etc/hostname',
      ];
      return Promise.all(addresses.map(async (address) => (await fetch(address)).status));
    });
    expect(answers[0]).toBe(200);
    for (const status of answers.slice(1)) expect([403, 404]).toContain(status);
  });
});

test.describe('the counter between window and main', () => {
  test('refuses an unknown call and a malformed one, as values', async ({ page }) => {
    const refused = await page.evaluate(() => window.desk.call('register.burn' as 'app.status', {}));
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    const malformed = await page.evaluate(() => window.desk.call('app.status', { path: '/etc' } as never));
    expect(malformed).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(await page.evaluate((n) => window.desk.call(n as 'app.status', {}), name)).toMatchObject({ ok: false });
    }
  });

  test('serves no other window, and no frame inside ours', async ({ app, page }) => {
    expect(await page.evaluate(() => window.desk.call('app.status', {}))).toMatchObject({ ok: true });
    const asked = await inAnotherWindow(app, "window.desk.call('app.status', {})");
    expect(asked).toEqual(['refused', expect.stringContaining('refused')]);

    const inside = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return 'desk' in (frame.contentWindow as Window);
    });
    expect(inside).toBe(false);
  });

  test('writes down that it refused, and nothing of what was said', async ({ app, page, dataFolder }) => {
    await page.evaluate(() => window.desk.call('app.status', {}));
    await inAnotherWindow(app, "window.desk.call('student.find', { text: 'Garcia-Lopez', limit: 5 })");
    const log = () => readFile(path.join(dataFolder, 'logs', 'refund-desk.log'), 'utf8').catch(() => '');
    await expect.poll(log).toContain('refused');
    expect(await log()).not.toContain('Garcia');
  });
});

/** Runs a script in a second window that has the app's own preload, session and address, and gives what came of its promise. */
function inAnotherWindow(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(
    async ({ BrowserWindow }, { preload, code }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      if (session === undefined) throw new Error('the app has no window');
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, session, sandbox: true, contextIsolation: true },
      });
      await other.loadURL('app://desk/');
      const outcome: unknown = await other.webContents.executeJavaScript(
        `${code}.then((value) => ['served', value], (error) => ['refused', String(error)])`,
      );
      other.destroy();
      return outcome;
    },
    { preload: path.join(root, 'dist', 'preload.cjs'), code: script },
  );
}
