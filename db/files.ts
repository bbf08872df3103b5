import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { isTransient } from './failures';

/** The files of a register, all in one folder. */
export type Files = {
  readonly folder: string;
  /** The register itself: nothing but SQLite ever opens it, since reading it otherwise would throw away SQLite's own lock. */
  readonly db: string;
  readonly wal: string;
  readonly key: string;
  readonly anchor: string;
  readonly backups: string;
  readonly quarantine: string;
};

/** Where the files of the register in a folder lie; `name` is another while one is being made or restored. */
export function filesOf(folder: string, name = 'register'): Files {
  const db = path.join(folder, `${name}.db`);
  return {
    folder,
    db,
    wal: `${db}-wal`,
    key: path.join(folder, 'register.key'),
    anchor: path.join(folder, `${name}.head`),
    backups: path.join(folder, 'backups'),
    quarantine: path.join(folder, 'quarantine'),
  };
}

/** What SQLite may leave beside a database. */
export function sidecarsOf(db: string): readonly string[] {
  return [`${db}-wal`, `${db}-shm`, `${db}-journal`];
}

/** Waits until the disk has a folder's names: a rename is not durable before. Windows has no such wait and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits between tries to rename, in milliseconds: on Windows a virus scanner may have the file in its hands for a moment. */
const pauses = [20, 50, 100, 200];

/** Renames a file, with patience for other programs. Throws what the file system reports in the end. */
export function renameFirmly(from: string, to: string): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || !isTransient(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Gives a file its final name and waits until the disk has it. */
export function renameDurably(from: string, to: string): void {
  renameFirmly(from, to);
  syncFolder(path.dirname(to));
}
