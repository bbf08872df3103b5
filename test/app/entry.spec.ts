import { noFilter } from '../../shared/contract/no-filter';
import { aStudent, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { beginBatch, field, hands, morning, openOffice, statusLine } from './office-here';
import { signIn, supervisor } from './people-here';

/** The entry screen by keyboard alone, in the built app. */

test.use({ startsAt: morning });

const newest = { filter: noFilter, sort: 'enteredAt', descending: true, offset: 0, limit: 10 } as const;

test('a known student and course: at most 30 keys from the empty form to the saved case', async ({ page }) => {
  const { student, course } = await openOffice(page);
  await beginBatch(page, '9/22');
  const { type, press, count } = hands(page);
  await type('garc');
  await press('Tab');
  await type('204');
  await press('Tab');
  await type('19');
  await press('Tab');
  await press('Tab');
  await press('Tab');
  await press('2');
  await expect(page.locator('.worksheet-result')).toContainText('$260.00');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0001 García-López');
  expect(count()).toBeLessThanOrEqual(30);

  const { rows } = await call(page, 'case.list', newest);
  expect(rows).toHaveLength(1);
  const view = await call(page, 'case.get', { id: rows[0]?.id ?? '' });
  expect(view.form).toMatchObject({
    studentId: student.id,
    courseId: course.id,
    channel: 'mail',
    postmarked: '2026-09-19',
    received: '2026-09-22',
    reason: 2,
    signed: true,
  });
  expect(view.determinations.at(-1)?.determination).toMatchObject({
    outcome: 'refund',
    percent: 65,
    refund: 26_000,
    effective: '2026-09-22',
  });

  // The next form begins where the data changes: channel and receipt date are the batch's, and say so.
  await expect(field(page, 'studentId')).toBeFocused();
  await expect(field(page, 'received')).toHaveValue('9/22/2026');
  await expect(field(page, 'received')).toHaveAccessibleDescription(/carried/);
  await expect(page.getByText('1 entered in this batch · $260.00')).toBeVisible();
});

test('Tab walks the fields in the order of the paper', async ({ page }) => {
  await openOffice(page);
  await beginBatch(page, '9/22');
  await page.keyboard.press('Alt+b');
  const order: string[] = [];
  for (let i = 0; i < 11; i += 1) {
    order.push(
      await page.evaluate(() =>
        document.activeElement instanceof HTMLElement
          ? (document.activeElement.dataset['field'] ?? document.activeElement.tagName)
          : '',
      ),
    );
    await page.keyboard.press('Tab');
  }
  expect(order).toEqual([
    'channel',
    'kind',
    'studentId',
    'courseId',
    'postmarked',
    'received',
    'receivedAt',
    'reason',
    'signed',
    'petition',
    'documents',
  ]);
  for (const [key, name] of [
    ['s', 'studentId'],
    ['c', 'courseId'],
    ['m', 'postmarked'],
    ['d', 'received'],
    ['n', 'reason'],
    ['o', 'note'],
  ] as const) {
    await page.keyboard.press(`Alt+${key}`);
    await expect(field(page, name)).toBeFocused();
  }
  // Enter goes on like Tab, and never saves half a form.
  await field(page, 'received').focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'receivedAt')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'reason')).toBeFocused();
});

test('what is wrong stands under its field, what was typed stays, and the cursor goes to the first', async ({
  page,
}) => {
  const { student, course } = await openOffice(page);
  await beginBatch(page, '9/22');
  await page.keyboard.type('garc');
  await page.keyboard.press('Tab');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2/30');
  await page.keyboard.press('Tab');
  await expect(field(page, 'postmarked')).toHaveAccessibleDescription(/February 2026 has 28 days\./);
  await expect(field(page, 'postmarked')).toHaveValue('2/30');
  await page.keyboard.type('10/2/2026');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'postmarked')).toBeFocused();
  await expect(field(page, 'received')).toHaveAccessibleDescription(/Fri, Oct 2, 2026 is in the future/);
  await expect(statusLine(page)).toContainText('Not saved: 2 fields need a look.');
  expect((await call(page, 'case.list', newest)).total).toBe(0);

  await page.keyboard.type('9/24');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9/20');
  await page.keyboard.press('Tab');
  await expect(field(page, 'postmarked')).toHaveAccessibleDescription(
    /Postmark \(Thu, Sep 24, 2026\) is after the received date \(Sun, Sep 20, 2026\)\. Check both dates\./,
  );
  await expect(field(page, 'received')).toHaveAccessibleDescription(/The office is closed that day \(a Sunday\)/);
  await expect(field(page, 'received')).toHaveAccessibleDescription(/effective Mon, Sep 21, 2026/);
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('11126');
  await page.keyboard.press('Enter');
  await expect(field(page, 'received')).toBeFocused();
  await expect(field(page, 'received')).toHaveAccessibleDescription(/This could be/);
  await page.keyboard.press('Enter');
  await expect(field(page, 'received')).toHaveValue('1/11/2026');

  // A possible form is saved though its dates are odd; a double press makes one case.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('9/21');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0001');
  expect((await call(page, 'case.list', newest)).total).toBe(1);
  expect(
    (await call(page, 'case.similar', { studentId: student.id, courseId: course.id, exceptCaseId: null })).length,
  ).toBe(1);
});

