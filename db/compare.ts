import { subjects } from '../shared/register/entry';
import type { Progress } from './check';
import { sha256 } from './chain';
import { presentOf, type About, type ActionRow } from './project';
import { differing } from './rows';
import type { Sql } from './statements';

/** How many entries or rows are looked at between two looks at the clock. */
const stride = 50;

/** Told of each record whose rows are not what its entries say. */
export type Tell = (about: About) => void;

/** Compares the present-state tables with the fold of the entries, in small steps; gives the number of rows that differ. */
export function* compareTables(sql: Sql, tell: Tell = () => undefined): Generator<Progress, number> {
  let count = yield* strayRows(sql, tell);
  count += yield* actionsDiffering(sql);
  const abouts = sql.all<About>('SELECT subject, subject_id AS subjectId FROM entry GROUP BY subject, subject_id');
  for (const [i, about] of abouts.entries()) {
    const differ = differing(sql, about.subjectId, presentOf(sql, about));
    if (differ > 0) tell(about);
    count += differ;
    yield { done: i + 1, total: abouts.length };
  }
  return count;
}

/** Rows of subjects that have no entry at all. */
function* strayRows(sql: Sql, tell: Tell): Generator<Progress, number> {
  let count = 0;
  for (const subject of subjects) {
    for (let after = 0; ;) {
      const rows = sql.all<{ row: number; id: string; stray: number }>(
        `SELECT t.row, t.id, NOT EXISTS (SELECT 1 FROM entry e WHERE e.subject = ? AND e.subject_id = t.id) AS stray
         FROM "${subject}" t WHERE t.row > ? ORDER BY t.row LIMIT ${stride}`,
        subject,
        after,
      );
      const last = rows.at(-1);
      if (last === undefined) break;
      for (const { id } of rows.filter((r) => r.stray === 1)) {
        count += 1;
        tell({ subject, subjectId: id });
      }
      after = last.row;
      yield { done: 0, total: 1 };
    }
  }
  return count;
}

type Step = {
  readonly seq: number;
  readonly action_id: string;
  readonly kind: string;
  readonly content: string | null;
};

/** The actions whose row is not what their entries, which follow one another, give. */
function* actionsDiffering(sql: Sql): Generator<Progress, number> {
  let count = 0;
  let actions = 0;
  let open = null as ActionRow | null;
  const undone = new Map<string, number | null>();
  const close = (action: ActionRow): void => {
    const there = sql.one<ActionRow>('SELECT * FROM action WHERE id = ?', action.id);
    const { kind, first_seq, last_seq } = action;
    actions += 1;
    if (there?.kind !== kind || there.first_seq !== first_seq || there.last_seq !== last_seq) count += 1;
  };
  for (let reached = 0; ;) {
    const steps = sql.all<Step>(
      `SELECT e.seq, e.action_id, e.kind, CASE WHEN e.kind IN ('action.undone', 'action.redone') THEN c.content END AS content
       FROM entry e LEFT JOIN entry_content c ON c.seq = e.seq WHERE e.seq > ? ORDER BY e.seq LIMIT ${stride}`,
      reached,
    );
    for (const { seq, action_id: id, kind, content } of steps) {
      if (open !== null && open.id !== id) {
        close(open);
        open = null;
      }
      const way = kind === 'action.undone' ? 'undone' : kind === 'action.redone' ? 'redone' : 'made';
      if (open === null && way !== 'made' && content !== null) {
        const { actionId } = JSON.parse(content) as { readonly actionId: string };
        undone.set(actionId, way === 'undone' ? seq : null);
      }
      open = { id, kind: way, first_seq: open === null ? seq : open.first_seq, last_seq: seq, undone_seq: null };
      reached = seq;
    }
    // What is left is compared in the same step as the last entry is read: nothing can be saved in between.
    if (steps.length < stride) break;
    yield { done: 0, total: 1 };
  }
  if (open !== null) close(open);
  const marked = new Map(
    sql
      .all<{ id: string; undone_seq: number }>('SELECT id, undone_seq FROM action WHERE undone_seq IS NOT NULL')
      .map(({ id, undone_seq }) => [id, undone_seq]),
  );
  for (const id of new Set([...undone.keys(), ...marked.keys()]))
    if ((undone.get(id) ?? null) !== (marked.get(id) ?? null)) count += 1;
  return count + Math.max(0, sql.number('SELECT count(*) FROM action') - actions);
}

/** Whether what is kept under its hash, policies and documents, still fits it, in small steps; gives how many do not, or are gone. */
export function* compareKept(sql: Sql): Generator<Progress, number> {
  let count = sql.number(
    `SELECT count(*) FROM letter l WHERE l.pdf_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document d WHERE d.hash = l.pdf_hash)
     AND NOT EXISTS (SELECT 1 FROM removal_document r WHERE r.hash = l.pdf_hash)`,
  );
  for (const [table, column] of [
    ['pack', 'text'],
    ['document', 'bytes'],
  ] as const) {
    const total = sql.number(`SELECT count(*) FROM ${table}`);
    for (let after = 0, done = 1; ; done += 1) {
      const next = sql.one<{ row: number; hash: string; kept: string | Buffer }>(
        `SELECT rowid AS row, hash, ${column} AS kept FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT 1`,
        after,
      );
      if (next === null) break;
      if (sha256(next.kept).toString('hex') !== next.hash) count += 1;
      after = next.row;
      yield { done, total };
    }
  }
  return count;
}
