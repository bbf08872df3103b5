import type { Sql } from './statements';

/** The students whose records are confidential. */
export const confidential = 'SELECT id FROM student WHERE confidential = 1';

/**
 * A further test of a WHERE for reads that find students by what is typed: while the veil is drawn, a confidential record is found by
 * nothing; else nothing is tested. `column` holds the student's identifier, or null.
 */
export function outOfSight(sql: Sql, column: string): string {
  return sql.veil.drawn ? ` AND (${column} IS NULL OR ${column} NOT IN (${confidential}))` : '';
}

/** A first column to sort by, so that the place in a list does not tell a confidential name: those stand together while the veil is drawn. */
export function unsorted(sql: Sql, column: string): string {
  return sql.veil.drawn ? `coalesce(${column} IN (${confidential}), 0), ` : '';
}
