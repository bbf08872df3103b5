import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import type { CallName, Input } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import type { Result } from '../../shared/result';
import type { Course } from '../../shared/register/course';
import type { CaseForm } from '../../shared/register/case';
import type { PetitionFields } from '../../shared/register/petition';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, aTerm, id } from '../db/records';
import { permissionTable } from '../electron/permission-table';
import { wordsIn } from '../letters/pdf-words';
import { call, expect, test } from './fixtures';
import { addPerson, administrator, passphrase } from './people-here';
import { startPrinter, type Printer } from './printer';

/**
 * Three people on one register: Kim keys, Lee decides and approves, Max hears appeals. Whoever works has signed in with their own
 * passphrase, by keyboard; what they decide is keyed in their screens.
 */

let printer: Printer;
test.beforeAll(async () => {
  printer = await startPrinter();
});
test.afterAll(() => printer.stop());
test.use({
  // Monday, November 2, 2026, nine in the morning at the office.
  startsAt: '2026-11-02T17:00:00.000Z',
  environment: async ({}, use) => use({ ...printer.environment, REFUND_DESK_PRINTER: printer.name }),
});

test('late drops, a retroactive request on both sides of its last day, an appeal granted in part, and what nobody may', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  let { app, page } = await start();
  await anOfficeOfThree(page);

  await signInByKeyboard(page, 'kim');
  const late = await keyed(page, 'Okafor', { category: 'open-university', termId: fall.id }, lateForm);
  const wanting = await keyed(page, 'Nakamura', { category: 'open-university', termId: fall.id }, lateForm);
  const inTime = await keyed(page, 'Alvarez', springCourse, springForm);
  const tooLate = await keyed(page, 'Bianchi', springCourse, springForm);
  const appealed = await keyed(page, 'Duarte', westernCourse, westernForm);
  const dear = await keyed(page, 'Egede', {}, { received: '2026-09-10', postmarked: null }, 90_000);
  expect(appealed.outcome).toBe('none');

  const granted = await petitioned(page, late.id, { kind: 'late-drop', receivedOn: '2026-10-05' });
  const refused = await petitioned(page, wanting.id, { kind: 'late-drop', receivedOn: '2026-10-05' });
  const lastDay = await petitioned(page, inTime.id, { kind: 'retroactive', receivedOn: '2026-10-30' });
  const dayAfter = await petitioned(page, tooLate.id, { kind: 'retroactive', receivedOn: '2026-10-31' });
  const appeal = await petitioned(page, appealed.id, { kind: 'appeal', receivedOn: '2026-10-28' });
  for (const role of ['instructor', 'chair'] as const) await signed(page, granted.row.id, role);
  await signed(page, refused.row.id, 'instructor');

  // One day after its last: recorded, and refused for that, with the day, by nobody's decision.
  expect(dayAfter.row.state).toBe('late');
  expect(dayAfter.decision).toMatchObject({ verdict: 'late', deadline: '2026-10-30' });
  expect(dayAfter.case.row.outcome).toBe('refused');
  await page.evaluate((at) => (location.hash = at), `#/petition/${dayAfter.row.id}`);
  await expect(page.getByRole('main')).toContainText('Fri, Oct 30, 2026');

  await clerkIsRefused(page, dear.id);

  await signInByKeyboard(page, 'lee');
  await decideByKeyboard(page, granted.row.id, { verdict: 'granted', reason: 'In the hospital until October 4.' });
  const dropped = await call(page, 'case.get', { id: late.id });
  expect(dropped.determinations.at(-1)).toMatchObject({
    cause: 'petition',
    determination: { outcome: 'none', refund: 0, notation: 'W', clause: 'H11' },
  });
  expect(dropped.determinations).toHaveLength(2);

  // Without the chair it cannot be granted, and says whose approval is missing; what was typed is still there.
  await decideByKeyboard(
    page,
    refused.row.id,
    { verdict: 'granted', reason: 'In the hospital until October 4.' },
    false,
  );
  await expect(page.getByRole('main')).toContainText(/chair/i);
  expect((await call(page, 'petition.get', { id: refused.row.id })).row.state).toBe('open');
  await decideByKeyboard(page, refused.row.id, { verdict: 'denied', reason: 'The chair did not approve.' });
  const stays = await call(page, 'case.get', { id: wanting.id });
  expect(stays.determinations.at(-1)?.determination).toMatchObject({
    outcome: 'petition-required',
    notation: 'F-warning',
    missing: ['chair'],
  });

  await decideByKeyboard(page, lastDay.row.id, { verdict: 'in-part', percent: '50', reason: 'Ill from March on.' });
  const back = await call(page, 'case.get', { id: inTime.id });
  expect(back.determinations.at(-1)?.determination).toMatchObject({ outcome: 'refund', percent: 50, refund: 20_000 });
  expect((await refusedCall(page, 'petition.decide', decisionOn(dayAfter.row.id))).kind).toBe('wrong-state');

  // Lee approves what Kim keyed; nobody above the office's amount gets a letter before.
  await page.keyboard.press('Control+Shift+A');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Approvals');
  await expect(page.getByRole('main')).toContainText('Egede');
  expect((await call(page, 'case.get', { id: dear.id })).row.approval).toBe('waiting');
  expect((await refusedCall(page, 'letter.make', { requestId: id(), caseId: dear.id, language: 'en' })).kind).toBe(
    'wrong-state',
  );
  await page.getByRole('row', { name: /Egede/ }).focus();
  await page.keyboard.press('a');
  await expect.poll(async () => (await call(page, 'case.get', { id: dear.id })).row.approval).toBe('approved');

  await signInByKeyboard(page, 'max');
  await decideByKeyboard(page, appeal.row.id, {
    verdict: 'in-part',
    percent: '25',
    reason: 'Deployed in week four.',
  });
  const heard = await call(page, 'case.get', { id: appealed.id });
  expect(heard.determinations.map((d) => [d.cause, d.determination.refund, d.superseded])).toEqual([
    ['form', 0, true],
    ['appeal', 10_000, false],
  ]);
  expect(heard.determinations.at(-1)?.petition?.id).toBe(appeal.row.id);
  const letter = await call(page, 'letter.make', { requestId: id(), caseId: appealed.id, language: 'en' });
  await app.close();

  // Printed by Kim on the next morning, at a printer of the office.
  ({ app, page } = await start());
  await signInByKeyboard(page, 'kim');
  await call(page, 'letter.print', { ids: [letter.id] });
  await expect.poll(() => printer.jobs().length).toBe(1);
  const text = wordsIn(printer.jobs()[0] ?? new Uint8Array())
    .map((word) => word.text)
    .join(' ');
  for (const part of ['Duarte', '$100.00', '$400.00', 'October 28, 2026', 'W4']) expect(text).toContain(part);
  const trail = await call(page, 'case.get', { id: appealed.id });
  const decided = trail.entries.findLast((e) => e.kind === 'case.determined')?.seq ?? 0;
  await app.close();

  // Somebody opens the register with another program and makes the refund larger.
  rewritten(dataFolder, decided);
  ({ app, page } = await start());
  await signInByKeyboard(page, 'kim');
  await expect(page.getByText(`Entry ${decided} `).first()).toBeVisible({ timeout: 30_000 });
  expect((await call(page, 'app.status', {})).broken).toContain(`Entry ${decided} `);
  const keptOut = await refusedCall(page, 'student.save', { requestId: id(), student: aStudent({ number: '999' }) });
  expect(keptOut.kind).toBe('register-damaged');
});

