import type { Subject } from '../shared/register/entry';
import { subjects } from '../shared/register/entry';
import { entriesOf, keptOf } from './entries';
import { presentBatch } from './nouns/batches';
import { presentCase } from './nouns/case-rows';
import { presentCourse } from './nouns/courses';
import { presentEnrolment } from './nouns/enrolments';
import { presentGroup } from './nouns/groups';
import { presentLetter } from './nouns/letters';
import { presentOffice, presentTerm } from './nouns/office';
import { presentPerson } from './nouns/people';
import { presentPetition } from './nouns/petitions';
import { presentPolicy } from './nouns/policies';
import { presentStudent } from './nouns/students';
import { presentTemplate } from './nouns/templates';
import { presentTransmittal } from './nouns/transmittals';
import { putPresent, type Present } from './rows';
import type { Sql } from './statements';

/** A subject by its kind and identifier. */
export type About = { readonly subject: Subject; readonly subjectId: string };

/** What the tables should hold of a subject, by the fold of its entries. */
export function presentOf(sql: Sql, { subject, subjectId }: About): Present {
  const kept = keptOf(entriesOf(sql, subject, subjectId));
  switch (subject) {
    case 'office':
      return presentOffice(subjectId, kept);
    case 'term':
      return presentTerm(subjectId, kept);
    case 'student':
      return presentStudent(subjectId, kept);
    case 'course':
      return presentCourse(subjectId, kept);
    case 'enrolment':
      return presentEnrolment(subjectId, kept);
    case 'group':
      return presentGroup(subjectId, kept);
    case 'batch':
      return presentBatch(subjectId, kept);
    case 'case':
      return presentCase(sql, subjectId, kept);
    case 'letter':
      return presentLetter(subjectId, kept);
    case 'policy':
      return presentPolicy(subjectId, kept);
    case 'petition':
      return presentPetition(sql, subjectId, kept);
    case 'person':
      return presentPerson(subjectId, kept);
    case 'template':
      return presentTemplate(subjectId, kept);
    case 'transmittal':
      return presentTransmittal(subjectId, kept);
  }
}

/** Folds subjects again and writes their present state, with that of the cases that show their names; the caller holds the transaction. */
export function project(sql: Sql, touched: readonly About[]): void {
  const cases = new Set(touched.filter((t) => t.subject === 'case').map((t) => t.subjectId));
  const others = touched
    .filter((t) => t.subject !== 'case')
    .sort((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject));
  for (const about of others) {
    putPresent(sql, about.subjectId, presentOf(sql, about));
    for (const id of casesShowing(sql, about)) cases.add(id);
    // By when each is due hangs on the office's rules.
    if (about.subject === 'office')
      for (const { id } of sql.all<{ id: string }>(`SELECT id FROM petition WHERE state = 'open'`))
        putPresent(sql, id, presentOf(sql, { subject: 'petition', subjectId: id }));
  }
  for (const subjectId of cases) putPresent(sql, subjectId, presentOf(sql, { subject: 'case', subjectId }));
}

/** The cases whose row repeats something of a subject. */
function casesShowing(sql: Sql, { subject, subjectId }: About): string[] {
  const ids = (text: string): string[] => sql.all<{ id: string }>(text, subjectId).map((r) => r.id);
  switch (subject) {
    case 'student':
      return ids('SELECT id FROM "case" WHERE student_id = ?');
    case 'course':
      return ids('SELECT id FROM "case" WHERE course_id = ?');
    case 'letter':
      return ids('SELECT case_id AS id FROM letter WHERE id = ?');
    case 'petition':
      return ids('SELECT case_id AS id FROM petition WHERE id = ?');
    default:
      return [];
  }
}

const tables: readonly string[] = [
  'office',
  'term',
  'student',
  'course',
  'meeting',
  'enrolment',
  'payment',
  'group',
  'participant',
  'invoice',
  'batch',
  'case',
  'determination',
  'letter',
  'policy',
  'petition',
  'attachment',
  'approval',
  'handed_over',
  'paid_out',
  'disclosure',
  'removed',
  'person',
  'template',
  'transmittal',
  'transmittal_line',
  'action',
];
const searches: readonly string[] = ['student_search', 'course_search', 'case_search'];

/** Makes every present-state table anew from the entries; the caller holds the transaction. Drafts stay as they are. */
export function rebuild(sql: Sql): void {
  for (const table of tables) sql.db.exec(`DELETE FROM "${table}"`);
  for (const search of searches) sql.db.exec(`INSERT INTO ${search} (${search}) VALUES ('delete-all')`);
  putActions(sql, actionsOf(sql));
  const all = sql.all<About>(
    'SELECT subject, subject_id AS subjectId FROM entry GROUP BY subject, subject_id ORDER BY min(seq)',
  );
  // Letters before cases, whose row shows the letter's state; everything else before both.
  for (const about of all) if (about.subject !== 'case') putPresent(sql, about.subjectId, presentOf(sql, about));
  for (const about of all) if (about.subject === 'case') putPresent(sql, about.subjectId, presentOf(sql, about));
}

/** An action as its table holds it: what it was, its first and last entry, and the entry that undid it where it is undone. */
export type ActionRow = {
  readonly id: string;
  readonly kind: 'made' | 'undone' | 'redone';
  readonly first_seq: number;
  readonly last_seq: number;
  readonly undone_seq: number | null;
};

/** All actions as the entries tell them. */
export function actionsOf(sql: Sql): ActionRow[] {
  const actions = sql
    .all<ActionRow>(
      `SELECT action_id AS id, CASE min(kind) WHEN 'action.undone' THEN 'undone' WHEN 'action.redone' THEN 'redone' ELSE 'made' END AS kind,
       min(seq) AS first_seq, max(seq) AS last_seq, NULL AS undone_seq FROM entry GROUP BY action_id ORDER BY first_seq`,
    )
    .map((row): [string, ActionRow] => [row.id, row]);
  const byId = new Map(actions);
  const turns = sql.all<{ seq: number; kind: string; actionId: string }>(
    `SELECT min(e.seq) AS seq, e.kind, json_extract(c.content, '$.actionId') AS actionId FROM entry e JOIN entry_content c ON c.seq = e.seq
     WHERE e.kind IN ('action.undone', 'action.redone') GROUP BY e.action_id ORDER BY 1`,
  );
  for (const { seq, kind, actionId } of turns) {
    const action = byId.get(actionId);
    if (action !== undefined) byId.set(actionId, { ...action, undone_seq: kind === 'action.undone' ? seq : null });
  }
  return [...byId.values()];
}

function putActions(sql: Sql, actions: readonly ActionRow[]): void {
  for (const a of actions)
    sql.run(
      'INSERT INTO action (id, kind, first_seq, last_seq, undone_seq) VALUES (?, ?, ?, ?, ?)',
      a.id,
      a.kind,
      a.first_seq,
      a.last_seq,
      a.undone_seq,
    );
}
