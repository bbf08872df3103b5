import { anOffice, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, morning } from './office-here';
import { administrator, lastGroup, passphrase, signIn, slow, supervisor } from './people-here';

/** The screens before the desk and those about people in every look and state: no rule of WCAG 2.2 AA broken, nothing cut off, a picture of each. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 300_000 });

test('every screen of people in every look', async ({ app, page }) => {
  const everyLook = async (name: string): Promise<void> => {
    for (const to of looks) {
      await look(app, page, to);
      await expectAccessible(app, page, `people-${name}-${to.name}`);
    }
    await look(app, page, looks[0]);
  };
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [] });
  await expect(page.getByRole('heading', { name: 'Who looks after this register?' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await everyLook('first-wrong');
  for (const [name, text] of Object.entries({ ...administrator, passphrase, again: passphrase }))
    await field(page, name).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'last-group')).toBeFocused(slow);
  await everyLook('recovery-code');
  await field(page, 'last-group').fill(await lastGroup(page));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Who keys forms and decides?' })).toBeVisible();
  for (const [name, text] of Object.entries({ ...supervisor, passphrase, again: passphrase }))
    await field(page, name).fill(text);
  await page.keyboard.press('Control+S');
  await expect(page.getByRole('list', { name: 'Added' })).toBeVisible(slow);
  await everyLook('first-people');
  await page.keyboard.press('Control+Enter');

  await expect(field(page, 'account')).toBeFocused();
  await everyLook('sign-in');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible(slow);
  await page.getByRole('button', { name: 'Forgotten?' }).press('Enter');
  await everyLook('sign-in-refused');
  await page.getByRole('button', { name: 'Use the recovery code…' }).press('Enter');
  await expect(field(page, 'code')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'code')).toHaveAttribute('aria-invalid', 'true');
  await everyLook('recover');
  await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');

  await signIn(page, administrator.account);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await everyLook('administrator-today');
  await page.keyboard.press('Control+,');
  for (const part of ['People', 'Rules', 'Your passphrase'] as const) {
    await page.getByRole('button', { name: part, exact: true }).press('Enter');
    await page.waitForTimeout(300);
    await everyLook(part.toLowerCase().replace(' ', '-'));
  }
  await page.getByRole('button', { name: 'People', exact: true }).press('Enter');
  await page.getByRole('row', { name: /Ada Okafor/ }).press('Enter');
  await field(page, 'role').selectOption('clerk');
  await field(page, 'why').fill('A test');
  await page.keyboard.press('Control+S');
  await expect(field(page, 'role')).toHaveAttribute('aria-invalid', 'true');
  await everyLook('person-wrong');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a person' }).press('Enter');
  await everyLook('person-add');
  await page.getByRole('button', { name: 'Rules', exact: true }).press('Enter');
  await signIn(page, supervisor.account);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Rules', exact: true }).press('Enter');
  await expect(page.getByText('An administrator sets these rules.')).toBeVisible();
  await everyLook('rules-read');
  await page.evaluate(() => (location.hash = '/policies'));
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await everyLook('locked');
});
