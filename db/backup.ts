import Database from 'better-sqlite3';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../shared/result';
import { openAnchor, readAnchor, type Head } from './anchor';
import { headOf } from './chain';
import { checkFile, checkWhole, runThrough, type Progress } from './check';
import { failureOf } from './failures';
import { filesOf, renameDurably, renameFirmly, sidecarsOf, syncFolder, type Files } from './files';
import { readKey } from './key';
import { versionOf } from './migrate';
import { presentVersion } from './migrations';
import { applicationId } from './pragmas';
import type { Register } from './register';
import { statements } from './statements';

/** A backup that was checked when it was made: its file's name, when (UTC, ISO), its size, how many entries it holds. */
export type Backup = { readonly name: string; readonly at: string; readonly bytes: number; readonly entries: number };

/** How many backups are kept; the oldest go first. */
const kept = 30;
const nameForm = /^register-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(\d{3})-(\d+)\.db$/;
/** A copy that is not checked yet, or was left behind when the app was ended. */
const unfinished = '.part';

/**
 * Makes a backup beside the register, page by page, checks it (SQLite's own check, and that it ends where the register does), and only
 * then gives it its name. `pause` is called between steps, so that the window does not stand still.
 */
export async function backUp(
  register: Register,
  at: string,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<Backup>> {
  const { files } = register;
  const name = nameOf(at, register.entryCount());
  const part = path.join(files.backups, `${name}${unfinished}`);
  try {
    mkdirSync(files.backups, { recursive: true, mode: 0o700 });
    closeSync(openSync(part, 'wx', 0o600));
    await register.copyTo(part);
    const flaw = await checkCopy(part, register, pause);
    if (flaw !== null) {
      remove(part);
      return fail({ kind: 'register-damaged', path: part, detail: flaw });
    }
    sync(part);
    renameDurably(part, path.join(files.backups, name));
    for (const old of listBackups(files).slice(kept)) rmSync(path.join(files.backups, old.name), { force: true });
    const made = listBackups(files).find((b) => b.name === name);
    return made === undefined ? fail({ kind: 'disk-error', path: part }) : ok(made);
  } catch (error) {
    const failure = failureOf(error, part);
    if (failure === null) throw error;
    remove(part);
    return fail(failure);
  }
}

/** The backups of a register, the newest first. */
export function listBackups(files: Files): Backup[] {
  if (!existsSync(files.backups)) return [];
  return readdirSync(files.backups)
    .flatMap((name) => {
      const parts = nameForm.exec(name);
      if (parts === null) return [];
      const [, year, month, day, hour, minute, second, milli, entries] = parts;
      const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
      return [{ name, at, bytes: statSync(path.join(files.backups, name)).size, entries: Number(entries) }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.entries - a.entries));
}

/** Removes copies that were left behind unchecked. */
export function sweepBackups(files: Files): void {
  if (!existsSync(files.backups)) return;
  for (const name of readdirSync(files.backups))
    if (name.includes(unfinished)) rmSync(path.join(files.backups, name), { force: true });
}

/**
 * Puts a backup in the place of a register that is closed: the backup is copied to a new name and checked whole there, the old files go to
 * a folder of their own under `quarantine`, and only then does the copy take their place. Gives where the register ended before.
 */
export function restore(files: Files, name: string, at: string): Result<{ readonly head: Head | null }> {
  const source = path.join(files.backups, name);
  if (!nameForm.test(name) || !existsSync(source)) return fail({ kind: 'not-found', what: 'That backup' });
  const coming = filesOf(files.folder, 'restored');
  try {
    remove(coming.db);
    copyFileSync(source, coming.db, constants.COPYFILE_EXCL);
    const checked = checkWholeCopy(coming.db, readKey(files.key));
    if (!checked.ok) {
      remove(coming.db);
      return checked;
    }
    const anchor = openAnchor(coming.anchor);
    try {
      if (checked.value !== null) anchor.write(checked.value);
    } finally {
      anchor.close();
    }
    sync(coming.db);
    const before = anchorBefore(files);
    setAside(files, at);
    renameFirmly(coming.anchor, files.anchor);
    renameDurably(coming.db, files.db);
    return ok({ head: before });
  } catch (error) {
    const failure = failureOf(error, files.db);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/** Moves a register with everything SQLite left beside it: an old log next to a restored file would bring the old pages back. */
function setAside(files: Files, at: string): void {
  const folder = path.join(files.quarantine, at.replace(/[^0-9TZ]/g, ''));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of [files.db, ...sidecarsOf(files.db), files.anchor])
    if (existsSync(file)) renameFirmly(file, path.join(folder, path.basename(file)));
  syncFolder(folder);
}

function anchorBefore(files: Files): Head | null {
  const anchored = existsSync(files.anchor) ? readAnchor(files.anchor) : null;
  return anchored === null ? null : { seq: anchored.seq, mac: anchored.mac };
}

async function checkCopy(copy: string, register: Register, pause: () => Promise<void>): Promise<string | null> {
  const db = openCopy(copy);
  try {
    const steps: Generator<Progress, { readonly detail: string } | null> = checkFile(statements(db));
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        if (step.value !== null) return step.value.detail;
        break;
      }
      await pause();
    }
    const head = headOf(statements(db));
    const there = head === null ? null : register.macAt(head.seq);
    return head === null
      ? null
      : there === head.mac.toString('hex')
        ? null
        : 'The copy does not end where the register does.';
  } finally {
    db.close();
  }
}

function checkWholeCopy(copy: string, key: Buffer | null): Result<Head | null> {
  const db = openCopy(copy);
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      return fail({ kind: 'register-not-ours', path: copy });
    const version = versionOf(db);
    if (version > presentVersion) return fail({ kind: 'register-newer', path: copy, version });
    if (key === null)
      return fail({ kind: 'register-damaged', path: copy, detail: 'The key that signs the entries is missing.' });
    const sql = statements(db);
    const found = runThrough(checkWhole(sql, key));
    if (found !== null) return fail({ kind: 'register-damaged', path: copy, detail: found.detail });
    const head = headOf(sql);
    return ok(head === null ? null : { seq: head.seq, mac: head.mac.toString('hex') });
  } finally {
    db.close();
  }
}

/** A copy is nobody else's: it is opened alone and without a log, so that one file is all there is of it. */
function openCopy(copy: string): Database.Database {
  const db = new Database(copy, { fileMustExist: true });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('journal_mode = DELETE');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function nameOf(at: string, entries: number): string {
  const [year, month, day, hour, minute, second, milli] = at.split(/[^0-9]/);
  return `register-${year}${month}${day}-${hour}${minute}${second}${(milli ?? '').padEnd(3, '0').slice(0, 3)}-${entries}.db`;
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function remove(db: string): void {
  for (const file of [db, ...sidecarsOf(db)]) rmSync(file, { force: true });
}
