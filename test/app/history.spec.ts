import path from 'node:path';
import type { Page } from '@playwright/test';
import { aForm, id } from '../db/records';
import { tamper } from '../db/tampering';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, morning, openOffice, type OfficeHere } from './office-here';
import { signIn, supervisor } from './people-here';

/** The history of the register by keyboard, and a register that somebody edited while the app was closed. */

test.use({ startsAt: morning });

async function keyed(page: Page, { student, course }: OfficeHere) {
  const saving = {
    requestId: id(),
    caseId: null,
    mode: 'decide' as const,
    form: aForm(student, course),
    batchId: null,
    enrolment: null,
    why: '',
    secondForm: false,
  };
  const { view } = await call(page, 'case.save', saving);
  const corrected = { ...saving, requestId: id(), caseId: view.row.id, why: 'Misread the stamp' };
  await call(page, 'case.save', { ...corrected, form: { ...saving.form, received: '2026-09-12', postmarked: null } });
  return view.row;
}

test('everything that happened is found by words, number and kind; Enter shows one before and after, and the way back finds the list as it was', async ({
  page,
  app,
}) => {
  const row = await keyed(page, await openOffice(page));
  await page.keyboard.press('Control+H');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
  await expect(page.locator('[data-find]')).toBeFocused();
  const rows = page.locator('table.list tbody tr');
  await expect(rows.first()).toContainText('Refund determined');
  await expect(rows.first()).toContainText('J. Rivera');
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `history-${to.name}`);
  }
  await look(app, page, looks[0]);

  await page.keyboard.type(row.number);
  await expect(rows).toHaveCount(4);
  await field(page, 'kind').selectOption('case.corrected');
  await expect(rows).toHaveCount(1);
  await page.locator('[data-find]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Entry \d+$/);
  const sides = page.locator('table.sides');
  await expect(sides.locator('tr.changed').filter({ hasText: 'Received' })).toContainText('Sat, Sep 12, 2026');
  await expect(sides.locator('tr.changed').filter({ hasText: 'Received' })).toContainText('Tue, Sep 22, 2026');
  await expect(sides).toContainText('García-López, María');
  await expect(page.locator('main')).toContainText(/Number \d+, [0-9a-f]{16}…/);
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `history-entry-${to.name}`);
  }
  await look(app, page, looks[0]);
  await page.goBack();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toBeFocused();

  await page.keyboard.press('Control+F');
  await page.keyboard.press('Escape');
  await page.keyboard.type('#3');
  await field(page, 'kind').focus();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(1);
  await expect(rows.first().locator('td').first()).toHaveText('3');
});

test('a register edited outside the app: the next start names the first broken entry on every screen, and writes nothing', async ({
  dataFolder,
  start,
}) => {
  const first = await start();
  const row = await keyed(first.page, await openOffice(first.page));
  const { rows } = await call(first.page, 'history.list', {
    filter: { text: '', person: null, from: null, to: null, subject: null, subjectId: null, kind: 'case.received' },
    before: null,
    limit: 1,
  });
  const broken = rows[0]?.seq ?? 0;
  await first.app.close();
  tamper(path.join(dataFolder, 'register'), (db) =>
    db
      .prepare(`UPDATE entry_content SET content = replace(content, '2026-09-22', '2026-09-02') WHERE seq = ?`)
      .run(broken),
  );

  const { app, page } = await start();
  const said = new RegExp(
    `Entry ${broken} — the form ${row.number}( \\(García-López, María\\))?, keyed by J\\. Rivera on Wed, Sep 30, 2026 at 9:\\d\\d AM — was changed outside Refund Desk`,
  );
  await signIn(page, supervisor.account);
  const banner = page.getByRole('region', { name: 'The register does not hold' });
  await expect(banner).toContainText(said);
  await expect(banner).toContainText('García-López, María');
  await look(app, page, looks[0]);
  await expectAccessible(app, page, 'history-broken-today');
  await expect(page.locator('.status-bar')).toContainText('Read-only');

  await page.keyboard.press('Control+H');
  await expect(banner).toContainText(said);
  const list = page.locator('table.list');
  await expect(list.locator(`tr[data-row="${broken}"]`)).toContainText('Does not hold');
  await expect(list.locator(`tr[data-row="${broken + 1}"]`)).toContainText('Unproven');
  await expect(list.locator(`tr[data-row="${broken - 1}"]`)).not.toContainText('Unproven');
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `history-broken-${to.name}`);
  }
  await look(app, page, looks[0]);
  await banner.getByRole('button', { name: 'Show that entry' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Entry ${broken}`);
  await expect(page.locator('main')).toContainText('this is the first entry that does not hold');

  const refused = await page.evaluate((requestId) => window.desk.call('case.redetermine', requestId), {
    requestId: id(),
    id: row.id,
    why: 'try',
  });
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'register-damaged' } });
  const verified = await call(page, 'register.verify', {});
  expect(verified).toMatchObject({ firstBroken: broken, brokenSaid: expect.stringMatching(said) });
});

test('what a paper names at its foot is compared with the register', async ({ page, app }) => {
  await openOffice(page);
  const { head } = await call(page, 'register.verify', {});
  await page.evaluate(() => (location.hash = '/settings'));
  await page.getByRole('button', { name: 'Register', exact: true }).press('Enter');
  const box = page.locator('[data-field="mark"]');
  await box.focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Type the entry’s number and its 16 digits')).toBeVisible();
  await box.fill(`Register entry ${head?.seq ?? 0} · ${head?.mac.slice(0, 16) ?? ''}`);
  await box.press('Enter');
  await expect(page.getByText('The register still holds entry')).toBeVisible();
  await box.fill(`${head?.seq ?? 0} ${'0'.repeat(16)}`);
  await box.press('Enter');
  await expect(page.getByText('is not the one that the paper names')).toBeVisible();
  await box.fill(`9,999 ${head?.mac.slice(0, 16) ?? ''}`);
  await box.press('Enter');
  await expect(page.getByText('The register ends at entry')).toBeVisible();
  await look(app, page, looks[0]);
  await expectAccessible(app, page, 'history-proof');
});
