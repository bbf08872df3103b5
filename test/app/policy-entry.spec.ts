import type { Page } from '@playwright/test';
import { noFilter } from '../../shared/contract/no-filter';
import { aCourse, anEnrolment, aStudent, id } from '../db/records';
import { call, expect, test } from './fixtures';
import { field, hands, morning, statusLine } from './office-here';
import { addPerson, administrator, signIn } from './people-here';
import { key, openForm, paid, session, summer } from './policy-office';

/** What each policy asks of the entry and case screens, by keyboard alone, in the built app. */

test.use({ startsAt: morning });

async function theCase(page: Page) {
  await expect(statusLine(page)).toContainText('Saved');
  const { rows } = await call(page, 'case.list', {
    filter: noFilter,
    sort: 'enteredAt',
    descending: true,
    offset: 0,
    limit: 1,
  });
  return await call(page, 'case.get', { id: rows[0]?.id ?? '' });
}

const result = (page: Page) => page.locator('.worksheet-result').first();

test('a summer drop counts from the day on which the second of its two documents came', async ({ page }) => {
  await openForm(page, { course: summer });
  await key(page, 'c', 'add');
  const { type, press } = hands(page);
  await expect(field(page, 'received')).toBeFocused();
  await type('6/29');
  await press('Tab');
  await press('Tab');
  await expect(field(page, 'documents-fee-bill-receipt')).toBeFocused();
  await expect(result(page)).toContainText('Incomplete');
  await press('Space');
  await press('Tab');
  await expect(field(page, 'document-fee-bill-receipt')).toBeFocused();
  await type('7/2');
  await expect(result(page)).toContainText('$0.00');
  await press('Control+A');
  await type('7/1');
  await expect(result(page)).toContainText('$400.00');
  await press('Control+S');
  const view = await theCase(page);
  expect(view.form.documents).toEqual([{ kind: 'fee-bill-receipt', received: '2026-07-01' }]);
  expect(view.row).toMatchObject({ outcome: 'refund', percent: 100, effective: '2026-07-01', clause: 'W9' });
  await expect(page.getByRole('region', { name: 'Documents' })).toContainText(
    'Fee bill receipt, received Wed, Jul 1, 2026',
  );
});

test('a document that comes before the office’s today is refused at its own field', async ({ page }) => {
  await openForm(page, { course: summer });
  await key(page, 'c', 'add');
  const { type, press } = hands(page);
  await type('6/29');
  await press('Tab');
  await press('Tab');
  await press('Space');
  await press('Tab');
  await type('10/2/2026');
  await press('Control+S');
  await expect(field(page, 'document-fee-bill-receipt')).toBeFocused();
  await expect(field(page, 'document-fee-bill-receipt')).toHaveAccessibleDescription(/is in the future/);
});

test('what is said on the telephone is recorded as not official, and the screen says what to ask for', async ({
  page,
}) => {
  await openForm(page, { course: { ...summer, category: 'self-sustaining-credit' } });
  await key(page, 'tel', 'tel');
  await expect(page.getByRole('status').filter({ hasText: 'not official' })).toContainText(
    /It will be recorded as not official\..*\(W2\) Ask the student for the “Add-Drop form”\./,
  );
  await hands(page).type('6/24');
  await page.keyboard.press('Control+S');
  expect((await theCase(page)).row).toMatchObject({ outcome: 'not-official', clause: 'W2' });
});

test('the postmark counts where it can be read; illegible, the day of receipt, and the screen says so', async ({
  page,
}) => {
  await openForm(page, { course: { ...summer, category: 'self-sustaining-credit' } });
  await key(page, 'mail', 'add');
  const { type, press } = hands(page);
  await expect(field(page, 'postmarked')).toBeFocused();
  await expect(page.getByText(/Without one, the date received counts\./)).toBeVisible();
  await type('6/30');
  await press('Tab');
  await type('7/3');
  await expect(field(page, 'postmarked')).toHaveAccessibleDescription(/effective date/);
  await expect(result(page)).toContainText('$400.00');
  await expect(
    page.getByText('By receipt (Fri, Jul 3, 2026) this would be $0.00; this policy uses the postmark.'),
  ).toBeVisible();
  await press('Alt+m');
  await press('Control+A');
  await press('Delete');
  await press('Alt+i');
  await expect(page.getByText(/the date received counts instead\./)).toBeVisible();
  await expect(result(page)).toContainText('$0.00');
  await expect(field(page, 'received')).toHaveAccessibleDescription(/effective date/);
  await press('Control+S');
  const view = await theCase(page);
  expect(view.form).toMatchObject({ postmarked: null, postmarkIllegible: true });
  expect(view.determinations[0]?.determination.cautions).toEqual(['postmark-unusable']);
  expect(view.row).toMatchObject({ outcome: 'none', effective: '2026-07-03' });
});

