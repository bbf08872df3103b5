import { aForm, id } from '../db/records';
import { writeLetterCode } from '../../shared/letters/letter-code';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { hands, morning, openOffice } from './office-here';

/** A letter's arithmetic done again, by keyboard and by what a scanner types. */

test.use({ startsAt: morning });

test('a letter’s code is scanned: what holds, the working with its clauses, and a changed code that does not', async ({
  app,
  page,
}) => {
  const { student, course } = await openOffice(page);
  const { view } = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(student, course),
    batchId: null,
    enrolment: null,
    why: '',
    secondForm: false,
  });
  const { type, press } = hands(page);
  await press('Control+K');
  await type('arithmetic');
  await expect(page.locator('dialog.palette').getByText('Check a letter’s arithmetic')).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a letter’s arithmetic');
  const box = page.getByLabel('Letter’s code or case number');
  await expect(box).toBeFocused();
  await press('Enter');
  await expect(page.getByText('Scan the code at the foot of a letter, or type a case number.')).toBeVisible();

  const { hash } = view.determinations.at(-1) ?? { hash: '' };
  await type(writeLetterCode({ caseNumber: view.row.number, determination: hash, head: null }));
  await press('Enter');
  await expect(page.getByText('Everything holds.')).toBeVisible();
  await expect(page.locator('.arithmetic-sum')).toContainText('Refund as decided $260.00; worked out again $260.00.');
  await expect(page.locator('.worksheet-lines')).toContainText(view.row.clause);
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `arithmetic-${to.name}`);
  }

  await box.fill(
    writeLetterCode({ caseNumber: view.row.number, determination: hash, head: { seq: 1, mac: '0'.repeat(16) } }),
  );
  await press('Enter');
  await expect(page.getByText('Something does not hold.')).toBeVisible();
});
