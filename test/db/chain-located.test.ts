import { copyFileSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../db/chain';
import { runThrough, type Found } from '../../db/check';
import { filesOf } from '../../db/files';
import { openRegister } from '../../db/open';
import type { Register } from '../../db/register';
import { aCourse, aForm, anEnrolment, aStudent, id } from './records';
import { act, aRegister, at, reopened, someFolder, valueOf } from './register-here';
import { tamper } from './tampering';

/** A register of some students, a course, their places, forms keyed by two people and held; closed. */
async function closedRegister(forms: number): Promise<string> {
  const folder = someFolder();
  const register = await aRegister(folder);
  const course = aCourse();
  act(register, (write) => write.entry('course.saved', course.id, course));
  for (let i = 0; i < forms; i += 1) keyForm(register, i, course);
  register.close();
  return folder;
}

function keyForm(register: Register, i: number, course: ReturnType<typeof aCourse>): void {
  const student = aStudent({ number: `S-${i}`, lastName: `Nuñez${i}`, firstName: 'Ana' });
  const enrolment = anEnrolment(student, course);
  const caseId = id();
  const form = aForm(student, course);
  act(
    register,
    (write) => {
      write.entry('student.saved', student.id, student);
      write.entry('enrolment.saved', enrolment.id, enrolment);
      write.entry('case.received', caseId, { ...write.caseNumber(2026), enteredOn: '2026-09-30', batchId: null, form });
      write.entry('case.held', caseId, { why: `waiting ${i}`, form });
    },
    { person: i % 2 === 0 ? 'kim' : 'jrivera' },
  );
}

/** What the start and the checks behind the window find, the earliest entry first; null for nothing. */
async function found(folder: string): Promise<Found> {
  const opened = await openRegister(folder, at);
  if (!opened.ok) return { detail: 'not opened', firstBroken: null };
  const register = opened.value;
  const chain = runThrough(register.checkChain());
  if (chain !== null) register.distrust(chain);
  const file = register.doubt() === null ? runThrough(register.checkFile()) : null;
  if (file !== null) register.distrust(file);
  const doubt = register.doubt();
  expect(register.readOnly() === null).toBe(doubt === null);
  register.close();
  return doubt;
}

describe('a broken link is located, and said in words', () => {
  test('what an entry says was changed: which form, whose, keyed by whom and when; without the student for who sees none', async () => {
    const folder = await closedRegister(4);
    // The office, the course, then four entries a form: the third form's receipt is the thirteenth.
    tamper(folder, (db) =>
      db.exec(`UPDATE entry_content SET content = replace(content, '2026-09-22', '2026-09-02') WHERE seq = 13`),
    );
    expect(await found(folder)).toEqual({
      firstBroken: 13,
      detail:
        'Entry 13 — the form RD-2026-0003, keyed by kim on Wed, Sep 30, 2026 at 9:00 AM — was changed outside Refund Desk: what it says is not what was saved.',
      named:
        'Entry 13 — the form RD-2026-0003 (Nuñez2, Ana), keyed by kim on Wed, Sep 30, 2026 at 9:00 AM — was changed outside Refund Desk: what it says is not what was saved.',
    });
  });

  test('a confidential student is named to nobody', async () => {
    const folder = await closedRegister(1);
    const register = await reopened(folder);
    const [student] = register.students.find('nunez', 1, '2026-01-01');
    act(register, (write) =>
      write.entry('student.flagged', student?.student.id ?? '', { confidential: true, why: 'asked' }),
    );
    register.close();
    tamper(folder, (db) => db.exec(`UPDATE entry SET person = 'x' WHERE seq = 5`));
    expect((await found(folder))?.named).toContain('the form RD-2026-0001, keyed by x');
  });

  test('who made it was changed', async () => {
    const folder = await closedRegister(3);
    tamper(folder, (db) => db.exec(`UPDATE entry SET person = 'lee' WHERE seq = 9`));
    const result = await found(folder);
    expect(result?.firstBroken).toBe(9);
    expect(result?.named).toContain(
      'Entry 9 — the form RD-2026-0002 (Nuñez1, Ana), keyed by lee on Wed, Sep 30, 2026 at 9:00 AM — was changed, moved or put in outside Refund Desk',
    );
  });

  test('one is missing', async () => {
    const folder = await closedRegister(3);
    tamper(folder, (db) => db.exec('DELETE FROM entry_content WHERE seq = 7; DELETE FROM entry WHERE seq = 7'));
    expect(await found(folder)).toMatchObject({
      firstBroken: 7,
      named:
        'Entry 7, which followed the form RD-2026-0001 (Nuñez0, Ana) of Wed, Sep 30, 2026 at 9:00 AM, is missing. It was removed outside Refund Desk.',
    });
  });

  test('what one said is gone, though nothing on record removed it', async () => {
    const folder = await closedRegister(3);
    tamper(folder, (db) => db.exec('INSERT INTO removal (seq) VALUES (7); DELETE FROM entry_content WHERE seq = 7'));
    const result = await found(folder);
    expect(result?.firstBroken).toBe(7);
    expect(result?.detail).toMatch(/was emptied outside Refund Desk/);
  });

  test('entries at the end are gone; an older file in the place of this one is told from that', async () => {
    const folder = await closedRegister(3);
    const { db, anchor } = filesOf(folder);
    copyFileSync(db, `${db}.old`);
    const register = await reopened(folder);
    keyForm(register, 8, aCourse());
    register.close();
    copyFileSync(db, `${db}.new`);
    copyFileSync(anchor, `${anchor}.new`);

    tamper(folder, (file) => file.exec('DELETE FROM entry_content WHERE seq > 14; DELETE FROM entry WHERE seq > 14'));
    expect(await found(folder)).toEqual({
      firstBroken: 15,
      detail:
        'Entries 15 to 18, saved up to Wed, Sep 30, 2026 at 9:00 AM, are gone. The end of the register was cut off outside Refund Desk.',
    });
    copyFileSync(`${db}.old`, db);
    copyFileSync(`${anchor}.new`, anchor);
    expect((await found(folder))?.detail).toBe(
      'The register was put back to an earlier day outside Refund Desk: it ends at entry 14, but 18 were saved. Entries 15 to 18, saved up to Wed, Sep 30, 2026 at 9:00 AM, are gone.',
    );
    rmSync(db);
    copyFileSync(`${db}.new`, db);
    copyFileSync(`${anchor}.new`, anchor);
    expect(await found(folder)).toBeNull();
  });

  test('the first of several, also where the start looked only at the last thousand', async () => {
    const folder = await closedRegister(300);
    tamper(folder, (db) => db.exec(`UPDATE entry SET person = 'x' WHERE seq IN (41, 1150)`));
    const opened = valueOf(await openRegister(folder, at));
    expect(opened.doubt()?.firstBroken).toBe(1150);
    const earlier = runThrough(opened.checkChain());
    if (earlier !== null) opened.distrust(earlier);
    expect(opened.doubt()?.firstBroken).toBe(41);
    expect(opened.readOnly()).toMatchObject({ detail: opened.doubt()?.detail });
    opened.close();
  });

  test('the tables are edited and the entries left alone: which record differs', async () => {
    const folder = await closedRegister(2);
    tamper(folder, (db) => db.exec(`UPDATE "case" SET refund = 99999 WHERE number = 'RD-2026-0002'`));
    const register = await reopened(folder);
    const told: string[] = [];
    expect(runThrough(register.compareTables((f) => told.push(f.detail, f.named ?? '')))).toBe(1);
    expect(told).toEqual([
      'The record of the form RD-2026-0002 was changed outside Refund Desk: it is not what its entries say.',
      'The record of the form RD-2026-0002 (Nuñez1, Ana) was changed outside Refund Desk: it is not what its entries say.',
    ]);
  });

  test('a policy’s text or a document is exchanged under its hash', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    act(register, (write) => {
      write.entry('student.saved', id(), aStudent());
      write.document('application/pdf', Buffer.from('%PDF one'));
      write.pack('{"id":"a pack"}');
    });
    expect(runThrough(register.compareKept())).toBe(0);
    register.close();
    tamper(folder, (db) => db.exec(`UPDATE document SET bytes = x'00'; UPDATE pack SET text = '{}'`));
    expect(runThrough((await reopened(folder)).compareKept())).toBe(2);
  });
});

