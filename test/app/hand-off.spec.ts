import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { aCourse, aForm, anEnrolment, aStudent, id } from '../db/records';
import { wordsIn } from '../letters/pdf-words';
import { answerFolderDialogs, answerSaveDialogs, call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, hands, morning, openOffice, statusLine } from './office-here';
import { addPerson, administrator, signIn, supervisor } from './people-here';

/** Refunds to the Business Office and back, by keyboard, in one sitting: a batch out, its file, its payments, a check that was never cashed. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 180_000 });

/** Three students with $260.00 coming from a course with a fund, and a supervisor at the desk. */
async function threeRefunds(page: Page) {
  const office = await openOffice(page);
  const course = await call(page, 'course.save', {
    requestId: id(),
    course: { ...aCourse(), ...office.course, fund: '4810-EXT' },
  });
  const rows = [];
  for (const [number, lastName] of [
    ['1001', ''],
    ['1002', 'Okafor'],
    ['1003', 'Tran'],
  ] as const) {
    const student =
      lastName === ''
        ? office.student
        : await call(page, 'student.save', { requestId: id(), student: aStudent({ number, lastName }) });
    const saved = await call(page, 'case.save', {
      requestId: id(),
      caseId: null,
      mode: 'decide',
      form: aForm(student, course),
      batchId: null,
      enrolment: lastName === '' ? null : anEnrolment(student, course),
      why: '',
      secondForm: false,
    });
    rows.push({ ...saved.view.row, form: saved.view.form });
  }
  return rows;
}

async function looksWell(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const to of [looks[3], looks[0]]) {
    await look(app, page, to);
    await expectAccessible(app, page, `${name}-${to.name}`);
  }
}

