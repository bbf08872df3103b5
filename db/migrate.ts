import type Database from 'better-sqlite3';
import { migrations, type Migration } from './migrations';
import { applicationId } from './pragmas';

/** The version of a register's file. */
export function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings a register to the last step, each in one transaction with its number, so that a step is wholly done or not at all. Throws what SQLite reports. */
export function migrate(db: Database.Database, steps: readonly Migration[] = migrations): void {
  for (const step of steps) {
    if (step.version <= versionOf(db)) continue;
    db.transaction(() => {
      db.exec(step.sql);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`Step ${step.version} leaves ${broken.length} rows that refer to nothing`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${step.version}`);
    }).exclusive();
  }
}
