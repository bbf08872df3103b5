import type { LetterFilter, LetterKindCount } from '../../shared/contract/letters';
import type { LetterRow, LetterState } from '../../shared/contract/rows';
import { letterStates } from '../../shared/contract/rows';
import type { Kept } from '../../shared/register/contents';
import { foldLetter, type FoldedLetter } from '../../shared/register/fold-letter';
import { recordOf, recordsOf, type Present } from '../rows';
import { foldText } from '../search';
import type { Sql, Value } from '../statements';
import { outOfSight, unsorted } from '../veil';

/** What the tables hold of a letter. */
export function presentLetter(id: string, kept: readonly Kept[]): Present {
  const letter = foldLetter(kept);
  return { table: 'letter', searched: false, row: letter === null ? null : rowOf(id, letter), lines: [] };
}

function rowOf(id: string, l: FoldedLetter) {
  return {
    id,
    number: l.number,
    ordinal: l.ordinal,
    case_id: l.caseId,
    determination_seq: l.determinationSeq,
    about_seq: l.aboutSeq ?? null,
    type: l.type,
    title: l.title,
    language: l.language,
    name: l.name,
    name_fold: foldText(l.name),
    postal: l.postal,
    state: l.state,
    pages: l.pages,
    pdf_hash: l.pdfHash,
    made_at: l.madeAt,
    printed_at: l.printedAt,
    mailed_at: l.mailedAt,
    copies: l.copies,
    came_back_on: l.cameBack?.on ?? null,
    record: JSON.stringify(l),
  };
}

const columns = `l.id, l.number, l.case_id AS caseId, c.number AS caseNumber, l.name AS studentName, l.postal, l.type, l.title, l.language, l.state, l.pages,
  l.pdf_hash AS pdfHash, l.made_at AS madeAt, l.printed_at AS printedAt, l.copies, json_extract(l.record, '$.facts.studentId') AS studentId,
  iif(json_extract(l.record, '$.facts.edited') IS NULL, NULL, 'by-hand') AS edited, l.came_back_on AS cameBackOn, json_extract(l.record, '$.cameBack.why') AS cameBackWhy, coalesce(json_extract(l.record, '$.cameBack.note'), '') AS cameBackNote`;
const from = 'FROM letter l JOIN "case" c ON c.id = l.case_id';
const sorts = {
  number: 'l.ordinal DESC',
  name: 'l.name_fold, l.ordinal',
  postal: 'l.postal, l.ordinal',
  case: 'c.fiscal_year, c.ordinal, l.ordinal',
} as const;
/** Printed more than once, and still something that counts. */
const reprinted = `l.copies > 1 AND l.state <> 'voided'`;

