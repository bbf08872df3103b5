import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { anEnrolment, id } from '../db/records';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { beginBatch, field, morning, openOffice, statusLine } from './office-here';

/**
 * A policy that nobody wrote code for, added in the screen by keyboard alone: CSU Bakersfield Extended Education (extended.csub.edu, refund
 * policy): 100 % through the 5th calendar day; 60 % through the 22nd (16- and 10-week sessions), the 16th (8 weeks), the 10th (5 weeks);
 * none after. Its lengths are typed as ranges, so that no course falls between two of them.
 */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 240_000 });

const quote =
  '100% refund through the 5th calendar day; 60% through the 22nd day of 16 and 10 week sessions, the 16th of 8 week and the 10th of 5 week sessions; no refund after.';

/** The published starts and last 60 % days, with the last day of a session of that length. */
const published = [
  ['16-weeks-2018', '8/27/2018', '12/14/2018', '9/17/2018'],
  ['8-weeks-2018', '8/27/2018', '10/19/2018', '9/11/2018'],
  ['16-weeks-2019', '1/22/2019', '5/10/2019', '2/12/2019'],
  ['8-weeks-2019', '1/22/2019', '3/15/2019', '2/6/2019'],
  ['10-weeks-2021', '6/1/2021', '8/6/2021', '6/22/2021'],
  ['5-weeks-june-2021', '6/1/2021', '7/2/2021', '6/10/2021'],
  ['5-weeks-july-2021', '7/12/2021', '8/13/2021', '7/21/2021'],
] as const;

/** What a person does who has only a keyboard: goes on with Tab until the field is reached, types over what stands there. */
function keysOf(page: Page) {
  const { keyboard } = page;
  const here = () =>
    page.evaluate(() => {
      const own = document.activeElement;
      return own instanceof HTMLElement ? (own.dataset['field'] ?? own.textContent.trim()) : '';
    });
  const tabTo = async (name: string) => {
    for (let i = 0; i < 90; i += 1) {
      if ((await here()) === name) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  const type = async (name: string, text: string) => {
    await tabTo(name);
    await keyboard.press('Control+A');
    await keyboard.type(text);
  };
  const choose = async (name: string, letters: string, shown: RegExp) => {
    await tabTo(name);
    await keyboard.type(letters);
    await expect(field(page, name).locator('option:checked')).toHaveText(shown);
  };
  const press = async (name: string) => {
    await tabTo(name);
    await keyboard.press('Enter');
  };
  /** Goes to a part of the policy: F6 to the tree, arrows, Enter. */
  const part = async (title: string) => {
    for (let i = 0; i < 12; i += 1) {
      if (await page.evaluate(() => document.activeElement?.classList.contains('part-button') === true)) break;
      await keyboard.press('F6');
    }
    await keyboard.press('Home');
    for (let i = 0; i < 14 && !(await here()).startsWith(title); i += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
  };
  return { tabTo, type, choose, press, part };
}

/** Opens the first schedule of the list that has the keyboard. */
async function firstSchedule(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'All: schedule' }).locator('tbody tr').first()).toBeFocused();
  await page.keyboard.press('Enter');
}

async function answerOpenDialogs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
  }, file);
}