const fall = aTerm();
/** Four Thursdays of spring: the last is April 30, six months after which is October 30. */
const springCourse: Partial<Course> = {
  category: 'extension',
  meetingLine: '',
  meetings: ['04-02', '04-09', '04-16', '04-23', '04-30'].map((day) => ({
    date: `2026-${day}`,
    from: '18:00',
    to: '20:50',
  })),
};
const westernCourse: Partial<Course> = { policy: 'wou-extended-programs', category: 'self-sustaining-credit' };
const lateForm: Partial<CaseForm> = { received: '2026-10-05', postmarked: '2026-10-02' };
const springForm: Partial<CaseForm> = { received: '2026-04-28', postmarked: null, channel: 'counter' };
/** Postmarked in the fifth class week, after the third: nothing. */
const westernForm: Partial<CaseForm> = { received: '2026-10-15', postmarked: '2026-10-13' };

/** The office with its administrator, its clerk Kim and its supervisors Lee and Max; above $500 a second person is asked for. */
async function anOfficeOfThree(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [fall] });
  await call(page, 'person.first', { requestId: id(), person: administrator, passphrase });
  await addPerson(page, 'kim', 'clerk', { name: 'Kim Park' });
  await addPerson(page, 'lee', 'supervisor', { name: 'Lee Morgan' });
  await addPerson(page, 'max', 'supervisor', { name: 'Max Adeyemi' });
  const rules = await call(page, 'rules.get', {});
  await call(page, 'rules.save', { requestId: id(), rules: { ...rules, secondPersonAbove: 50_000 } });
  await call(page, 'person.signOut', {});
}

/** Has somebody sit down: what is on the screen is locked first, where somebody is in. */
async function signInByKeyboard(page: Page, account: string): Promise<void> {
  if ((await call(page, 'app.status', {})).turn === 'in') await page.keyboard.press('Control+L');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeVisible();
  await name.fill(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await expect.poll(async () => (await call(page, 'app.status', {})).session?.account).toBe(account);
}

/** A student's form for a course of their own, as Kim keys it. */
async function keyed(page: Page, lastName: string, course: Partial<Course>, form: Partial<CaseForm>, fee = 40_000) {
  const student = await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: `N-${lastName}`, lastName, firstName: 'Robin', email: '' }),
  });
  const kept = await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ code: lastName.toUpperCase(), fee, ...course }),
  });
  const payments = [{ on: '2026-03-20', cents: fee, payer: { kind: 'student' as const }, method: 'check' }];
  const { view } = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(student, kept, form),
    batchId: null,
    enrolment: anEnrolment(student, kept, { fee, payments }),
    why: '',
    secondForm: false,
  });
  return view.row;
}

