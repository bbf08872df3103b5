import { noFilter } from '../../shared/contract/no-filter';
import { aTerm, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, hands, morning, openOffice, statusLine } from './office-here';

/** The what-if by keyboard: any course and any date, the marker on the timeline, the sentence for the telephone, a case made of it. */

test.use({ startsAt: morning });

test('a question over the telephone: course and date in, answer read out, marker moved, copied, made a case of', async ({
  app,
  page,
}) => {
  await openOffice(page);
  const { type, press } = hands(page);
  await press('Control+I');
  await expect(page.getByRole('heading', { name: 'What-if' })).toBeVisible();
  await expect(field(page, 'courseId')).toBeFocused();
  await type('204');
  await press('Enter');
  await expect(field(page, 'courseId')).toHaveValue('EXT 204-02 Project Management');
  const english = page.locator('[data-said="en"]');
  // Today is Wednesday, Sep 30: after the quarter that ends the 65 %.
  await expect(english).toContainText(
    'if your request reaches us on Wednesday, September 30, 2026, nothing is refunded (H14).',
  );

  await field(page, 'received').focus();
  await type('9/22');
  await press('Tab');
  await expect(english).toHaveText(
    'EXT 204-02 Project Management: if your request reaches us on Tuesday, September 22, 2026, you get $260.00 back, 65% of the fees you paid (H14). By Monday, September 14, 2026 it would be $390.00. From Tuesday, September 29, 2026 on it would be $0.00. What counts is the written decision, once we have your request.',
  );
  await expect(page.locator('[data-said="es"]')).toContainText(
    'si su solicitud nos llega el martes 22 de septiembre de 2026, se le devuelven $260.00, el 65 % de las cuotas que pagó (H14).',
  );

  // The marker is a slider: what it says is what the answer is.
  const marker = page.getByRole('slider', { name: 'Date received' });
  await expect(marker).toHaveAttribute('aria-valuetext', 'Tue, Sep 22, 2026: 65%, $260.00');
  await marker.focus();
  const received = field(page, 'received');
  for (const [key, day, answer] of [
    ['ArrowRight', '9/23/2026', '$260.00'],
    ['PageUp', '9/30/2026', '$0.00'],
    ['ArrowLeft', '9/29/2026', '$0.00'],
    ['ArrowDown', '9/28/2026', '$260.00'],
    ['PageDown', '9/21/2026', '$260.00'],
    ['Shift+PageDown', '8/21/2026', null],
  ] as const) {
    await press(key);
    if (answer === null) break;
    await expect(received).toHaveValue(day);
    await expect(marker).toHaveAttribute('aria-valuetext', new RegExp(`${answer.replace('$', '\\$')}$`));
  }
  const limits = {
    first: await marker.getAttribute('aria-valuemin'),
    last: await marker.getAttribute('aria-valuemax'),
  };
  await press('Home');
  await expect(marker).toHaveAttribute('aria-valuenow', limits.first ?? '');
  await expect(marker).toHaveAttribute('aria-valuetext', /\$390\.00$/);
  await press('ArrowLeft');
  await expect(marker).toHaveAttribute('aria-valuenow', limits.first ?? '');
  await press('End');
  await expect(marker).toHaveAttribute('aria-valuenow', limits.last ?? '');

  // Dragged as well: to the middle of its track.
  const track = await page.locator('.marker-track').boundingBox();
  const grip = await marker.boundingBox();
  if (track === null || grip === null) throw new Error('no marker');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width / 2, grip.y + 4, { steps: 5 });
  await page.mouse.up();
  const middle = Math.floor((Number(limits.first) + Number(limits.last) + 1) / 2);
  await expect(marker).toHaveAttribute('aria-valuenow', String(middle));

  await received.fill('9/22');
  await press('Tab');
  await press('Control+Shift+C');
  await expect(statusLine(page)).toContainText('Copied');
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  expect(await copied()).toBe(await english.textContent());
  await press('Control+Shift+Y');
  expect(await copied()).toBe(await page.locator('[data-said="es"]').textContent());
  expect((await call(page, 'case.list', listAll)).total).toBe(0);

  await press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'New drop form' })).toBeVisible();
  await expect(field(page, 'courseId')).toHaveValue('EXT 204-02 Project Management');
  await expect(received).toHaveValue('9/22/2026');
  await expect(field(page, 'channel')).toHaveValue('counter');
});

test('a course told by its dates, a wrong date under its field, a half-typed form that is not lost', async ({
  page,
}) => {
  await openOffice(page);
  const { type, press } = hands(page);
  await press('Control+N');
  await expect(field(page, 'studentId')).toBeVisible();
  await field(page, 'note').fill('half typed');
  await page.waitForTimeout(900);
  await press('Control+I');
  await field(page, 'byDates').focus();
  await press('Space');
  await field(page, 'category').selectOption('extension');
  await field(page, 'meetingLine').focus();
  await type('Mon 6-8:50p 9/14-11/16');
  await field(page, 'fee').focus();
  await type('400');
  await field(page, 'received').fill('9/22');
  await press('Tab');
  await expect(page.locator('[data-said="en"]')).toContainText(
    'A course: if your request reaches us on Tuesday, September 22, 2026, you get $260.00 back',
  );
  await field(page, 'received').fill('2/30');
  await press('Tab');
  await expect(page.getByText('February 2026 has 28 days.').first()).toBeVisible();
  await expect(page.locator('[data-said="en"]')).toHaveCount(0);
  await field(page, 'received').fill('9/22');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('Another form is half typed');
});

test('from a course, with its term', async ({ page }) => {
  await openOffice(page);
  const term = aTerm();
  await call(page, 'term.save', { requestId: id(), term });
  const { rows } = await call(page, 'course.list', { text: '204', termId: null, offset: 0, limit: 1 });
  const course = rows[0]?.course;
  if (course === undefined) throw new Error('no course');
  await call(page, 'course.save', {
    requestId: id(),
    course: { ...course, termId: term.id, category: 'open-university' },
  });
  await page.evaluate((hash) => (location.hash = hash), `/courses/${course.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'EXT 204-02' })).toBeVisible();
  await page.keyboard.press('Control+I');
  await expect(field(page, 'received')).toBeFocused();
  await field(page, 'received').fill('9/18');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-said="en"]')).toContainText('65% of the fees you paid (H9)');
  // A Sunday counts from the next opening, which lies past the fourth week.
  await field(page, 'received').fill('9/20');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-said="en"]')).toContainText(
    'reaches us on Sunday, September 20, 2026, so that it counts from Monday, September 21, 2026, we cannot say yet: Petition required',
  );
});

const listAll = { filter: noFilter, sort: 'number', descending: false, offset: 0, limit: 1 } as const;
