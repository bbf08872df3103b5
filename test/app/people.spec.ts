import type { ElectronApplication, Page } from '@playwright/test';
import { noFilter } from '../../shared/contract/no-filter';
import { anOffice, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, hands, morning, openOffice, statusLine } from './office-here';
import { addPerson, administrator, passphrase, signIn, supervisor } from './people-here';

/** People at the desk, by keyboard alone: the first administrator, signing in, locking, switching, and what a role may not do. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 240_000 });

/** What waits for a passphrase to be worked out, which is slow by design, the more so on a busy machine. */
const slow = { timeout: 60_000 };

/** Takes the last group of the recovery code from the screen, as a person copies it from the sheet. */
async function lastGroup(page: Page): Promise<string> {
  return (await page.locator('.recovery-code span').last().textContent()) ?? '';
}

/** Types a name and a passphrase at the sign-in screen and presses Enter. */
async function signInByKeys(page: Page, account: string): Promise<void> {
  const { type, press } = hands(page);
  await expect(field(page, 'account')).toBeFocused();
  await type(account);
  await press('Tab');
  await type(passphrase);
  await press('Enter');
}

test('the first run: an administrator, the recovery code typed from the sheet, the first supervisor, and signing in', async ({
  page,
}) => {
  const { type, press } = hands(page);
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [] });
  await expect(page.getByRole('heading', { name: 'Who looks after this register?' })).toBeVisible();

  await press('Control+Enter');
  await expect(field(page, 'name')).toBeFocused();
  await expect(field(page, 'name')).toHaveAccessibleDescription(/The name is missing/);
  for (const text of ['Ada Okafor', 'a da', 'Office Manager', 'too short', 'marble fox']) {
    await type(text);
    await press('Enter');
  }
  await press('Control+Enter');
  await expect(field(page, 'account')).toBeFocused();
  await expect(field(page, 'account')).toHaveAccessibleDescription(/without spaces/);
  await expect(field(page, 'again')).toHaveAccessibleDescription(/The two are not the same/);
  await press('Control+A');
  await type(administrator.account);
  await press('Enter');
  await press('Enter');
  for (let twice = 0; twice < 2; twice++) {
    await press('Control+A');
    await type(passphrase);
    await press('Enter');
  }
  await press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'The recovery code' })).toBeVisible(slow);
  await expect(field(page, 'last-group')).toBeFocused();
  await type('nothing');
  await press('Control+Enter');
  await expect(field(page, 'last-group')).toHaveAccessibleDescription(/This is not the last group/);
  await press('Control+A');
  await type((await lastGroup(page)).toLowerCase());
  await press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'Who keys forms and decides?' })).toBeVisible();
  await expect(page.getByText('an administrator cannot key forms', { exact: false })).toBeVisible();
  await expect(field(page, 'name')).toBeFocused();
  for (const text of [supervisor.name, supervisor.account, supervisor.title]) {
    await type(text);
    await press('Enter');
  }
  await press('Enter');
  await type(passphrase);
  await press('Enter');
  await type(passphrase);
  await press('Control+S');
  await expect(page.getByRole('list', { name: 'Added' })).toContainText(
    'J. Rivera signs in as jrivera · Supervisor',
    slow,
  );
  await press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signInByKeys(page, supervisor.account);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible(slow);
  expect((await call(page, 'app.status', {})).session).toMatchObject({ account: 'jrivera', role: 'supervisor' });
});

/** Everything a screen reader is told of the window. */
async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map((node) => `${String(node.name?.value ?? '')} ${String(node.value?.value ?? '')}`).join(' ');
}

