import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { aCourse, aForm, anEnrolment, id } from '../db/records';
import { wordsIn } from '../letters/pdf-words';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { hands, morning, openOffice, statusLine } from './office-here';
import { goTo } from './petition-office';
import { saving } from './saving';

/** The words of letters in the window: written by keyboard, refused where something is missing, and found again in the letter's PDF. */

test.use({ startsAt: morning });

/** A case whose refund is full; its number. */
async function aFullRefund(page: Page) {
  const { student } = await openOffice(page);
  const policy = { policy: 'wou-extended-programs', category: 'self-sustaining-credit' };
  const course = await call(page, 'course.save', { requestId: id(), course: aCourse({ code: 'WR 121', ...policy }) });
  await call(page, 'enrolment.save', { requestId: id(), enrolment: anEnrolment(student, course) });
  const form = aForm(student, course, { received: '2026-09-09', postmarked: null });
  const { view } = await call(page, 'case.save', saving(form, null, ''));
  return view.row;
}

test('the English full refund letter is changed by keyboard, refused without its reason, saved, and a letter is made in it', async ({
  app,
  page,
  dataFolder,
}) => {
  const row = await aFullRefund(page);
  const { press, type } = hands(page);
  await press('Control+K');
  await type('words of letters');
  await expect(page.locator('.palette-row[aria-selected="true"]')).toContainText('Words of letters');
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Words of letters');
  await page.getByRole('row', { name: /^Full refund Refund decision/ }).focus();
  await press('Enter');

  const english = page.getByRole('textbox', { name: 'Words of the letter in English' });
  await expect(page.getByRole('heading', { name: `The letter of ${row.number}` })).toBeVisible();
  await expect(english).toContainText('Your refund is $400.00, all the fees paid.');
  // Beside it the other language, filled in for the same case.
  await expect(page.getByRole('textbox', { name: 'Words of the letter in Spanish' })).toContainText(
    'Su reembolso es de $400.00',
  );
  await english.focus();
  const card = (name: string) => english.locator('.standard-part', { hasText: `Standard: ${name}` });
  const chosen = english.locator('.ProseMirror-selectednode');

  // From the end up to the paragraph on disagreeing; Enter begins one behind it.
  const upTo = async (name: string) => {
    for (
      let keys = 0;
      keys < 20 && !(await chosen.allTextContents()).join('').includes(`Standard: ${name}`);
      keys += 1
    ) {
      await press('ArrowUp');
    }
    await expect(chosen).toContainText(`Standard: ${name}`);
  };
  await press('Control+End');
  await expect(chosen).toContainText('Standard: Signature');
  await upTo('If the student disagrees');
  await press('Enter');
  await type('Keep this with your receipt of {{');
  await expect(page.getByRole('combobox', { name: 'Field to insert' })).toBeFocused();
  await type('fees paid');
  await press('Enter');
  await type(' {% for x %}<b>.');
  await expect(english).toContainText('Keep this with your receipt of fees paid {% for x %}<b>.');
  await press('Alt+ArrowUp');

  // Taken out, the reason is missing at once, and main refuses it too.
  const why = card('Why');
  await upTo('Why');
  await press('Delete');
  await expect(why).toHaveCount(0);
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Missing: reason naming the policy clause' }),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Why they change' }).fill('Receipts');
  await press('Control+S');
  await expect(page.getByRole('alert')).toContainText('Missing: reason naming the policy clause.');
  await page.getByRole('button', { name: 'Put back “Why”' }).press('Enter');
  await expect(why).toBeVisible();
  for (const at of looks.filter(({ name }) => name === 'light' || name === 'large')) {
    await look(app, page, at);
    await expectAccessible(app, page, `words-${at.name}`);
  }
  await press('Control+S');
  await expect(statusLine(page)).toHaveText(/Saved version 101 in English/);

  const letter = await call(page, 'letter.make', { requestId: id(), caseId: row.id, language: 'en' });
  const file = path.join(dataFolder, 'letter.pdf');
  await answerSaveDialogs(app, file);
  await call(page, 'letter.savePdf', { ids: [letter.id] });
  const words = wordsIn(await readFile(file))
    .map(({ text }) => text)
    .join(' ');
  expect(words).toContain('Keep this with your receipt of $400.00 {% for x %}<b>.');
  expect(words).toContain('Template full/en v101');
});

test('one letter is written in words of its own from its preview, says so, and changes no other', async ({
  app,
  page,
  dataFolder,
}) => {
  const row = await aFullRefund(page);
  const { press, type } = hands(page);
  await goTo(page, `/case/${row.id}/letter`);
  await page.getByRole('button', { name: 'Edit the words of this letter' }).press('Enter');
  const words = page.getByRole('textbox', { name: 'Words of the letter in English' });
  await expect(words).toContainText('Your refund is $400.00, all the fees paid.');
  for (const at of looks.filter(({ name }) => name === 'light' || name === 'large')) {
    await look(app, page, at);
    await expectAccessible(app, page, `edit-one-${at.name}`);
  }
  await look(app, page, looks[0]);
  await words.focus();
  await press('Control+End');
  await press('ArrowUp');
  await press('Enter');
  await type('Come and see us.');
  await press('Control+S');
  await expect(statusLine(page)).toHaveText(/Letter L-000001 is made and waits in the queue\./);

  const { rows } = await call(page, 'letter.list', { text: '', state: 'ready', sort: 'number', offset: 0, limit: 10 });
  const file = path.join(dataFolder, 'letter.pdf');
  await answerSaveDialogs(app, file);
  await call(page, 'letter.savePdf', { ids: rows.map((letter) => letter.id) });
  const said = wordsIn(await readFile(file))
    .map(({ text }) => text)
    .join(' ');
  expect(said).toContain('Your refund is $400.00, all the fees paid.');
  expect(said).toContain('Come and see us.');
  expect(said).toContain('Template full/en v4, edited by hand');
  const standard = await call(page, 'template.get', { type: 'full', language: 'en', version: null });
  expect(JSON.stringify(standard.words)).not.toContain('Come and see us.');
});