/** Types the policy into a new draft, up to its three schedules. */
async function typePolicy(page: Page): Promise<void> {
  const { tabTo, type, choose, press, part } = keysOf(page);
  await page.keyboard.press('Control+U');
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
  await press('New policy');
  await expect(field(page, 'name')).toBeFocused();
  await type('name', 'Extended Education Refund Policy');
  await type('institution', 'CSU Bakersfield');
  await type('source', 'extended.csub.edu');
  await type('clause', 'B1');
  await type('quote', quote);
  await type('category', 'Extended education');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Draft: Extended Education Refund Policy' })).toBeVisible();

  await part('Schedules');
  await firstSchedule(page);
  const schedule = 'pack.schedules.0';
  await type(`${schedule}.label.en`, 'sessions of ten weeks or more');
  await type(`${schedule}.when.weeks.min`, '10');
  for (const [at, day, percent] of [
    [0, '5', '100'],
    [1, '22', '60'],
  ] as const) {
    await press(`${schedule}.bands.add`);
    await expect(field(page, `${schedule}.bands.${at}.label.en`)).toBeFocused();
    await choose(`${schedule}.bands.${at}.until`, 'cal', /calendar day/);
    await type(`${schedule}.bands.${at}.until.day`, day);
    await type(`${schedule}.bands.${at}.percent`, percent);
  }
  for (const [at, words, min, max, day] of [
    [1, 'sessions of eight weeks', '8', '9', '16'],
    [2, 'sessions of five weeks', '', '7', '10'],
  ] as const) {
    await press('pack.schedules.add');
    await type(`pack.schedules.${at}.label.en`, words);
    await tabTo(`pack.schedules.${at}.when.weeks.min`);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type(min);
    await type(`pack.schedules.${at}.when.weeks.max`, max);
    await type(`pack.schedules.${at}.bands.1.until.day`, day);
  }
}