test('a locked desk shows nothing of the register; its person comes back to the half-typed form, another one does not see it', async ({
  page,
}) => {
  const { type, press } = hands(page);
  const { student, course } = await openOffice(page);
  await signIn(page, administrator.account);
  await addPerson(page, 'kalvarez', 'clerk', { name: 'Kim Alvarez' });
  await signIn(page, supervisor.account);
  await expect(page.getByRole('button', { name: /^J. Rivera · Supervisor/ })).toBeVisible();

  await press('Control+N');
  await expect(field(page, 'channel')).toBeFocused();
  await field(page, 'studentId').focus();
  await type(student.lastName.slice(0, 4));
  await press('Tab');
  await type(course.code);
  await press('Tab');
  await expect(field(page, 'studentId')).toHaveValue(new RegExp(student.lastName));
  const chosen = await field(page, 'studentId').inputValue();

  await press('Control+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Locked by J. Rivera.')).toBeVisible();
  await expect(field(page, 'passphrase')).toBeFocused();
  expect(await page.title()).toBe('Locked – Refund Desk');
  for (const shown of [await page.content(), await heard(page)])
    for (const planted of [student.lastName, student.number, course.code, course.title])
      expect(shown).not.toContain(planted);
  const asked = await page.evaluate(() => window.desk.call('student.find', { text: '', limit: 5 }));
  expect(asked).toMatchObject({ ok: false, failure: { kind: 'not-signed-in' } });

  await type(passphrase);
  await press('Enter');
  await expect(field(page, 'studentId')).toHaveValue(chosen, slow);

  await press('Control+L');
  await expect(field(page, 'passphrase')).toBeFocused();
  await press('Shift+Tab');
  await press('Control+A');
  await type('kalvarez');
  await press('Tab');
  await type(passphrase);
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible(slow);
  await expect(page.getByRole('button', { name: /^Kim Alvarez · Clerk/ })).toBeVisible();
  await press('Control+N');
  await expect(field(page, 'studentId')).toHaveValue('');
  await expect(page.getByText(student.lastName)).toBeHidden();

  await page.getByRole('button', { name: /^Kim Alvarez · Clerk/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(field(page, 'account')).toHaveValue('');
  await signInByKeys(page, supervisor.account);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible(slow);
  await press('Control+N');
  await expect(field(page, 'studentId')).toHaveValue(chosen);
});

test('a wrong passphrase is one sentence, after five tries a wait counted down; the sample says how to sign in', async ({
  page,
}) => {
  const { type, press } = hands(page);
  await call(page, 'register.openSample', {});
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible(slow);
  await press('Control+L');
  await expect(
    page.getByText('Sign in as administrator, supervisor, clerk or auditor', { exact: false }),
  ).toBeVisible();
  for (let tries = 1; tries <= 5; tries++) {
    await expect(field(page, 'passphrase')).toBeFocused();
    await type(`not this ${tries}`);
    await press('Enter');
    await expect(page.getByRole('button', { name: 'Signing in…' })).toBeHidden(slow);
    await expect(page.getByRole('alert')).toHaveText('That name and passphrase do not belong together.', slow);
  }
  const wait = page.getByRole('timer');
  await expect(wait).toHaveText(/The desk waits after several tries: \d+ seconds? more\./);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled();
  const before = await wait.textContent();
  await expect(wait).not.toHaveText(before ?? '');
  // What was typed wrongly is selected, so that the next try replaces it.
  await type('practice at the desk');
  await expect(field(page, 'passphrase')).toHaveValue('practice at the desk');
  await press('Enter');
  expect((await call(page, 'app.status', {})).turn).toBe('locked');
});

test.describe('in the sample office', () => {
  test.use({ office: 'sample' });

  const practice = 'practice at the desk';
  async function practiseAs(page: Page, account: string): Promise<void> {
    await call(page, 'person.signIn', { account, passphrase: practice });
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
    await expect(field(page, 'role')).toHaveAccessibleDescription(
      /Jordan Rivera is the only supervisor who can sign in/,
    );
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
    await type(practice);
    await press('Control+S');
    await expect(statusLine(page)).toContainText('Your passphrase is changed', slow);
  });
});
