import Database from 'better-sqlite3';
import type { Anchored } from './anchor';
import { checkLinks, headOf, type ChainCheck } from './chain';
import { migrate, versionOf } from './migrate';
import { presentVersion } from './migrations';
import { sayBroken, sayReplaced, sayShort, type Naming } from './said';
import type { Sql } from './statements';

/** How far a long check is, in entries or subjects. */
export type Progress = { readonly done: number; readonly total: number };

/**
 * What a check found: nothing, or the sentence that names it and the first entry that does not hold (where it is the chain). `detail` names
 * no student, since anybody may read it; `named` does, for those who may.
 */
export type Found = { readonly detail: string; readonly named?: string; readonly firstBroken: number | null } | null;

/** How many entries are looked at between two looks at the clock. */
const stride = 25;

/** How far back the chain is checked before the window opens. */
export const checkedBeforeWindow = 1000;

/** What the register's end says before the window opens: the anchor stands in the chain, and the last entries follow one another. */
export function checkEnd(sql: Sql, key: Buffer, anchor: Anchored | null): Found {
  const head = headOf(sql);
  if (anchor === null)
    return head === null
      ? null
      : { detail: 'The file that says where the register ends is missing or unreadable.', firstBroken: null };
  const end = head?.seq ?? 0;
  // An entry that can be named comes before the end that is missing after it.
  const links = broken(sql, checkLinks(sql, key, Math.max(0, end - checkedBeforeWindow), checkedBeforeWindow));
  if (links !== null) return links;
  const reached = sql.one<{ mac: Buffer }>('SELECT mac FROM entry WHERE seq = ?', anchor.seq);
  if (reached === null) return { detail: sayShort(sql, end, anchor, actionsReach(sql) <= end), firstBroken: end + 1 };
  return reached.mac.toString('hex') === anchor.mac
    ? null
    : {
        detail: sayReplaced(sql, anchor.seq, 'nobody'),
        named: sayReplaced(sql, anchor.seq, 'students'),
        firstBroken: anchor.seq,
      };
}

/** The last entry that the table of actions knows of: entries alone cut off leave their actions there, an older file does not. */
function actionsReach(sql: Sql): number {
  return sql.number('SELECT coalesce(max(last_seq), 0) FROM action');
}

/** Checks the whole chain, then the file itself, in small steps: the caller decides when to go on. */
export function* checkWhole(sql: Sql, key: Buffer): Generator<Progress, Found> {
  const chain = yield* checkChain(sql, key);
  if (chain !== null) return chain;
  return yield* checkFile(sql);
}

/** Checks every entry against the one before, from the first to the last there is by then. */
export function* checkChain(sql: Sql, key: Buffer): Generator<Progress, Found> {
  let reached = 0;
  for (let total = headOf(sql)?.seq ?? 0; reached < total; total = headOf(sql)?.seq ?? 0) {
    const link = checkLinks(sql, key, reached, stride);
    if (link.firstBroken !== null) return broken(sql, link);
    if (link.reached === reached) return broken(sql, { reached, firstBroken: reached + 1, how: 'missing' });
    ({ reached } = link);
    yield { done: reached, total };
  }
  return null;
}

/** SQLite's own check of its file, table by table, and of what refers to what; before it, that its tables and triggers are those that were made. */
export function* checkFile(sql: Sql): Generator<Progress, Found> {
  if (versionOf(sql.db) === presentVersion && schemaOf(sql.db) !== madeSchema()) {
    return { detail: 'Its tables or triggers were changed from outside.', firstBroken: null };
  }
  const tables = sql.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
  );
  for (const [i, { name }] of tables.entries()) {
    const said = sql.db.pragma(`integrity_check("${name}")`) as { integrity_check: string }[];
    const [first] = said;
    if (first?.integrity_check !== 'ok')
      return { detail: `SQLite finds its file malformed (${name}).`, firstBroken: null };
    yield { done: i + 1, total: tables.length };
  }
  const dangling = sql.db.pragma('foreign_key_check') as unknown[];
  return dangling.length === 0 ? null : { detail: 'Contents stand there without their entries.', firstBroken: null };
}

let made: string | null = null;

/** The schema that this app makes, by making it. */
function madeSchema(): string {
  if (made === null) {
    const db = new Database(':memory:');
    migrate(db);
    made = schemaOf(db);
    db.close();
  }
  return made;
}

function schemaOf(db: Database.Database): string {
  return JSON.stringify(
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').raw().all(),
  );
}

/** The sentence about the first entry that does not hold, made while it can still be read; nothing where all do. */
function broken(sql: Sql, { firstBroken, how }: ChainCheck): Found {
  if (firstBroken === null) return null;
  const said = (naming: Naming): string => sayBroken(sql, firstBroken, how ?? 'entry', naming);
  return { detail: said('nobody'), named: said('students'), firstBroken };
}

/** Runs a check to its end at once. */
export function runThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
