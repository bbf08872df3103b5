import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { electronFlags } from '../../build/electron-here.mjs';
import { packagedProgram } from '../../build/package.mjs';
import { call, expect, test } from './fixtures';

// The product as people install it: its fuses shut Playwright's own way in, so it is driven over the DevTools protocol.

test('the packaged app opens the sample office and decides, with every fuse shut', async ({ dataFolder }) => {
  const program = spawn(packagedProgram, [...electronFlags(), '--remote-debugging-port=0'], {
    env: { ...process.env, REFUND_DESK_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let browser: Browser | undefined;
  try {
    browser = await chromium.connectOverCDP(await devTools(program));
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (page === undefined) throw new Error('The packaged app opened no window.');
    await page.waitForURL(/^app:\/\/desk\//);
    await page.getByRole('button', { name: /sample office/i }).click();
    await expect.poll(async () => (await call(page, 'app.status', {})).sample, { timeout: 60_000 }).toBe(true);
    const status = await call(page, 'app.status', {});
    expect(status.register).toBe('open');
    const list = await call(page, 'case.list', {
      filter: {
        text: '',
        state: 'decided',
        outcome: 'refund',
        termId: null,
        courseId: null,
        studentId: null,
        batchId: null,
        receivedFrom: null,
        receivedTo: null,
        overdueOn: null,
      },
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 5,
    });
    expect(list.total).toBeGreaterThan(0);
    expect(list.rows[0]?.refund).toBeGreaterThan(0);
  } finally {
    await browser?.close();
    program.kill();
  }
});

test('the packaged app cannot be turned into a Node shell', async () => {
  const { stdout } = await promisify(execFile)(packagedProgram, [...electronFlags(), '-e', 'console.log("shell")'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere/at/all.js' },
    timeout: 5000,
  }).catch((ended: { stdout: string }) => ended);
  expect(stdout).not.toContain('shell');
});

/** The address at which the app's DevTools listen, as Chromium prints it. */
function devTools(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(printed);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    program.once('exit', (code) => reject(new Error(`The packaged app ended with ${code}: ${printed.slice(-2000)}`)));
  });
}