/** Which part of the letters queue is asked for; `text` narrows to cases found by it. */
export type LetterPage = {
  readonly text: string;
  readonly state: LetterFilter | null;
  readonly sort: keyof typeof sorts;
  readonly kinds?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** The last number given to a letter, also to one that retention took away; 0 before the first. */
export function lastLetterOrdinal(sql: Sql): number {
  return sql.number(
    `SELECT max(coalesce((SELECT max(ordinal) FROM letter), 0),
       coalesce((SELECT max(CAST(substr(label, 3) AS INTEGER)) FROM removed WHERE subject = 'letter'), 0))`,
  );
}

/** To whom a letter was made: its case can be another student's by now. */
const addressee = `json_extract(l.record, '$.facts.studentId')`;

/** Reads letters. */
export function letterReads(sql: Sql) {
  return {
    row: (id: string): LetterRow | null => sql.one<LetterRow>(`SELECT ${columns} ${from} WHERE l.id = ?`, id),
    /** A letter with the facts it was made from. */
    get: (id: string): FoldedLetter | null =>
      recordOf<FoldedLetter>(sql.one('SELECT record FROM letter WHERE id = ?', id)),
    /** A case's letters, the oldest first. */
    ofCase: (caseId: string): LetterRow[] =>
      sql.all<LetterRow>(`SELECT ${columns} ${from} WHERE l.case_id = ? ORDER BY l.ordinal`, caseId),
    /** Letters, not void and not mailed, by which other cases name this one as decided already. */
    namingAsDecided: (caseId: string): string[] =>
      sql
        .all<{ id: string }>(
          `SELECT l.id FROM entry e JOIN letter l ON l.about_seq = e.seq WHERE e.subject = 'case' AND e.subject_id = ?
           AND l.type = 'duplicate' AND l.case_id <> ? AND l.state NOT IN ('mailed', 'voided') ORDER BY l.ordinal`,
          caseId,
          caseId,
        )
        .map((r) => r.id),
    /** Those of them that were mailed, with the facts they were made from, the oldest first. */
    mailedOf: (caseId: string): FoldedLetter[] =>
      recordsOf<FoldedLetter>(
        sql.all(`SELECT record FROM letter WHERE case_id = ? AND state = 'mailed' ORDER BY ordinal`, caseId),
      ),
    /** A student's letters that wait for an address, the oldest first. */
    waitingFor: (studentId: string): string[] =>
      sql
        .all<{ id: string }>(
          `SELECT id FROM letter WHERE state = 'needs-address' AND json_extract(record, '$.facts.studentId') = ? ORDER BY ordinal`,
          studentId,
        )
        .map((r) => r.id),
    /** The last number given; 0 before the first. */
    lastOrdinal: (): number => lastLetterOrdinal(sql),
    /** A page of the queue, the count of the whole filtered list, the count in each state of what the text finds, and the kinds in the list where asked for. */
    list: ({
      text,
      state,
      sort,
      offset,
      limit,
      kinds = false,
    }: LetterPage): {
      readonly rows: LetterRow[];
      readonly total: number;
      readonly counts: Record<LetterFilter, number>;
      readonly kinds: LetterKindCount[];
    } => {
      const words = foldText(text);
      const found =
        words === ''
          ? ''
          : `(instr(l.name_fold, ?) OR instr(lower(l.number), ?) OR instr(lower(c.number), ?) OR instr(lower(l.title), ?))${outOfSight(sql, 'c.student_id')}${outOfSight(sql, addressee)}`;
      const values: Value[] = words === '' ? [] : [words, words, words, words];
      const ofState = state === null ? '' : state === 'reprinted' ? reprinted : 'l.state = ?';
      const tests = [found, ofState].filter((t) => t !== '');
      const where = tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`;
      const narrowed = ofState.includes('?') ? [...values, state] : values;
      const counted = sql.all<{ state: LetterState; letters: number }>(
        `SELECT l.state, count(*) AS letters ${from} ${found === '' ? '' : `WHERE ${found}`} GROUP BY l.state`,
        ...values,
      );
      const inState = Object.fromEntries(
        letterStates.map((s) => [s, counted.find((c) => c.state === s)?.letters ?? 0]),
      ) as Record<LetterState, number>;
      const again = sql.number(
        `SELECT count(*) ${from} WHERE ${[found, reprinted].filter((t) => t !== '').join(' AND ')}`,
        ...values,
      );
      return {
        rows: sql.all<LetterRow>(
          `SELECT ${columns} ${from} ${where} ORDER BY ${sort === 'number' || sort === 'case' ? '' : unsorted(sql, 'c.student_id')}${sorts[sort]} LIMIT ? OFFSET ?`,
          ...narrowed,
          limit,
          offset,
        ),
        total: sql.number(`SELECT count(*) ${from} ${where}`, ...narrowed),
        counts: { ...inState, reprinted: again },
        kinds: kinds
          ? sql.all<LetterKindCount>(
              `SELECT l.type, l.language, count(*) AS letters, sum(l.pages) AS sheets ${from} ${where} GROUP BY l.type, l.language ORDER BY letters DESC, l.type, l.language`,
              ...narrowed,
            )
          : [],
      };
    },
  };
}