describe('what retention removed', () => {
  /** Takes contents away as retention does: named first, by an entry that says which. */
  function remove(folder: string, register: Register, seqs: readonly number[]): void {
    const office = register.office.id() ?? '';
    act(register, (write) =>
      write.entry('records.removed', office, { before: '2020-01-01', why: 'old', seqs, documents: [], subjects: [] }),
    );
    register.close();
    tamper(folder, (db) => {
      for (const seq of seqs) db.prepare('DELETE FROM entry_content WHERE seq = ?').run(seq);
    });
  }

  test('is no break; more than was named is', async () => {
    const folder = await closedRegister(3);
    remove(folder, await reopened(folder), [3, 4, 5, 6]);
    expect(await found(folder)).toBeNull();
    tamper(folder, (db) => db.exec('DELETE FROM entry_content WHERE seq = 8'));
    expect((await found(folder))?.firstBroken).toBe(8);
  });

  test('is not borne out by an entry that does not hold itself', async () => {
    const folder = await closedRegister(3);
    remove(folder, await reopened(folder), [3]);
    tamper(folder, (db) => {
      const content = String(db.prepare('SELECT content FROM entry_content WHERE seq = 15').pluck().get());
      const more = content.replace('[3]', '[3,7]');
      db.prepare('UPDATE entry_content SET content = ? WHERE seq = 15').run(more);
      db.prepare('UPDATE entry SET content_hash = ? WHERE seq = 15').run(sha256(more));
      db.exec('DELETE FROM entry_content WHERE seq = 7');
    });
    // Neither what was removed nor what somebody added to the list is borne out any more.
    expect((await found(folder))?.firstBroken).toBe(3);
  });
});

