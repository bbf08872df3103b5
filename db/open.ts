import Database from 'better-sqlite3';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Failure } from '../shared/errors';
import { fail, ok, type Result } from '../shared/result';
import { openAnchor, readAnchor, type Head } from './anchor';
import { backUp, listBackups, sweepBackups } from './backup';
import { checkEnd, type Found } from './check';
import { failureOf, isTransient } from './failures';
import { filesOf, renameDurably, renameFirmly, sidecarsOf, type Files } from './files';
import { keepKey, readKey } from './key';
import { migrate, versionOf } from './migrate';
import { migrations, presentVersion, type Migration } from './migrations';
import { placeRefusal, writeRefusal } from './place';
import { applicationId, isHeldElsewhere, settle } from './pragmas';
import { registerOn, type Register } from './register';
import { statements } from './statements';

/**
 * Opens the register of a folder, or gives the reason why not. A register whose end does not hold (a changed entry among the last, a tail
 * cut off, a lost key) is opened for reading only, and says so through `readOnly`. `at` is the moment (UTC, ISO) that a backup made before
 * a migration carries; `steps` are the migrations.
 */
export async function openRegister(
  folder: string,
  at: string,
  steps: readonly Migration[] = migrations,
): Promise<Result<Register>> {
  const files = filesOf(folder);
  const refused = placeRefusal(folder);
  if (refused !== null && refused !== 'no-space') return fail({ kind: 'unsafe-place', path: folder, why: refused });
  if (!isThere(files)) return fail({ kind: 'register-missing', path: files.db });
  return openFiles(files, at, steps);
}

/** Whether a folder holds a register. An empty file is none: it was reserved for a register whose making was cut short. */
export function isThere(files: Files): boolean {
  return existsSync(files.db) && statSync(files.db).size > 0;
}

/**
 * Makes a register in a folder that has none: `first` writes what every register begins with, and only when that is kept does the
 * register get its name, so that there is never half a one. The folder and its files are this person's alone.
 */
export async function createRegister(
  folder: string,
  at: string,
  first: (register: Register) => Result<unknown>,
): Promise<Result<Register>> {
  const files = filesOf(folder);
  const refused = placeRefusal(folder) ?? writeRefusal(folder);
  if (refused !== null) return fail({ kind: 'unsafe-place', path: folder, why: refused });
  if (isThere(files)) return fail({ kind: 'register-exists', path: files.db });
  const coming = filesOf(folder, 'new');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    keepKey(files.key);
    for (const left of [coming.db, ...sidecarsOf(coming.db), coming.anchor]) rmSync(left, { force: true });
    closeSync(openSync(coming.db, 'wx', 0o600));
    const opened = await openFiles(coming, at, migrations);
    if (!opened.ok) return opened;
    const begun = first(opened.value);
    opened.value.close();
    if (!begun.ok) return begun;
    if (!existsSync(files.db)) closeSync(openSync(files.db, 'wx', 0o600));
    renameFirmly(coming.anchor, files.anchor);
    renameDurably(coming.db, files.db);
  } catch (error) {
    const failure = failureOf(error, files.db);
    if (failure === null) throw error;
    return fail(failure);
  }
  return openRegister(folder, at);
}

async function openFiles(files: Files, at: string, steps: readonly Migration[]): Promise<Result<Register>> {
  const connected = await connect(files);
  if (!connected.ok) return connected;
  const db = connected.value;
  try {
    const isNew = statSync(files.db).size === 0;
    if (!isNew) {
      if (db.pragma('application_id', { simple: true }) !== applicationId)
        return refuse(db, { kind: 'register-not-ours', path: files.db });
      const version = versionOf(db);
      if (version > (steps.at(-1)?.version ?? presentVersion))
        return refuse(db, { kind: 'register-newer', path: files.db, version });
    }
    settle(db);
    chmodSync(files.db, 0o600);
    sweepBackups(files);
    const key = readKey(files.key);
    const anchored = existsSync(files.anchor) ? readAnchor(files.anchor) : null;
    if (isNew) migrate(db, steps);
    else {
      const migrated = await bringUp(db, files, at, steps);
      if (!migrated.ok) return refuse(db, migrated.failure);
    }
    const doubt: Found =
      key === null
        ? { detail: 'The key that signs the entries is missing.', firstBroken: null }
        : checkEnd(statements(db), key, anchored);
    return ok(begin(db, files, key, anchored, doubt));
  } catch (error) {
    db.close();
    const failure = failureOf(error, files.db);
    if (failure === null) throw error;
    return fail(
      failure.kind === 'register-not-ours' && existsSync(files.anchor)
        ? { kind: 'register-damaged', path: files.db, detail: 'Its file is not a database any more.' }
        : failure,
    );
  }
}

function begin(db: Database.Database, files: Files, key: Buffer | null, anchored: Head | null, doubt: Found): Register {
  if (doubt !== null) return registerOn({ db, files, key, anchor: null, anchored: 0, doubt });
  const register = registerOn({ db, files, key, anchor: openAnchor(files.anchor), anchored: anchored?.seq ?? 0 });
  register.keepHead();
  return register;
}

/** Migrates a register that has an earlier form, after a backup that was checked. */
async function bringUp(
  db: Database.Database,
  files: Files,
  at: string,
  steps: readonly Migration[],
): Promise<Result<null>> {
  if (versionOf(db) === (steps.at(-1)?.version ?? 0)) return ok(null);
  const before = registerOn({ db, files, key: null, anchor: null, anchored: 0 });
  const backup = await backUp(before, at);
  if (!backup.ok) return backup;
  try {
    migrate(db, steps);
    return ok(null);
  } catch {
    return fail({ kind: 'migration-failed', path: files.db, backup: listBackups(files)[0]?.name ?? backup.value.name });
  }
}

function refuse(db: Database.Database, failure: Failure): Result<never> {
  db.close();
  return fail(failure);
}

/** Waits between tries to open, in milliseconds: a virus scanner or an indexer lets go of a file after a moment. */
const pauses = [50, 100, 200, 400];

async function connect(files: Files): Promise<Result<Database.Database>> {
  for (let attempt = 0; ; attempt += 1) {
    let db: Database.Database | null = null;
    try {
      db = new Database(files.db, { fileMustExist: true, timeout: 100 });
      // Before the first look at the file: the lock is then taken whole and kept, and no shared-memory file is made.
      db.pragma('locking_mode = EXCLUSIVE');
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return ok(db);
    } catch (error) {
      db?.close();
      const pause = pauses[attempt];
      if (isTransient(error) && pause !== undefined) {
        await wait(pause);
        continue;
      }
      if (isHeldElsewhere(error)) return fail({ kind: 'register-in-use', path: files.db });
      const failure = failureOf(error, files.db);
      if (failure === null) throw error;
      const wasOurs = failure.kind === 'register-not-ours' && existsSync(files.anchor);
      return fail(
        wasOurs
          ? { kind: 'register-damaged', path: files.db, detail: 'Its file is not a database any more.' }
          : failure,
      );
    }
  }
}
