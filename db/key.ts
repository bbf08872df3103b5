import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

const length = 32;

/** The key under which a register's entries are signed; null where its file is missing or cut short. Throws what the file system reports. */
export function readKey(path: string): Buffer | null {
  if (!existsSync(path)) return null;
  const key = Buffer.from(readFileSync(path, 'latin1').trim(), 'hex');
  return key.length === length ? key : null;
}

/** Makes the key of a new register, readable by this person alone; one that is there already is kept, since backups are signed under it. */
export function keepKey(path: string): Buffer {
  const there = readKey(path);
  if (there !== null) return there;
  const key = randomBytes(length);
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${key.toString('hex')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return key;
}