test('a student with federal aid waits for the federal figure, and is decided anew when it comes', async ({ page }) => {
  const { course } = await openForm(page, { course: summer, student: { federalAid: true } });
  await key(page, 'c', 'add');
  const { type, press } = hands(page);
  await type('6/24');
  await press('Tab');
  await press('Tab');
  await press('Space');
  await expect(field(page, 'federal')).toHaveAccessibleDescription(/federal aid \(W6\)/);
  await press('Control+S');
  const first = await theCase(page);
  expect(first.row).toMatchObject({ outcome: 'federal', state: 'decided', refund: 0, clause: 'W6' });

  await press('Control+1');
  await page.getByRole('button', { name: /1 case waiting for its federal figure/ }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Find and filter' })).toHaveValue('status:federal');
  await expect(page.getByRole('grid', { name: 'Forms' }).locator('tbody tr')).toHaveCount(1);
  await page.getByRole('grid', { name: 'Forms' }).locator('tbody tr').first().press('Enter');
  await expect(page.getByText('This case waits for its federal figure.')).toBeVisible();
  await field(page, 'federal').focus();
  await press('Enter');
  await expect(field(page, 'federal')).toHaveAccessibleDescription(/The figure is missing/);
  await type('123.45');
  await press('Enter');
  await expect(page.getByText('This case waits for its federal figure.')).toHaveCount(0);
  await expect(result(page)).toContainText('$123.45');
  const after = await call(page, 'case.get', { id: first.row.id });
  expect(after.determinations).toHaveLength(2);
  expect(after.row).toMatchObject({ outcome: 'refund', percent: null, refund: 12_345 });
  expect(after.stale).toBe(false);
  expect(after.course?.id).toBe(course.id);
  await expect(page.getByRole('region', { name: 'History' })).toContainText('The federal figure came: $123.45.');
});

test('a refunded student may stay on the free track: the place moves with the refund, and goes back when it is undone', async ({
  page,
}) => {
  const given = await openForm(page, {
    course: session,
    enrolment: { track: 'verified', payments: [{ ...paid, on: '2026-09-01' }] },
  });
  await key(page, 'e', 'e-');
  const { type, press } = hands(page);
  await type('9/28');
  await press('Tab');
  await press('Tab');
  await expect(field(page, 'track')).toBeFocused();
  await expect(field(page, 'track')).toHaveValue('verified');
  await press('Tab');
  for (const name of ['fullName', 'email', 'courseTitle', 'courseStart']) {
    await expect(field(page, `identity-${name}`)).toBeFocused();
    await expect(result(page)).toContainText('Incomplete');
    await press('Space');
    await press('Tab');
  }
  await expect(result(page)).toContainText('$400.00');
  await expect(field(page, 'choice')).toBeFocused();
  await type('stay');
  await expect(field(page, 'choice')).toHaveValue('stay');
  await press('Control+S');
  const view = await theCase(page);
  expect(view.row).toMatchObject({ outcome: 'refund', refund: 40_000, clause: 'M6' });
  expect(view.enrolment).toMatchObject({ track: 'audit', unenrolledOn: null, payments: given.enrolment.payments });
  expect(view.form).toMatchObject({ track: 'verified', choice: 'stay', confirmed: false });
  // That the place moved is no reason to decide again.
  expect(view.stale).toBe(false);
  await expect(page.getByRole('region', { name: 'Form as received' })).toContainText('Since moved to Audit (free)');
  await press('Control+Z');
  await expect(statusLine(page)).toContainText('Undone');
  const pair = { studentId: given.student.id, courseId: given.course.id };
  expect((await call(page, 'enrolment.get', pair))?.track).toBe('verified');
});

test('an unenrollment is confirmed by one tick after its consequences were read, and a granted reinstatement takes it back', async ({
  page,
}) => {
  const given = await openForm(page, {
    course: session,
    enrolment: { track: 'verified', payments: [{ ...paid, on: '2026-09-01' }] },
  });
  await key(page, 'e', 'e-');
  const { type, press } = hands(page);
  await type('9/28');
  await press('Alt+w');
  await type('un');
  await expect(page.getByText("You won't be able to re-enroll after Tuesday, October 20, 2026")).toBeVisible();
  await expect(page.getByText('You are enrolled in the certificate track for this course')).toBeVisible();
  await expect(page.getByText('A payment for this session does not move to another session.')).toBeVisible();
  for (const name of ['fullName', 'email', 'courseTitle', 'courseStart'])
    await field(page, `identity-${name}`).press('Space');
  await press('Control+S');
  await expect(field(page, 'confirmed')).toBeFocused();
  await expect(statusLine(page)).toContainText('Not saved');
  await press('Space');
  await press('Control+S');
  const left = await theCase(page);
  expect(left.enrolment).toMatchObject({ track: 'verified', unenrolledOn: '2026-09-28' });
  await expect(page.getByRole('region', { name: 'Form as received' })).toContainText('Unenrolled on Mon, Sep 28, 2026');

  await press('Control+N');
  await expect(page.getByRole('heading', { name: 'New drop form' })).toBeVisible();
  await press('Alt+b');
  await key(page, 'e', 'e-');
  await type('9/29');
  for (const name of ['fullName', 'email', 'courseTitle', 'courseStart'])
    await field(page, `identity-${name}`).press('Space');
  await field(page, 'petition').press('Space');
  await expect(field(page, 'petitionKind').locator('option')).toHaveCount(1);
  await field(page, 'secondForm').press('Space');
  await press('Control+S');
  await expect(statusLine(page)).toContainText('Saved RD-2026-0002');
  await expect(statusLine(page)).toContainText('Petition RD-2026-0002-P1 opened');
  const asked = (await theCase(page)).petitions[0]?.id ?? '';
  await signIn(page, administrator.account);
  await addPerson(page, 'lee', 'supervisor');
  await signIn(page, 'lee');
  await call(page, 'petition.decide', {
    requestId: id(),
    id: asked,
    decision: { verdict: 'granted', percent: null, cents: null, authority: 'Lee', reason: 'Back', on: '2026-09-30' },
  });
  const back = await call(page, 'enrolment.get', { studentId: given.student.id, courseId: given.course.id });
  expect(back?.unenrolledOn).toBeNull();
});

test('an audit learner paid nothing, is asked for no identity, and hears that staying costs nothing', async ({
  page,
}) => {
  await openForm(page, { course: session, enrolment: { track: 'audit', fee: 0, payments: [] } });
  await key(page, 'e', 'e-');
  const { type, press } = hands(page);
  await type('9/28');
  await expect(field(page, 'identity-fullName')).toHaveCount(0);
  await expect(field(page, 'choice')).toHaveAccessibleDescription(
    /Staying enrolled on the Audit \(free\) track costs nothing/,
  );
  await expect(result(page)).toContainText('$0.00');
  await press('Control+S');
  const view = await theCase(page);
  expect(view.row).toMatchObject({ outcome: 'none', refund: 0, clause: 'M1' });
  expect(view.enrolment).toMatchObject({ track: 'audit', unenrolledOn: null });
});

test('of two sessions of one title the chosen one is looked at twice', async ({ page }) => {
  const { course } = await openForm(page, { course: session, enrolment: { track: 'audit', fee: 0, payments: [] } });
  await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ ...course, id: id(), code: 'SUM 102', starts: '2026-05-05', ends: '2026-08-20' }),
  });
  await key(page, 'e', 'e-');
  await hands(page).type('9/28');
  await expect(page.getByText(/SUM 102 · Tue, May 5, 2026 to Thu, Aug 20, 2026 · Ended/)).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(field(page, 'sessionSeen')).toBeFocused();
  await expect(page.getByText(/It is SUM 101 · Tue, Sep 8, 2026 to Tue, Dec 15, 2026 · Active/)).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+S');
  await theCase(page);
});

