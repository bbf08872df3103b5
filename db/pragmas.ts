import type Database from 'better-sqlite3';
import { codeOf } from './failures';

/** The number by which a register's file is known (`PRAGMA application_id`): "RDsk". */
export const applicationId = 0x5244736b;

/** Earlier SQLite can lose commits when it resets its write-ahead log (fixed in 3.51.3). */
const leastSqlite = [3, 51, 3] as const;

/** What every connection to a register must read back after its first query; `synchronous` 2 is FULL. */
const demanded = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  mmap_size: 0,
  temp_store: 2,
  busy_timeout: 1000,
} as const;

/** The pragmas on which saving rests. */
export const pragmas: readonly string[] = Object.keys(demanded);

/** Sets what a register's durability rests on, and reads it back after the first query. Throws what SQLite reports, or what did not hold. */
export function settle(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  // After WAL: this build of SQLite turns `synchronous` down to NORMAL when it first uses the log.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('secure_delete = ON');
  db.pragma('mmap_size = 0');
  db.pragma('temp_store = MEMORY');
  db.pragma(`busy_timeout = ${demanded.busy_timeout}`);
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  for (const [name, value] of Object.entries(demanded)) {
    // `mmap_size` says nothing at all where SQLite was built without it.
    const held = (db.pragma(name, { simple: true }) ?? 0) as string | number;
    if (held !== value) throw new Error(`PRAGMA ${name} is ${held}, not ${value}`);
  }
  const version = db.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '';
  if (!isAtLeast(version, leastSqlite)) throw new Error(`SQLite ${version} is too old`);
}

/** Whether what a first touch of the file threw says that another process holds it. */
export function isHeldElsewhere(error: unknown): boolean {
  return codeOf(error)?.startsWith('SQLITE_BUSY') === true || codeOf(error)?.startsWith('SQLITE_LOCKED') === true;
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, wanted] of least.entries()) {
    const part = parts[i] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
