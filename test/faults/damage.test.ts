import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { aCourse, aForm, aStudent, id } from '../db/records';
import { act, aRegister, someFolder } from '../db/register-here';
import { bundled } from './bundled';

/** How many copies are damaged. */
const copies = Number(process.env.DAMAGES ?? 240);

const program = await bundled('damager');

test(
  'a damaged register is noticed before it is written to, or nothing that was saved is different; no damage ends the app',
  { timeout: 60_000 + copies * 500 },
  async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    for (let i = 0; i < 20; i += 1) {
      const [student, course] = [aStudent({ number: `S-${i}` }), aCourse({ code: `EXT ${i}` })];
      act(register, (write) => {
        write.entry('student.saved', student.id, student);
        write.entry('course.saved', course.id, course);
        const form = aForm(student, course);
        const caseId = id();
        write.entry('case.received', caseId, {
          ...write.caseNumber(2026),
          enteredOn: '2026-09-30',
          batchId: null,
          form,
        });
        write.entry('case.held', caseId, { why: 'waiting', form });
      });
    }
    register.close();

    const { stdout } = await promisify(execFile)(process.execPath, [program, folder, '0', String(copies)], {
      maxBuffer: 1 << 24,
    });
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(line.indexOf(' ') + 1));
    expect(said).toHaveLength(copies);
    expect(said.filter((what) => /^(CHANGED|UNKNOWN)/.test(what))).toEqual([]);
    // Most damage touches what was saved, and must be noticed.
    expect(said.filter((what) => what === 'same').length).toBeLessThan(copies / 2);
  },
);
