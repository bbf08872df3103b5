import { matchOf } from './search';
import type { Row, Sql, Value } from './statements';

/** A table's rows of one subject, e.g. a course's meetings, in the order of their lines. */
export type Lines = {
  readonly table: string;
  readonly key: string;
  readonly order: string;
  readonly rows: readonly Row[];
};

/** What the present-state tables hold of one subject: its row (null where it is gone), its lines, and whether it is searched by its `words`. */
export type Present = {
  readonly table: string;
  readonly searched: boolean;
  readonly row: Row | null;
  readonly lines: readonly Lines[];
};

/** Writes a subject's present state in place of what was there. */
export function putPresent(sql: Sql, id: string, present: Present): void {
  const { table, searched, row, lines } = present;
  const old = sql.one<{ row: number; words?: string }>(
    `SELECT ${searched ? 'row, words' : 'row'} FROM "${table}" WHERE id = ?`,
    id,
  );
  if (row === null) {
    if (old !== null) {
      if (searched) sql.run(`DELETE FROM ${table}_search WHERE rowid = ?`, old.row);
      sql.run(`DELETE FROM "${table}" WHERE id = ?`, id);
    }
  } else {
    const columns = Object.keys(row);
    const place = old?.row ?? insert(sql, table, columns, row);
    if (old !== null)
      sql.run(
        `UPDATE "${table}" SET ${columns.map((c) => `${c} = ?`).join(', ')} WHERE id = ?`,
        ...Object.values(row),
        id,
      );
    if (searched && old?.words !== row.words) {
      sql.run(`DELETE FROM ${table}_search WHERE rowid = ?`, place);
      sql.run(`INSERT INTO ${table}_search (rowid, words) VALUES (?, ?)`, place, row.words ?? '');
    }
  }
  for (const part of lines) {
    sql.run(`DELETE FROM ${part.table} WHERE ${part.key} = ?`, id);
    for (const line of part.rows) insert(sql, part.table, Object.keys(line), line);
  }
}

/** How many rows of a subject differ between the tables and what they should hold. */
export function differing(sql: Sql, id: string, present: Present): number {
  const { row, table, lines, searched } = present;
  const found = sql.one<Row>(`SELECT * FROM "${table}" WHERE id = ?`, id);
  let count = row === null ? Number(found !== null) : Number(found === null || !holds(found, row));
  if (searched && found !== null && !isFound(sql, table, found)) count += 1;
  for (const part of lines) {
    const there = sql.all<Row>(`SELECT * FROM ${part.table} WHERE ${part.key} = ? ORDER BY ${part.order}`, id);
    count +=
      Math.abs(there.length - part.rows.length) +
      part.rows.filter((line, i) => there[i] !== undefined && !holds(there[i], line)).length;
  }
  return count;
}

/** A row's whole record. What stands there was written from a record of that kind, so it is read without checking it again. */
export function recordOf<T>(row: { readonly record: string } | null): T | null {
  return row === null ? null : (JSON.parse(row.record) as T);
}

/** The whole records of several rows. */
export function recordsOf<T>(rows: readonly { readonly record: string }[]): T[] {
  return rows.map((row) => JSON.parse(row.record) as T);
}

/** Whether a row is found by every one of its words. */
function isFound(sql: Sql, table: string, { row, words }: Row): boolean {
  const match = matchOf(String(words));
  return (
    match === null ||
    sql.one(`SELECT 1 FROM ${table}_search WHERE ${table}_search MATCH ? AND rowid = ?`, match, row ?? null) !== null
  );
}

function holds(found: Row, wanted: Row): boolean {
  return Object.entries(wanted).every(([column, value]) => found[column] === value);
}

function insert(sql: Sql, table: string, columns: readonly string[], row: Row): number {
  const values: readonly Value[] = Object.values(row);
  return sql.run(
    `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...values,
  ).row;
}
