import type { CaseView } from '../../shared/contract/cases';
import type { PetitionRow } from '../../shared/contract/petitions';
import type { Input } from '../../shared/contract';
import type { Kept } from '../../shared/register/contents';
import { foldPetition, type StandingPetition } from '../../shared/register/fold-petition';
import { daysWaiting, dueOn } from '../../shared/register/petition-clock';
import { entriesOf, keptOf } from '../entries';
import { recordOf, type Present } from '../rows';
import { foldText } from '../search';
import type { Sql, Value } from '../statements';
import { outOfSight, unsorted } from '../veil';
import { rulesIn } from './office';

/** What the tables hold of a petition. By when it is due hangs on the office's rules as they are. */
export function presentPetition(sql: Sql, id: string, kept: readonly Kept[]): Present {
  const folded = foldPetition(kept);
  return {
    table: 'petition',
    searched: false,
    row:
      folded === null
        ? null
        : {
            id,
            number: folded.number,
            case_id: folded.caseId,
            kind: folded.petition.kind,
            state: folded.state,
            received_on: folded.petition.receivedOn,
            due_on: dueOn(folded, rulesIn(sql).petitionDays),
            decided_on: folded.decision?.on ?? null,
            against_seq: folded.againstSeq,
            entered_at: folded.enteredAt,
            person: folded.person,
            record: JSON.stringify(folded),
          },
    lines: [],
  };
}

type Line = Omit<PetitionRow, 'daysWaiting'> & { readonly record: string };

const columns = `p.id, p.number, p.kind, p.state, p.case_id AS caseId, c.number AS caseNumber, c.student_id AS studentId, c.student_name AS studentName,
  c.student_number AS studentNumber, c.course_code AS courseCode, c.course_title AS courseTitle, p.received_on AS receivedOn, p.due_on AS dueOn,
  p.decided_on AS decidedOn, p.person, p.record,
  (SELECT d.refund + d.cancelled FROM determination d WHERE d.petition_id = p.id ORDER BY d.seq DESC LIMIT 1) AS amount`;
const from = 'FROM petition p JOIN "case" c ON c.id = p.case_id';

const sorts = {
  number: ['c.fiscal_year', 'c.ordinal', 'p.row'],
  student: ['c.student_fold', 'p.row'],
  received: ['p.received_on', 'p.row'],
  // What is not due any more comes after what is.
  due: ['p.due_on IS NULL', 'p.due_on', 'p.row'],
  state: ['p.state', 'p.received_on', 'p.row'],
} as const;

/** Which part of the sorted, filtered list of petitions is asked for; `today` is the office's day. */
export type PetitionPage = Input<'petition.list'> & { readonly today: string };

/** Reads petitions and appeals. */
export function petitionReads(sql: Sql) {
  const folded = (id: string): StandingPetition | null => foldPetition(keptOf(entriesOf(sql, 'petition', id)));
  return {
    /** A case’s petitions and appeals, the oldest first, in short. */
    ofCase: (caseId: string): CaseView['petitions'] =>
      sql.all('SELECT id, number, kind, state FROM petition WHERE case_id = ? ORDER BY row', caseId),
    /** The same as they stand, but for those whose opening was undone. */
    foldedOfCase: (caseId: string): (StandingPetition & { readonly id: string })[] =>
      sql
        .all<{ id: string; record: string }>(
          `SELECT id, record FROM petition WHERE case_id = ? AND state <> 'undone' ORDER BY row`,
          caseId,
        )
        .map(({ id, record }) => ({ id, ...(JSON.parse(record) as StandingPetition) })),
    folded,
    row: (id: string, today: string): PetitionRow | null => {
      const line = sql.one<Line>(`SELECT ${columns} ${from} WHERE p.id = ?`, id);
      return line === null ? null : rowOf(line, today);
    },
    /** How many petitions (or appeals) of a case have had a number, undone ones too: no number is given twice. */
    numbered: (caseId: string, appeals: boolean): number =>
      sql.number(
        `SELECT count(*) FROM petition p JOIN "case" c ON c.id = p.case_id WHERE p.case_id = ? AND p.number LIKE c.number || ?`,
        caseId,
        appeals ? '-A%' : '-P%',
      ),
    /** A page of the list, and the count of the whole filtered list. */
    list: (page: PetitionPage): { readonly rows: PetitionRow[]; readonly total: number } => {
      const { where, values } = whereOf(sql, page.filter);
      const order = sorts[page.sort].map((column) =>
        page.descending && !column.endsWith('IS NULL') ? `${column} DESC` : column,
      );
      const lines = sql.all<Line>(
        `SELECT ${columns} ${from} ${where} ORDER BY ${page.sort === 'student' ? unsorted(sql, 'c.student_id') : ''}${order.join(', ')} LIMIT ? OFFSET ?`,
        ...values,
        page.limit,
        page.offset,
      );
      return {
        rows: lines.map((line) => rowOf(line, page.today)),
        total: sql.number(`SELECT count(*) ${from} ${where}`, ...values),
      };
    },
  };
}

function rowOf(line: Line, today: string): PetitionRow {
  const { record, ...row } = line;
  const folded = recordOf<StandingPetition>({ record });
  return { ...row, daysWaiting: folded === null ? 0 : daysWaiting(folded, today) };
}

function whereOf(sql: Sql, filter: PetitionPage['filter']): { readonly where: string; readonly values: Value[] } {
  const tests: string[] = [];
  const values: Value[] = [];
  const add = (test: string, ...given: readonly Value[]): void => {
    tests.push(test);
    values.push(...given);
  };
  if (filter.kinds.length > 0) add(`p.kind IN (${filter.kinds.map(() => '?').join(', ')})`, ...filter.kinds);
  if (filter.state === 'waiting') add(`p.state IN ('open', 'returned')`);
  else if (filter.state !== null) add('p.state = ?', filter.state);
  if (filter.dueBy !== null) add('p.due_on <= ?', filter.dueBy);
  if (filter.caseId !== null) add('p.case_id = ?', filter.caseId);
  const text = foldText(filter.text);
  if (text !== '') {
    const fields = ['lower(p.number)', 'c.student_fold', 'lower(c.student_number)', 'lower(c.course_code)'];
    const found = `(${fields.map((field) => `instr(${field}, ?)`).join(' OR ')})`;
    add(`${found}${outOfSight(sql, 'c.student_id')}`, ...fields.map(() => text));
  }
  return { where: tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`, values };
}
