import type { Page } from '@playwright/test';
import { standardRules } from '../../shared/register/rules';
import { noFilter } from '../../shared/contract/no-filter';
import { aForm, anEnrolment, aStudent, id } from '../db/records';
import { saving } from './saving';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { beginBatch, morning, openOffice, statusLine, type OfficeHere } from './office-here';
import { addPerson, administrator, signIn, supervisor } from './people-here';

/** The approval queue by keyboard, in the built app: Kim keys, J. Rivera approves. */

test.use({ startsAt: morning });

/** An office that asks for a second person above an amount, with Kim, a clerk, and a second student who paid so much. */
async function anOfficeOfTwo(page: Page, secondPersonAbove: number, paid: number) {
  const office = await openOffice(page);
  await signIn(page, administrator.account);
  await addPerson(page, 'kim', 'clerk', { name: 'Kim Lee' });
  await addPerson(page, 'sam', 'supervisor', { name: 'Sam Ortiz' });
  await call(page, 'rules.save', { requestId: id(), rules: { ...standardRules, secondPersonAbove } });
  await signIn(page, 'kim');
  await enrol(page, office, 'Okafor', paid);
  return office;
}

/** Puts a further student on the roster of the course. */
async function enrol(page: Page, { course }: OfficeHere, lastName: string, paid: number) {
  const student = await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: id().slice(-8), lastName, firstName: 'Ada', email: '' }),
  });
  const payment = { on: '2026-08-20', cents: paid, payer: { kind: 'student' }, method: 'check' } as const;
  const enrolment = anEnrolment(student, course, { fee: paid, payments: [payment] });
  await call(page, 'enrolment.save', { requestId: id(), enrolment });
  return student;
}

/** Keys a form of the mail of September 22 into the open batch. */
async function key(page: Page, student: string): Promise<void> {
  await page.keyboard.type(student);
  await page.keyboard.press('Tab');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await page.keyboard.type('19');
  for (const chord of ['Tab', 'Tab', 'Tab', '2']) await page.keyboard.press(chord);
  await expect(page.locator('.worksheet-result')).toContainText('$260.0');
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText(/Saved RD-2026-\d{4}/);
}

const newest = { filter: noFilter, sort: 'enteredAt', descending: true, offset: 0, limit: 10 } as const;
const queueRows = (page: Page) => page.getByRole('grid', { name: 'Waits for approval' }).locator('tbody tr');

test('one at the limit stands, one a cent above waits: the clerk cannot approve it, the supervisor does; a correction waits again', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await anOfficeOfTwo(page, 26_000, 40_002);
  await beginBatch(page, '9/22');
  await key(page, 'garc');
  await key(page, 'okaf');
  const { rows } = await call(page, 'case.list', newest);
  const [above, at] = rows;
  if (above === undefined || at === undefined) throw new Error('two forms were keyed');
  expect([at.refund, at.approval, above.refund, above.approval]).toEqual([26_000, 'not-needed', 26_001, 'waiting']);

  // The clerk sees that it waits, cannot make its letter, and has neither the queue nor its calls.
  await page.keyboard.press('Control+2');
  const list = page.getByRole('grid', { name: 'Forms' });
  await expect(list.getByText('Waits for approval')).toHaveCount(1);
  await look(app, page, looks[0]);
  await expectAccessible(app, page, 'register-approval');
  await page.keyboard.type('approval:waiting');
  await expect(list.locator('tbody tr')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('above the amount that one person decides');
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('alert')).toContainText(`${above.number} waits for approval`);
  await expect(page.getByRole('link', { name: 'Approvals' })).toHaveCount(0);
  const waits = await call(page, 'case.get', { id: above.id });
  const [present] = waits.determinations;
  const named = { caseId: above.id, determinationSeq: present?.seq ?? 0, hash: present?.hash ?? '' };
  await expect(call(page, 'approval.give', { requestId: id(), cases: [named], note: '' })).rejects.toThrow(
    'not-allowed',
  );
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: /^To make/ }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Letters to make' }).locator('tbody tr')).toHaveCount(1);
  await expect(page.getByText('1 more case waits for approval. Its letter comes after that.')).toBeVisible();
  await expectAccessible(app, page, 'letters-to-make-approval');

  await signIn(page, supervisor.account);
  await page.keyboard.press('Control+Shift+A');
  await expect(queueRows(page)).toHaveCount(1);
  await expect(page.getByRole('main')).toContainText('Keyed, corrected or decided by Kim Lee.');
  await expect(page.locator('.worksheet-result')).toContainText('$260.01');
  await expect(page.getByRole('table', { name: 'Last cases decided alike' }).locator('tbody tr')).toHaveCount(1);
  const alike = page.getByRole('table', { name: 'Last cases decided alike' });
  await alike.scrollIntoViewIfNeeded();
  await expect(alike).toBeInViewport();
  await expectAccessible(app, page, 'approvals-similar');
  await expect(queueRows(page).first()).toBeFocused();
  await page.keyboard.press('a');
  await expect(statusLine(page)).toContainText(`Approved ${above.number}: $260.01`);
  await expect(page.getByText('Nothing waits for approval.')).toBeVisible();

  await signIn(page, 'kim');
  await page.evaluate((on) => (location.hash = on), `#/case/${above.id}`);
  await expect(page.getByText('Approved by J. Rivera')).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(above.number);
  expect(await call(page, 'letter.make', { requestId: id(), caseId: above.id, language: null })).toMatchObject({
    state: 'ready',
  });

  // Corrected: another determination, which waits again; its letter is void.
  await call(
    page,
    'case.save',
    saving({ ...waits.form, received: '2026-09-23' }, above.id, 'The stamp says the 23rd.'),
  );
  const corrected = await call(page, 'case.get', { id: above.id });
  expect([corrected.row.approval, corrected.letters.map((l) => l.state)]).toEqual(['waiting', ['voided']]);
  await signIn(page, supervisor.account);
  await page.keyboard.press('Control+Shift+A');
  await expect(queueRows(page)).toHaveCount(1);
});

