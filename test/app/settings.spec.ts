import { open } from 'node:fs/promises';
import { call, expect, test } from './fixtures';
import { field, morning, openOffice, statusLine } from './office-here';
import { administrator, signIn, supervisor } from './people-here';

/** Settings, the office calendar, help, and a register that does not open. */

test.use({ startsAt: morning });

test('settings: a wrong value is gone to wherever it stands, a right one is kept and used', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Printing', exact: true }).press('Enter');
  await field(page, 'office.printing.nudgeX').fill('400');
  await page.getByRole('button', { name: 'Reasons', exact: true }).press('Enter');
  await field(page, 'office.reasons').fill('Illness\nWork\n\nOther');
  await page.keyboard.press('Control+S');
  await expect(field(page, 'office.printing.nudgeX')).toBeFocused();
  await expect(field(page, 'office.printing.nudgeX')).toHaveAccessibleDescription(/between -32 and 32/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('-4');
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('Saved the settings');
  const { office } = await call(page, 'office.get', {});
  expect(office.printing.nudgeX).toBe(-4);
  expect(office.reasons).toEqual(['Illness', 'Work', 'Other']);
});

test('settings: the policy is named, and how it is read is chosen on its own screen', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Policy', exact: true }).press('Enter');
  await expect(page.getByText(/Drop & Refund Policy, version 1, for courses that begin/)).toBeVisible();
  await page.getByRole('link', { name: 'Open the policies' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
});

test('settings: a backup is made, and a restore says what it would lose and brings the register back', async ({
  page,
}) => {
  const { student } = await openOffice(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Register', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Back up now' }).press('Enter');
  await expect(statusLine(page)).toContainText('Backed up');
  await call(page, 'student.save', {
    requestId: crypto.randomUUID(),
    student: { ...student, phone: '(555) 010-9999' },
  });
  // A restore is the administrator's.
  await expect(page.getByRole('button', { name: /^Restore the backup/ })).toBeHidden();
  await signIn(page, administrator.account);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Register', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Check every entry' }).press('Enter');
  await expect(page.getByText(/All \d+ entries are as they were made/)).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .press('Enter');
  await expect(page.getByText(/The \d entries made since would not be in it\./)).toBeVisible();
  await page.getByRole('button', { name: 'Restore it' }).press('Enter');
  // The register was opened anew: whoever works in it signs in to it.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, supervisor.account);
  expect((await call(page, 'student.get', { id: student.id })).student.phone).toBe(student.phone);
});

test('the office calendar: a day is closed by keyboard, named, and saved', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+9');
  await page.locator('[data-day="2026-09-30"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'What Wed, Oct 7, 2026 is called' }).fill('Staff day');
  await field(page, 'office.hours.sat').fill('9-12');
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('Saved the office calendar');
  const { office } = await call(page, 'office.get', {});
  expect(office.closures).toContainEqual({ on: '2026-10-07', label: 'Staff day' });
  expect(office.hours.sat).toEqual(['09:00', '12:00']);
});

test('F1 is about the screen it was asked from, and Ctrl+/ shows that screen’s keys', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { level: 1, name: 'Letters' })).toBeVisible();
  await page.keyboard.press('Control+/');
  const card = page.getByRole('dialog', { name: 'Keys: Letters' });
  await expect(card).toContainText('Tick the row');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { level: 2, name: 'Letters' })).toBeFocused();
  await expect(page.getByText('A letter needs an address')).toBeVisible();
});

test('a register that cannot be opened says what happened to which file, and offers every way on but deletion', async ({
  start,
}) => {
  const first = await start();
  await openOffice(first.page);
  await call(first.page, 'register.backUp', {});
  const file = (await call(first.page, 'app.status', {})).path ?? '';
  await first.app.close();
  const damaged = await open(file, 'r+');
  await damaged.write(Buffer.alloc(200, 0x58), 0, 200, 0);
  await damaged.close();
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'The register could not be opened' })).toBeVisible();
  await expect(page.locator('.path')).toHaveText(file);
  const buttons = await page.getByRole('button').allTextContents();
  for (const way of ['Try again', 'Open another register…', 'Save a copy of the file…', 'Quit'])
    expect(buttons).toContain(way);
  expect(buttons.join(' ')).not.toMatch(/delete|erase|start over/i);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .press('Enter');
  await page.getByRole('button', { name: 'Restore it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
