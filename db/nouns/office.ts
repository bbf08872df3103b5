import type { Office, Term } from '../../shared/register/office';
import type { Kept } from '../../shared/register/contents';
import { foldOffice, foldTerm } from '../../shared/register/fold';
import { recordOf, recordsOf, type Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of the office. */
export function presentOffice(id: string, kept: readonly Kept[]): Present {
  const office = foldOffice(kept);
  return {
    table: 'office',
    searched: false,
    row: office === null ? null : { id, record: JSON.stringify(office) },
    lines: [],
  };
}

/** What the tables hold of a term. */
export function presentTerm(id: string, kept: readonly Kept[]): Present {
  const term = foldTerm(kept);
  return {
    table: 'term',
    searched: false,
    row:
      term === null
        ? null
        : { id, name: term.name, begins: term.begins, ends: term.ends, record: JSON.stringify(term) },
    lines: [],
  };
}

/** Reads the office and its terms. */
export function officeReads(sql: Sql) {
  return {
    /** The office; null in a register that is just being made. */
    get: (): Office | null => recordOf<Office>(sql.one('SELECT record FROM office')),
    /** The identifier under which the office's entries stand; null before the first. */
    id: (): string | null => sql.one<{ id: string }>('SELECT id FROM office')?.id ?? null,
    /** All terms, the latest first. */
    terms: (): Term[] => recordsOf<Term>(sql.all('SELECT record FROM term ORDER BY begins DESC, name')),
    term: (id: string | null): Term | null =>
      id === null ? null : recordOf<Term>(sql.one('SELECT record FROM term WHERE id = ?', id)),
  };
}
