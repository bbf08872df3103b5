import { expect, test } from './fixtures';
import { beginBatch, field, morning, openOffice } from './office-here';
import { expectAccessible, look, looks } from './looks';

/** The entry screen, the case page and Today in every look: no rule of WCAG 2.2 AA broken, nothing cut off, a picture of each in out/screens. */

test.use({ startsAt: morning });

test('empty, filled, wrong, with a petition, a new student, a batch begun, a case and Today', async ({ app, page }) => {
  test.setTimeout(240_000);
  await openOffice(page);
  const everyLook = async (name: string) => {
    for (const to of looks) {
      await look(app, page, to);
      await expectAccessible(app, page, `${name}-${to.name}`);
    }
    await look(app, page, looks[0]);
  };
  await everyLook('today-empty');
  await page.keyboard.press('Control+Shift+N');
  await expect(field(page, 'batchChannel')).toBeFocused();
  await everyLook('entry-batch');
  await page.keyboard.press('Escape');

  await beginBatch(page, '9/22');
  await everyLook('entry-empty');
  await page.keyboard.type('garc');
  await expect(page.locator('.lookup-list [role="option"]')).toHaveCount(1);
  await everyLook('entry-lookup');
  await page.keyboard.press('Tab');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9/12');
  await expect(page.locator('.worksheet-result')).toBeVisible();
  await page.keyboard.press('F1');
  await everyLook('entry-filled');
  await page.keyboard.press('F4');
  await expect(page.getByRole('grid', { name: /September 2026/ })).toBeVisible();
  await everyLook('entry-calendar');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('9/31');
  await page.keyboard.press('Tab');
  await page.keyboard.type('10/8/2026');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'postmarked')).toBeFocused();
  await field(page, 'petition').check();
  await field(page, 'documents').check();
  await everyLook('entry-wrong');
  await field(page, 'petition').uncheck();
  await field(page, 'documents').uncheck();
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('9/12');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9/22');
  await page.keyboard.press('Control+S');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RD-2026-0001');
  await everyLook('case');
  await page.keyboard.press('Control+N');
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('okafor ada');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('group', { name: 'New student' })).toBeVisible();
  await everyLook('entry-new-student');
  await page.keyboard.press('Control+1');
  await everyLook('today');
});
