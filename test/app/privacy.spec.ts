import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { standardRules } from '../../shared/register/rules';
import { aForm, id } from '../db/records';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, morning, openOffice, statusLine } from './office-here';
import { addPerson, administrator, signIn, supervisor } from './people-here';
import { saving } from './saving';

/** What a student may ask of the office, by keyboard in the built app. */

test.use({ startsAt: morning });

/** An office with a clerk, and one case of its student. */
async function anOfficeWithClerk(page: Page) {
  const office = await openOffice(page);
  await signIn(page, administrator.account);
  await addPerson(page, 'kim', 'clerk', { name: 'Kim Lee' });
  await call(page, 'rules.save', { requestId: id(), rules: { ...standardRules, keepYears: 7 } });
  await signIn(page, supervisor.account);
  const { view } = await call(page, 'case.save', saving(aForm(office.student, office.course), null, ''));
  return { ...office, view };
}

const panel = (page: Page) => page.getByRole('region', { name: 'Disclosures' });

test('a phone request is logged, the whole file is saved as a PDF, and both stand in the log', async ({
  page,
  app,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  const { student } = await anOfficeWithClerk(page);
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `/students/${student.id}`);
  await expect(panel(page)).toContainText('This record was given out to nobody.');

  // By keyboard: the button, the form, Ctrl+S.
  await panel(page).getByRole('button', { name: 'Record a disclosure' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'on')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+s');
  await expect(panel(page)).toContainText('To whom is missing. Type it here.');
  await expect(field(page, 'to')).toBeFocused();
  await page.keyboard.type('R. Ortiz, her mother');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Wants to know whether she dropped');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nothing');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('r');
  await page.keyboard.press('Control+s');
  await expect(statusLine(page)).toContainText('the request and its refusal are in the log');
  await expect(panel(page).getByRole('listitem')).toContainText('Refused to R. Ortiz, her mother: Nothing');

  // The whole file, to the student, as a PDF.
  const saved = path.join(dataFolder, 'file.pdf');
  await answerSaveDialogs(app, saved);
  await panel(page).getByRole('button', { name: 'Give out the whole file' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'how')).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The student');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Asked for it in writing');
  for (const each of looks) {
    await look(app, page, each);
    await expectAccessible(app, page, `privacy-file-${each.name}`);
  }
  await look(app, page, looks[0]);
  await page.keyboard.press('Control+s');
  await expect(panel(page).getByRole('listitem')).toHaveCount(2);
  await expect(panel(page).getByRole('listitem').first()).toContainText('To The student: The whole file');
  const pdf = await PDFDocument.load(readFileSync(saved));
  expect(pdf.getTitle()).toBe('Student file');
  expect(pdf.getPageCount()).toBeGreaterThan(1);
  // Tagged, so that it can be read aloud.
  expect(pdf.catalog.get(PDFName.of('StructTreeRoot'))).toBeDefined();
  rmSync(saved);
});

