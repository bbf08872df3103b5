import type { Page } from '@playwright/test';
import type { Language } from '../../shared/day';
import type { CaseForm } from '../../shared/register/case';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { wordsIn } from '../letters/pdf-words';
import { call, expect, test } from './fixtures';
import { expectAccessible, look, looks } from './looks';
import { addPerson, administrator, passphrase, signIn } from './people-here';
import { goTo, november, opened, western } from './petition-office';
import { startPrinter, type Printer } from './printer';

/** The letters of an appeal through the whole window: chosen, looked at, made, printed at a printer of the office. */

let printer: Printer;
test.beforeAll(async () => {
  printer = await startPrinter();
});
test.afterAll(() => printer.stop());
test.use({
  startsAt: november,
  environment: async ({}, use) => use({ ...printer.environment, REFUND_DESK_PRINTER: printer.name }),
});

/** An office with a clerk and a supervisor. */
async function anOfficeOfTwo(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [] });
  await call(page, 'person.first', { requestId: id(), person: administrator, passphrase });
  await addPerson(page, 'kim', 'clerk', { name: 'Kim Park' });
  await addPerson(page, 'lee', 'supervisor', { name: 'Lee Morgan' });
  await signIn(page, 'kim');
  await expect(page.getByRole('link', { name: 'Petitions' })).toBeVisible();
}

/** A form that came in the third class week, which gives a quarter of the $400.00 paid. */
async function aQuarter(page: Page, lastName: string, language: Language, form: Partial<CaseForm> = {}) {
  const student = await call(page, 'student.save', {
    requestId: id(),
    student: aStudent({ number: `N-${lastName}`, lastName, firstName: 'Robin', language }),
  });
  const course = await call(page, 'course.save', {
    requestId: id(),
    course: aCourse({ code: lastName.toUpperCase(), ...western }),
  });
  const { view } = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(student, course, { received: '2026-10-02', postmarked: '2026-09-30', ...form }),
    batchId: null,
    enrolment: anEnrolment(student, course),
    why: '',
    secondForm: false,
  });
  expect(view.row.refund).toBe(10_000);
  return view.row.id;
}

const printedWords = (job: number): string =>
  wordsIn(printer.jobs()[job] ?? new Uint8Array())
    .map((word) => word.text)
    .join(' ');

test('an appeal granted in part has its letters, chosen by keyboard, and the last one prints with both amounts, both days and the clause', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await anOfficeOfTwo(page);
  for (const [index, name, language] of [
    [0, 'Duarte', 'en'],
    [1, 'Herrera', 'es'],
  ] as const) {
    await signIn(page, 'kim');
    const caseId = await aQuarter(page, name, language);
    const first = await call(page, 'letter.make', { requestId: id(), caseId, language: null });
    await call(page, 'letter.markMailed', { requestId: id(), ids: [first.id] });
    const { row } = await opened(page, caseId, { kind: 'appeal', receivedOn: '2026-10-28' });

    // What happened last stands first; the others are in the menu, and on the case.
    await goTo(page, `/case/${caseId}`);
    await expect(page.getByText(`Receipt of appeal ${row.number}`)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Refund decision', exact: true })).toBeVisible();
    await page.keyboard.press('Control+Shift+L');
    const menu = page.getByRole('combobox', { name: 'Which letter' });
    await expect(menu.locator('option:checked')).toHaveText(`1  Receipt of appeal ${row.number}`);
    if (language === 'en') {
      for (const to of looks) {
        await look(app, page, to);
        await expectAccessible(app, page, `letter-menu-${to.name}`);
      }
      await look(app, page, looks[0]);
    }
    await menu.focus();
    await page.keyboard.press('2');
    await expect(page.locator('.screen')).toContainText(language === 'en' ? 'Refund decision: $100.00' : '$100.00');
    await expect(menu.locator('option:checked')).toHaveText('2  Refund decision');
    await menu.focus();
    await page.keyboard.press('1');
    await expect(menu.locator('option:checked')).toHaveText(`1  Receipt of appeal ${row.number}`);
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Letter L-');

    await signIn(page, 'lee');
    await call(page, 'petition.decide', {
      requestId: id(),
      id: row.id,
      decision: {
        verdict: 'in-part',
        percent: 75,
        cents: null,
        authority: 'Director of Extended Programs',
        reason: 'You were in the hospital until October 4.',
        on: '2026-11-02',
      },
    });
    await goTo(page, `/case/${caseId}`);
    await expect(page.getByRole('button', { name: /Make letter/ }).first()).toBeVisible();
    await page.keyboard.press('Control+Shift+L');
    await expect(page.locator('.screen')).toContainText('$300.00');
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Letter L-');
    await page.keyboard.press('Control+P');
    await expect.poll(() => printer.jobs().length).toBe(index + 1);

    const { letters } = await call(page, 'case.get', { id: caseId });
    // The Spanish one says the same at greater length, and is set closer.
    expect(letters.at(-1)?.pages).toBe(1);
    expect(letters.map((l) => [l.type, l.state])).toEqual([
      ['partial', 'mailed'],
      ['petition-received', 'voided'],
      ['petition-in-part', 'ready'],
    ]);
    const words = printedWords(index);
    const said =
      language === 'en'
        ? [
            'On November 2, 2026 we decided on a refund of $100.00',
            'Wednesday, October 28, 2026',
            '$200.00 more',
            'clause W4',
          ]
        : [
            'El 2 de noviembre de 2026 decidimos un reembolso de $100.00',
            'miércoles 28 de octubre de 2026',
            '$200.00 más',
            'cláusula W4',
          ];
    for (const part of ['$300.00', '75', first.number, 'Director of Extended Programs', ...said])
      expect(words).toContain(part);
    // Nothing else is printed before somebody has said what came out.
    await page.getByRole('button', { name: 'Yes, mark it printed' }).press('Enter');
    await expect.poll(async () => (await call(page, 'case.get', { id: caseId })).letters.at(-1)?.state).toBe('printed');
  }
});
