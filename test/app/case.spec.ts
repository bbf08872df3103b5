import type { Page } from '@playwright/test';
import { noFilter } from '../../shared/contract/no-filter';
import type { CaseForm } from '../../shared/register/case';
import { aForm, anEnrolment, aStudent, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, morning, openOffice, statusLine, type OfficeHere } from './office-here';

/** The case page and Today by keyboard alone, in the built app. */

test.use({ startsAt: morning });

async function keyed(page: Page, { student, course }: OfficeHere, other: Partial<CaseForm> = {}) {
  const saved = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(student, course, other),
    batchId: null,
    enrolment: null,
    why: '',
    secondForm: false,
  });
  return saved.view.row;
}

async function open(page: Page, caseId: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `/case/${to}`), caseId);
}

test('a form is corrected with its reason; the old determination stays, struck through, and the history says what changed', async ({
  page,
}) => {
  const office = await openOffice(page);
  const row = await keyed(page, office);
  await open(page, row.id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RD-2026-0001');
  await expect(page.locator('.worksheet-result')).toContainText('$260.00');
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Correct RD-2026-0001');
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('9/12');
  await page.keyboard.press('Control+S');
  await expect(field(page, 'why')).toBeFocused();
  await expect(statusLine(page)).toContainText('Not saved');
  await page.keyboard.type('Misread the stamp');
  await page.keyboard.press('Control+S');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RD-2026-0001');
  await expect(page.locator('.worksheet-result').first()).toContainText('$390.00');
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('Form corrected — Misread the stamp');
  await expect(history).toContainText('Received: Tue, Sep 22, 2026 → Sat, Sep 12, 2026');
  const superseded = page.locator('details.superseded');
  await expect(superseded).toHaveCount(1);
  await superseded.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(superseded.locator('.worksheet-result')).toContainText('$260.00');

  // Undone by its key: what counted before counts again.
  await page.keyboard.press('Control+Z');
  await expect(statusLine(page)).toContainText('Undone');
  await expect(page.locator('.worksheet-result').first()).toContainText('$260.00');
  await page.keyboard.press('Control+Y');
  await expect(page.locator('.worksheet-result').first()).toContainText('$390.00');
});

test('Ctrl+PgDn walks the list the case was opened from, and no other', async ({ page }) => {
  const office = await openOffice(page);
  for (const [number, lastName] of [
    ['1', 'Abe'],
    ['2', 'Bo'],
    ['3', 'Cruz'],
  ] as const) {
    const student = await call(page, 'student.save', {
      requestId: id(),
      student: aStudent({ number, lastName, firstName: 'A', email: '' }),
    });
    await call(page, 'enrolment.save', { requestId: id(), enrolment: anEnrolment(student, office.course) });
    await keyed(page, { ...office, student });
  }
  await page.keyboard.press('Control+2');
  const first = page.getByRole('row', { name: /Cruz/ });
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.toolbar-detail')).toContainText('1 of 3');
  await expect(page.locator('.toolbar-detail')).toContainText('Cruz');
  await page.keyboard.press('Control+PageDown');
  await expect(page.locator('.toolbar-detail')).toContainText('2 of 3');
  await expect(page.locator('.toolbar-detail')).toContainText('Bo');
  await page.keyboard.press('Control+PageDown');
  await page.keyboard.press('Control+PageDown');
  await expect(page.locator('.toolbar-detail')).toContainText('3 of 3');
  await page.keyboard.press('Control+PageUp');
  await expect(page.locator('.toolbar-detail')).toContainText('2 of 3');
});

test('facts changed since: the case says so, and is determined again with its reason', async ({ page }) => {
  const office = await openOffice(page);
  const row = await keyed(page, office);
  await call(page, 'enrolment.save', {
    requestId: id(),
    enrolment: {
      ...office.enrolment,
      fee: 50_000,
      payments: [{ on: '2026-08-20', cents: 50_000, payer: { kind: 'student' }, method: 'check' }],
    },
  });
  await open(page, row.id);
  await expect(page.getByText('Something this case stands on has changed since it was determined')).toBeVisible();
  await page.keyboard.press('Control+Shift+R');
  await field(page, 'why').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('The fee was $500');
  await page.keyboard.press('Enter');
  await expect(page.locator('.worksheet-result').first()).toContainText('$325.00');
  await expect(page.getByText('Something this case stands on has changed')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'History' })).toContainText('The fee was $500');
});

