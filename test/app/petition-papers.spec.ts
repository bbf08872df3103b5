import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { field, hands, statusLine } from './office-here';
import { enrolled, goTo, keyed, november, officeWithKim, opened, pressed, sit, spring } from './petition-office';

/** What is kept with a petition, what is corrected or withdrawn of it, and how a case ends without a refund. */

test.use({ startsAt: november });

/** A picture of one dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Lets a file fall onto the panel of the papers, as somebody drags it there. */
async function drop(page: Page, name: string, base64: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([as, text]) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], as));
      return held;
    },
    [name, base64] as const,
  );
  await page.locator('.drop-zone > div').last().dispatchEvent('drop', { dataTransfer: files });
}

test('a scan dropped on a petition is kept, shown, saved and taken out with its reason; what is no scan is refused', async ({
  app,
  page,
  dataFolder,
}) => {
  await officeWithKim(page);
  const view = await keyed(page, 'Okafor', spring, { received: '2026-04-28' });
  const petition = await opened(page, view.row.id, { kind: 'retroactive', receivedOn: '2026-10-01' });
  await goTo(page, `/petition/${petition.row.id}`);
  const papers = page.getByRole('region', { name: 'Papers kept' });
  await expect(papers).toContainText('No scans are kept yet.');
  await drop(page, 'notes.txt', btoa('no picture'));
  await expect(papers.getByRole('alert')).toBeVisible();
  await expect(papers).toContainText('No scans are kept yet.');
  await drop(page, 'hospital letter.png', dot);
  await expect(papers).toContainText('hospital letter.png');
  await expect(papers.getByRole('alert')).toHaveCount(0);
  await pressed(page, 'Show hospital letter.png');
  const picture = page.getByRole('img', { name: /scan hospital letter.png/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(picture).toHaveCount(0);
  const saved = `${dataFolder}/letter.png`;
  await answerSaveDialogs(app, saved);
  await pressed(page, 'Save hospital letter.png');
  await expect(statusLine(page)).toContainText('Saved as');
  expect(readFileSync(saved).toString('base64')).toBe(dot);

  await pressed(page, 'Take out hospital letter.png');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('The reason is missing. Type it here.')).toBeVisible();
  await page.keyboard.type('Another student’s letter');
  await page.keyboard.press('Control+S');
  await expect(papers).toContainText('taken out: Another student’s letter');
  await expect(papers.locator('.undone')).toHaveText('Petition or appeal: hospital letter.png');
  await expect(page.getByRole('button', { name: /^Show/ })).toHaveCount(0);
});

test('a petition is corrected with its reason, and withdrawn by the student; nobody decides it then', async ({
  page,
}) => {
  await officeWithKim(page);
  const view = await keyed(page, 'Okafor', spring, { received: '2026-04-28' });
  const petition = await opened(page, view.row.id, { kind: 'retroactive', receivedOn: '2026-10-01' });
  await goTo(page, `/petition/${petition.row.id}`);
  const { type, press } = hands(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(petition.row.number);
  await press('F2');
  await expect(field(page, 'why')).toBeFocused();
  await field(page, 'receivedOn').focus();
  await press('Control+A');
  await type('10/2');
  await press('Control+S');
  await expect(field(page, 'why')).toBeFocused();
  await expect(field(page, 'receivedOn')).toHaveValue(/10\/2/);
  await type('Misread the stamp');
  await press('Control+S');
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('Corrected — Misread the stamp');
  await expect(history).toContainText('Received: Thu, Oct 1, 2026 → Fri, Oct 2, 2026');
  await pressed(page, 'Student withdraws it');
  await expect(field(page, 'on')).toBeFocused();
  await press('Control+S');
  await expect(page.locator('.toolbar-detail')).toContainText('Withdrawn');
  await expect(page.getByRole('button', { name: /Return for information/ })).toHaveCount(0);
  await sit(page, 'lee');
  await goTo(page, `/petition/${petition.row.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(petition.row.number);
  await expect(page.getByRole('button', { name: /Record the decision/ })).toHaveCount(0);
});

test('the student takes the form back, or changes section: the case says so and is closed', async ({ page }) => {
  await officeWithKim(page);
  const back = await keyed(page, 'Abe', {}, { received: '2026-09-22' });
  const swap = await keyed(page, 'Cruz', {}, { received: '2026-09-22' });
  await enrolled(page, 'Newton', { title: 'Another section' });
  const { type, press } = hands(page);
  const command = async (words: string) => {
    await press('Control+K');
    await type(words);
    await expect(page.locator('.palette-row[aria-selected="true"]')).toContainText(words);
    await press('Enter');
  };
  await goTo(page, `/case/${back.row.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(back.row.number);
  await command('Student takes it back');
  await expect(field(page, 'on')).toBeFocused();
  await press('Control+A');
  await type('9/25');
  await press('Tab');
  await type('e');
  await press('Control+S');
  await expect(page.getByText('This case is closed.')).toBeVisible();
  await expect(page.getByText('The student took the form back on Fri, Sep 25, 2026 (e-mail)')).toBeVisible();
  expect((await call(page, 'case.get', { id: back.row.id })).row.state).toBe('withdrawn');
  await expect(page.getByRole('button', { name: 'Petition' })).toHaveCount(0);

  await goTo(page, `/case/${swap.row.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(swap.row.number);
  await command('Student changes section');
  await expect(field(page, 'toCourseId')).toBeFocused();
  await press('Control+S');
  await expect(page.getByText('The new section is missing. Type its number or title.')).toBeVisible();
  await type('newton');
  await press('Tab');
  await press('Control+S');
  await expect(page.getByText('The student changed to another section on Mon, Nov 2, 2026')).toBeVisible();
  await expect(page.getByRole('link', { name: 'NEWTON Another section' })).toBeVisible();
});
