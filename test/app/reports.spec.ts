import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { reportKinds } from '../../shared/contract/reports';
import { reportNames } from '../../shared/reports/report-names';
import { id } from '../db/records';
import { accessOf, wordsIn } from '../letters/pdf-words';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, statusLine } from './office-here';

/** Every report by keyboard, in the sample office: run, heard, printed, saved; what paper and files say is what the screen says. */

test.use({ startsAt: '2026-11-11T17:00:00.000Z', office: 'sample' });
test.describe.configure({ timeout: 180_000 });

test('each report is run with the arrow keys and Enter, printed, and saved with the figures of the screen', async ({
  app,
  page,
  dataFolder,
}) => {
  await payWhatWaits(page);
  const { keyboard } = page;
  await keyboard.press('Control+6');
  const list = page.getByRole('navigation', { name: 'Reports' });
  await expect(list.getByRole('button', { name: 'Cases by term' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'This fiscal year' })).toHaveAttribute('aria-pressed', 'true');

  for (const [at, kind] of reportKinds.entries()) {
    if (at > 0) await keyboard.press('ArrowDown');
    const { title, tells } = reportNames[kind];
    await expect(list.getByRole('button', { name: title })).toBeFocused();
    await expect(page.getByText(tells)).toBeVisible();
    await keyboard.press('Enter');
    const report = page.getByRole('region', { name: title });
    const sentence = await report.locator('.report-sentence').innerText();
    await expect(report.getByRole('img', { name: sentence, exact: true })).toBeVisible();
    expect((await tableOf(page)).length, kind).toBeGreaterThan(1);
    if (kind !== 'terms' && kind !== 'turnaround' && kind !== 'entries') continue;
    // Bars, histogram and timeline, one of them in every look.
    for (const to of kind === 'turnaround' ? looks : [looks[3]]) {
      await look(app, page, to);
      await expectAccessible(app, page, `report-${kind}-${to.name}`);
    }
    await look(app, page, looks[0]);
    await list.getByRole('button', { name: title }).focus();
  }

  // Back to the days to payment: on paper as on the screen.
  for (let up = reportKinds.indexOf('entries'); up > reportKinds.indexOf('turnaround'); up -= 1)
    await keyboard.press('ArrowUp');
  await keyboard.press('F5');
  await expect(page.getByRole('img')).toBeVisible();
  await expect(page.locator('.chart .named')).toHaveText(/^Promised: 14 to 28 days$/);
  await keyboard.press('Control+P');
  const preview = page.getByRole('region', { name: 'The page as it prints' });
  await expect(preview).toBeFocused();
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Days to payment' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(preview).toBeHidden();
  const shown = await tableOf(page);

  const pdf = path.join(dataFolder, 'report.pdf');
  await answerSaveDialogs(app, pdf);
  await keyboard.press('Control+Shift+S');
  await expect(statusLine(page)).toContainText('report.pdf');
  const bytes = new Uint8Array(await readFile(pdf));
  expect(await accessOf(bytes)).toMatchObject({ tagged: true, language: 'en', title: 'Days to payment', pages: 1 });
  const words = wordsIn(bytes);
  const printed = words.map((w) => w.text).join(' ');
  // A heading may run over two lines; no row does.
  for (const row of shown.slice(1)) expect(printed).toContain(row.filter((cell) => cell !== '').join(' '));
  expect(printed).toContain(await page.locator('.report-sentence').innerText());
  expect(printed).toContain('Promised: 14 to 28 days');
  expect(printed).toContain('Page 1 of 1');
  expect(Math.max(...words.map((w) => w.right))).toBeLessThan(7.85);

  const csv = path.join(dataFolder, 'report.csv');
  await answerSaveDialogs(app, csv);
  await keyboard.press('Control+E');
  await expect(statusLine(page)).toContainText('report.csv');
  const { data } = Papa.parse<string[]>((await readFile(csv, 'utf8')).slice(1));
  const [headings = [], ...rows] = shown;
  expect(data[0]).toEqual(headings);
  expect(data.slice(1, shown.length).map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)));

  const xlsx = path.join(dataFolder, 'report.xlsx');
  await answerSaveDialogs(app, xlsx);
  await page.getByRole('button', { name: 'Excel' }).focus();
  await keyboard.press('Enter');
  await expect(statusLine(page)).toContainText('report.xlsx');
  const cells = await readSheet(await readFile(xlsx));
  expect(cells.map((row) => row.map((cell) => plain(asRead(cell))))).toEqual(
    shown.map((row) => row.map((cell) => plain(asRead(cell)))),
  );

  // Days the wrong way round are said under their field; days without cases say what to change; both are there again later.
  await field(page, 'from').fill('9/2/2020');
  await field(page, 'to').fill('9/1/2020');
  await keyboard.press('Enter');
  await expect(page.getByText('This day lies before the first one. Check both days.')).toBeVisible();
  await expect(field(page, 'to')).toBeFocused();
  await expect(page.getByText('This counts what was chosen before.')).toBeVisible();
  await field(page, 'to').fill('9/3/2020');
  await keyboard.press('F5');
  await expect(page.getByText('Choose other days, leave the term or the policy empty')).toBeVisible();
  await keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await keyboard.press('Control+6');
  await expect(list.getByRole('button', { name: 'Days to payment' })).toBeFocused();
  await expect(field(page, 'from')).toHaveValue('9/2/2020');
  await expect(page.getByText('Choose other days, leave the term or the policy empty')).toBeVisible();
});

/** Hands over what waits and has it paid today, so that there are days to count. */
async function payWhatWaits(page: Page): Promise<void> {
  const { rows } = await call(page, 'refund.list', {
    state: 'to-hand-over',
    text: '',
    sort: 'promised',
    offset: 0,
    limit: 100,
  });
  const cases = rows.map((row) => ({
    caseId: row.caseId,
    determinationSeq: row.determinationSeq,
    cents: row.outstanding,
  }));
  const batch = await call(page, 'transmittal.close', { requestId: id(), id: null, cases, note: '' });
  const payments = cases.map(({ caseId, cents }, at) => ({ caseId, on: '2026-11-11', reference: `CK ${at}`, cents }));
  await call(page, 'payment.enter', { requestId: id(), transmittalId: batch.id, payments });
}

/** The report's table as it is read: headings, rows and totals. */
function tableOf(page: Page): Promise<readonly (readonly string[])[]> {
  return page
    .locator('.report-table tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

/** A figure without what only makes it easier to read; no figure as nothing. */
function plain(cell: string): string {
  const bare = cell.replace(/[$,%]/g, '');
  return cell === '–' ? '' : /^-?\d+(\.\d+)?$/.test(bare) ? String(Number(bare)) : cell;
}

/** A cell as a number where it is one: percentages are parts of one in a workbook. */
function asRead(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string' && cell.endsWith('%')) return String(Math.round(Number(cell.slice(0, -1)) * 10) / 1000);
  return typeof cell === 'number' ? String(Math.round(cell * 10_000) / 10_000) : typeof cell === 'string' ? cell : '?';
}
