import { open } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, morning, openOffice } from './office-here';

/** Every other screen in every look and state: no rule of WCAG 2.2 AA broken, nothing cut off at the side, a picture of each in out/screens. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 300_000 });

async function everyLook(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `${name}-${to.name}`);
  }
  await look(app, page, looks[0]);
}

async function go(page: Page, to: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), to);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(400);
}

test('set-up: welcome, each step, its mistakes', async ({ app, page }) => {
  const next = () => page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Welcome to Refund Desk' })).toBeVisible();
  await everyLook(app, page, 'setup-welcome');
  await page.getByRole('button', { name: 'Set up the office' }).press('Enter');
  await next();
  await everyLook(app, page, 'setup-office-wrong');
  const fill: Readonly<Record<string, string>> = {
    'office.institution': 'Coastal State University',
    'office.name': 'Extended Education',
    'office.phone': '(555) 010-0142',
    'office.email': 'a@b.example',
  };
  for (const [name, text] of Object.entries(fill)) await field(page, name).fill(text);
  await next();
  await everyLook(app, page, 'setup-hours');
  await next();
  await everyLook(app, page, 'setup-closures');
  await next();
  await page.getByRole('button', { name: 'Add a term' }).press('Enter');
  await everyLook(app, page, 'setup-terms');
  await next();
  await everyLook(app, page, 'setup-letterhead');
  await field(page, 'office.signatory.name').fill('J. Rivera');
  await field(page, 'office.person.name').fill('Jo Rivera');
  await next();
  await everyLook(app, page, 'setup-register');
});

test('a register that did not open', async ({ start }) => {
  const first = await start();
  await openOffice(first.page);
  await call(first.page, 'register.backUp', {});
  const file = (await call(first.page, 'app.status', {})).path ?? '';
  await first.app.close();
  const damaged = await open(file, 'r+');
  await damaged.write(Buffer.alloc(200, 0x58), 0, 200, 0);
  await damaged.close();
  const { app, page } = await start();
  await page
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .press('Enter');
  await everyLook(app, page, 'failure');
});

test.describe('in the sample office', () => {
  test.use({ office: 'sample' });

  test('the lists: found, empty, not understood', async ({ app, page }) => {
    for (const [screen, hash] of [
      ['register', '/register'],
      ['students', '/students'],
      ['courses', '/courses'],
      ['letters', '/letters'],
    ] as const) {
      await go(page, hash);
      await expect(page.locator('table.list tbody tr').first()).toBeVisible();
      await everyLook(app, page, screen);
      await page.locator('[data-find]').fill('zzzz');
      await page.waitForTimeout(300);
      await everyLook(app, page, `${screen}-empty`);
      await page.locator('[data-find]').fill('');
    }
    await go(page, '/register');
    await page.locator('[data-find]').fill('status:lost');
    await everyLook(app, page, 'register-wrong');
  });

  test('a student, an enrolment with its mistakes, a new student who may be known', async ({ app, page }) => {
    const found = await call(page, 'student.find', { text: 'Villavicencio', limit: 1 });
    const student = found[0]?.student;
    if (student === undefined) throw new Error('the sample has no student of that name');
    await go(page, `/students/${student.id}`);
    await everyLook(app, page, 'student');
    await page.getByRole('grid', { name: 'Enrollments' }).locator('tbody tr').first().press('Enter');
    await page.getByRole('button', { name: 'Add a payment' }).press('Enter');
    await field(page, 'fee').fill('-1');
    await page.keyboard.press('Control+S');
    await expect(field(page, 'fee')).toHaveAttribute('aria-invalid', 'true');
    await everyLook(app, page, 'enrolment-wrong');
    await go(page, '/students/new');
    await field(page, 'number').fill(student.number);
    await field(page, 'lastName').fill(student.lastName);
    await expect(page.getByText('The register may already have this student.')).toBeVisible();
    await everyLook(app, page, 'student-known');
  });

  test('a course, its mistakes, cancelling it, and after', async ({ app, page }) => {
    const { rows } = await call(page, 'course.list', { text: '204', termId: null, offset: 0, limit: 1 });
    const course = rows[0]?.course;
    if (course === undefined) throw new Error('the sample has no such course');
    await go(page, `/courses/${course.id}`);
    await everyLook(app, page, 'course');
    await field(page, 'meetingLine').fill('Fri 9a-12p 10/3');
    await field(page, 'title').fill('');
    await page.keyboard.press('Control+S');
    await expect(field(page, 'title')).toBeFocused();
    await everyLook(app, page, 'course-wrong');
    await go(page, `/cancel-class/${course.id}`);
    await expect(page.getByRole('grid', { name: 'Refunds to create' })).toBeVisible();
    await everyLook(app, page, 'cancel-class');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Class cancelled' })).toBeVisible();
    await everyLook(app, page, 'cancel-class-done');
  });

  test('deadlines: of a term, a date set by hand with its mistakes, of one course; the what-if', async ({
    app,
    page,
  }) => {
    await go(page, '/deadlines');
    const rows = page.locator('table.list tbody tr');
    await expect(rows.first()).toBeVisible();
    await everyLook(app, page, 'deadlines');
    await rows.first().focus();
    await page.keyboard.press('F1');
    await page.keyboard.press('F2');
    await field(page, 'through').fill('2/30');
    await page.keyboard.press('Control+S');
    await expect(field(page, 'through')).toHaveAttribute('aria-invalid', 'true');
    await everyLook(app, page, 'deadlines-wrong');
    await field(page, 'through').fill('9/25/2026');
    await field(page, 'time').fill('');
    await field(page, 'reason').fill('The instructor was ill');
    await page.keyboard.press('Control+S');
    await expect(page.getByText('Set by the office, computed:').first()).toBeVisible();
    await everyLook(app, page, 'deadlines-set');
    const { rows: found } = await call(page, 'course.list', { text: '204', termId: null, offset: 0, limit: 1 });
    const course = found[0]?.course;
    if (course === undefined) throw new Error('the sample has no such course');
    await go(page, `/deadlines/${course.id}`);
    await expect(rows.first()).toBeVisible();
    await everyLook(app, page, 'deadlines-course');
    await go(page, '/what-if');
    await everyLook(app, page, 'what-if-empty');
    await go(page, `/what-if/${course.id}`);
    await expect(page.getByRole('slider')).toBeVisible();
    await page.getByRole('slider').focus();
    await everyLook(app, page, 'what-if');
    await go(page, '/what-if');
    await field(page, 'byDates').check();
    await everyLook(app, page, 'what-if-told');
  });

  test('letters ticked and asked about, one letter, the forms to print', async ({ app, page }) => {
    await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) throw new Error('no window');
      (Object.getPrototypeOf(window.webContents) as Electron.WebContents).print = (_options, done) => done?.(true, '');
    });
    await go(page, '/letters');
    await page.getByRole('button', { name: /^To make/ }).press('Enter');
    await expect(page.getByRole('grid', { name: 'Letters to make' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await everyLook(app, page, 'letters-to-make');
    await page.getByRole('button', { name: /^Ready/ }).press('Enter');
    await expect(page.getByRole('grid', { name: 'Letters' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+A');
    await everyLook(app, page, 'letters-ticked');
    await page.keyboard.press('Control+P');
    await expect(page.getByRole('group', { name: 'After printing' })).toBeVisible();
    await everyLook(app, page, 'letters-printed');
    await page.getByRole('button', { name: 'No, not all…' }).press('Enter');
    await everyLook(app, page, 'letters-which');
    await page.locator('table.list tbody tr').first().press('Enter');
    await expect(page.locator('.sheet-frame iframe')).toBeVisible();
    await everyLook(app, page, 'letter');
    await go(page, '/forms');
    await expect(page.locator('.sheet-frame iframe')).toBeVisible();
    await everyLook(app, page, 'forms');
  });

  test('the policies: list, a version, a draft with a mistake, a worked case, publishing, readings', async ({
    app,
    page,
  }) => {
    await go(page, '/policies');
    const list = page.getByRole('grid', { name: 'Published versions' });
    await expect(list.locator('tbody tr').first()).toBeVisible();
    await everyLook(app, page, 'policies');
    await list.locator('tbody tr').first().press('Enter');
    await page.getByRole('button', { name: 'H7' }).first().press('F1');
    await expect(page.getByRole('note')).toBeVisible();
    await everyLook(app, page, 'policy');
    await page.getByRole('button', { name: 'New version from this one' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Draft: / })).toBeVisible();
    const parts = page.getByRole('navigation', { name: 'Parts of the policy' });
    await parts.getByRole('button', { name: 'Schedules' }).press('Enter');
    await page.getByRole('grid', { name: 'All: schedule' }).locator('tbody tr').nth(1).press('Enter');
    await field(page, 'pack.schedules.1.bands.2.percent').fill('70');
    await expect(field(page, 'pack.schedules.1.bands.2.percent')).toHaveAttribute('aria-invalid', 'true');
    await everyLook(app, page, 'policy-draft-wrong');
    await field(page, 'pack.schedules.1.bands.2.percent').fill('0');
    await parts.getByRole('button', { name: 'Worked cases' }).press('Enter');
    await page
      .locator('.record-form')
      .getByRole('grid', { name: 'Worked cases' })
      .locator('tbody tr')
      .first()
      .press('Enter');
    await everyLook(app, page, 'policy-draft-case');
    await page.getByRole('button', { name: 'Publish…' }).press('Enter');
    await page.keyboard.press('F5');
    await expect(page.getByText(/would come out otherwise/)).toBeVisible();
    await everyLook(app, page, 'policy-publish');
    await go(page, '/policies/new');
    await page.keyboard.press('Control+S');
    await everyLook(app, page, 'policy-new-wrong');
    await go(page, '/policies/readings/mitx-online-dedp');
    await expect(field(page, 'reason')).toBeVisible();
    await everyLook(app, page, 'policy-readings');
  });

  test('the calendar, every part of the settings, help, the palette and the key card', async ({ app, page }) => {
    await go(page, '/calendar');
    await everyLook(app, page, 'calendar');
    await go(page, '/settings');
    for (const part of ['Office', 'Letterhead', 'Printing', 'Keys and look', 'Reasons', 'Policy', 'Register']) {
      await page.getByRole('button', { name: part, exact: true }).press('Enter');
      await everyLook(app, page, `settings-${part.toLowerCase().replaceAll(' ', '-')}`);
    }
    await go(page, '/help/register');
    await everyLook(app, page, 'help');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: 'Go to' })).toBeFocused();
    await page.keyboard.type('mar');
    await expect(page.getByRole('option').nth(3)).toBeVisible();
    await everyLook(app, page, 'palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await everyLook(app, page, 'key-card');
  });
});
