import type { ElectronApplication } from '@playwright/test';
import { noFilter } from '../../shared/contract/no-filter';
import { emptyAddress } from '../../shared/register/fields';
import { call, expect, test } from './fixtures';
import { hands, morning, statusLine } from './office-here';

/** The letters queue by keyboard, in the sample office. */

test.use({ startsAt: morning, office: 'sample' });

/** Answers the system's print dialog as a person would: Print, or Cancel. */
async function answerPrintDialogs(app: ElectronApplication, answer: 'print' | 'cancel'): Promise<void> {
  await app.evaluate(({ BrowserWindow }, chosen) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) throw new Error('no window');
    const contents = Object.getPrototypeOf(window.webContents) as Electron.WebContents;
    contents.print = (_options, done) => done?.(chosen === 'print', chosen === 'print' ? '' : 'Print job canceled');
  }, answer);
}

test('the ticked letters are one job; only those that came out well are marked, the rest stay', async ({
  app,
  page,
}) => {
  await answerPrintDialogs(app, 'print');
  await page.keyboard.press('Control+5');
  const rows = page.getByRole('grid', { name: 'Letters' }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const ready = await rows.count();
  expect(ready).toBeGreaterThan(2);
  const { press } = hands(page);
  await press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await press('Space');
  await expect(page.getByText('1 letter ticked')).toBeVisible();
  await press('Control+A');
  await expect(page.getByText(`${ready} letters ticked`)).toBeVisible();
  const last = await rows.last().locator('td').nth(1).textContent();

  await press('Control+P');
  const asked = page.getByRole('button', { name: `Yes, mark all ${ready} printed` });
  await expect(asked).toBeFocused();
  expect(
    (await call(page, 'letter.list', { text: '', state: 'ready', sort: 'postal', offset: 0, limit: 500 })).total,
  ).toBe(ready);
  await press('Tab');
  await press('Enter');
  // The last did not come out.
  await page.getByRole('group', { name: 'Which letters printed well' }).getByRole('checkbox').last().press('Space');
  await page.getByRole('button', { name: `Mark ${ready - 1} letters printed` }).press('Enter');
  await expect(statusLine(page)).toContainText(`${ready - 1} letters marked as printed; 1 stays in the queue.`);
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(last ?? 'none');
});

test('a job that is cancelled marks nothing', async ({ app, page }) => {
  await answerPrintDialogs(app, 'cancel');
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('grid', { name: 'Letters' }).locator('tbody tr').first()).toBeVisible();
  const before = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'postal', offset: 0, limit: 500 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+P');
  await expect(statusLine(page)).toContainText('Nothing was printed, and nothing is marked.');
  expect(await call(page, 'letter.list', { text: '', state: 'ready', sort: 'postal', offset: 0, limit: 500 })).toEqual(
    before,
  );
});

test('Enter shows a letter at its true size, Ctrl+PgDn the next of the queue, Ctrl+Shift+W the window', async ({
  page,
}) => {
  await page.keyboard.press('Control+5');
  const rows = page.getByRole('grid', { name: 'Letters' }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const numbers = await rows.locator('td:nth-child(2)').allTextContents();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(`Letter ${numbers[0] ?? ''}`);
  const frame = page.locator('.sheet-frame');
  await expect(frame.locator('iframe')).toHaveAttribute('src', /^app:\/\//);
  const box = await frame.boundingBox();
  // 8½ inches at 96 to the inch.
  expect(box?.width).toBe(816);
  await expect(page.locator('.window-outline')).toHaveCount(2);
  await page.keyboard.press('Control+Shift+W');
  await expect(page.locator('.window-outline')).toHaveCount(0);
  await page.keyboard.press('Control+PageDown');
  await expect(heading).toHaveText(`Letter ${numbers[1] ?? ''}`);
});

test('letters are made for every ticked case at once, and one without an address waits for it', async ({ page }) => {
  const { rows: cases } = await call(page, 'case.list', {
    filter: { ...noFilter, state: 'decided' },
    sort: 'enteredAt',
    descending: true,
    offset: 0,
    limit: 500,
  });
  // What waits for a second person is not told yet.
  const missing = cases.filter((row) => row.letter === null && row.approval === 'not-needed');
  expect(missing.length).toBeGreaterThan(3);
  const [homeless] = missing;
  const view = await call(page, 'case.get', { id: homeless?.id ?? '' });
  if (view.student === null) throw new Error('a decided case has a student');
  await call(page, 'student.save', {
    requestId: crypto.randomUUID(),
    student: { ...view.student, address: emptyAddress },
  });

  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: /^To make/ }).press('Enter');
  const rows = page.getByRole('grid', { name: 'Letters to make' }).locator('tbody tr');
  await expect(rows).toHaveCount(missing.length);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+Shift+L');
  await expect(statusLine(page)).toContainText(/letters made; \d waits? for an address\.$/, { timeout: 60_000 });
  const state = async () =>
    (await call(page, 'case.get', { id: homeless?.id ?? '' })).letters.find((l) => l.state !== 'voided')?.state;
  expect(await state()).toBe('needs-address');
  await page.getByRole('button', { name: /^Needs address/ }).press('Enter');
  const queue = page.getByRole('grid', { name: 'Letters' }).locator('tbody tr');
  await expect(queue.filter({ hasText: homeless?.number ?? 'none' })).toBeVisible();
  await call(page, 'student.save', { requestId: crypto.randomUUID(), student: view.student });
  expect(await state()).toBe('ready');
  const after = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'postal', offset: 0, limit: 500 });
  expect(after.total).toBeGreaterThan(missing.length - 3);
});
