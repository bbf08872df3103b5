import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElectronApplication, Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect } from './fixtures';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 A and AA that axe knows. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The looks in which every screen must be free of violations: the two base sizes, light, dark and forced colours. */
export const looks = [
  { name: 'light', zoom: 1, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', zoom: 1, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', zoom: 1, colorScheme: 'dark', forcedColors: 'active' },
  { name: 'large', zoom: 2, colorScheme: 'light', forcedColors: 'none' },
] as const;

/** Shows the window at 1366×768 in a look. */
export async function look(app: ElectronApplication, page: Page, to: (typeof looks)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, zoom) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setSize(1366, 768);
    window?.webContents.setZoomFactor(zoom);
  }, to.zoom);
  await page.emulateMedia({ colorScheme: to.colorScheme, forcedColors: to.forcedColors });
  await page.waitForTimeout(150);
}

/** The screen as it stands breaks no rule, and nothing on it is cut off at the side. A picture of it is kept under the name. */
export async function expectAccessible(app: ElectronApplication, page: Page, name: string): Promise<void> {
  // By the window itself: Playwright's own pictures cut a magnified page off.
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
  });
  mkdirSync('out/screens', { recursive: true });
  writeFileSync(`out/screens/${name}.png`, Buffer.from(picture, 'base64'));
  await page.evaluate(source);
  const found = await page.evaluate(async (only) => {
    const runner = (window as unknown as { axe: typeof axe }).axe;
    const results = await runner.run(document, { runOnly: { type: 'tag', values: only }, resultTypes: ['violations'] });
    return results.violations.map(
      (v) =>
        `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} (${n.any.map((c) => c.message).join('; ')})`).join(' | ')}`,
    );
  }, tags);
  expect(found, name).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${name} runs out at the side`).toBeLessThanOrEqual(0);
}