test('a person who never saw the code adds a policy by keyboard, tries it, publishes it, and the desk decides by it', async ({
  app,
  page,
  dataFolder,
}) => {
  const { student } = await openOffice(page);
  const { tabTo, type, choose, press, part } = keysOf(page);
  await typePolicy(page);
  await expect(page.getByText('Nothing to mend')).toBeVisible();
  const chart = page.getByRole('img', { name: /^Tier chart/ });
  await expect(chart).toHaveAccessibleName(/10 weeks or more: .*5th calendar day.*: 100%; .*22nd calendar day.*: 60%/);
  await expect(page.getByRole('table', { name: 'The tiers as a table' }).getByRole('row')).toHaveCount(10);

  // The published cases: the last day with 60 %, and the day after one of them.
  await part('Worked cases');
  const days = [...published, ['16-weeks-2018-later', '8/27/2018', '12/14/2018', '9/18/2018'] as const];
  for (const [at, [name, starts, ends, last]] of days.entries()) {
    const own = `cases.cases.${at}`;
    const none = name.endsWith('later');
    await press('cases.cases.add');
    await type(`${own}.id`, name);
    await type(
      `${own}.why`,
      none
        ? 'The day after the last 60% day: nothing is refunded.'
        : '60% of $500.00 = $300.00, on the last day of it.',
    );
    if (at === 0) await choose(`${own}.facts.course.category`, 'Ext', /Extended education/);
    await type(`${own}.facts.course.starts`, starts);
    await type(`${own}.facts.course.ends`, ends);
    if (at === 0) await type(`${own}.facts.fees.assessed`, '500');
    if (at === 0) await type(`${own}.facts.fees.collected`, '500');
    await type(`${own}.facts.notice.received`, last);
    await type(`${own}.expect.percent`, none ? '0' : '60');
    await type(`${own}.expect.refund`, none ? '0' : '300');
  }
  await page.keyboard.press('F5');
  await expect(statusLine(page)).toContainText('8 worked cases: all pass.');

  // A wrong expectation is said under its field, with what the policy gives.
  await type('cases.cases.7.expect.percent', '60').catch(async () => {
    await page.keyboard.press('Shift+Tab');
    await type('cases.cases.7.expect.percent', '60');
  });
  await expect(field(page, 'cases.cases.7.expect.percent')).toHaveAccessibleDescription(/The policy gives 0%/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0');

  // Spoilt values are refused under their fields.
  await part('Schedules');
  await firstSchedule(page);
  const first = 'pack.schedules.0.bands';
  await type(`${first}.0.percent`, '50');
  await expect(field(page, `${first}.1.percent`)).toHaveAccessibleDescription(/gives more than the band before it/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('165');
  await expect(field(page, `${first}.0.percent`)).toHaveAccessibleDescription(/at most 100/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('100');
  await choose(`${first}.2.until`, 'cal', /calendar day/);
  await type(`${first}.2.until.day`, '60');
  await expect(field(page, `${first}.2.until`)).toHaveAccessibleDescription(
    /must have no end: after it nothing would decide/,
  );
  await expect(page.getByText('⚠ gap')).toBeVisible();
  await part('Schedules');
  await firstSchedule(page);
  await tabTo(`${first}.2.until`);
  await page.keyboard.press('Delete');
  await part('Schedules');
  await firstSchedule(page);
  await type('pack.schedules.0.when.weeks.min', '12');
  await expect(page.locator('.tier-trouble')).toContainText('Close the gap.');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('10');
  await expect(page.getByText('Nothing to mend')).toBeVisible();

  // Published from a day, with a reason, once it is known what would differ.
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('Saved the draft');
  await press('Publish…');
  await expect(field(page, 'effectiveFrom')).toBeFocused();
  await type('effectiveFrom', '8/1/2026');
  await type('reason', 'Adopted for the fall.');
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await page.keyboard.press('F5');
  await expect(page.getByText(/none would come out otherwise/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Published Extended Education Refund Policy, version 1');

  // A published version can only be read, on the screen and behind it.
  await expect(page.getByText('This version is published and can only be read')).toBeVisible();
  await expect(page.locator('[data-field]')).toHaveCount(0);
  const { versions } = await call(page, 'policy.list', {});
  const own = versions.find((v) => v.institution === 'CSU Bakersfield');
  expect(own).toMatchObject({ version: '1', effectiveFrom: '2026-08-01', origin: 'office', used: 0 });
  expect(own?.published?.reason).toBe('Adopted for the fall.');

  // A course under it, by keyboard, and a drop decided by it on the entry screen.
  await page.evaluate(() => (location.hash = '/courses/new'));
  await expect(field(page, 'code')).toBeFocused();
  await type('code', 'XED 100-01');
  await type('title', 'Bookkeeping');
  await choose('policy', 'csu', /CSU Bakersfield: Extended Education Refund Policy/);
  await expect(field(page, 'policy')).toHaveValue(own?.policy ?? '');
  await choose('category', 'Ext', /Extended education/);
  await type('starts', '8/24/2026');
  await type('ends', '10/16/2026');
  await type('fee', '500');
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('Saved XED 100-01');
  const { rows } = await call(page, 'course.list', { text: 'XED', termId: null, offset: 0, limit: 1 });
  const course = rows[0]?.course;
  if (course === undefined) throw new Error('the course was not kept');
  await call(page, 'enrolment.save', {
    requestId: id(),
    enrolment: anEnrolment(student, course, {
      fee: 50_000,
      payments: [{ on: '2026-08-20', cents: 50_000, payer: { kind: 'student' }, method: 'check' }],
    }),
  });
  await beginBatch(page, '9/8');
  await page.keyboard.type('garc');
  await page.keyboard.press('Tab');
  await page.keyboard.type('XED');
  await page.keyboard.press('Tab');
  await expect(page.locator('.worksheet-result')).toContainText('$300.00');
  await expect(page.getByRole('table', { name: 'Worksheet lines' })).toContainText('$500.00 × 60%');

  // Out as one file and in again: the same policy, as a draft.
  const file = path.join(dataFolder, 'bakersfield.json');
  await answerSaveDialogs(app, file);
  await page.evaluate((to) => (location.hash = to), `/policies/version/${own?.policy}/1`);
  await press('Export…');
  await expect(statusLine(page)).toContainText('Exported to');
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+U');
  await press('Import a file…');
  await expect(statusLine(page)).toContainText('is read in as a draft');
  const [draft] = (await call(page, 'policy.list', {})).drafts;
  const back = await call(page, 'policy.draft.get', { id: draft?.id ?? '' });
  expect(back.file).toEqual(await call(page, 'policy.get', { policy: own?.policy ?? '', version: '1' }));
  expect(back.cases.map((c) => c.passed)).toEqual(days.map(() => true));

  // A file that cannot be one is refused with its places, and nothing of it is kept.
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"percent": 60', '"percent": 160').replace('"percent": 100', '"percentage": 100'));
  await page.keyboard.press('Control+U');
  await press('Import a file…');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('bands');
  await expect(refusal).toContainText('at most 100');
  await expect(refusal).toContainText('There is no field “percentage” here.');
  expect((await call(page, 'policy.list', {})).drafts).toHaveLength(1);
});
