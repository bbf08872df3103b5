import { id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, hands, morning, openOffice, statusLine } from './office-here';

/** A course by keyboard: its meetings typed as one line, its months and deadlines beside it. */

test.use({ startsAt: morning });

const fall = { id: id(), name: 'Fall 2026', begins: '2026-08-24', ends: '2026-12-18' };

test('a course with its meetings in one line: understood while typed, written back in order, saved with every meeting', async ({
  page,
}) => {
  await openOffice(page, { closures: [{ on: '2026-11-11', label: 'Veterans Day' }] });
  await call(page, 'term.save', { requestId: id(), term: fall });
  await page.evaluate(() => (location.hash = '/courses/new'));
  await page.reload();
  const { type, press } = hands(page);
  await expect(field(page, 'code')).toBeFocused();
  await type('EXT 310-01');
  await press('Enter');
  await type('Grant Writing');
  await press('Enter');
  // The office's policy stands there already.
  await press('Enter');
  await type('3');
  await press('Enter');
  await press('Enter');
  await expect(field(page, 'meetingLine')).toBeFocused();
  await type('m w 6-8:50p 11/2 to 11/18');
  await press('Enter');
  await expect(field(page, 'meetingLine')).toHaveValue('Mon Wed 6-8:50p 11/2-11/18');
  await expect(page.getByText('The office is closed on Wed, Nov 11, 2026 (Veterans Day).')).toBeVisible();
  await page.getByRole('button', { name: 'Leave it out: Wed, Nov 11, 2026' }).press('Enter');
  await expect(field(page, 'meetingLine')).toHaveValue('Mon Wed 6-8:50p 11/2-11/18 x 11/11');

  // Five meetings of 2 h 50 min; a quarter of 14 h 10 min is 3 h 33 min, reached in the second.
  const picture = page.getByRole('region', { name: 'Meetings and deadlines' });
  await expect(picture).toContainText('5 meetings, 14 h 10 min in all');
  await expect(picture).toContainText('25%');
  await expect(picture.getByRole('table', { name: 'November 2026' }).locator('td.meets')).toHaveCount(5);
  const deadlines = picture.getByRole('table', { name: 'Deadlines' });
  await expect(deadlines.getByRole('row')).toHaveCount(4);
  await expect(deadlines).toContainText('65%');
  await expect(deadlines).toContainText('Wed, Nov 4, 2026');

  await field(page, 'fee').fill('295');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Saved EXT 310-01');
  const { rows } = await call(page, 'course.list', { text: '310', termId: fall.id, offset: 0, limit: 5 });
  expect(rows[0]?.course).toMatchObject({
    category: 'extension',
    termId: fall.id,
    fee: 29_500,
    meetingLine: 'Mon Wed 6-8:50p 11/2-11/18 x 11/11',
  });
  expect(rows[0]?.course.meetings.map((m) => m.date)).toEqual([
    '2026-11-02',
    '2026-11-04',
    '2026-11-09',
    '2026-11-16',
    '2026-11-18',
  ]);
});

test('what is wrong stands under its field, what was typed stays, and the first wrong field has the keyboard', async ({
  page,
}) => {
  await openOffice(page);
  await page.evaluate(() => (location.hash = '/courses/new'));
  await expect(field(page, 'code')).toBeFocused();
  await field(page, 'code').fill('EXT 311-01');
  await field(page, 'title').fill('Welding');
  await field(page, 'meetingLine').fill('Fri 9a-12p 10/3');
  await field(page, 'fee').fill('0');
  await field(page, 'deposit').fill('50');
  await page.keyboard.press('Control+S');
  await expect(field(page, 'category')).toBeFocused();
  await expect(field(page, 'category')).toHaveAccessibleDescription(/The category is missing/);
  await expect(field(page, 'meetingLine')).toHaveAccessibleDescription(
    /Sat, Oct 3, 2026 is a Saturday. Check the date or the weekday./,
  );
  await expect(field(page, 'meetingLine')).toHaveValue('Fri 9a-12p 10/3');
  await expect(field(page, 'fee')).toHaveAccessibleDescription(/The fee is 0/);
  await expect(field(page, 'deposit')).toHaveAccessibleDescription(/The deposit is more than the fee/);
  expect((await call(page, 'course.list', { text: '311', termId: null, offset: 0, limit: 5 })).total).toBe(0);
});

test('cancelling a class: the day, who gets what, who is left out and why, one key, and one undo', async ({ page }) => {
  const { course, student } = await openOffice(page);
  const bill = { ...student, id: id(), number: '00990001', firstName: 'Bill', lastName: 'Early', email: '' };
  await call(page, 'student.save', { requestId: id(), student: bill });
  await call(page, 'enrolment.save', {
    requestId: id(),
    enrolment: {
      id: id(),
      studentId: bill.id,
      courseId: course.id,
      enrolledOn: null,
      fee: 40_000,
      deposit: 0,
      waivers: [],
      track: null,
      unenrolledOn: null,
      payments: [{ on: '2026-08-01', cents: 25_000, payer: { kind: 'student' }, method: 'card' }],
    },
  });
  await page.evaluate((to) => (location.hash = to), `/cancel-class/${course.id}`);
  await expect(field(page, 'on')).toBeFocused();
  await page.keyboard.type('10/9');
  await expect(page.getByText('This day lies ahead.')).toBeHidden();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('t');
  await page.keyboard.press('Tab');
  await expect(field(page, 'on')).toHaveValue('9/30/2026');
  const getting = page.getByRole('grid', { name: 'Refunds to create' });
  await expect(getting.locator('tbody tr')).toHaveCount(2);
  await expect(getting).toContainText('$250.00');
  await expect(
    page.getByRole('img', { name: /Before, the office holds \$650.00 of this class; after, \$0.00/ }),
  ).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Class cancelled' })).toBeVisible();
  await expect(statusLine(page)).toContainText('2 refunds created, $650.00');
  const kept = await call(page, 'course.get', { id: course.id });
  expect(kept.course.cancelledOn).toBe('2026-09-30');
  expect(kept.roster.map((row) => row.cases.at(-1)?.refund).sort()).toEqual([25_000, 40_000]);

  await page.keyboard.press('Control+Z');
  await expect(statusLine(page)).toContainText('Undone');
  expect((await call(page, 'course.get', { id: course.id })).course.cancelledOn).toBeNull();
});