test('after a final limit the screen says at once that a petition changes nothing', async ({ page }) => {
  const { course, student } = await openForm(page, {
    course: { ...session, policy: 'mit-xpro', category: 'course', refundableUntil: null, enrollmentDeadline: null },
    enrolment: { payments: [{ ...paid, on: '2026-09-01' }] },
  });
  await key(page, 'e', 'e-');
  await hands(page).type('9/28');
  await expect(result(page)).toContainText('$0.00');
  await expect(page.getByText('This policy allows no exception.')).toHaveCount(0);
  await field(page, 'petition').press('Space');
  await expect(page.getByText('This policy allows no exception.')).toBeVisible();
  await field(page, 'petition').press('Space');
  await page.keyboard.press('Control+S');
  const { row } = await theCase(page);

  // A correction may put another student in its place; what the policy says of that stands under the field.
  const other = await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: '78', lastName: 'Quist' }),
  });
  await call(page, 'enrolment.save', { requestId: id(), enrolment: anEnrolment(other, course) });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(row.number);
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Correct ${row.number}`);
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('quist');
  await page.keyboard.press('Tab');
  await expect(field(page, 'studentId')).toHaveAccessibleDescription(/Nobody can attend in another’s place.*\(X6\)/);
  expect(student.id).not.toBe(other.id);
});