test('a batch goes out, its payments come back by file and by hand, it reconciles; a check never cashed goes again', async ({
  app,
  page,
  dataFolder,
}) => {
  const [first, second, third] = await threeRefunds(page);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three cases were keyed');
  const { press, type } = hands(page);
  const heading = page.getByRole('heading', { level: 1 });
  const file = (name: string) => path.join(dataFolder, name);

  // The columns of the file, once.
  await press('Control+B');
  await expect(heading).toHaveText('Business Office');
  await page.getByRole('button', { name: 'Columns of its file' }).press('Enter');
  await field(page, 'columns.0.heading').fill('Control no.');
  await press('Control+Shift+ArrowDown');
  await expect(field(page, 'columns.1.heading')).toBeFocused();
  await expect(page.getByRole('region', { name: 'Sample of the file' })).toContainText('Control no.');
  await looksWell(app, page, 'exchange');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('The columns of the file are saved.');
  await signIn(page, administrator.account);
  await addPerson(page, 'kim', 'clerk');
  await signIn(page, 'kim');
  await expect(heading).toHaveText('Today');
  await expect(page.getByRole('button', { name: /^3 refunds to hand over/ })).toBeVisible();

  // What is ticked is what is closed, and a case that moved on meanwhile is named.
  await press('Control+B');
  const rows = page.getByRole('grid', { name: 'Refunds: to hand over' }).locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await press('ArrowDown');
  await press('Space');
  await expect(page.getByText('1 refund ticked, $260.00')).toBeVisible();
  await press('Control+A');
  await expect(page.getByRole('region', { name: 'This batch' })).toContainText('3 refunds, $780.00');
  await expect(page.getByRole('table', { name: 'By fund' })).toContainText('4810-EXT3$780.00');
  await looksWell(app, page, 'hand-off');
  await call(page, 'case.save', {
    requestId: id(),
    caseId: third.id,
    mode: 'decide',
    form: { ...third.form, received: '2026-09-12', postmarked: '2026-09-11' },
    batchId: null,
    enrolment: null,
    why: 'Misread the stamp',
    secondForm: false,
  });
  await press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('The batch is not closed: 1 refund is not what stood here.');
  await expect(page.getByRole('alert')).toContainText(third.number);
  await expect(page.getByText('3 refunds ticked, $910.00')).toBeVisible();
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('is closed: 3 refunds, $910.00.');
  const batch = (await heading.textContent())?.replace('Batch ', '') ?? '';

  // Its cover sheet and its file.
  await answerSaveDialogs(app, file('cover.pdf'));
  await press('Control+Shift+S');
  await expect(statusLine(page)).toContainText('Saved as');
  const words = wordsIn(readFileSync(file('cover.pdf'))).map((word) => word.text);
  expect(words).toEqual(expect.arrayContaining([batch, '4810-EXT', '$910.00']));
  await answerSaveDialogs(app, file('batch.csv'));
  await press('Control+E');
  await expect(statusLine(page)).toContainText('batch.csv');
  const lines = readFileSync(file('batch.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  expect(lines[0]).toMatch(/^Case,Control no\.,/);
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual(
    [first, second, third].map(({ number }) => [number, batch]),
  );
  expect(lines[1]).toContain(',260.00,4810-EXT,');

  // Payments from its file, each row with what becomes of it.
  writeFileSync(
    file('paid.csv'),
    `Our ref,Paid,Check,Amt\r\n${first.number},2026-09-30,5001,260.00\r\nRD-2026-9999,2026-09-30,5002,99.00\r\n`,
  );
  await answerFolderDialogs(app, file('paid.csv'));
  await page.getByRole('button', { name: 'Read the Business Office’s file…' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Choose the file…' })).toBeFocused();
  await press('Enter');
  await expect(field(page, 'case')).toBeFocused();
  for (const [name, heading] of [
    ['case', 'Our ref'],
    ['on', 'Paid'],
    ['reference', 'Check'],
    ['amount', 'Amt'],
  ] as const)
    await field(page, name).selectOption(heading);
  await expect(page.getByText('2 rows = 1 good + 0 entered before + 1 with a problem')).toBeVisible();
  await looksWell(app, page, 'payments-file');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('1 payment entered; 1 row left with a problem');

  // The others by hand: the day and the next number are carried forward.
  await page.getByRole('button', { name: 'Enter payments' }).press('Enter');
  await expect(field(page, `${second.id}.on`)).toBeFocused();
  await type('t');
  await press('Enter');
  await type('5009');
  await press('Enter');
  await press('Enter');
  await expect(field(page, `${third.id}.reference`)).toBeFocused();
  await expect(field(page, `${third.id}.reference`)).toHaveValue('5010');
  await expect(page.getByText('2 payments keyed, $650.00')).toBeVisible();
  await looksWell(app, page, 'payments-hand');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('2 payments entered, $650.00.');

  // It reconciles, with what differs named.
  const agrees = page.getByRole('region', { name: 'Does it agree?' });
  await expect(agrees.getByRole('grid', { name: 'Differences' })).toContainText('RD-2026-9999');
  await agrees.getByRole('button', { name: 'Reconcile' }).press('Enter');
  await type('Two came by phone; 9999 is not ours.');
  await looksWell(app, page, 'batch');
  await press('Control+S');
  await expect(statusLine(page)).toContainText(`Batch ${batch} is reconciled`);
  await expect(agrees).toContainText('Two came by phone; 9999 is not ours.');

  // A check that was never cashed waits for the next batch.
  await page.evaluate((to) => (location.hash = `/case/${to}`), first.id);
  const payment = page.getByRole('region', { name: 'Payment' });
  await payment.getByRole('button', { name: 'The check came back or was never cashed' }).press('Enter');
  await type('1');
  await press('Control+S');
  await expect(statusLine(page)).toContainText(`${first.number}: $260.00 waits for the next batch.`);
  await expect(payment).toContainText('Check never cashed');
  await expect(payment).toContainText('$260.00 stands under To hand over again');
  await looksWell(app, page, 'case-payment');
  await press('Control+B');
  await expect(rows).toHaveCount(1);
  await press('Control+F');
  await press('ArrowDown');
  await press('Control+A');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('is closed: 1 refund, $260.00.');

  // A clerk does not reopen it; a supervisor does, and it is closed again as its next revision.
  await expect(page.getByText('A supervisor may reopen it, with a reason.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reopen this batch' })).toHaveCount(0);
  const reissue = await page.evaluate(() => location.hash);
  await signIn(page, supervisor.account);
  await expect(heading).toHaveText('Today');
  await page.evaluate((to) => (location.hash = to), reissue);
  await page.getByRole('button', { name: 'Reopen this batch' }).press('Enter');
  await type('The fund was wrong');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('is reopened.');
  await page.getByRole('button', { name: 'Tick its refunds and close it again' }).press('Enter');
  await expect(page.getByText('1 refund ticked, $260.00')).toBeVisible();
  await press('Control+Enter');
  await expect(page.locator('.toolbar-detail')).toContainText('Revision 2');
});
