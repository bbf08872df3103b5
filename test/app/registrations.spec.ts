import type { ElectronApplication, Page } from '@playwright/test';
import { aCourse, anEnrolment, aStudent, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, hands, morning, openOffice, statusLine } from './office-here';

/** Registrations by keyboard: a group, its invoices, the residence check, the bans, letters of admission. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 240_000 });

async function everyLook(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `${name}-${to.name}`);
  }
  await look(app, page, looks[0]);
}

/** A course that starts next Monday under a policy that looks after registrations, and so many people who could take part. */
async function aCohort(page: Page, count: number) {
  const course = await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({
      code: 'xPRO 1',
      title: 'Systems Thinking',
      policy: 'mit-xpro',
      category: 'course',
      meetings: [],
      meetingLine: '',
      starts: '2026-10-05',
      ends: '2026-11-13',
    }),
  });
  const names = ['Abel', 'Baker', 'Chavez', 'Dubois', 'Eriksen', 'Fofana', 'Grant', 'Hassan', 'Ibarra', 'Jones', 'Kim'];
  for (const [n, lastName] of names.slice(0, count).entries())
    await call(page, 'student.save', { requestId: id(), student: aStudent({ number: `7700${n}0`, lastName }) });
  const abroad = aStudent({ number: '990011', lastName: 'Zahed' });
  await call(page, 'student.save', {
    requestId: id(),
    student: { ...abroad, address: { ...abroad.address, state: '', country: 'Iran' } },
  });
  return course;
}

test('a group of ten by keyboard, its invoice, and what the policy does not allow', async ({ app, page }) => {
  await openOffice(page);
  const course = await aCohort(page, 10);
  await page.evaluate((to) => (location.hash = to), `/courses/${course.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'xPRO 1' })).toBeVisible();
  await page.keyboard.press('Control+G');
  await expect(page.getByText('No group is registered yet.')).toBeVisible();
  await everyLook(app, page, 'registrations-empty');

  const { type, press } = hands(page);
  await press('Control+Shift+G');
  await expect(field(page, 'name')).toBeFocused();
  await type('Acme Corp.');
  await press('Enter');
  await type('ACME-26');
  const add = async (typed: string, found: string) => {
    await field(page, 'participant').focus();
    await type(typed);
    await expect(page.getByRole('option', { name: new RegExp(found) })).toBeVisible();
    await press('Enter');
  };
  for (let n = 0; n < 9; n += 1) await add(`7700${n}0`, `7700${n}0`);
  await expect(page.getByText('1 more for the discount, which begins at 10 (X3).')).toBeVisible();
  await add('770090', '770090');
  await expect(page.getByText('10 participants: may ask for the discount (X3).')).toBeVisible();
  await add('990011', 'Zahed');
  await expect(page.getByText(/^Zahed, María lives in Iran\. Sanctions .* reside there\. \(X5\)$/)).toBeVisible();
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Saved Acme Corp.');
  const saved = await call(page, 'group.list', { courseId: course.id });
  expect(saved.groups[0]?.discount).toBe(true);

  await page.getByRole('grid', { name: 'Participants of the group' }).locator('tbody tr').first().focus();
  await press('Delete');
  await expect(
    page.getByText(/requests for substitution are not accepted\. \(X6\) Abel, María stays registered/),
  ).toBeVisible();
  await field(page, 'invoice.number').focus();
  await type('INV-100');
  await press('Enter');
  await expect(page.getByText('to be paid by Wed, Sep 30, 2026')).toBeVisible();
  await type('9/28');
  await press('Enter');
  await type('9000');
  await page.getByRole('button', { name: 'Record the invoice' }).press('Enter');
  await expect(statusLine(page)).toContainText('Recorded invoice INV-100');
  await expect(page.getByText('Liable to expulsion from the course (X4)')).toBeVisible();
  await everyLook(app, page, 'registrations-group');

  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /invoice unpaid past its day/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Unpaid invoices' })).toBeVisible();
  await everyLook(app, page, 'registrations-unpaid');
  await page.getByRole('grid', { name: 'Invoices unpaid past their day' }).locator('tbody tr').first().press('Enter');
  await expect(page.getByRole('grid', { name: 'Groups' }).getByText('Eligible')).toBeVisible();
  await everyLook(app, page, 'registrations');
  await page.getByRole('grid', { name: 'Groups' }).locator('tbody tr').first().press('Enter');
  await page.getByRole('grid', { name: 'Invoices of the group' }).locator('tbody tr').first().press('Enter');
  await expect(statusLine(page)).toContainText('Invoice INV-100 is paid');
  expect(await call(page, 'group.overdue', {})).toEqual([]);
});

test('a letter of admission, in both languages', async ({ app, page }) => {
  const { student } = await openOffice(page);
  const course = await aCohort(page, 1);
  await call(page, 'enrolment.save', { requestId: id(), enrolment: anEnrolment(student, course) });
  await page.evaluate((to) => (location.hash = to), `/registrations/${course.id}`);
  await page.getByRole('grid', { name: 'Participants' }).locator('tbody tr').first().press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Letter of admission' })).toBeVisible();
  const sheet = page.frameLocator('.sheet-frame iframe');
  await expect(sheet.getByText('Wednesday, October 14, 2026:')).toBeVisible();
  await everyLook(app, page, 'admission');
  await field(page, 'language').press('s');
  await expect(sheet.getByText('Usted fue admitido/a en Systems Thinking').first()).toBeVisible();
  await everyLook(app, page, 'admission-es');
});

test('no way there on a course whose policy says nothing of registrations', async ({ page }) => {
  const { course } = await openOffice(page);
  await page.evaluate((to) => (location.hash = to), `/courses/${course.id}`);
  await expect(page.getByRole('heading', { level: 1, name: course.code })).toBeVisible();
  await expect(page.getByRole('button', { name: /Registrations/ })).toHaveCount(0);
});
