import type { Office, Term } from '../../shared/register/office';
import type { Kept } from '../../shared/register/contents';
import { foldExchange, foldOffice, foldRules, foldTerm } from '../../shared/register/fold';
import { standardExchange, type Exchange } from '../../shared/register/exchange';
import { standardRules, type Rules } from '../../shared/register/rules';
import { recordOf, recordsOf, type Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of the office. */
export function presentOffice(id: string, kept: readonly Kept[]): Present {
  const office = foldOffice(kept);
  return {
    table: 'office',
    searched: false,
    row:
      office === null
        ? null
        : { id, record: JSON.stringify(office), rules: rulesKept(kept), exchange: exchangeKept(kept) },
    lines: [
      {
        table: 'removed',
        key: 'office_id',
        order: 'line',
        rows: removedIn(kept).map((left, line) => ({ office_id: id, line, ...left })),
      },
    ],
  };
}

/** The rules that the office set; null where it set none, as in a register from before there were any. */
function rulesKept(kept: readonly Kept[]): string | null {
  return kept.some((e) => e.kind === 'office.rules') ? JSON.stringify(foldRules(kept)) : null;
}

/** How files are exchanged with the Business Office; null where the office has not said. */
function exchangeKept(kept: readonly Kept[]): string | null {
  const exchange = foldExchange(kept);
  return exchange === null ? null : JSON.stringify(exchange);
}

/** What retention took away, by the numbers that are left of it. */
function removedIn(kept: readonly Kept[]) {
  return kept.flatMap((e) =>
    e.kind === 'records.removed'
      ? e.content.subjects.map(({ subject, subjectId, label }) => ({
          subject,
          subject_id: subjectId,
          label,
          seq: e.seq,
        }))
      : [],
  );
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

/** The office's rules on who decides with whom; the standard ones where it set none. */
export function rulesIn(sql: Sql): Rules {
  const kept = sql.one<{ rules: string | null }>('SELECT rules FROM office')?.rules;
  return kept == null ? standardRules : (JSON.parse(kept) as Rules);
}

/** Reads the office and its terms. */
export function officeReads(sql: Sql) {
  let read: { readonly record: string; readonly office: Office } | null = null;
  return {
    /** The office; null in a register that is just being made. */
    get: (): Office | null => {
      // It is asked for all the time, and its closures are many: the same text is read once.
      const record = sql.one<{ record: string }>('SELECT record FROM office')?.record;
      if (record === undefined) return null;
      if (record !== read?.record) read = { record, office: JSON.parse(record) as Office };
      return read.office;
    },
    /** The identifier under which the office's entries stand; null before the first. */
    id: (): string | null => sql.one<{ id: string }>('SELECT id FROM office')?.id ?? null,
    /** The office's rules on who decides with whom; the standard ones where it set none. */
    rules: (): Rules => rulesIn(sql),
    /** How files are exchanged with the Business Office: as the office said, or the standard way. */
    exchange: (): Exchange => {
      const kept = sql.one<{ exchange: string | null }>('SELECT exchange FROM office')?.exchange;
      return kept == null ? standardExchange : (JSON.parse(kept) as Exchange);
    },
    /** All terms, the latest first. */
    terms: (): Term[] => recordsOf<Term>(sql.all('SELECT record FROM term ORDER BY begins DESC, name')),
    term: (id: string | null): Term | null =>
      id === null ? null : recordOf<Term>(sql.one('SELECT record FROM term WHERE id = ?', id)),
  };
}
