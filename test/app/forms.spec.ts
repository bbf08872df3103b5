import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible, look, looks } from './looks';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { field, morning } from './office-here';
import { noFilter } from '../../shared/contract/no-filter';
import { shippedPacks } from '../../shared/policy/packs/index';
import { policyTables } from '../../shared/policy/tables';
import { accessOf, wordsIn } from '../letters/pdf-words';

/** The forms to print, and the policies' tables among them, played by keyboard alone. */

test.use({ office: 'sample', startsAt: morning });
test.describe.configure({ timeout: 240_000 });

test('the tables of a policy are chosen by letter, read in another language and saved as a PDF of the rows shown', async ({
  app,
  page,
  dataFolder,
}) => {
  await page.evaluate(() => (location.hash = '/forms'));
  const form = field(page, 'form');
  await expect(form).toBeVisible();
  await expect(field(page, 'student')).toBeVisible();
  await form.focus();
  await page.keyboard.press('r');
  const sheet = page.frameLocator('.sheet-frame iframe');
  await expect(sheet.getByRole('heading', { level: 1, name: /^Refund tables/ })).toBeVisible();
  // What a table has no use for is not asked.
  await expect(field(page, 'student')).toHaveCount(0);
  await expect(sheet.getByRole('table').first()).toBeVisible();
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `forms-tables-${to.name}`);
  }
  await look(app, page, looks[0]);
  const file = path.join(dataFolder, 'tables.pdf');
  await answerSaveDialogs(app, file);
  await page.keyboard.press('Tab');
  await expect(field(page, 'language')).toBeFocused();
  await page.keyboard.press('s');
  await expect(sheet.getByRole('heading', { level: 1, name: /^Tablas de reembolso/ })).toBeVisible();
  const rows = await sheet.locator('tbody tr').count();
  await page.getByRole('button', { name: /Save as PDF/ }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Saved as', { timeout: 30_000 });
  const pdf = new Uint8Array(await readFile(file));
  expect(await accessOf(pdf)).toMatchObject({ tagged: true, language: 'es', pages: 1 });
  const said = wordsIn(pdf);
  expect(said.filter((w) => w.text === 'Antes' || w.text === 'Desde' || w.text === 'Transcurrido').length).toBe(rows);
  expect(said.filter((w) => w.text === 'Página').at(-1)?.bottom).toBeLessThan(10.7);
});

test('a policy of many tables prints every row of them above the foot of its sheets', async ({
  app,
  page,
  dataFolder,
}) => {
  const file = path.join(dataFolder, 'tables.pdf');
  await answerSaveDialogs(app, file);
  for (const language of ['en', 'es'] as const) {
    await call(page, 'paper.savePdf', {
      kind: 'policy-tables',
      policy: 'wou-extended-programs',
      version: null,
      language,
    });
    const words = wordsIn(new Uint8Array(await readFile(file)));
    const said = words.map((w) => w.text).join(' ');
    const pack = shippedPacks.find((p) => p.id === 'wou-extended-programs')?.pack;
    if (pack === undefined) throw new Error('the policy is not shipped');
    for (const table of policyTables(pack, language))
      for (const row of table.rows)
        for (const text of [row.length, row.stages[0]?.when ?? '', row.gradeFree ?? ''])
          for (const word of text.split(' ')) expect(said).toContain(word);
    const foot = words.filter((w) => w.bottom > 10.3);
    const last = words.filter((w) => w.bottom <= 10.3);
    expect(new Set(foot.map((w) => w.page)).size).toBe(Math.max(...words.map((w) => w.page)) + 1);
    expect(Math.max(...last.map((w) => w.bottom))).toBeLessThan(10.26);
  }
});

test('a petition is opened from its case, filled in with it, and read in Spanish', async ({ app, page }) => {
  const sort = { sort: 'number', descending: false, offset: 0, limit: 1 } as const;
  const { rows } = await call(page, 'case.list', { filter: { ...noFilter, outcome: 'refund' }, ...sort });
  const [row] = rows;
  if (row === undefined) throw new Error('the sample has no refund');
  await page.evaluate((id) => (location.hash = `/case/${id}`), row.id);
  await page.getByRole('link', { name: 'Petition of the Student' }).focus();
  await look(app, page, looks[0]);
  await expectAccessible(app, page, 'case-with-forms');
  await page.keyboard.press('Enter');
  const sheet = page.frameLocator('.sheet-frame iframe');
  await expect(sheet.getByRole('heading', { level: 1, name: 'Petition of the Student' })).toBeVisible();
  await expect(sheet.getByText(row.number)).toHaveCount(2);
  await expect(field(page, 'student')).toHaveCount(0);
  for (const to of [looks[0], looks[3]]) {
    await look(app, page, to);
    await expectAccessible(app, page, `forms-of-case-${to.name}`);
  }
  await look(app, page, looks[0]);
  await field(page, 'language').focus();
  await page.keyboard.press('s');
  await expect(sheet.getByRole('heading', { level: 1, name: /^Petición/ })).toBeVisible();
  await expect(sheet.getByText(row.number)).toHaveCount(2);
});
