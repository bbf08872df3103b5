import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp, listBackups, restore } from '../../db/backup';
import { runThrough } from '../../db/check';
import { filesOf } from '../../db/files';
import { migrate, versionOf } from '../../db/migrate';
import { migrations, presentVersion } from '../../db/migrations';
import { openRegister } from '../../db/open';
import type { Register } from '../../db/register';
import { fail } from '../../shared/result';
import { aStudent } from './records';
import { act, aRegister, at, reopened, someFolder, valueOf } from './register-here';

const minute = (n: number): string => `2026-09-30T16:${String(n).padStart(2, '0')}:00.000Z`;

function addStudents(register: Register, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const student = aStudent({ number: `S-${register.entryCount()}` });
    act(register, (write) => write.entry('student.saved', student.id, student));
  }
}

describe('a backup', () => {
  test('is a whole register of its own, under a name that says when and how far', async () => {
    const register = await aRegister();
    addStudents(register, 3);
    const made = valueOf(await backUp(register, minute(5)));
    expect(made).toMatchObject({ name: 'register-20260930-160500000-4.db', at: minute(5), entries: 4 });
    expect(listBackups(register.files)).toEqual([made]);
    const file = path.join(register.files.backups, made.name);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(register.files.backups)).toEqual([made.name]);
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) AS n FROM entry').get()).toEqual({ n: 4 });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('made while forms are being saved ends at an entry of the register', async () => {
    const register = await aRegister();
    addStudents(register, 40);
    let saving = true;
    const making = backUp(register, minute(5), async () => {
      if (saving) addStudents(register, 1);
      await new Promise((done) => setImmediate(done));
    });
    addStudents(register, 5);
    const made = valueOf(await making);
    saving = false;
    expect(made.entries).toBe(41);
    expect(register.readOnly()).toBeNull();
  });

  test('is kept thirty times, the oldest go', async () => {
    const register = await aRegister();
    for (let i = 0; i < 32; i += 1) valueOf(await backUp(register, minute(i)));
    const kept = listBackups(register.files);
    expect(kept).toHaveLength(30);
    expect([kept[0]?.at, kept.at(-1)?.at]).toEqual([minute(31), minute(2)]);
  });

  test('left half made when the app was ended is swept away at the next start', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    valueOf(await backUp(register, minute(1)));
    register.close();
    writeFileSync(path.join(register.files.backups, 'register-20260930-160200000-1.db.part'), 'plain names');
    await reopened(folder);
    expect(readdirSync(register.files.backups)).toEqual(['register-20260930-160100000-1.db']);
  });
});

describe('restoring', () => {
  test('puts the register back to the backup, keeps what was there, and brings nothing of the old log back', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    addStudents(register, 3);
    const made = valueOf(await backUp(register, minute(5)));
    const head = register.head();
    addStudents(register, 4);
    const later = register.head();
    register.close();
    // What a crash leaves: a log beside the file, of a later day than the backup.
    writeFileSync(register.files.wal, 'a log that belongs to the old file');

    expect(valueOf(restore(register.files, made.name, minute(9)))).toEqual({ head: later });
    expect(existsSync(register.files.wal)).toBe(false);
    const back = await reopened(folder);
    expect(back.head()).toEqual(head);
    expect(back.readOnly()).toBeNull();
    expect(runThrough(back.checkWhole())).toBeNull();
    addStudents(back, 1);
    const [aside] = readdirSync(register.files.quarantine);
    expect(readdirSync(path.join(register.files.quarantine, aside ?? '')).sort()).toEqual([
      'register.db',
      'register.db-wal',
      'register.head',
    ]);
  });

  test('refuses a backup in which something was changed, and leaves the register as it is', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    addStudents(register, 3);
    const made = valueOf(await backUp(register, minute(5)));
    register.close();
    const before = readFileSync(register.files.db);
    const db = new Database(path.join(register.files.backups, made.name));
    db.exec(
      `DROP TRIGGER entry_content_never_changes; UPDATE entry_content SET content = replace(content, 'Alder', 'Elder') WHERE seq = 3`,
    );
    db.close();
    expect(restore(register.files, made.name, minute(9))).toMatchObject({
      ok: false,
      failure: { kind: 'register-damaged' },
    });
    expect(readFileSync(register.files.db).equals(before)).toBe(true);
    expect(existsSync(register.files.quarantine)).toBe(false);
  });

  test('names only backups: no path leads out of their folder', async () => {
    const register = await aRegister();
    register.close();
    for (const name of ['../register.db', 'register.db', '/etc/passwd', 'register-20260930-160500000-4.db']) {
      expect(restore(register.files, name, at)).toEqual(fail({ kind: 'not-found', what: 'That backup' }));
    }
  });
});

describe('a register of an earlier form', () => {
  const version = presentVersion + 1;
  const next = { version, sql: 'CREATE TABLE later (x TEXT) STRICT; INSERT INTO later SELECT number FROM student' };

  test('is backed up, then brought up wholly', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    addStudents(register, 2);
    register.close();
    const again = valueOf(await openRegister(folder, minute(7), [...migrations, next]));
    expect(again.pragma('user_version')).toBe(version);
    expect(listBackups(again.files).map((b) => b.at)).toEqual([minute(7)]);
    expect(again.readOnly()).toBeNull();
    addStudents(again, 1);
    again.close();
    // The app that made it does not open what it cannot read.
    expect(await openRegister(folder, at)).toMatchObject({
      ok: false,
      failure: { kind: 'register-newer', version },
    });
  });

  test('stays as it was when a step fails half way, and says where the backup is', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    addStudents(register, 2);
    const head = register.head();
    register.close();
    const broken = {
      version,
      sql: 'CREATE TABLE later (x TEXT) STRICT; UPDATE student SET number = 1; INSERT INTO nowhere VALUES (1)',
    };
    const failed = await openRegister(folder, minute(7), [...migrations, broken]);
    expect(failed).toMatchObject({
      ok: false,
      failure: { kind: 'migration-failed', backup: 'register-20260930-160700000-3.db' },
    });
    const again = await reopened(folder);
    expect(again.pragma('user_version')).toBe(presentVersion);
    expect(again.head()).toEqual(head);
    expect(runThrough(again.compareTables())).toBe(0);
  });

  test('is never left between two steps', () => {
    const folder = someFolder();
    mkdirSync(folder, { recursive: true });
    const db = new Database(path.join(folder, 'x.db'));
    migrate(db);
    const steps = [...migrations, next, { version: version + 1, sql: 'CREATE TABLE later (x TEXT)' }];
    expect(() => migrate(db, steps)).toThrow(/already exists/);
    expect(versionOf(db)).toBe(version);
    db.close();
  });

  test('goes through numbered steps without a gap', () => {
    expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => i + 1));
  });
});

test('files of a register lie in one folder', () => {
  const files = filesOf(path.join('/', 'register'));
  expect([files.db, files.key, files.anchor].every((f) => path.dirname(f) === files.folder)).toBe(true);
});
