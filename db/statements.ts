import type Database from 'better-sqlite3';

/** A value as a STRICT table holds it. */
export type Value = string | number | Buffer | null;
/** One row by its column names. */
export type Row = { readonly [column: string]: Value };

/** One connection with its statements, each prepared once. */
export type Sql = {
  readonly db: Database.Database;
  /** Drawn while what is read is for somebody who does not see confidential records (see `outOfSight`). */
  readonly veil: { drawn: boolean };
  all<T = Row>(text: string, ...values: readonly Value[]): T[];
  one<T = Row>(text: string, ...values: readonly Value[]): T | null;
  /** The first column of the first row, which there must be. */
  number(text: string, ...values: readonly Value[]): number;
  run(text: string, ...values: readonly Value[]): { readonly changes: number; readonly row: number };
};

/** Wraps a connection so that the same text is prepared once. */
export function statements(db: Database.Database): Sql {
  const kept = new Map<string, Database.Statement<unknown[]>>();
  const statement = (text: string): Database.Statement<unknown[]> => {
    let found = kept.get(text);
    if (found === undefined) {
      found = db.prepare(text);
      kept.set(text, found);
    }
    return found;
  };
  return {
    db,
    veil: { drawn: false },
    all: <T>(text: string, ...values: readonly Value[]) => statement(text).all(...values) as T[],
    one: <T>(text: string, ...values: readonly Value[]) => (statement(text).get(...values) as T | undefined) ?? null,
    number: (text, ...values) => {
      const row = statement(text).get(...values) as Record<string, number> | undefined;
      const value = row === undefined ? undefined : Object.values(row)[0];
      if (typeof value !== 'number') throw new Error(`No number came of: ${text}`);
      return value;
    },
    run: (text, ...values) => {
      const { changes, lastInsertRowid } = statement(text).run(...values);
      return { changes, row: Number(lastInsertRowid) };
    },
  };
}