const paper: Omit<PetitionFields, 'kind' | 'receivedOn'> = {
  channel: 'mail',
  reasonCode: 1,
  reason: 'Ill.',
  evidence: [],
  askedCents: null,
};

/** A petition or an appeal as Kim keys it from its paper. */
function petitioned(page: Page, caseId: string, other: Pick<PetitionFields, 'kind' | 'receivedOn'>) {
  const petition = { ...paper, ...other };
  return call(page, 'petition.open', { requestId: id(), caseId, petition });
}

/** What the instructor or the chair signed. */
async function signed(page: Page, petitionId: string, role: 'instructor' | 'chair'): Promise<void> {
  const name = role === 'chair' ? 'D. Sato' : 'R. Hale';
  const approval = { role, verdict: 'approved', name, on: '2026-10-12', signatureSeen: true, note: '' } as const;
  await call(page, 'petition.approve', { requestId: id(), id: petitionId, approval });
}

type Typed = { readonly verdict: 'granted' | 'in-part' | 'denied'; readonly percent?: string; readonly reason: string };

/** Decides a petition or an appeal on its page, by the keys of the decision pane. */
async function decideByKeyboard(page: Page, petitionId: string, typed: Typed, taken = true): Promise<void> {
  await page.evaluate((at) => (location.hash = at), `#/petition/${petitionId}`);
  const choices = page.getByRole('group', { name: 'Decision' });
  await choices.getByRole('button').first().focus();
  await page.keyboard.press({ granted: 'a', 'in-part': 'p', denied: 'd' }[typed.verdict]);
  const reason = page.locator('[data-field="reason"]');
  await expect(reason).toBeVisible();
  if (typed.percent !== undefined) {
    await expect(page.locator('[data-field="percent"]')).toBeFocused();
    await page.keyboard.type(typed.percent);
  }
  await reason.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(typed.reason);
  await page.keyboard.press('Control+Enter');
  const state = async () => (await call(page, 'petition.get', { id: petitionId })).row.state;
  if (taken) await expect.poll(state).toBe(typed.verdict);
  else await expect(reason).toHaveValue(typed.reason);
}

/** A clerk who makes every call of a supervisor or an administrator over the window's own bridge is told one thing and changes nothing. */
async function clerkIsRefused(page: Page, ownCase: string): Promise<void> {
  const forbidden = permissionTable.flatMap(({ own, said, calls }) =>
    own.includes('c') ? [] : calls.map((name) => [name, said] as const),
  );
  expect(forbidden.length).toBeGreaterThan(25);
  const before = await call(page, 'app.status', {});
  for (const [name, said] of forbidden) {
    expect(await raw(page, name, {})).toEqual({ ok: false, failure: { kind: 'not-allowed', action: said } });
  }
  const view = await call(page, 'case.get', { id: ownCase });
  const { seq, hash } = view.determinations.at(-1) ?? { seq: 0, hash: '' };
  const cases = [{ caseId: ownCase, determinationSeq: seq, hash }];
  const own = await raw(page, 'approval.give', { requestId: id(), cases, note: '' });
  expect(own).toMatchObject({ ok: false, failure: { kind: 'not-allowed' } });
  expect((await call(page, 'case.get', { id: ownCase })).row.approval).toBe('waiting');
  // Each is on record once, however often it is tried, and nothing else is.
  expect((await call(page, 'app.status', {})).entries).toBe(before.entries + forbidden.length);
}

/** Makes a call as whoever speaks to main without the screens; the answer as it comes. */
function raw(page: Page, name: CallName, input: unknown): Promise<Result<unknown>> {
  return page.evaluate(([n, i]) => window.desk.call(n as never, i as never) as Promise<unknown>, [
    name,
    input,
  ] as const) as Promise<Result<unknown>>;
}

async function refusedCall<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Failure> {
  const result = await raw(page, name, input);
  if (result.ok) throw new Error(`${name} was not refused`);
  return result.failure;
}

function decisionOn(petitionId: string): Input<'petition.decide'> {
  const decision = {
    verdict: 'granted',
    percent: 50,
    cents: null,
    authority: 'Lee',
    reason: 'Ill.',
    on: '2026-11-02',
  } as const;
  return { requestId: id(), id: petitionId, decision };
}

/** Changes the content of an entry with another program, past the triggers that forbid it. */
function rewritten(dataFolder: string, seq: number): void {
  const db = new Database(path.join(dataFolder, 'register', 'register.db'));
  db.exec('DROP TRIGGER entry_content_never_changes');
  const changed = db
    .prepare(`UPDATE entry_content SET content = replace(content, '"refund":10000', '"refund":30000') WHERE seq = ?`)
    .run(seq);
  db.close();
  expect(changed.changes).toBe(1);
}
