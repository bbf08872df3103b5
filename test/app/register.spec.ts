import { expect, test } from './fixtures';
import { hands, morning } from './office-here';

/** The register's list: found, narrowed, sorted, walked and come back to by keyboard, in the sample office. */

test.use({ startsAt: morning, office: 'sample' });

test('plain words find, words with a colon narrow, and Esc shows everything again', async ({ page }) => {
  await page.keyboard.press('Control+2');
  const rows = page.getByRole('grid', { name: 'Forms' }).locator('tbody tr');
  const find = page.getByRole('textbox', { name: 'Find and filter' });
  await expect(find).toBeFocused();
  const all = await rows.count();
  expect(all).toBeGreaterThan(40);
  const { type, press } = hands(page);

  await type('status:held');
  await expect(page.getByRole('button', { name: 'Held' })).toHaveAttribute('aria-pressed', 'true');
  await expect(rows.first()).toContainText('Held');
  const held = await rows.count();
  expect(held).toBeLessThan(all);
  for (const text of await rows.allTextContents()) expect(text).toContain('Held');

  await press('Escape');
  await expect(find).toHaveValue('');
  await expect(rows).toHaveCount(all);

  await type('course:"EXT 204-02"');
  await expect(rows.first()).toContainText('EXT 204-02');
  for (const text of await rows.allTextContents()) expect(text).toContain('EXT 204-02');
  await press('Escape');
  await type('zzzz');
  await expect(page.getByText('No forms match.')).toBeVisible();
  await press('Escape');
  await type('status:lost');
  await expect(page.getByText('No form has the status “lost”.')).toBeVisible();
});

test('Enter opens, Ctrl+PgDn walks that list and no other, and the way back finds the row and the line', async ({
  page,
}) => {
  await page.keyboard.press('Control+2');
  const { type, press } = hands(page);
  await expect(page.getByRole('textbox', { name: 'Find and filter' })).toBeFocused();
  await type('outcome:refund');
  const rows = page.getByRole('grid', { name: 'Forms' }).locator('tbody tr');
  await expect(page.getByRole('heading', { name: 'Forms' })).toBeVisible();
  await page.getByRole('button', { name: 'Student', exact: true }).press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Student' })).toHaveAttribute('aria-sort', 'ascending');
  // The heading turns at once; the rows are those of the new order only when they have come.
  const inOrder = async (): Promise<boolean> => {
    const names = await rows.locator('strong').allTextContents();
    return names.length > 3 && names.every((name, i) => i === 0 || (names[i - 1] ?? '').localeCompare(name) <= 0);
  };
  await expect.poll(inOrder).toBe(true);
  await expect(rows.first()).not.toContainText('Held');
  const numbers = await rows.locator('td:first-child').allTextContents();
  await page.keyboard.press('Control+F');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(numbers[1] ?? 'none');
  await press('Control+PageDown');
  await expect(heading).toContainText(numbers[2] ?? 'none');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('textbox', { name: 'Find and filter' })).toHaveValue('outcome:refund');
  await expect(page.locator('tbody tr').nth(1)).toBeFocused();
});

test('what is typed with the palette’s key and at once goes to the palette, not into the field behind it', async ({
  page,
}) => {
  await page.keyboard.press('Control+8');
  const find = page.getByRole('textbox', { name: 'Find a course' });
  await expect(find).toBeFocused();
  // The first time the palette’s code may still be on its way; later it is there.
  for (let time = 0; time < 5; time += 1) {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('office calx');
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('combobox', { name: 'Go to' })).toHaveValue('office cal');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: 'Go to' })).toHaveCount(0);
    await expect(find).toHaveValue('');
    await expect(find).toBeFocused();
  }
  // All keys in one turn of the window, with no frame between them: none can have been painted for.
  await page.evaluate(() => {
    const to = document.activeElement;
    const press = (key: string, ctrlKey = false) =>
      to?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
    press('k', true);
    for (const key of 'mar') press(key);
  });
  await expect(page.getByRole('combobox', { name: 'Go to' })).toHaveValue('mar');
  await page.keyboard.press('Escape');
  await expect(find).toBeFocused();
  await expect(find).toHaveValue('');
});

test('Ctrl+K goes to a case, a student, a course or a command, and Esc gives the keyboard back', async ({ page }) => {
  await page.keyboard.press('Control+8');
  const find = page.getByRole('textbox', { name: 'Find a course' });
  await expect(find).toBeFocused();
  const { type, press } = hands(page);
  const goTo = page.getByRole('combobox', { name: 'Go to' });
  await press('Control+K');
  await expect(goTo).toBeFocused();
  await press('Escape');
  await expect(find).toBeFocused();

  await press('Control+K');
  await type('ext 204');
  await expect(page.getByRole('option', { name: /EXT 204-02 Project Management/ })).toBeVisible();
  await press('Escape');
  await press('Control+K');
  await type('office cal');
  await expect(page.getByRole('option', { name: /Office calendar/ })).toHaveAttribute('aria-selected', 'true');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Office calendar' })).toBeVisible();

  await press('Control+K');
  await type('0012');
  await expect(page.locator('.palette-row[aria-selected="true"]')).toContainText('-0012');
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('-0012');
});