test('arrows walk, Space ticks, Ctrl+Enter approves those of one outcome; R returns, H holds; letters can be switched off', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  const office = await anOfficeOfTwo(page, 10_000, 40_000);
  const names = ['Alvarez', 'Bianchi', 'Chan', 'Diaz', 'Egede'];
  const cases = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    if (name === 'Egede') await signIn(page, supervisor.account);
    const student = await enrol(page, office, name, 40_000 + index * 10_000);
    // Chan's came before the course began.
    const early = name === 'Chan' ? { postmarked: '2026-09-10', received: '2026-09-11' } : {};
    const { view } = await call(page, 'case.save', saving(aForm(student, office.course, early), null, ''));
    cases.set(name, view.row.id);
  }
  await page.keyboard.press('Control+Shift+A');
  const rows = queueRows(page);
  await expect(rows).toHaveCount(5);
  const row = (name: string) => rows.filter({ hasText: name });
  await expect(row('Egede')).toContainText('You keyed it yourself; another supervisor approves it.');
  await expect(rows.first()).toBeFocused();
  for (const to of looks) {
    await look(app, page, to);
    await expect(page.locator('.judged')).toBeVisible();
    await expectAccessible(app, page, `approvals-${to.name}`);
  }
  await look(app, page, looks[0]);

  // Ticked of two outcomes: not together; of one: both at once, and the keyboard is on the next.
  await rows.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row('Chan')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('The ticked cases have different outcomes.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Nothing was approved.');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Approve 2 ticked' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toContainText('Approved 2 cases');
  await expect(rows).toHaveCount(3);
  await expect(row('Chan')).toBeFocused();

  // R returns it with why; what was typed before Esc is still there.
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Say what is to be mended.')).toBeVisible();
  await page.keyboard.type('Which receipt stamp counts?');
  await page.keyboard.press('Escape');
  await expect(row('Chan')).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByLabel('What is to be mended')).toHaveValue('Which receipt stamp counts?');
  for (const to of [looks[0], looks[3]]) {
    await look(app, page, to);
    await expectAccessible(app, page, `approvals-return-${to.name}`);
  }
  await look(app, page, looks[0]);
  await page.getByLabel('What is to be mended').press('Enter');
  await expect(statusLine(page)).toContainText('Returned RD-2026-');
  await expect(row('Diaz')).toBeFocused();
  await page.keyboard.press('h');
  await page.keyboard.type('Ask the instructor.');
  await page.keyboard.press('Enter');
  await expect(row('Diaz')).toContainText('Held: Ask the instructor.');
  await expect(row('Diaz')).toBeFocused();

  // Their own is refused by key and by command, with the reason; Ctrl+PgUp walks back.
  await page.keyboard.press('Control+PageDown');
  await expect(row('Egede')).toBeFocused();
  await page.keyboard.press('a');
  await expect(statusLine(page)).toContainText('You keyed it yourself');
  await page.keyboard.press('Control+PageUp');
  await expect(row('Diaz')).toBeFocused();

  // Switched off, a letter does nothing; the Record menu does.
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Keys and look' }).press('Enter');
  await page.getByRole('checkbox', { name: /A, R and H approve/ }).press('Space');
  await page.keyboard.press('Control+Shift+A');
  await row('Diaz').focus();
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowDown');
  await expect(row('Egede')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row('Diaz')).toBeVisible();
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('approval.give')?.click();
  });
  await expect(statusLine(page)).toContainText('Approved RD-2026-');

  // The clerk finds the returned one with why on top of it.
  await signIn(page, 'kim');
  await page.evaluate((on) => (location.hash = on), `#/case/${cases.get('Chan') ?? ''}`);
  await expect(page.getByRole('main')).toContainText('Returned: Which receipt stamp counts?');
  for (const to of [looks[0], looks[3]]) {
    await look(app, page, to);
    await expectAccessible(app, page, `case-returned-${to.name}`);
  }
});
