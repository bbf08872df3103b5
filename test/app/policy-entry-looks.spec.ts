import type { ElectronApplication, Page } from '@playwright/test';
import { aCourse, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { field, hands, morning } from './office-here';
import { key, openForm, paid, session, summer } from './policy-office';

/** The entry and case screens as each policy asks, in every look: no rule of WCAG 2.2 AA broken, nothing cut off, a picture of each in out/screens. */

test.use({ startsAt: morning });
test.describe.configure({ timeout: 240_000 });

async function everyLook(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const to of looks) {
    await look(app, page, to);
    await expectAccessible(app, page, `${name}-${to.name}`);
  }
  await look(app, page, looks[0]);
}

test('two documents, a federal figure, its case, what is not official, an illegible postmark', async ({
  app,
  page,
}) => {
  await openForm(page, { course: summer, student: { federalAid: true } });
  await key(page, 'c', 'add');
  const { type, press } = hands(page);
  await type('6/24');
  await press('Tab');
  await press('Tab');
  await press('Space');
  await press('Tab');
  await type('6/29');
  await everyLook(app, page, 'entry-two-documents');
  await press('Control+S');
  await expect(page.getByText('This case waits for its federal figure.')).toBeVisible();
  await everyLook(app, page, 'case-federal');

  const postal = await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ ...summer, code: 'SUM 202', category: 'self-sustaining-credit' }),
  });
  await press('Control+N');
  await expect(page.getByRole('heading', { name: 'New drop form' })).toBeVisible();
  await press('Alt+b');
  await key(page, 'tel', 'tel', '202');
  await expect(page.getByText(/recorded as not official/)).toBeVisible();
  await everyLook(app, page, 'entry-not-official');
  await press('Alt+b');
  await type('mail');
  await press('Tab');
  await type('add');
  await press('Alt+i');
  await press('Alt+d');
  await type('7/3');
  expect(postal.category).toBe('self-sustaining-credit');
  await everyLook(app, page, 'entry-illegible');
});

test('a verified student who leaves, one who stays, an audit learner, two sessions of one title', async ({
  app,
  page,
}) => {
  const { course } = await openForm(page, {
    course: session,
    enrolment: { track: 'verified', payments: [{ ...paid, on: '2026-09-01' }] },
  });
  await key(page, 'e', 'e-');
  const { type, press } = hands(page);
  await type('9/28');
  await press('Alt+w');
  await type('un');
  await press('Control+S');
  await everyLook(app, page, 'entry-unenroll');
  await press('Alt+w');
  await type('st');
  await everyLook(app, page, 'entry-stay');
  await field(page, 'track').focus();
  await type('au');
  await everyLook(app, page, 'entry-audit');
  await field(page, 'petition').press('Space');
  await everyLook(app, page, 'entry-reinstatement');
  await field(page, 'petition').press('Space');
  await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ ...course, id: id(), code: 'SUM 102', starts: '2026-05-05', ends: '2026-08-20' }),
  });
  await press('F5');
  await expect(page.getByText(/Another session has/)).toBeVisible();
  await everyLook(app, page, 'entry-same-sessions');
  await page.evaluate((to) => (location.hash = `/courses/${to}`), course.id);
  await expect(field(page, 'enrollmentDeadline')).toBeVisible();
  await everyLook(app, page, 'course-session');
});

test('a petition after a limit that nothing changes', async ({ app, page }) => {
  await openForm(page, {
    course: { ...session, policy: 'mit-xpro', category: 'course', refundableUntil: null, enrollmentDeadline: null },
    enrolment: { payments: [{ ...paid, on: '2026-09-01' }] },
  });
  await key(page, 'e', 'e-');
  await hands(page).type('9/28');
  await field(page, 'petition').press('Space');
  await expect(page.getByText('This policy allows no exception.')).toBeVisible();
  await everyLook(app, page, 'entry-no-exception');
});
