import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aCourse, aForm, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { accessOf, facesOf, wordsIn } from '../letters/pdf-words';
import { answerSaveDialogs, call, expect, test } from './fixtures';
import { sitDown, signIn, supervisor } from './people-here';

/** A letter through the whole app: decided, previewed, made, kept, and the same after the app was closed and opened again. */

test.use({ startsAt: '2026-09-30T16:00:00.000Z' });

test('a letter is kept as the PDF that was previewed, and is still that one after a restart', async ({
  start,
  dataFolder,
}) => {
  const { app, page } = await start();
  const student = aStudent({ address: { ...aStudent().address, postal: '90001-2210' } });
  const course = aCourse();
  await call(page, 'register.create', { requestId: id(), office: anOffice(), terms: [] });
  await sitDown(page);
  await call(page, 'student.save', { requestId: id(), student });
  await call(page, 'course.save', { requestId: id(), course });
  const { view } = await call(page, 'case.save', {
    requestId: id(),
    caseId: null,
    mode: 'decide',
    form: aForm(student, course),
    batchId: null,
    enrolment: anEnrolment(student, course),
    why: '',
    secondForm: false,
  });

  const preview = await call(page, 'letter.preview', { caseId: view.row.id, language: null });
  expect(preview).toMatchObject({ title: 'Refund decision: $260.00', mailable: true, problems: [], pages: 1 });
  const letter = await call(page, 'letter.make', { requestId: id(), caseId: view.row.id, language: null });
  expect(letter).toMatchObject({ number: 'L-000001', state: 'ready', pages: 1 });

  const first = path.join(dataFolder, 'first.pdf');
  await answerSaveDialogs(app, first);
  expect(await call(page, 'letter.savePdf', { ids: [letter.id] })).toEqual({ path: first });
  const pdf = new Uint8Array(readFileSync(first));
  const words = wordsIn(pdf);
  const text = words.map((w) => w.text).join(' ');
  expect(text).toContain('MARÍA GARCÍA-LÓPEZ 1420 ALDER ST APT 3B ARCADIA CA 90001-2210');
  expect(text).toContain('Your refund is $260.00, which is 65% of the fees paid.');
  expect(text).toContain(`Determination ${view.determinations[0]?.hash.slice(0, 12)}`);
  const name = words.find((w) => w.text === 'MARÍA');
  expect(name?.left).toBeGreaterThan(0.98);
  // Four lines fill the box to its edge: a typeface's own box stands a little over its line, the ink does not.
  expect(name?.top).toBeGreaterThan(2.5 - 0.03);
  expect(words.find((w) => w.text === '90001-2210')?.bottom).toBeLessThan(3.167 + 0.03);
  expect(await accessOf(pdf)).toMatchObject({ tagged: true, language: 'en', pages: 1 });
  // The app's own typeface, not one of this PC's: else its lines and pages would break elsewhere on another.
  for (const face of facesOf(pdf)) expect(face).toContain('SourceSans3');
  await app.close();

  const again = await start();
  await signIn(again.page, supervisor.account);
  const second = path.join(dataFolder, 'second.pdf');
  await answerSaveDialogs(again.app, second);
  await call(again.page, 'letter.savePdf', { ids: [letter.id] });
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  const { url } = await call(again.page, 'letter.open', { id: letter.id });
  const shown = await again.app.evaluate(async ({ BrowserWindow }, address) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.session.fetch(address))?.text() ?? '';
  }, url);
  expect(shown).toContain('Your refund is <strong>$260.00</strong>');
  expect((await call(again.page, 'case.get', { id: view.row.id })).letters).toEqual([letter]);
});