test('a confidential record has its line in the lists and nothing else for a clerk', async ({ page, app }) => {
  test.setTimeout(120_000);
  const { student, view } = await anOfficeWithClerk(page);
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `/students/${student.id}`);
  await panel(page).getByRole('button', { name: 'Make confidential' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'why')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(panel(page)).toContainText('The reason is missing.');
  await page.keyboard.type('A court order');
  await page.keyboard.press('Control+s');
  await expect(panel(page)).toContainText('This record is confidential.');
  await expect(page.getByRole('group', { name: 'Toolbar' })).toContainText('Confidential');
  for (const each of looks) {
    await look(app, page, each);
    await expectAccessible(app, page, `privacy-flagged-${each.name}`);
  }
  await look(app, page, looks[0]);

  await signIn(page, 'kim');
  await page.keyboard.press('Control+2');
  const list = page.getByRole('grid', { name: 'Forms' });
  await expect(list).toContainText('Confidential record');
  await expect(page.locator('body')).not.toContainText('García');
  await page.keyboard.type('garc');
  await expect(list.locator('tbody tr')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(list.locator('tbody tr')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('This student’s record is confidential; ask a supervisor.');
  await expect(page.locator('body')).not.toContainText(view.row.studentNumber);
  await openStudentList(page, student.number);

  // At the entry form the number is not offered to be added anew.
  await page.keyboard.press('Control+n');
  await field(page, 'studentId').focus();
  await page.keyboard.type(student.number);
  await page.keyboard.press('Tab');
  await expect(page.getByText('This student’s record is confidential; ask a supervisor.')).toBeVisible();
  await expect(page.getByText('Ctrl+Enter adds a new one')).toHaveCount(0);
});

async function openStudentList(page: Page, number: string) {
  await page.keyboard.press('Control+7');
  await page.getByRole('textbox', { name: 'Find a student' }).fill(number);
  await expect(page.getByRole('main')).toContainText('This student’s record is confidential; ask a supervisor.');
}

test('an old case is removed under the office’s years; its number and who removed it stay', async ({ start }) => {
  test.setTimeout(180_000);
  const first = await start();
  const { view, student } = await anOfficeWithClerk(first.page);
  // What was not paid would be kept.
  const { id: caseId, refund: cents } = view.row;
  const determinationSeq = view.determinations.at(-1)?.seq ?? 0;
  const cases = [{ caseId, determinationSeq, cents }];
  const batch = await call(first.page, 'transmittal.close', { requestId: id(), id: null, cases, note: '' });
  const payments = [{ caseId, on: batch.closedOn, reference: '88121', cents }];
  await call(first.page, 'payment.enter', { requestId: id(), transmittalId: batch.id, payments });
  await first.app.close();

  const { app, page } = await start('2034-02-01T17:00:00.000Z');
  await signIn(page, supervisor.account);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Records and retention' }).focus();
  await page.keyboard.press('Enter');
  const records = page.getByRole('region', { name: 'Records and retention' });
  await expect(records).toContainText(
    'A case is kept for 7 years after its last entry. 1 case had its last entry before',
  );
  await expect(records.getByRole('grid')).toContainText(`${view.row.number} García-López, María`);
  await records.getByRole('button', { name: 'Remove 1 case…' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'why')).toBeFocused();
  for (const each of looks) {
    await look(app, page, each);
    await expectAccessible(app, page, `retention-${each.name}`);
  }
  await look(app, page, looks[0]);
  await page.keyboard.press('Control+s');
  await expect(records).toContainText('The reason is missing.');
  await page.keyboard.type('The records schedule: seven years');
  await page.keyboard.press('Control+s');
  await expect(records).toContainText('Today none is to be removed');
  const past = page.getByRole('region', { name: 'Removed so far' });
  await expect(past).toContainText('1 case by J. Rivera: The records schedule: seven years');
  await expect(past).toContainText(view.row.number);
  await expectAccessible(app, page, 'retention-removed');

  // The list still shows that there was one; nothing opens; the history names the removal.
  await page.keyboard.press('Control+2');
  const list = page.getByRole('grid', { name: 'Forms' });
  await expect(list.locator('tbody tr')).toContainText([view.row.number]);
  await expect(list).toContainText('Removed');
  await expect(page.locator('body')).not.toContainText('García');
  const nobody = { text: student.number, limit: 10 };
  expect(await call(page, 'student.find', nobody)).toEqual([]);
  const { rows } = await call(page, 'history.list', {
    filter: {
      text: '',
      person: null,
      from: null,
      to: null,
      subject: null,
      subjectId: null,
      kind: 'records.removed',
    },
    before: null,
    limit: 10,
  });
  expect(rows).toMatchObject([{ kind: 'records.removed', person: 'jrivera' }]);
  const verified = await call(page, 'register.verify', {});
  expect(verified).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
});
