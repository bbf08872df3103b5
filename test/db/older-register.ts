import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { keepAction, type WrittenKind } from '../../db/actions';
import { openAnchor, type Head } from '../../db/anchor';
import { headOf, sha256 } from '../../db/chain';
import { appendEntry } from '../../db/entries';
import { filesOf } from '../../db/files';
import { keepKey } from '../../db/key';
import { migrate } from '../../db/migrate';
import { migrations } from '../../db/migrations';
import { presentOf } from '../../db/project';
import { putPresent } from '../../db/rows';
import { statements } from '../../db/statements';
import type { Content } from '../../shared/register/contents';
import { subjectOf } from '../../shared/register/subject-of';
import { id } from './records';
import { at } from './register-here';

/** One entry of the time. */
type Made = { [K in WrittenKind]: readonly [kind: K, subjectId: string, content: Content[K]] }[WrittenKind];

/**
 * Makes a register in the form of an earlier version, as the app of that time left it: the entries are of every form, the tables have the
 * columns that they had. Gives where its chain ends.
 */
export function olderRegister(folder: string, version: number, made: readonly Made[]): Head {
  const files = filesOf(folder);
  mkdirSync(folder, { recursive: true });
  const key = keepKey(files.key);
  const db = new Database(files.db);
  migrate(
    db,
    migrations.filter((step) => step.version <= version),
  );
  // What a row of today is made from asks for the course's fund, which an earlier form does not have; the column is gone again at the end.
  const lent = version < 6;
  if (lent) db.exec(`ALTER TABLE course ADD COLUMN fund TEXT NOT NULL DEFAULT ''`);
  const sql = statements(db);
  const columnsOf = (table: string): string[] =>
    (db.pragma(`table_info("${table}")`) as { readonly name: string }[]).map((column) => column.name);
  for (const [kind, subjectId, content] of made) {
    const subject = subjectOf(kind);
    const origin = { actionId: id(), requestHash: sha256(id()), person: 'jrivera', at };
    const seq = appendEntry(sql, key, origin, { subject, subjectId, kind, content });
    keepAction(sql, origin.actionId, 'made', seq);
    const { row, lines, ...present } = presentOf(sql, { subject, subjectId });
    const known = new Set(columnsOf(present.table));
    putPresent(sql, subjectId, {
      ...present,
      row: row === null ? null : Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column))),
      lines: lines.filter((part) => columnsOf(part.table).length > 0),
    });
  }
  const head = headOf(sql);
  if (head === null) throw new Error('a register without entries');
  if (lent) db.exec('ALTER TABLE course DROP COLUMN fund');
  db.close();
  const end = { seq: head.seq, mac: head.mac.toString('hex') };
  const anchor = openAnchor(files.anchor);
  anchor.write(end);
  anchor.close();
  return end;
}
