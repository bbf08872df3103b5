import Database from 'better-sqlite3';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beforeFirst, macOf, sha256, type EntryRow } from '../../db/chain';
import { runThrough } from '../../db/check';
import { filesOf } from '../../db/files';
import { openRegister } from '../../db/open';
import type { Register } from '../../db/register';
import { aCourse, aStudent } from './records';
import { act, aRegister, at, reopened, someFolder, valueOf } from './register-here';
import { tamper } from './tampering';

/** A register with `count` students, closed; every entry after the first is one of them. */
async function closedRegister(count: number): Promise<string> {
  const folder = someFolder();
  const register = await aRegister(folder);
  act(register, (write) => {
    for (let i = 1; i <= count; i += 1) {
      const student = aStudent({ number: `S-${i}`, note: `note ${i}` });
      write.entry('student.saved', student.id, student);
    }
  });
  register.close();
  return folder;
}

/** What the register says of itself once it is opened: at the start, and after the check behind the window. */
async function noticed(
  folder: string,
): Promise<{ readonly atStart: boolean; readonly later: number | null | undefined }> {
  const opened = await openRegister(folder, at);
  if (!opened.ok) return { atStart: true, later: null };
  const found = runThrough(opened.value.checkWhole());
  const result = { atStart: opened.value.readOnly() !== null, later: found?.firstBroken };
  opened.value.close();
  return result;
}

const whole = { atStart: false, later: undefined };

describe('what was saved cannot be changed unseen', () => {
  test('an untouched register passes', async () => {
    expect(await noticed(await closedRegister(12))).toEqual(whole);
  });

  const tampers: Record<string, (db: Database.Database) => void> = {
    'the content of an entry': (db) =>
      db.exec(`UPDATE entry_content SET content = replace(content, 'note 4', 'note X') WHERE seq = 5`),
    'the content and its hash': (db) => {
      const content =
        db.prepare<[], { content: string }>('SELECT content FROM entry_content WHERE seq = 5').get()?.content ?? '';
      const changed = content.replace('note 4', 'note X');
      db.prepare('UPDATE entry_content SET content = ? WHERE seq = 5').run(changed);
      db.prepare('UPDATE entry SET content_hash = ? WHERE seq = 5').run(sha256(changed));
    },
    'who did it': (db) => db.exec(`UPDATE entry SET person = 'somebody' WHERE seq = 5`),
    'when it was done': (db) => db.exec(`UPDATE entry SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 5`),
    'an entry deleted from the middle': (db) =>
      db.exec('DELETE FROM entry_content WHERE seq = 5; DELETE FROM entry WHERE seq = 5'),
    'an entry deleted and the later ones moved up': (db) =>
      db.exec(`DELETE FROM entry_content WHERE seq = 5; DELETE FROM entry WHERE seq = 5;
        UPDATE entry SET seq = seq - 1 WHERE seq > 5; UPDATE entry_content SET seq = seq - 1 WHERE seq > 5`),
    'a content taken away': (db) => db.exec('DELETE FROM entry_content WHERE seq = 5'),
    'two entries exchanged': (db) =>
      db.exec(`UPDATE entry SET seq = 1000 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 6; UPDATE entry SET seq = 6 WHERE seq = 1000;
        UPDATE entry_content SET seq = 1000 WHERE seq = 5; UPDATE entry_content SET seq = 5 WHERE seq = 6; UPDATE entry_content SET seq = 6 WHERE seq = 1000`),
    'an entry put in at the end, signed with another key': (db) => {
      const last = db.prepare<[], EntryRow>('SELECT * FROM entry ORDER BY seq DESC LIMIT 1').get();
      if (last === undefined) throw new Error('no entry');
      const forged = { ...last, seq: last.seq + 1, id: 'forged', content_hash: sha256('{}') };
      const mac = macOf(Buffer.alloc(32, 1), forged, last.mac);
      db.prepare(
        `INSERT INTO entry (seq, id, action_id, request_hash, subject, subject_id, kind, person, at, content_hash, mac)
         VALUES (@seq, @id, @action_id, @request_hash, @subject, @subject_id, @kind, @person, @at, @content_hash, @mac)`,
      ).run({ ...forged, mac });
      db.prepare(`INSERT INTO entry_content (seq, content) VALUES (?, '{}')`).run(forged.seq);
    },
    'the chain begun anew with another key': (db) => {
      let before = beforeFirst;
      for (const row of db.prepare<[], EntryRow>('SELECT * FROM entry ORDER BY seq').all()) {
        before = macOf(Buffer.alloc(32, 1), row, before);
        db.prepare('UPDATE entry SET mac = ? WHERE seq = ?').run(before, row.seq);
      }
    },
  };

  for (const [name, work] of Object.entries(tampers)) {
    test(name, async () => {
      const folder = await closedRegister(12);
      tamper(folder, work);
      const result = await noticed(folder);
      expect(result.atStart).toBe(true);
      expect(result.later).not.toBeUndefined();
    });
  }

  test('a change further back than the start looks is found behind the window', async () => {
    const folder = await closedRegister(1020);
    tamper(folder, (db) => db.exec(`UPDATE entry SET person = 'somebody' WHERE seq = 5`));
    expect(await noticed(folder)).toEqual({ atStart: false, later: 5 });
  });

  test('the last entries cut off', async () => {
    const folder = await closedRegister(12);
    tamper(folder, (db) => db.exec('DELETE FROM entry_content WHERE seq > 8; DELETE FROM entry WHERE seq > 8'));
    const opened = valueOf(await openRegister(folder, at));
    expect(opened.readOnly()).toMatchObject({
      detail:
        'Entries 9 to 13, saved up to Wed, Sep 30, 2026 at 9:00 AM, are gone. The end of the register was cut off outside Refund Desk.',
    });
    // The chain itself is sound: only the anchor knows.
    expect(runThrough(opened.checkWhole())).toBeNull();
    opened.close();
  });

  test('the file put back to an earlier day', async () => {
    const folder = await closedRegister(3);
    const { db } = filesOf(folder);
    copyFileSync(db, `${db}.yesterday`);
    const register = await reopened(folder);
    act(register, (write) => write.entry('student.saved', aStudent().id, aStudent()));
    register.close();
    rmSync(db);
    copyFileSync(`${db}.yesterday`, db);
    expect((await noticed(folder)).atStart).toBe(true);
  });

  test('the log of the last saves taken away after a crash', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    register.close();
    const again = await reopened(folder);
    for (let i = 0; i < 5; i += 1)
      act(again, (write) => write.entry('student.saved', aStudent().id, aStudent({ number: `N-${i}` })));
    // As after a power cut: the file as it lies there, without its log.
    const crashed = someFolder();
    for (const file of ['register.db', 'register.key', 'register.head'])
      writeFileSync(`${crashed}/${file}`, readFileSync(`${folder}/${file}`));
    expect((await noticed(crashed)).atStart).toBe(true);
  });

  test('an anchor that lags one save behind is caught up', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    const { anchor } = register.files;
    const behind = readFileSync(anchor);
    act(register, (write) => write.entry('student.saved', aStudent().id, aStudent()));
    register.close();
    writeFileSync(anchor, behind);
    expect(await noticed(folder)).toEqual(whole);
    const caughtUp = await reopened(folder);
    expect(readFileSync(anchor, 'latin1')).toContain(`${caughtUp.head()?.seq} ${caughtUp.head()?.mac}`);
  });

  test('an anchor torn while it was written leaves the one before', async () => {
    const folder = await closedRegister(4);
    const { anchor } = filesOf(folder);
    const bytes = readFileSync(anchor);
    const slots = [bytes.subarray(0, 160), bytes.subarray(160, 320)].map((s) =>
      Number(s.toString('latin1').split(' ')[0]),
    );
    const newest = (slots[0] ?? 0) > (slots[1] ?? 0) ? 0 : 1;
    bytes.fill(0x20, newest * 160 + 30, newest * 160 + 90);
    writeFileSync(anchor, bytes);
    expect(await noticed(folder)).toEqual(whole);
  });

  test('an anchor that is gone leaves the register readable only', async () => {
    const folder = await closedRegister(4);
    rmSync(filesOf(folder).anchor);
    expect((await noticed(folder)).atStart).toBe(true);
  });
});

