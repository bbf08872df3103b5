import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { launchOptions } from './electron-here.mjs';
import { root, say } from './setup/shell.mjs';

// A walk through the sample office in the built app, by the keyboard: one form is keyed and decided, its letter made and
// saved as a PDF. `npm start` takes it where there is no display to open a window on; what it sees stays in out/walk/.

/** @import { ElectronApplication, Page } from '@playwright/test' */

const out = path.join(root, 'out/walk');
const data = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-walk-'));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

let seen = 0;
/** @type {ElectronApplication | undefined} */
let app;
try {
  app = await _electron.launch({ ...launchOptions(), env: { ...process.env, REFUND_DESK_DATA: data } });
  await walk(app, await app.firstWindow());
} catch (error) {
  say(`The walk stopped: ${error instanceof Error ? error.message : String(error)}`);
  const page = app?.windows()[0];
  if (page !== undefined) await see(page, 'where it stopped').catch(() => undefined);
  process.exitCode = 1;
} finally {
  await app?.close().catch(() => undefined);
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}

/** @param {ElectronApplication} desk @param {Page} page */
async function walk(desk, page) {
  const { keyboard } = page;

  say('The first start: set-up, or the sample office.');
  const sample = page.getByRole('button', { name: /sample office/i });
  await sample.waitFor();
  await desk.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1366, 768));
  await see(page, 'first start');
  await sample.press('Enter');
  await page.getByRole('heading', { name: 'What waits' }).waitFor({ timeout: 90_000 });
  say('The sample office is open: an invented university in the middle of its term.');
  await see(page, 'today');

  const { student, course, postmarked, received } = await someoneOnTheRoster(page);
  await keyboard.press('Control+Shift+N');
  await page.getByRole('group', { name: 'New batch' }).waitFor();
  await keyboard.press('Tab');
  await keyboard.type(received);
  await keyboard.press('Enter');
  await page.locator('[data-field="studentId"]:focus').waitFor();
  say(`A batch of the mail received on ${received} is begun; its dates are typed once.`);

  await keyboard.type(student);
  await page.locator('[role="option"]').first().waitFor();
  await see(page, 'the student is looked up');
  await keyboard.press('Tab');
  await keyboard.type(course);
  await keyboard.press('Tab');
  await keyboard.type(postmarked);
  for (const key of ['Tab', 'Tab', 'Tab', '2']) await keyboard.press(key);
  const result = page.locator('.worksheet-result');
  await result.waitFor();
  say(
    `Keyed: student ${student}, course ${course}, postmarked ${postmarked}. The worksheet says: ${await words(result)}.`,
  );
  await see(page, 'the form and its worksheet');

  await keyboard.press('Control+S');
  await page.waitForURL(/#\/case\//);
  await page.locator('.status-said', { hasText: 'Saved' }).waitFor();
  say(`Saved and decided: case ${await words(page.getByRole('heading', { level: 1 }))}.`);
  await see(page, 'the case');

  await keyboard.press('Control+Shift+L');
  await page.waitForURL(/\/letter$/);
  await page.locator('iframe').waitFor();
  await see(page, 'the letter as it will print');
  await keyboard.press('Control+Shift+L');
  await page.waitForURL(/#\/letters?\/[0-9a-f-]+$/);
  await page.locator('.status-said', { hasText: 'is made' }).waitFor();
  say(`Its letter is made and kept with the case: ${await words(page.getByRole('heading', { level: 1 }))}.`);
  await see(page, 'the letter that is kept');

  // The system's own dialog is no part of the window and hears no keys of ours: it is answered as a person would.
  const pdf = path.join(out, 'letter.pdf');
  await desk.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  await keyboard.press('Control+Shift+S');
  await page.locator('.status-said', { hasText: 'Saved as' }).waitFor();
  say(`The letter is saved as a PDF of ${Math.ceil(statSync(pdf).size / 1024)} kB.`);

  await keyboard.press('Control+2');
  await page.getByRole('row').nth(1).waitFor();
  await see(page, 'the register');
  say(`What the walk saw is in ${path.relative(process.cwd(), out) || out}.`);
}

/**
 * A student on a roster of the sample who has sent no form yet, and a letter in the mail that came two days after the
 * second meeting, as a clerk would type it from the paper.
 * @param {Page} page
 */
async function someoneOnTheRoster(page) {
  return page.evaluate(async () => {
    /** @type {any} */
    const { desk } = globalThis;
    const found = await desk.call('course.find', { text: 'Project Management', limit: 1, studentId: null });
    const { course, roster } = (await desk.call('course.get', { id: found.value[0].course.id })).value;
    const free = roster.filter((/** @type {any} */ row) => row.cases.length === 0 && row.student.address.line1 !== '');
    const { student } =
      free.find(
        (/** @type {any} */ row) => row.student.language === 'en' && row.enrolment.payments[0]?.cents === course.fee,
      ) ?? free[0];
    const typed = (/** @type {number} */ days) => {
      const day = new Date(`${course.meetings[1].date}T00:00:00Z`);
      day.setUTCDate(day.getUTCDate() + days);
      return `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
    };
    return { student: student.number, course: course.code, postmarked: typed(-2), received: typed(2) };
  });
}

/** Keeps a picture of the window once it has come to rest. @param {Page} page @param {string} what */
async function see(page, what) {
  await page.waitForTimeout(300);
  seen += 1;
  await page.screenshot({ path: path.join(out, `${seen}-${what.replaceAll(' ', '-')}.png`) });
}

/** What stands there, in one line. @param {import('@playwright/test').Locator} place */
async function words(place) {
  return (await place.innerText()).replace(/\s+/g, ' ').trim();
}