test('Today counts what waits, each a way to its list', async ({ page }) => {
  const office = await openOffice(page, { closures: [] });
  const { student } = office;
  await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'hold',
    form: aForm(student, null),
    batchId: null,
    enrolment: null,
    why: 'No course on it',
    secondForm: false,
  });
  await keyed(page, office, { postmarked: null, received: '2026-08-25', channel: 'counter' });
  await page.keyboard.press('F5');
  await expect(page.getByRole('button', { name: /1 form held as incomplete/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /1 refund not paid by its promised day/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /No closures are entered for 2026/ })).toBeVisible();
  await page.getByRole('button', { name: /The register has no backup yet/ }).focus();
  await page.keyboard.press('Enter');
  await expect(statusLine(page)).toContainText('The register is backed up.');
  await expect(page.getByRole('button', { name: /has no backup/ })).toHaveCount(0);
  await page.getByRole('button', { name: /form held/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drops');
  await expect(page.getByRole('row', { name: /Held/ })).toHaveCount(1);
  expect(
    (
      await call(page, 'case.list', {
        filter: { ...noFilter, state: 'held' },
        sort: 'number',
        descending: true,
        offset: 0,
        limit: 1,
      })
    ).total,
  ).toBe(1);
});

test('F6 goes from pane to pane and finds each as it was left', async ({ page }) => {
  const office = await openOffice(page);
  await open(page, (await keyed(page, office)).id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RD-2026-0001');
  const at = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? null);
  const name = () =>
    page.evaluate(() => {
      const id = document.activeElement?.closest('section')?.getAttribute('aria-labelledby');
      return id == null ? null : (document.getElementById(id)?.textContent ?? null);
    });
  await page.locator('.rail a').first().focus();
  await page.keyboard.press('F6');
  expect(await at()).toBe('toolbar');
  await page.keyboard.press('Tab');
  const panels = ['Form as received', 'Petitions and appeals', 'Papers kept', 'Letters', 'Refund worksheet'];
  await expect(page.getByRole('heading', { name: 'Papers kept' })).toBeVisible();
  for (const panel of panels) {
    await page.keyboard.press('F6');
    expect(await name()).toBe(panel);
  }
  for (let back = 0; back < panels.length; back += 1) await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('button', { name: 'Correct this form' })).toBeFocused();
});

test('Ctrl+Shift+D on a case makes its form into a new one, which a changed field makes savable', async ({ page }) => {
  const office = await openOffice(page);
  const row = await keyed(page, office, { note: 'torn' });
  await open(page, row.id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(row.number);
  await page.keyboard.press('Control+Shift+D');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New drop form');
  await expect(field(page, 'studentId')).toHaveValue(/García-López/);
  await expect(field(page, 'received')).toHaveValue('9/22/2026');
  await expect(field(page, 'note')).toHaveValue('torn');
  await expect(page.getByText('This student already has a form for this course.')).toBeVisible();
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('9/23');
  await field(page, 'secondForm').press('Space');
  await page.keyboard.press('Control+S');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0002');
});

test.describe('on a PC in another part of the world', () => {
  test.use({ environment: { TZ: 'Asia/Tokyo' } });

  test('the case page and Today say when by the office’s clock', async ({ page }) => {
    const office = await openOffice(page);
    const row = await keyed(page, office);
    await page.keyboard.press('F5');
    await expect(page.getByText(/Last form entered Wed, Sep 30, 2026, 9:0\d AM/)).toBeVisible();
    await open(page, row.id);
    await expect(page.getByText(/Determined Wed, Sep 30, 2026, 9:0\d AM by/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'History' })).toContainText(/Wed, Sep 30, 2026, 9:0\d AM/);
  });
});
