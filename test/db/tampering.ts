import Database from 'better-sqlite3';
import { filesOf } from '../../db/files';

/** Somebody with a database tool and no key: the triggers are taken away first, and put back so that nothing shows but what was changed. */
export function tamper(folder: string, work: (db: Database.Database) => void): void {
  const db = new Database(filesOf(folder).db);
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  work(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
}
