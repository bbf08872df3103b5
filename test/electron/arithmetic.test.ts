import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeLetterCode } from '../../shared/letters/letter-code';
import { sayFailure } from '../../shared/errors';
import { readArithmeticFile } from '../../shared/register/arithmetic';
import { aForm, anEnrolment, id } from '../db/records';
import { anOpenDesk, saving, someFolder } from './desk-here';

const root = path.resolve(import.meta.dirname, '../..');

type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** `npm run verify` as another program calls it. */
function verify(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(root, 'build/verify.mjs'), ...args], { cwd: root }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** A decided case of $260.00, its saved file, and the code that a letter of it carries. */
async function aDecidedCase() {
  let saved = '';
  const saveAs = (_name: string, bytes: Uint8Array) => {
    saved = new TextDecoder().decode(bytes);
    return Promise.resolve('/chosen');
  };
  const here = await anOpenDesk({ paper: { saveAs } });
  const { student, course } = here;
  const { view } = await here.gives('case.save', saving(aForm(student, course), anEnrolment(student, course)));
  await here.gives('determination.save', { caseId: view.row.id });
  const file = readArithmeticFile(saved);
  if (file === null) throw new Error('the saved file cannot be read again');
  const code = writeLetterCode({ caseNumber: view.row.number, determination: file.hash, head: file.mark });
  return { here, view, file, saved, code };
}

describe('a letter’s arithmetic in the register', () => {
  test('is worked out again from its code: the hash, the entry, the amount to the cent, the working with its clauses', async () => {
    const { here, view, code } = await aDecidedCase();
    const checked = await here.gives('determination.check', { text: code.toLowerCase() });
    expect(checked).toMatchObject({
      caseId: view.row.id,
      number: 'RD-2026-0001',
      refund: 26_000,
      derived: 26_000,
      superseded: false,
    });
    expect(checked.findings.map((f) => f.good)).toEqual([true, true, true, true, true, true]);
    expect(checked.lines.map((line) => line.clause)).toContain(view.row.clause);
    // A number alone asks for the determination that counts.
    expect((await here.gives('determination.check', { text: ' rd-2026-0001 ' })).findings).toHaveLength(4);
  });

  test('finds a letter that was changed: another hash, another entry; and one that a later decision replaced', async () => {
    const { here, view, file, code } = await aDecidedCase();
    const other = writeLetterCode({ caseNumber: view.row.number, determination: '0'.repeat(64), head: file.mark });
    const refused = await here.refuses('determination.check', { text: other });
    expect(sayFailure(refused).what).toContain('no determination with the hash');
    const elsewhere = writeLetterCode({
      caseNumber: view.row.number,
      determination: file.hash,
      head: { seq: 3, mac: '0'.repeat(16) },
    });
    const checked = await here.gives('determination.check', { text: elsewhere });
    expect(checked.findings.filter((f) => !f.good).map((f) => f.what)).toEqual([
      'The register holds entry 3 as it stood when the letter was made.',
    ]);
    const { form } = view;
    await here.gives(
      'case.save',
      saving({ ...form, received: '2026-09-28' }, null, { caseId: view.row.id, why: 'Wrong day' }),
    );
    expect(await here.gives('determination.check', { text: code })).toMatchObject({
      superseded: true,
      refund: 26_000,
      derived: 26_000,
    });
  });

  test('is asked for in words when the text is neither code nor number, and refuses a case that is not there or not decided', async () => {
    const { here } = await aDecidedCase();
    expect((await here.problems('determination.check', { text: 'RD-26-1' }))['text']).toContain('neither');
    expect(await here.refuses('determination.check', { text: 'RD-2026-0002' })).toMatchObject({ kind: 'not-found' });
    expect(await here.refuses('determination.save', { caseId: id() })).toMatchObject({ kind: 'not-found' });
  });
});

describe('npm run verify', () => {
  test('works a saved determination out again and compares it with a letter’s code; nobody is named in it', async () => {
    const { here, saved, code } = await aDecidedCase();
    const file = path.join(someFolder(), 'determination.json');
    writeFileSync(file, saved);
    expect(saved).not.toMatch(new RegExp(`${here.student.lastName}|${here.student.number}`));
    const alone = await verify(file);
    expect(alone).toMatchObject({ code: 0, err: '' });
    expect(alone.out).toContain('Refund as decided: $260.00. Worked out again: $260.00.');
    expect(alone.out).not.toContain('DOES NOT HOLD');
    expect((await verify(file, code)).code).toBe(0);
    const other = await verify(file, code.replace('RD-2026-0001', 'RD-2026-0002'));
    expect(other.code).toBe(1);
    expect(other.out).toContain('DOES NOT HOLD: The letter’s code names the same case.');
  }, 120_000);

  test('finds what was changed in the file: the amount, a fact, the policy; and says what cannot be read', async () => {
    const { file: good } = await aDecidedCase();
    const folder = someFolder();
    const ran = (name: string, content: unknown) => {
      const at = path.join(folder, name);
      writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
      return verify(at);
    };
    const { determination, facts } = good;
    const amount = await ran('amount.json', { ...good, determination: { ...determination, refund: 26_001 } });
    expect(amount.code).toBe(1);
    expect(amount.out).toContain('Refund as decided: $260.01. Worked out again: $260.00.');
    const fact = await ran('fact.json', {
      ...good,
      facts: { ...facts, fees: { ...facts.fees, assessed: 90_000, collected: 90_000 } },
    });
    expect(fact.code).toBe(1);
    expect(fact.out).toContain(
      'DOES NOT HOLD: The policy, applied to the facts again, gives the same amounts to the cent.',
    );
    const policy = await ran('policy.json', { ...good, pack: good.pack.replace('"percent":65', '"percent":75') });
    expect(policy.out).toContain('DOES NOT HOLD: The policy’s text is the one that the determination names.');
    expect((await ran('junk.json', '{ not json')).code).toBe(2);
    expect((await ran('other.json', { some: 'thing' })).err).toContain('is no determination saved by Refund Desk');
    expect((await ran('pack.json', { ...good, pack: '{}' })).err).toContain('The policy in it cannot be read.');
    expect((await verify()).code).toBe(2);
  }, 120_000);
});