test('dates by their keys: steps, words, the calendar', async ({ page }) => {
  await openOffice(page);
  await beginBatch(page, '9/22');
  const postmark = field(page, 'postmarked');
  await page.keyboard.press('Alt+m');
  await page.keyboard.press('+');
  await expect(postmark).toHaveValue('9/23/2026');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(postmark).toHaveValue('9/21/2026');
  await page.keyboard.press('[');
  await expect(postmark).toHaveValue('8/21/2026');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowDown');
  await expect(postmark).toHaveValue('9/20/2026');
  // While something is typed, signs are text.
  await page.keyboard.type('9-1');
  await page.keyboard.press('Tab');
  await expect(postmark).toHaveValue('9/1/2026');
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('-3b');
  await page.keyboard.press('Enter');
  await expect(postmark).toHaveValue('9/17/2026');
  await page.keyboard.press('Alt+m');
  await page.keyboard.type('mon');
  await page.keyboard.press('Enter');
  await expect(postmark).toHaveValue('9/28/2026');
  await page.keyboard.press('Alt+m');
  await page.keyboard.press('F4');
  await expect(page.getByRole('button', { name: /Monday, September 28, 2026/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(postmark).toHaveValue('9/20/2026');
  await expect(postmark).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('button', { name: /Sunday, September 20, 2026/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(postmark).toBeFocused();
  await expect(postmark).toHaveValue('9/20/2026');
});

test('a form that is not complete is held, and completed later', async ({ page }) => {
  await openOffice(page);
  await beginBatch(page, '9/22');
  await page.keyboard.type('garc');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Shift+H');
  await expect(statusLine(page)).toContainText('Held RD-2026-0001');
  const [row] = (await call(page, 'case.list', newest)).rows;
  const view = await call(page, 'case.get', { id: row?.id ?? '' });
  expect(view.heldWhy).toContain('The course is missing');
  await page.evaluate((caseId) => (location.hash = `/entry/${caseId}`), view.row.id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Complete RD-2026-0001');
  await expect(field(page, 'courseId')).toBeFocused();
  await page.keyboard.type('204-02');
  await page.keyboard.press('Control+S');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RD-2026-0001');
  await expect(page.locator('.worksheet-result')).toContainText('$260.00');
});

test('a second form for the same student and course is noticed before it is saved', async ({ page }) => {
  await openOffice(page);
  await beginBatch(page, '9/22');
  const fill = async () => {
    await page.keyboard.type('garc');
    await page.keyboard.press('Tab');
    await page.keyboard.type('204');
    await page.keyboard.press('Tab');
    await expect(page.locator('.worksheet-result')).toBeVisible();
    await page.keyboard.press('Control+Enter');
  };
  await fill();
  await expect(statusLine(page)).toContainText('Saved RD-2026-0001');
  await fill();
  await expect(page.locator('.notice.warning')).toContainText('This student already has a form for this course.');
  await expect(field(page, 'secondForm')).toBeFocused();
  expect((await call(page, 'case.list', newest)).total).toBe(1);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0002');

  // Undone by its key, as an entry of its own; the number stays.
  await page.keyboard.press('Control+Z');
  await expect(statusLine(page)).toContainText('Undone');
  expect((await call(page, 'case.list', newest)).rows.map((r) => r.state).sort()).toEqual(['decided', 'undone']);
});

test('a student who is new and not on the roster is added and enrolled without leaving the form', async ({ page }) => {
  await openOffice(page);
  await beginBatch(page, '9/22');
  await page.keyboard.type('okafor ada');
  await expect(page.getByText('No student matches “okafor ada”')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const group = page.getByRole('group', { name: 'New student' });
  await expect(group.getByRole('textbox', { name: 'Student number' })).toBeFocused();
  await page.keyboard.type('0099-1234');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'courseId')).toBeFocused();
  await expect(field(page, 'studentId')).toHaveValue('Okafor, Ada · 0099-1234');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: 'Not enrolled yet' })).toBeVisible();
  await page.keyboard.press('Alt+a');
  await page.keyboard.type('=180+220');
  await page.keyboard.press('Tab');
  await expect(field(page, 'paid')).toHaveValue('400.00');
  await page.keyboard.type('8/25');
  await page.keyboard.press('Tab');
  await expect(page.locator('.worksheet-result')).toContainText('$260.00');
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0001 Okafor');
  const [row] = (await call(page, 'case.list', newest)).rows;
  const view = await call(page, 'case.get', { id: row?.id ?? '' });
  expect(view.enrolment).toMatchObject({ fee: 40_000, payments: [{ on: '2026-08-25', cents: 40_000 }] });
});

test('pinned fields go on, a field is copied from the record before, Esc reverts, Esc Esc leaves and keeps the draft', async ({
  page,
}) => {
  const { course } = await openOffice(page);
  await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: '0100-0001', lastName: 'Okafor', firstName: 'Ada', email: '' }),
  });
  await beginBatch(page, '9/22');
  await page.keyboard.type('garc');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Shift+P');
  await expect(statusLine(page)).toContainText('Pinned');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Saved');
  await expect(field(page, 'courseId')).toHaveValue(`${course.code} ${course.title}`);
  await expect(field(page, 'courseId')).toHaveAccessibleDescription(/carried/);
  await page.keyboard.press('Alt+n');
  await expect(field(page, 'reason')).toHaveValue('');
  await page.keyboard.press("Control+'");
  await expect(field(page, 'reason')).toHaveValue('2');

  await page.keyboard.press('Alt+d');
  await page.keyboard.type('9/9');
  await page.keyboard.press('Escape');
  await expect(field(page, 'received')).toHaveValue('9/22/2026');
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('okaf');
  await page.keyboard.press('Tab');
  await expect(field(page, 'studentId')).toHaveValue('Okafor, Ada · 0100-0001');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await page.keyboard.press('Control+N');
  await expect(page.getByText('This form was left half typed')).toBeVisible();
  await expect(field(page, 'studentId')).toHaveValue('Okafor, Ada · 0100-0001');
});

