import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { launchOptions } from '../../build/electron-here.mjs';
import type { CallName, Input, Output } from '../../shared/contract';
import type { Result } from '../../shared/result';
// Says that the window has its bridge.
import type {} from '../../renderer/wire';

// Each of Playwright's workers has a display to itself, where there are several: every window of a test is on it.
const display = process.env['REFUND_DESK_DISPLAYS']?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'])];
if (display !== undefined && display !== '') process.env['DISPLAY'] = display;

/** The folder of the built app. */
export const root = path.resolve(import.meta.dirname, '../..');

/** The app, and its window with the first screen in it. */
export type Started = { readonly app: ElectronApplication; readonly page: Page };

type Options = {
  /** The moment (ISO, UTC) at which the app's clock starts; null for this PC's own. */
  readonly startsAt: string | null;
  /** What the app finds when it starts: nothing, as on its first day, or the sample office. */
  readonly office: 'none' | 'sample';
  /** Further variables of the app's environment. */
  readonly environment: Readonly<Record<string, string>>;
};

type Fixtures = {
  /** A folder of this test's own, in which everything lies that the app keeps: register, settings, log. */
  readonly dataFolder: string;
  /** Starts the app on that folder, again and again if asked to, its clock at another moment where one is given. Whatever was started is closed at the end. */
  readonly start: (at?: string) => Promise<Started>;
  /** The app, started once for the test. */
  readonly started: Started;
  readonly app: ElectronApplication;
};

/** Tests in the built app: the real Electron, the real SQLite, real files in a folder of the test's own. */
export const test = base.extend<Options & Fixtures>({
  startsAt: [null, { option: true }],
  office: ['none', { option: true }],
  environment: [{}, { option: true }],

  dataFolder: async ({ office, startsAt }, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'refund-desk-'));
    if (office === 'sample') await cp(await sampleFolder(startsAt), folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  start: async ({ dataFolder, startsAt, environment }, use) => {
    const open = new Set<ElectronApplication>();
    await use(async (at) => {
      const started = await launch(dataFolder, at ?? startsAt, environment);
      open.add(started.app);
      started.app.once('close', () => open.delete(started.app));
      return started;
    });
    for (const app of open) await app.close();
  },

  started: async ({ start }, use) => {
    await use(await start());
  },
  app: async ({ started }, use) => {
    await use(started.app);
  },
  page: async ({ started }, use) => {
    await use(started.page);
  },
});

export { expect } from '@playwright/test';

async function launch(
  dataFolder: string,
  startsAt: string | null,
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const app = await _electron.launch({
    ...launchOptions(),
    env: {
      ...process.env,
      REFUND_DESK_DATA: dataFolder,
      ...(startsAt === null ? {} : { REFUND_DESK_NOW: startsAt }),
      ...environment,
    },
  });
  const page = await app.firstWindow();
  // Until then main is still loading, and a question put to it then can be lost in a garbage collection.
  await page.evaluate(() => window.desk.call('app.status', {}));
  // Nor is a key heard before the first screen is there: a person presses none before seeing it.
  await page.locator('h1').first().waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  return { app, page };
}

const samples = new Map<string | null, Promise<string>>();

/** A folder with the sample office as it is on that day: made once, by the app itself, and copied for each test. */
function sampleFolder(startsAt: string | null): Promise<string> {
  const known = samples.get(startsAt) ?? makeSampleFolder(startsAt);
  samples.set(startsAt, known);
  return known;
}

async function makeSampleFolder(startsAt: string | null): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'refund-desk-sample-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { app, page } = await launch(folder, startsAt, {});
  await call(page, 'register.openSample', {});
  await app.close();
  // Where the window stood, and the lock of the app that made it, are nobody else's.
  for (const part of ['engine', 'logs', 'settings/window.json']) {
    await rm(path.join(folder, part), { recursive: true, force: true });
  }
  return folder;
}

/** Makes a call over the window's own bridge, as a screen does, and gives what was asked for. */
export async function call<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const result: unknown = await page.evaluate(([n, i]) => window.desk.call(n, i as never), [name, input] as const);
  const { ok, ...rest } = result as Result<Output<N>>;
  if (!ok) throw new Error(`${name} failed: ${JSON.stringify(rest)}`);
  return (result as { readonly value: Output<N> }).value;
}

/** Answers every dialog that asks where to save with this path, as a person would by typing it. */
export async function answerSaveDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer });
  }, filePath);
}

/** Answers every dialog that asks for a folder with this one. */
export async function answerFolderDialogs(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
  }, folder);
}