describe('the tables of entries refuse, by triggers of their own,', () => {
  const refusals: Record<string, string> = {
    'changing an entry': `UPDATE entry SET person = 'x' WHERE seq = 1`,
    'deleting an entry': 'DELETE FROM entry WHERE seq = 1',
    'replacing an entry': `INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 1`,
    'replacing an entry by its identifier': `INSERT OR REPLACE INTO entry SELECT 4, id, action_id, request_hash, subject, subject_id, kind, person, at, content_hash, mac FROM entry WHERE seq = 1`,
    'leaving a gap': `INSERT INTO entry SELECT 9, 'new', action_id, request_hash, subject, subject_id, kind, person, at, content_hash, mac FROM entry WHERE seq = 1`,
    'changing a content': `UPDATE entry_content SET content = '{}' WHERE seq = 1`,
    'deleting a content': 'DELETE FROM entry_content WHERE seq = 1',
    'replacing a content': `INSERT OR REPLACE INTO entry_content VALUES (3, '{}')`,
    'a content of an older entry': `INSERT INTO entry_content VALUES (1, '{}')`,
    'changing a pack': `UPDATE pack SET text = ''`,
    'deleting a pack': 'DELETE FROM pack',
    'replacing a pack': `INSERT OR REPLACE INTO pack SELECT hash, '' FROM pack`,
    'changing a document': `UPDATE document SET media = ''`,
    'deleting a document': 'DELETE FROM document',
    'replacing a document': `INSERT OR REPLACE INTO document (hash, media, bytes) SELECT hash, '', x'00' FROM document`,
    'text where cents belong': `UPDATE course SET fee = '12.5x'`,
  };
  for (const [name, statement] of Object.entries(refusals)) {
    test(name, async () => {
      const folder = someFolder();
      const register = await aRegister(folder);
      fill(register);
      register.close();
      const db = new Database(filesOf(folder).db);
      expect(() => db.exec(statement)).toThrow(/never|only follows|written once|kept once|cannot store TEXT/);
      db.close();
      expect(await noticed(folder)).toEqual(whole);
    });
  }
});

function fill(register: Register): void {
  act(register, (write) => {
    const student = aStudent();
    write.entry('student.saved', student.id, student);
    write.entry(
      'course.saved',
      '0190b6a0-0000-7000-8000-000000000001',
      aCourse({ id: '0190b6a0-0000-7000-8000-000000000001' }),
    );
    write.pack('{"id":"a pack"}');
    write.document('application/pdf', Buffer.from('%PDF'));
  });
}
