import type { ElectronApplication, Page } from '@playwright/test';
import { practicePassphrase } from '../../electron/sample/practice';
import { noFilter } from '../../shared/contract/no-filter';
import { call, expect, test } from './fixtures';
import { field, hands, morning, statusLine } from './office-here';
import { passphrase, slow } from './people-here';

/** What each role is shown and may do in the window, and how the administrator looks after people and rules, in the sample office. */

test.use({ startsAt: morning, office: 'sample' });
test.describe.configure({ timeout: 240_000 });

async function practiseAs(page: Page, account: string): Promise<void> {
  await call(page, 'person.signIn', { account, passphrase: practicePassphrase });
  await expect(page.getByRole('button', { name: /: switch user$/ })).toBeVisible();
  expect((await call(page, 'app.status', {})).session?.account).toBe(account);
}

/** What the menu bar dims. */
function dimmed(app: ElectronApplication, ids: readonly string[]): Promise<(boolean | undefined)[]> {
  return app.evaluate(
    ({ Menu }, asked) => asked.map((item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled),
    ids,
  );
}

test('an auditor reads every list and case, and nothing on any screen or key or in the menu writes', async ({
  app,
  page,
}) => {
  const { rows } = await call(page, 'case.list', {
    filter: { ...noFilter, state: 'decided' },
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 1,
  });
  const courses = await call(page, 'course.list', { text: '204', termId: null, offset: 0, limit: 1 });
  const students = await call(page, 'student.find', { text: 'Villavicencio', limit: 1 });
  await practiseAs(page, 'auditor');
  await expect(page.getByRole('link', { name: 'New form' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Drops' })).toBeVisible();
  const writes =
    /save|new |add|enter|print|cancel this|correct|determine|make|mark|record|enroll|petition$|appeal$|takes it back|changes section|import|readings|discard|publish|restore|copy of/i;
  for (const path of [
    '/',
    '/register',
    `/case/${rows[0]?.id ?? ''}`,
    '/petitions',
    '/letters',
    '/students',
    `/students/${students[0]?.student.id ?? ''}`,
    '/courses',
    `/courses/${courses.rows[0]?.course.id ?? ''}`,
    '/calendar',
    '/deadlines',
    '/policies',
    '/settings',
  ]) {
    await page.evaluate((hash) => (location.hash = hash), path);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.locator('main[aria-busy]')).toBeHidden();
    await page.waitForTimeout(300);
    await expect(page.getByRole('heading', { name: 'Not for your role' })).toBeHidden();
    const buttons = await page.locator('main .button:not(:disabled, [aria-pressed])').allTextContents();
    expect(
      buttons.filter((words) => writes.test(words)),
      path,
    ).toEqual([]);
  }
  await page.keyboard.press('Control+N');
  await expect(statusLine(page)).toContainText(
    'You may not enter or correct forms and petitions. A clerk or a supervisor may.',
  );
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.evaluate(() => (location.hash = '/entry'));
  await expect(page.getByRole('heading', { name: 'Not for your role' })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('new drop');
  await expect(page.getByRole('option', { name: 'New drop form' })).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await dimmed(app, ['form.new', 'action.undo', 'print', 'go.register', 'desk.lock'])).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await dimmed(app, ['form.new', 'go.register', 'desk.lock'])).toEqual([false, false, false]);
});

test('an administrator is shown no student and no place that has any; a clerk neither policies to edit nor people', async ({
  page,
}) => {
  await practiseAs(page, 'administrator');
  const places = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
  await expect(places).toHaveText(['Today', 'Calendar', 'Policies', 'Settings']);
  for (const path of ['/register', '/students', '/letters', '/petitions', '/entry', '/what-if']) {
    await page.evaluate((hash) => (location.hash = hash), path);
    await expect(page.getByRole('heading', { name: 'Not for your role' })).toBeVisible();
  }
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('main')).not.toContainText('RD-');

  await practiseAs(page, 'clerk');
  await page.keyboard.press('Control+U');
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New policy' })).toBeHidden();
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('button', { name: 'People', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Rules', exact: true }).press('Enter');
  await expect(page.getByText('An administrator sets these rules.')).toBeVisible();
  await expect(field(page, 'lockAfter')).toBeDisabled();
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('You may not change the office’s rules');
});

test('settings by keyboard: a person added and changed, the last one kept, a passphrase given, the rules set', async ({
  page,
}) => {
  const { type, press } = hands(page);
  await practiseAs(page, 'administrator');
  await press('Control+,');
  await page.getByRole('button', { name: 'People', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Add a person' }).press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  await type('Lee Moreau');
  await press('Enter');
  await type('clerk');
  await press('Enter');
  await press('Enter');
  await press('c');
  await press('Enter');
  await type(passphrase);
  await press('Enter');
  await type(passphrase);
  await press('Control+S');
  await expect(field(page, 'account')).toHaveAccessibleDescription(/a sign-in name is never given twice/, slow);
  await expect(field(page, 'account')).toBeFocused();
  await press('Control+A');
  await type('lmoreau');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Added Lee Moreau', slow);

  const people = page.getByRole('grid', { name: 'People' });
  await people.getByRole('row', { name: /Jordan Rivera/ }).press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  await press('Enter');
  await press('Enter');
  await press('c');
  await press('Control+S');
  await expect(field(page, 'why')).toHaveAccessibleDescription(/Say why/);
  await type('Moves to the counter');
  await press('Control+S');
  await expect(field(page, 'role')).toHaveAccessibleDescription(/Jordan Rivera is the only supervisor who can sign in/);
  await press('Escape');
  await expect(people.getByRole('row', { name: /Jordan Rivera/ })).toBeFocused();

  await people.getByRole('row', { name: /Lee Moreau/ }).press('Enter');
  await page.getByRole('button', { name: 'New passphrase…' }).press('Enter');
  await expect(field(page, 'passphrase')).toBeFocused();
  await type('short');
  await press('Control+S');
  await expect(field(page, 'passphrase')).toHaveAccessibleDescription(/at least 8 characters/);
  await press('Control+A');
  await type('another kettle on the stove');
  await press('Enter');
  await type('another kettle on the stove');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Lee Moreau has a new passphrase', slow);

  await page.getByRole('button', { name: 'Rules', exact: true }).press('Enter');
  await field(page, 'secondPersonAbove').fill('500');
  await field(page, 'lockAfter').fill('1');
  await press('Control+S');
  await expect(field(page, 'lockAfter')).toBeFocused();
  await expect(field(page, 'lockAfter')).toHaveAccessibleDescription(/At least 2 minutes/);
  await press('Control+A');
  await type('2');
  await field(page, 'committee').fill('R. Diaz\nM. Cho\n\nT. Lund');
  await field(page, 'seeConfidential.supervisor').press('Space');
  await press('Control+S');
  await expect(page.getByText('Name at least one role', { exact: false })).toBeVisible();
  await field(page, 'seeConfidential.supervisor').press('Space');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Saved the rules');
  expect(await call(page, 'rules.get', {})).toMatchObject({
    secondPersonAbove: 50_000,
    lockAfter: 2,
    committee: ['R. Diaz', 'M. Cho', 'T. Lund'],
    seeConfidential: ['supervisor'],
  });

  await page.getByRole('button', { name: 'Your passphrase', exact: true }).press('Enter');
  await expect(field(page, 'present')).toBeFocused();
  await type('not this one');
  await press('Enter');
  await type('plain oats and honey');
  await press('Enter');
  await type('plain oats and honey');
  await press('Control+S');
  await expect(field(page, 'present')).toHaveAccessibleDescription(/do not belong|not your|is not/i, slow);
  await press('Control+A');
  await type(practicePassphrase);
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Your passphrase is changed', slow);
});
