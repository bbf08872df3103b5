import { call, expect, test } from './fixtures';
import { field, hands, morning, openOffice, statusLine } from './office-here';

/** Students and their enrolments by keyboard. */

test.use({ startsAt: morning });

test('a new student by keyboard, with the address as it stands in the window', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('heading', { name: 'Students' })).toBeVisible();
  await page.evaluate(() => (location.hash = '/students/new'));
  await expect(field(page, 'number')).toBeFocused();
  const { type, press } = hands(page);
  for (const text of [
    '10204117',
    'de la Cruz',
    'Ana',
    'ana@example.edu',
    '',
    '12 Alder St.',
    'Apt 3B',
    'Arcadia',
    'CA',
    '90001-2210',
  ]) {
    await type(text);
    await press('Enter');
  }
  await expect(page.locator('.window-pane')).toHaveText(
    ['ANA DE LA CRUZ', '12 ALDER ST', 'APT 3B', 'ARCADIA CA 90001-2210'].join(''),
  );
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Saved de la Cruz, Ana');
  const found = await call(page, 'student.find', { text: '10204117', limit: 5 });
  expect(found[0]?.student).toMatchObject({
    lastName: 'de la Cruz',
    address: { line1: '12 Alder St.', postal: '90001-2210' },
  });
});

test('a possible duplicate is said before the save, and only a second save keeps both', async ({ page }) => {
  const { student } = await openOffice(page);
  await page.evaluate(() => (location.hash = '/students/new'));
  await field(page, 'number').fill('77777777');
  await field(page, 'lastName').fill(student.lastName);
  await field(page, 'firstName').fill(student.firstName);
  await field(page, 'address.postal').fill(student.address.postal);
  await expect(page.getByText('The register may already have this student.')).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Saving once more keeps both; nothing is saved yet.')).toBeVisible();
  expect(await call(page, 'student.find', { text: '77777777', limit: 5 })).toHaveLength(0);
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText(`Saved ${student.lastName}`);
  expect(await call(page, 'student.find', { text: '77777777', limit: 5 })).toHaveLength(1);
});

test('an enrolment with a payment by somebody else, by keyboard', async ({ page }) => {
  const { student, course } = await openOffice(page);
  await page.evaluate((to) => (location.hash = to), `/students/${student.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(student.lastName);
  const { type, press } = hands(page);
  await page.getByRole('row', { name: new RegExp(course.code) }).press('Enter');
  await expect(field(page, 'fee')).toBeFocused();
  await expect(field(page, 'fee')).toHaveValue('400.00');
  await page.getByRole('button', { name: 'Take out payment 1' }).press('Enter');
  await page.getByRole('button', { name: 'Add a payment' }).press('Enter');
  await expect(field(page, 'payments.0.on')).toBeFocused();
  await type('9/1');
  await press('Enter');
  await type('=200+250');
  await press('Enter');
  await type('Purchase order 77');
  await press('Enter');
  await type('s');
  await press('ArrowDown');
  await press('Enter');
  await type('Arcadia School District');
  await press('Enter');
  await press('Control+S');
  await expect(field(page, 'fee')).toBeVisible();
  await expect(
    page.getByText('More was collected than the fee charged. Check the fee, the waivers and the payments.'),
  ).toBeVisible();
  await field(page, 'payments.0.cents').fill('250');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Saved');
  const kept = await call(page, 'enrolment.get', { studentId: student.id, courseId: course.id });
  expect(kept?.payments).toEqual([
    {
      on: '2026-09-01',
      cents: 25_000,
      method: 'Purchase order 77',
      payer: {
        kind: 'other',
        name: 'Arcadia School District',
        address: { line1: '', line2: '', city: '', state: '', postal: '', country: '' },
      },
    },
  ]);
  // The keyboard is back on the enrolment that was opened.
  await expect(page.getByRole('row', { name: new RegExp(course.code) })).toBeFocused();
  await expect(page.getByRole('row', { name: new RegExp(course.code) })).toContainText('Arcadia School District');
});
