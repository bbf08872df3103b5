import Database from 'better-sqlite3';
import type { Head } from './anchor';
import { checkLinks, headOf } from './chain';
import { migrate, versionOf } from './migrate';
import { presentVersion } from './migrations';
import { actionsOf, presentOf, type About } from './project';
import { differing } from './rows';
import type { Sql } from './statements';

/** How far a long check is, in entries or subjects. */
export type Progress = { readonly done: number; readonly total: number };

/** What a check found: nothing, or the sentence that names it and the first entry that does not hold (where it is the chain). */
export type Found = { readonly detail: string; readonly firstBroken: number | null } | null;

/** How many entries are looked at between two looks at the clock. */
const stride = 25;

/** How far back the chain is checked before the window opens. */
export const checkedBeforeWindow = 1000;

/** What the register's end says before the window opens: the anchor stands in the chain, and the last entries follow one another. */
export function checkEnd(sql: Sql, key: Buffer, anchor: Head | null): Found {
  const head = headOf(sql);
  if (anchor === null)
    return head === null
      ? null
      : { detail: 'The file that says where the register ends is missing or unreadable.', firstBroken: null };
  const reached = sql.one<{ mac: Buffer }>('SELECT mac FROM entry WHERE seq = ?', anchor.seq);
  if (reached === null) {
    return {
      detail: `The register ends at entry ${head?.seq ?? 0}, but ${anchor.seq} were saved.`,
      firstBroken: (head?.seq ?? 0) + 1,
    };
  }
  if (reached.mac.toString('hex') !== anchor.mac)
    return { detail: `Entry ${anchor.seq} is not the one that was saved.`, firstBroken: anchor.seq };
  return broken(
    checkLinks(sql, key, Math.max(0, (head?.seq ?? 0) - checkedBeforeWindow), checkedBeforeWindow).firstBroken,
  );
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
    if (link.firstBroken !== null || link.reached === reached) return broken(link.firstBroken ?? reached + 1);
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

/** Compares the present-state tables with the fold of the entries, in small steps; gives the number of rows that differ. */
export function* compareTables(sql: Sql): Generator<Progress, number> {
  const abouts = sql.all<About>('SELECT subject, subject_id AS subjectId FROM entry GROUP BY subject, subject_id');
  let count = strayRows(sql) + actionsDiffering(sql);
  for (const [i, about] of abouts.entries()) {
    count += differing(sql, about.subjectId, presentOf(sql, about));
    yield { done: i + 1, total: abouts.length };
  }
  return count;
}

/** Rows of subjects that have no entry at all. */
function strayRows(sql: Sql): number {
  return ['office', 'term', 'student', 'course', 'enrolment', 'group', 'batch', 'case', 'letter', 'policy']
    .map((table) =>
      sql.number(
        `SELECT count(*) FROM "${table}" t WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.subject = ? AND e.subject_id = t.id)`,
        table,
      ),
    )
    .reduce((sum, n) => sum + n, 0);
}

function actionsDiffering(sql: Sql): number {
  const wanted = actionsOf(sql);
  const there = new Map(
    sql
      .all<{ id: string; text: string }>(
        `SELECT id, kind || ' ' || first_seq || ' ' || last_seq || ' ' || ifnull(undone_seq, '-') AS text FROM action`,
      )
      .map((r) => [r.id, r.text]),
  );
  const differs = wanted.filter(
    (a) => there.get(a.id) !== `${a.kind} ${a.first_seq} ${a.last_seq} ${a.undone_seq ?? '-'}`,
  );
  return differs.length + Math.max(0, there.size - wanted.length);
}

function broken(firstBroken: number | null): Found {
  return firstBroken === null
    ? null
    : { detail: `Entry ${firstBroken} was changed, removed or put in after it was saved.`, firstBroken };
}

/** Runs a check to its end at once. */
export function runThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