/** The six ways of RELIABILITY P5; each gives the first entry that is not as it was saved. */
const ways: Readonly<Record<string, (db: Database.Database, pick: number, last: number) => number>> = {
  edit: (db, pick) => {
    const column = ['person', 'at', 'kind', 'subject_id', 'action_id'][pick % 5] ?? 'person';
    db.prepare(`UPDATE entry SET ${column} = ${column} || 'x' WHERE seq = ?`).run(pick);
    return pick;
  },
  'edit the content': (db, pick) => {
    db.prepare(`UPDATE entry_content SET content = replace(content, '"', ' "') WHERE seq = ?`).run(pick);
    return pick;
  },
  delete: (db, pick, last) => {
    db.exec(`DELETE FROM entry_content WHERE seq = ${pick}; DELETE FROM entry WHERE seq = ${pick}`);
    if (pick % 2 === 0 && pick < last) shift(db, pick, -1);
    return pick;
  },
  reorder: (db, pick, last) => {
    const [a, b] = pick === last ? [pick - 1, pick] : [pick, pick + 1];
    for (const table of ['entry', 'entry_content'])
      db.exec(
        `UPDATE ${table} SET seq = 100000 WHERE seq = ${a}; UPDATE ${table} SET seq = ${a} WHERE seq = ${b}; UPDATE ${table} SET seq = ${b} WHERE seq = 100000`,
      );
    return a;
  },
  insert: (db, pick) => {
    shift(db, pick - 1, 1);
    db.exec(
      `INSERT INTO entry SELECT ${pick}, 'forged', action_id, request_hash, subject, subject_id, kind, person, at, content_hash, mac FROM entry WHERE seq = ${pick + 1};
       INSERT INTO entry_content SELECT ${pick}, content FROM entry_content WHERE seq = ${pick + 1}`,
    );
    return pick;
  },
  'truncate the tail': (db, pick) => {
    db.exec(`DELETE FROM entry_content WHERE seq >= ${pick}; DELETE FROM entry WHERE seq >= ${pick}`);
    return pick;
  },
};

/** Moves the entries after a sequence up or down by one, in an order in which none meets another. */
function shift(db: Database.Database, after: number, by: 1 | -1): void {
  for (const table of ['entry', 'entry_content'])
    db.exec(
      `UPDATE ${table} SET seq = seq + 100000 WHERE seq > ${after}; UPDATE ${table} SET seq = seq - 100000 + ${by} WHERE seq > 100000`,
    );
}

describe('whatever is done to the entries is found, and the first one named', () => {
  for (const [way, work] of Object.entries(ways)) {
    test(
      way,
      async () => {
        const folder = await closedRegister(10);
        const { db, anchor } = filesOf(folder);
        const last = 42;
        for (const file of [db, anchor]) copyFileSync(file, `${file}.whole`);
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 2, max: last }), async (pick) => {
            for (const file of [db, anchor]) copyFileSync(`${file}.whole`, file);
            let first = 0;
            tamper(folder, (file) => {
              first = work(file, pick, last);
            });
            const result = await found(folder);
            expect(result?.firstBroken, `${way} ${pick}`).toBe(first);
            expect(result?.detail).toMatch(/^(Entry|Entries) \d+/);
          }),
          { numRuns: 40 },
        );
      },
      120_000,
    );
  }

  test('roll back the whole file', async () => {
    const folder = await closedRegister(2);
    const { db, anchor } = filesOf(folder);
    const course = aCourse();
    for (let i = 3; i < 30; i += 1) {
      copyFileSync(db, `${db}.before`);
      const register = await reopened(folder);
      const end = register.entryCount();
      keyForm(register, i, course);
      register.close();
      for (const file of [db, anchor]) copyFileSync(file, `${file}.after`);
      copyFileSync(`${db}.before`, db);
      expect(await found(folder)).toMatchObject({
        firstBroken: end + 1,
        detail: expect.stringContaining('put back to an earlier day') as string,
      });
      for (const file of [db, anchor]) copyFileSync(`${file}.after`, file);
    }
  }, 120_000);
});
