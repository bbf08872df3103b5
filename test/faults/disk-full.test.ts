import { expect, test } from 'vitest';
import { runThrough } from '../../db/check';
import { sayFailure } from '../../shared/errors';
import { ok } from '../../shared/result';
import { aStudent } from '../db/records';
import { aRegister, at, reopened, request, someFolder, valueOf } from '../db/register-here';

test('a full disk is said in words, loses nothing and gives no number away; the next save works once there is room', async () => {
  const folder = someFolder();
  const register = await aRegister(folder);
  const pages = Number(register.pragma('page_count'));
  register.pragma(`max_page_count = ${pages + 24}`);
  const kept: string[] = [];
  const save = () => {
    const student = aStudent({ number: `S-${kept.length}`, note: 'x'.repeat(3000) });
    const asked = request();
    return {
      student,
      asked,
      result: register.act(asked, (write) => ok(write.entry('student.saved', student.id, student))),
    };
  };
  let last = save();
  while (last.result.ok) {
    kept.push(last.student.id);
    last = save();
  }
  expect(kept.length).toBeGreaterThan(3);
  if (last.result.ok) throw new Error('the disk never filled');
  expect(last.result.failure).toEqual({ kind: 'disk-full', path: register.files.db });
  expect(sayFailure(last.result.failure).meaning).toBe('This was not saved; what you typed is still there.');
  const entries = register.entryCount();
  for (let i = 0; i < 5; i += 1) expect(save().result.ok).toBe(false);
  expect(register.entryCount()).toBe(entries);
  expect(register.readOnly()).toBeNull();

  register.pragma('max_page_count = 1000000');
  // The same request again, as when the clerk presses save once more.
  valueOf(register.act(last.asked, (write) => ok(write.entry('student.saved', last.student.id, last.student))));
  expect(register.students.get(last.student.id)).toEqual(last.student);
  expect(register.saveDraft('form', 'half typed', at)).toEqual(ok(null));
  register.close();

  const again = await reopened(folder);
  expect(kept.filter((id) => again.students.get(id) === null)).toEqual([]);
  expect(again.entryCount()).toBe(entries + 1);
  expect(runThrough(again.checkWhole())).toBeNull();
  expect(runThrough(again.compareTables())).toBe(0);
});
