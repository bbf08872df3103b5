import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { electronHere, launchOptions } from '../../build/electron-here.mjs';
import { aCourse, anEnrolment, anOffice, aStudent, id } from '../db/records';
import { median, percentile } from './parts/median';

// From the input event of a key in the entry form to the changed worksheet, measured in the window: under one frame at the 95th percentile.

const rounds = 40;
const passphrase = 'four quiet herons wade';
const data = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-keys-'));
const app = await _electron.launch({
  ...launchOptions(),
  env: { ...process.env, REFUND_DESK_DATA: data, REFUND_DESK_NOW: '2026-09-30T16:00:00.000Z' },
});
try {
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const student = aStudent();
  const course = aCourse();
  const calls = [
    ['register.create', { requestId: id(), office: anOffice(), terms: [] }],
    ['person.first', { requestId: id(), person: { account: 'ada', name: 'Ada', title: '' }, passphrase }],
    ['person.add', { requestId: id(), person: { account: 'kim', name: 'Kim', title: '', role: 'clerk' }, passphrase }],
    ['person.signIn', { account: 'kim', passphrase }],
    ['student.save', { requestId: id(), student }],
    ['course.save', { requestId: id(), course }],
    ['enrolment.save', { requestId: id(), enrolment: anEnrolment(student, course) }],
  ] as const;
  for (const [name, input] of calls) {
    const answer = await page.evaluate(([n, i]) => window.desk.call(n, i as never), [name, input] as const);
    if (!(answer as { readonly ok: boolean }).ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.keyboard.press('Control+N');
  await page.locator('[data-field="channel"]').focus();
  await page.keyboard.press('1');
  await page.locator('[data-field="studentId"]').focus();
  await page.keyboard.type('garc');
  await page.keyboard.press('Tab');
  await page.keyboard.type('204');
  await page.keyboard.press('Tab');
  await page.locator('[data-field="received"]').focus();
  await page.keyboard.type('9/22/2026');
  await page.locator('.worksheet-result').waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    let begun: number | null = null;
    document.addEventListener('input', (event) => (begun = event.timeStamp), { capture: true });
    const panel = document.querySelector('.worksheet-panel');
    if (panel === null) throw new Error('There is no worksheet.');
    new MutationObserver(() => {
      if (begun !== null) times.push(performance.now() - begun);
      begun = null;
    }).observe(panel, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`9/${1 + (round % 29)}/2026`, { delay: 25 });
  }
  const times = await page.evaluate(() => (window as unknown as { readonly times: number[] }).times);
  if (times.length < rounds) throw new Error(`Only ${times.length} keys changed the worksheet.`);
  const ms = (value: number): string => value.toFixed(1);
  console.log(
    `Electron ${electronHere().version}: ${times.length} keys, from the input event to the changed worksheet: median ${ms(median(times))} ms, 95th percentile ${ms(percentile(times, 95))} ms (under 16)`,
  );
} finally {
  await app.close();
  rmSync(data, { recursive: true, force: true });
}
