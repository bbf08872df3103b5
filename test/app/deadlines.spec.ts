import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { accessOf, wordsIn } from '../letters/pdf-words';
import { aCourse, aTerm, id } from '../db/records';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { field, hands, morning, openOffice, statusLine } from './office-here';

/** Deadline sheets by keyboard: from the courses to paper, a spreadsheet and a calendar; a date set by hand and taken back. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 180_000 });

test('the deadlines of a term: looked at, set by hand, printed, saved, taken back', async ({
  app,
  page,
  dataFolder,
}) => {
  const { course } = await openOffice(page);
  const term = aTerm();
  await call(page, 'term.save', { requestId: id(), term });
  await call(page, 'course.save', { requestId: id(), course: { ...course, termId: term.id } });
  for (let i = 1; i < 12; i += 1)
    await call(page, 'course.save', {
      requestId: id(),
      course: aCourse({ code: `EXT ${400 + i}`, title: `Grant Writing ${i}`, termId: term.id }),
    });
  await call(page, 'course.save', { requestId: id(), course: aCourse({ code: 'OTHER 1' }) });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { type, press } = hands(page);

  // The filter of the list of courses goes with.
  await press('Control+8');
  await expect(page.getByRole('grid', { name: 'Courses' })).toBeVisible();
  await expect(page.locator('[data-find]')).toBeFocused();
  await type('term:F26');
  await expect(page.locator('.toolbar-detail')).toHaveText('12 courses');
  await press('Control+J');
  await expect(page.getByRole('heading', { name: 'Deadlines', level: 1 })).toBeVisible();
  await expect(page.locator('.toolbar-detail')).toHaveText('12 courses');
  const grid = page.getByRole('grid', { name: 'Deadlines' });
  await expect(grid.locator('tbody tr')).toHaveCount(36);
  await press('ArrowDown');
  await press('ArrowDown');
  const row = grid.locator('tbody tr').nth(1);
  await expect(row).toBeFocused();
  await expect(row).toContainText('until Mon Sep 28, 2026, 7:25 pm');
  await expect(row).toContainText('65%');
  await press('F1');
  await expect(row).toContainText('65% of fees collected will be refunded until 25% of the course time has elapsed');
  await press('F1');

  // A date by hand: what is wrong stands under its field.
  await press('Enter');
  await expect(field(page, 'through')).toBeFocused();
  await type('2/30');
  await press('Control+S');
  await expect(page.getByText('February 2026 has 28 days.')).toBeVisible();
  await expect(page.getByText('The reason is missing.')).toBeVisible();
  await field(page, 'through').fill('9/12/2025');
  await field(page, 'time').fill('');
  await field(page, 'reason').fill('The instructor was ill');
  await press('Control+S');
  await expect(page.getByText('before its registration can have opened')).toBeVisible();
  await expect(field(page, 'through')).toBeFocused();
  await type('10/2/2026');
  await press('Control+S');
  await expect(row).toContainText('through Fri Oct 2, 2026');
  await expect(row).toContainText(
    'Set by the office, computed: until Mon Sep 28, 2026, 7:25 pm. Reason: The instructor was ill',
  );
  await expect(row).toContainText('Refunds are decided by the computed date.');
  await expect(row).toBeFocused();

  // On paper: one table for the term, every page with its number and the head of the table, tagged.
  const pdf = path.join(dataFolder, 'deadlines.pdf');
  await answerSaveDialogs(app, pdf);
  await press('Control+Shift+S');
  await expect(statusLine(page)).toContainText('Saved as');
  const bytes = new Uint8Array(await readFile(pdf));
  expect(await accessOf(bytes)).toMatchObject({ tagged: true, language: 'en', title: 'Deadlines, Fall 2026' });
  const words = wordsIn(bytes);
  const pages = Math.max(...words.map((w) => w.page)) + 1;
  expect(pages).toBeGreaterThan(1);
  for (let at = 0; at < pages; at += 1) {
    const text = words
      .filter((w) => w.page === at)
      .map((w) => w.text)
      .join(' ');
    expect(text).toContain(`Page ${at + 1} of ${pages}`);
    // The last page may have nothing but the words of the clauses.
    if (at < pages - 1) expect(text).toContain('Deadline Last moment Percent Clause');
    const here = words.filter((w) => w.page === at);
    expect(Math.max(...here.map((w) => w.right))).toBeLessThan(8);
    expect(Math.max(...here.map((w) => w.bottom))).toBeLessThan(10.7);
  }
  const all = words.map((w) => w.text).join(' ');
  expect(all.match(/Request a retroactive refund/g)).toHaveLength(12);
  for (const said of ['through Fri Oct 2, 2026', 'Set by the office, computed: until Mon Sep 28, 2026, 7:25 pm.'])
    expect(all.includes(said), said).toBe(true);
  expect(all.includes('OTHER 1')).toBe(false);
  // The words of a clause stand once, at the end.
  expect(all.match(/65% of fees collected will be refunded until 25%/g)).toHaveLength(1);

  // A page a course.
  await field(page, 'layout').selectOption('pages');
  await press('Control+Shift+S');
  await expect.poll(async () => pagesOf(pdf)).toBe(12);

  const csv = path.join(dataFolder, 'deadlines.csv');
  await answerSaveDialogs(app, csv);
  await press('Control+E');
  await expect(statusLine(page)).toContainText('Saved 36 deadlines as');
  const { data } = Papa.parse<Record<string, string>>((await readFile(csv, 'utf8')).slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(36);
  expect(data.filter((r) => r['Set by'] !== '').map((r) => [r['Course'], r['Date']])).toEqual([
    ['EXT 204-02', '2026-10-02'],
  ]);

  const ics = path.join(dataFolder, 'deadlines.ics');
  await answerSaveDialogs(app, ics);
  await press('Control+Shift+E');
  await expect(statusLine(page)).toContainText('.ics');
  const calendar = await readFile(ics, 'utf8');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(36);
  expect(calendar).toContain('DTSTART;TZID=America/Los_Angeles:20260914T180000');

  await press('Control+Z');
  await expect(row).toContainText('until Mon Sep 28, 2026, 7:25 pm');
  await expect(row).not.toContainText('Set by the office');
});

test('the deadlines of one course, one without meetings, and where a search finds none', async ({ page }) => {
  const { course } = await openOffice(page);
  await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ code: 'ARR 1', title: 'Directed Study', meetings: [], meetingLine: '', arranged: true }),
  });
  await page.evaluate((hash) => (location.hash = hash), `/courses/${course.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'EXT 204-02' })).toBeVisible();
  await page.keyboard.press('Control+J');
  await expect(page.getByRole('heading', { level: 1, name: 'Deadlines of EXT 204-02' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Deadlines' }).locator('tbody tr')).toHaveCount(3);
  await page.evaluate(() => (location.hash = '/deadlines'));
  await expect(page.getByRole('heading', { level: 1, name: 'Deadlines', exact: true })).toBeVisible();
  await page.locator('[data-find]').fill('directed');
  const grid = page.getByRole('grid', { name: 'Deadlines' });
  await expect(grid.locator('tbody tr').first()).toContainText('It cannot be dated yet. Still missing:');
  await expect(grid).toContainText('No date');
  await page.locator('[data-find]').fill('zzzz');
  await expect(page.getByText('No course is found.')).toBeVisible();
  await page.keyboard.press('Control+E');
  await expect(page.getByText('No course is on this sheet.')).toBeVisible();
});

async function pagesOf(file: string): Promise<number> {
  return Math.max(...wordsIn(new Uint8Array(await readFile(file))).map((w) => w.page)) + 1;
}
