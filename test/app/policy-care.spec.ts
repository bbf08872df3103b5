import { aForm, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, morning, openOffice, statusLine } from './office-here';

/** What an office does with the policies it has: a draft compared with the past, how a sentence is read, a copy, a draft that is discarded. */

test.use({ startsAt: morning });

test('a draft that would have decided the past otherwise says so with amounts, changes nothing, and is not published while a worked case disagrees', async ({
  page,
}) => {
  const { student, course } = await openOffice(page);
  const kept = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(student, course),
    batchId: null,
    enrolment: null,
    why: '',
    secondForm: false,
  });
  await page.keyboard.press('Control+U');
  const list = page.getByRole('grid', { name: 'Published versions' });
  await list.getByRole('row', { name: /Humboldt/ }).press('Enter');
  await page.getByRole('button', { name: 'New version from this one' }).press('Enter');
  const parts = page.getByRole('navigation', { name: 'Parts of the policy' });
  await parts.getByRole('button', { name: 'Schedules' }).press('Enter');
  await page.getByRole('grid', { name: 'All: schedule' }).locator('tbody tr').nth(1).press('Enter');
  await field(page, 'pack.schedules.1.bands.1.percent').fill('50');
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('draft');
  await page.getByRole('button', { name: 'Publish…' }).press('Enter');
  await expect(field(page, 'effectiveFrom')).toBeFocused();
  await page.keyboard.type('9/15/2026');
  await page.keyboard.press('F5');
  // The course begins the day before: its case would not be the draft's.
  await expect(
    page.getByText('Of 0 past cases that it would have decided, none would come out otherwise.'),
  ).toBeVisible();
  await field(page, 'effectiveFrom').fill('9/14/2026');
  await page.keyboard.press('F5');
  await expect(page.getByText(/1 would come out otherwise: \$260\.00 → \$200\.00, −\$60\.00\./)).toBeVisible();
  const row = page.getByRole('grid', { name: 'Cases that would differ' }).locator('tbody tr').first();
  await expect(row).toContainText('RD-2026-0001');
  await expect(row).toContainText('−$60.00');

  await field(page, 'reason').focus();
  await page.keyboard.type('The dean asks for half');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('comes out otherwise');
  const { versions } = await call(page, 'policy.list', {});
  expect(versions.every((v) => v.origin === 'shipped')).toBe(true);
  expect((await call(page, 'case.get', { id: kept.view.row.id })).row).toEqual(kept.view.row);

  await row.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RD-2026-0001');
});

test('how a sentence is read is changed with a reason, and only with one', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+U');
  await page
    .getByRole('grid', { name: 'Published versions' })
    .getByRole('row', { name: /Humboldt/ })
    .press('Enter');
  await page.getByRole('button', { name: 'Readings…' }).press('Enter');
  await field(page, 'elapsed-boundary').selectOption({ index: 1 });
  await page.keyboard.press('Control+S');
  await expect(field(page, 'reason')).toBeFocused();
  await expect(page.getByText('Say why: it stands in the register beside the change.')).toBeVisible();
  const readings = async () => (await call(page, 'office.get', {})).office.readings;
  expect(await readings()).toEqual({});
  await page.keyboard.type('As the registrar reads it');
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('Saved how');
  expect(await readings()).toEqual({ 'humboldt-extended-education': { 'elapsed-boundary': 'passed' } });
});

test('a policy is duplicated as a new one, and a draft is discarded after one more question', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+U');
  await page
    .getByRole('grid', { name: 'Published versions' })
    .getByRole('row', { name: /Western/ })
    .press('Enter');
  await page.getByRole('button', { name: 'Duplicate as a new policy' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Draft: / })).toBeVisible();
  const drafts = async () => (await call(page, 'policy.list', {})).drafts;
  expect(await drafts()).toMatchObject([{ from: null }]);
  expect((await drafts())[0]?.policy).not.toBe('wou-extended-programs');
  await page.getByRole('button', { name: 'Discard this draft…' }).press('Enter');
  expect(await drafts()).toHaveLength(1);
  await page.getByRole('button', { name: 'Discard it' }).press('Enter');
  await expect(statusLine(page)).toContainText('The draft is discarded');
  expect(await drafts()).toEqual([]);
});
