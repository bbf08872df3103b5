import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, morning } from './office-here';
import { goTo, pressed } from './petition-office';

/** The screens of petitions and appeals in every look, in the sample office. */

test.use({ startsAt: morning, office: 'sample' });

test('lists, a petition that waits, its decision, a new one, and the case it is about', async ({ app, page }) => {
  test.setTimeout(180_000);
  const everyLook = async (name: string) => {
    for (const to of looks) {
      await look(app, page, to);
      await expectAccessible(app, page, `${name}-${to.name}`);
    }
    await look(app, page, looks[0]);
  };
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Petitions');
  await pressed(page, 'All');
  await expect(page.getByRole('grid', { name: 'Petitions' })).toBeVisible();
  await everyLook('petitions');
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Appeals');
  await everyLook('appeals');

  const { rows } = await call(page, 'petition.list', {
    filter: { kinds: ['retroactive'], state: null, text: '', dueBy: null, caseId: null },
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 50,
  });
  const open = rows.find((row) => row.state === 'open');
  const late = rows.find((row) => row.state === 'late');
  if (open === undefined || late === undefined)
    throw new Error('The sample has no petition that waits, or none too late.');
  await goTo(page, `/petition/${open.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(open.number);
  await everyLook('petition');
  await pressed(page, /^In part/);
  await field(page, 'percent').fill('50');
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('This decision: $');
  await everyLook('petition-decision');
  await goTo(page, `/petition/${late.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(late.number);
  await everyLook('petition-late');

  await goTo(page, `/case/${open.caseId}`);
  await expect(page.getByRole('region', { name: 'Petitions and appeals' })).toContainText(open.number);
  await everyLook('case-with-petition');
  await goTo(page, `/case/${open.caseId}/petition`);
  await field(page, 'kind').selectOption('retroactive');
  await field(page, 'receivedOn').fill('9/29');
  await pressed(page, 'Add a document');
  await everyLook('petition-new');
});