test('killing the app while a form is half typed brings the draft back, and saying so', async ({ start }) => {
  const first = await start();
  await openOffice(first.page);
  await beginBatch(first.page, '9/22');
  await first.page.keyboard.type('garc');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.type('204');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.type('9/1');
  await first.page.waitForTimeout(2_000);
  first.app.process().kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 500));

  const { page } = await start();
  await signIn(page, supervisor.account);
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.keyboard.press('Control+N');
  await expect(page.getByText('This form was left half typed')).toBeVisible();
  await expect(field(page, 'studentId')).toHaveValue('García-López, María · 0098-4417');
  await expect(field(page, 'courseId')).toHaveValue('EXT 204-02 Project Management');
  await expect(field(page, 'postmarked')).toHaveValue('9/1');
  await expect(page.getByText('Batch “Mail 9/22”')).toBeVisible();
  expect((await call(page, 'case.list', newest)).total).toBe(0);
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0001');
});

test('a scanned form fills student, course and kind, whatever has the cursor', async ({ page }) => {
  await openOffice(page);
  await page.keyboard.press('Control+N');
  await expect(field(page, 'channel')).toBeFocused();
  const scan = async () => {
    await page.keyboard.type('RDF1|0098-4417|EXT 204-02|drop');
    await page.keyboard.press('Enter');
  };
  await scan();
  await expect(field(page, 'studentId')).toHaveValue('García-López, María · 0098-4417');
  await expect(field(page, 'courseId')).toHaveValue('EXT 204-02 Project Management');
  await expect(field(page, 'channel')).toHaveValue('');
  await expect(field(page, 'channel')).toBeFocused();
  // What was typed is not thrown away by one key.
  await page.keyboard.press('Control+N');
  await expect(statusLine(page)).toContainText('This form is not saved.');
  await expect(field(page, 'studentId')).not.toHaveValue('');
  await page.keyboard.press('Control+N');
  await expect(field(page, 'studentId')).toHaveValue('');
  await page.keyboard.press('Alt+d');
  await scan();
  await expect(field(page, 'studentId')).toHaveValue('García-López, María · 0098-4417');
  await expect(field(page, 'received')).toHaveValue('');
});

test('the worksheet says why, leads back to its fields, and tells what the other date would have given', async ({
  page,
}) => {
  await openOffice(page);
  await beginBatch(page, '9/22');
  await page.keyboard.type('garc');
  await page.keyboard.press('Tab');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9/12');
  await expect(page.getByText('By postmark this would be $390.00; this policy uses the date received.')).toBeVisible();
  await expect(page.locator('.worksheet-closest')).toContainText('$390.00');
  await expect(page.getByRole('img', { name: /postmarked Sep 12, received Sep 22, effective Sep 22/ })).toBeVisible();
  await page.keyboard.press('Alt+d');
  await page.keyboard.press('F1');
  await expect(page.locator('.why-box')).toContainText('the drop will be effective as of the date that it is received');
  await page.keyboard.press('F6');
  await expect(page.locator('.worksheet-lines tr:focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.worksheet-lines tr:focus')).toContainText('Effective date');
  await page.keyboard.press('Enter');
  await expect(field(page, 'received')).toBeFocused();

  // Only the result is told to those who listen, once the typing rests.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('9/29');
  await expect(page.locator('.worksheet-panel [role="status"]')).toHaveText('No refund: $0.00');
});
