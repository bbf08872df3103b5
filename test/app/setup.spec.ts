import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { answerFolderDialogs, call, expect, test } from './fixtures';
import { field, hands, morning } from './office-here';
import { sitDown } from './people-here';

/** Set-up from nothing, by keyboard alone. */

test.use({ startsAt: morning });

test('six steps by keyboard make the register; a wrong step is not left', async ({ page }) => {
  const { type, press } = hands(page);
  await expect(page.getByRole('heading', { name: 'Welcome to Refund Desk' })).toBeVisible();
  await press('Tab');
  await press('Enter');
  await expect(field(page, 'office.institution')).toBeFocused();

  // An empty office is not left: each missing field says so, and the first has the keyboard.
  await press('Control+Enter');
  await expect(page.getByText('The institution is missing. Type it here.')).toBeVisible();
  await expect(field(page, 'office.institution')).toBeFocused();
  for (const text of [
    'Coastal State University',
    'Extended Education',
    '100 Campus Way',
    '',
    'Arcadia',
    'CA',
    '90001',
    '(555) 010-0142',
    'refunds-at-home',
  ]) {
    await type(text);
    await press('Enter');
  }
  await press('Control+Enter');
  await expect(field(page, 'office.email')).toBeFocused();
  await expect(field(page, 'office.email')).toHaveAccessibleDescription(/This is not an e-mail address/);
  await press('Control+A');
  await type('refunds@coastal.example');
  await press('Control+Enter');

  await expect(field(page, 'office.hours.mon')).toBeFocused();
  for (let day = 0; day < 4; day++) await press('Enter');
  await press('Control+A');
  await type('9-1:30');
  await press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'On which days is it closed?' })).toBeVisible();

  for (let stop = 0; stop < 4; stop++) await press('Tab');
  await press('Enter');
  await expect(page.getByText(/holidays added/)).toBeVisible();
  await press('Tab');
  await expect(page.locator('[data-day="2026-09-30"]')).toBeFocused();
  await press('ArrowRight');
  await press('PageDown');
  await press('Space');
  await expect(page.locator('[data-day="2026-11-01"]')).toHaveAttribute('aria-selected', 'true');
  await press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'Which terms does it teach in?' })).toBeFocused();
  await press('Tab');
  await press('Enter');
  await expect(field(page, 'terms.0.name')).toBeFocused();
  for (const text of ['Fall 2026', '8/24', '8/1']) {
    await type(text);
    await press('Enter');
  }
  await press('Control+Enter');
  await expect(page.getByText('The term ends before it begins. Check both days.')).toBeVisible();
  await field(page, 'terms.0.ends').fill('12/18');
  await press('Control+Enter');

  await expect(field(page, 'office.letterhead.headline')).toBeFocused();
  for (const text of ['', '', '', 'J. Rivera', 'Registration Services', '', 'Jo Rivera']) {
    await type(text);
    await press('Enter');
  }
  await expect(page.locator('.paper')).toContainText('Coastal State University');
  await press('Control+Enter');
  await expect(page.getByText('This folder is fine: it is on this PC and can be written to.')).toBeVisible();
  await press('Control+Enter');
  // A register that has nobody yet asks for its first administrator before anything else.
  await expect(page.getByRole('heading', { name: 'Who looks after this register?' })).toBeVisible();
  await expect(field(page, 'name')).toBeFocused();
  await sitDown(page);

  const { office, terms } = await call(page, 'office.get', {});
  expect(office).toMatchObject({
    institution: 'Coastal State University',
    name: 'Extended Education',
    email: 'refunds@coastal.example',
    signatory: { name: 'J. Rivera', title: 'Registration Services' },
    hours: { mon: ['08:00', '17:00'], fri: ['09:00', '13:30'] },
  });
  expect(office.person.name).toBe('Jo Rivera');
  expect(office.closures).toContainEqual({ on: '2026-11-01', label: '' });
  expect(office.closures.map((c) => c.on)).toContain('2026-11-26');
  expect(terms).toMatchObject([{ name: 'Fall 2026', begins: '2026-08-24', ends: '2026-12-18' }]);
  expect((await call(page, 'app.status', {})).register).toBe('open');
});

test('a folder that a cloud service keeps in step is refused with the reason, and set-up is not finished there', async ({
  app,
  page,
  dataFolder,
}) => {
  const synced = path.join(dataFolder, 'Dropbox');
  mkdirSync(synced);
  await page.getByRole('button', { name: 'Set up the office' }).press('Enter');
  const fill: Readonly<Record<string, string>> = {
    'office.institution': 'Coastal',
    'office.name': 'Extended',
    'office.phone': '555',
    'office.email': 'a@b.example',
  };
  for (const [name, text] of Object.entries(fill)) await field(page, name).fill(text);
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+Enter');
  await field(page, 'office.signatory.name').fill('J. Rivera');
  await field(page, 'office.person.name').fill('Jo Rivera');
  await page.keyboard.press('Control+Enter');
  await answerFolderDialogs(app, synced);
  await page.getByRole('button', { name: 'Choose another folder…' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('That folder is kept in step with a cloud service.');
  await expect(page.getByRole('alert')).toContainText('Choose a folder that no sync program watches.');
  await expect(page.getByRole('button', { name: 'Finish set-up' })).toBeDisabled();
  await page.keyboard.press('Control+Enter');
  expect((await call(page, 'app.status', {})).register).toBe('none');
});

test('what was typed is there again after the app was closed half-way', async ({ start }) => {
  const first = await start();
  await first.page.getByRole('button', { name: 'Set up the office' }).press('Enter');
  await field(first.page, 'office.institution').fill('Coastal State University');
  // The window writes what it keeps a moment later.
  await first.page.waitForTimeout(500);
  await first.app.close();
  const { page } = await start();
  await expect(field(page, 'office.institution')).toHaveValue('Coastal State University');
});
