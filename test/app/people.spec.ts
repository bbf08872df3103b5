import type { Page } from '@playwright/test';
import { anOffice, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, hands, morning, openOffice } from './office-here';
import { addPerson, administrator, lastGroup, passphrase, signIn, slow, supervisor } from './people-here';

/** People at the desk, by keyboard alone: the first administrator, signing in, locking and switching. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 240_000 });

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

test('the PC’s screen locks in the middle of a word: the desk is locked, and the word is there when its typist is back', async ({
  app,
  page,
}) => {
  const { type, press } = hands(page);
  await openOffice(page);
  await press('Control+N');
  await expect(field(page, 'channel')).toBeFocused();
  await field(page, 'note').focus();
  await type('The student called before noon');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(field(page, 'passphrase')).toBeFocused();
  await type(passphrase);
  await press('Enter');
  await expect(field(page, 'note')).toHaveValue('The student called before noon', slow);
});

test('an administrator who forgot their passphrase comes back with the code from the safe, which works once', async ({
  page,
}) => {
  const { type, press } = hands(page);
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [] });
  const { recoveryCode } = await call(page, 'person.first', { requestId: id(), person: administrator, passphrase });
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await press('Control+L');

  const recover = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Forgotten?' }).press('Enter');
    await page.getByRole('button', { name: 'Use the recovery code…' }).press('Enter');
    await expect(field(page, 'code')).toBeFocused();
    for (const text of [recoveryCode.toLowerCase(), administrator.account]) {
      await type(text);
      await press('Enter');
    }
    await type('a rather different phrase');
    await press('Enter');
    await type('a rather different phrase');
    await press('Control+Enter');
  };
  await recover();
  await expect(page.getByRole('heading', { level: 1, name: 'A new recovery code' })).toBeVisible(slow);
  const group = await lastGroup(page);
  expect(recoveryCode.endsWith(group)).toBe(false);
  await type(group);
  await press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  await press('Control+L');
  await recover();
  await expect(page.getByRole('alert')).toContainText('do not belong together', slow);
  await expect(field(page, 'code')).toHaveValue(recoveryCode.toLowerCase());
});
