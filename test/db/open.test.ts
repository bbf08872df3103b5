import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../db/files';
import { presentVersion } from '../../db/migrations';
import { createRegister, openRegister } from '../../db/open';
import { pragmas } from '../../db/pragmas';
import { sayFailure } from '../../shared/errors';
import { fail, ok } from '../../shared/result';
import { anOffice, aStudent } from './records';
import { act, aRegister, at, reopened, request, someFolder, valueOf } from './register-here';

const posix = process.platform !== 'win32';

describe('a register that is being made', () => {
  test('lies in a folder and files that only this person can read', async () => {
    const folder = path.join(someFolder(), 'register');
    const register = await aRegister(folder);
    act(register, (write) => write.entry('student.saved', aStudent().id, aStudent()));
    if (!posix) return;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of [register.files.db, register.files.wal, register.files.key, register.files.anchor]) {
      expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
    }
  });

  test('never takes the place of one that is there', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    const student = aStudent();
    act(register, (write) => write.entry('student.saved', student.id, student));
    register.close();
    const second = await createRegister(folder, at, () => ok(null));
    expect(second).toEqual(fail({ kind: 'register-exists', path: filesOf(folder).db }));
    expect((await reopened(folder)).students.get(student.id)).toEqual(student);
  });

  test('has no name before what it begins with is kept', async () => {
    const folder = someFolder();
    const refused = await createRegister(folder, at, () => fail({ kind: 'cancelled' }));
    expect(refused).toEqual(fail({ kind: 'cancelled' }));
    expect(existsSync(filesOf(folder).db)).toBe(false);
    expect(await openRegister(folder, at)).toEqual(fail({ kind: 'register-missing', path: filesOf(folder).db }));
    const again = valueOf(
      await createRegister(folder, at, (fresh) =>
        fresh.act(request(), (write) => ok(write.entry('office.saved', write.newId(), anOffice()))),
      ),
    );
    expect(again.office.get()).toEqual(anOffice());
    again.close();
  });
});

describe('an open register', () => {
  test('stands on the pragmas that saving rests on, read back after a query', async () => {
    const register = await aRegister();
    const held = Object.fromEntries(pragmas.map((name) => [name, register.pragma(name) ?? 0]));
    expect(held).toEqual({
      locking_mode: 'exclusive',
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      temp_store: 2,
      busy_timeout: 1000,
      mmap_size: 0,
    });
    expect(register.pragma('application_id')).toBe(0x5244736b);
    expect(register.pragma('user_version')).toBe(presentVersion);
  });

  test('belongs to one process at a time, with no shared memory file beside it', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    const second = await openRegister(folder, at);
    expect(second).toEqual(fail({ kind: 'register-in-use', path: filesOf(folder).db }));
    expect(readdirSync(folder).filter((name) => name.endsWith('-shm'))).toEqual([]);
    register.close();
    expect((await reopened(folder)).office.get()).toEqual(anOffice());
  });

  test('holds everything after it was closed and opened again', async () => {
    const folder = someFolder();
    const first = await aRegister(folder);
    const student = aStudent();
    act(first, (write) => write.entry('student.saved', student.id, student));
    const head = first.head();
    first.close();
    const again = await reopened(folder);
    expect(again.head()).toEqual(head);
    expect(again.students.get(student.id)).toEqual(student);
    expect(again.readOnly()).toBeNull();
  });
});

describe('a file that is no register of this app', () => {
  const other = async (name: string, make: (file: string) => void): Promise<unknown> => {
    const folder = path.join(someFolder(), name);
    mkdirSync(folder);
    make(filesOf(folder).db);
    const opened = await openRegister(folder, at);
    return opened.ok ? 'opened' : opened.failure.kind;
  };

  test('is left alone and named as such', async () => {
    expect(
      await other('text', (file) =>
        writeFileSync(file, 'not a database at all, but longer than a page header is'.repeat(40)),
      ),
    ).toBe('register-not-ours');
    expect(
      await other('another', (file) => {
        const db = new Database(file);
        db.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
        db.close();
      }),
    ).toBe('register-not-ours');
    expect(await other('empty', (file) => writeFileSync(file, ''))).toBe('register-missing');
  });

  test('a register of a newer app is left alone', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    register.close();
    const db = new Database(filesOf(folder).db);
    db.pragma('user_version = 99');
    db.close();
    expect(await openRegister(folder, at)).toEqual(
      fail({ kind: 'register-newer', path: filesOf(folder).db, version: 99 }),
    );
  });

  test('a register whose first page was overwritten is damaged, not somebody else’s', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    register.close();
    writeFileSync(filesOf(folder).db, Buffer.alloc(8192, 7));
    const opened = await openRegister(folder, at);
    expect(opened.ok ? 'opened' : opened.failure.kind).toBe('register-damaged');
    expect(opened.ok ? '' : sayFailure(opened.failure).next).toMatch(/backup/);
  });

  test('a register without its key is only read', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    register.close();
    writeFileSync(filesOf(folder).key, '');
    const again = await reopened(folder);
    expect(again.office.get()).toEqual(anOffice());
    expect(again.readOnly()).toMatchObject({ kind: 'register-damaged' });
    expect(again.saveDraft('form', 'x', at)).toMatchObject({ ok: false });
  });
});

test.runIf(posix)('a folder that links into a synced one is refused', async () => {
  const folder = someFolder();
  mkdirSync(path.join(folder, 'Dropbox'));
  symlinkSync(path.join(folder, 'Dropbox'), path.join(folder, 'plain'));
  const made = await createRegister(path.join(folder, 'plain', 'register'), at, () => ok(null));
  expect(made).toMatchObject({ ok: false, failure: { kind: 'unsafe-place', why: 'synced' } });
  expect(readdirSync(path.join(folder, 'Dropbox'))).toEqual([]);
});
