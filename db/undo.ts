import { lastingKinds, type Entry, type EntryKind } from '../shared/register/entry';
import { fail, ok, type Result } from '../shared/result';
import { begin, distinct, keepAction, type Done, type Request } from './actions';
import { appendEntry, entriesOfAction } from './entries';
import { codeOf } from './failures';
import { labelOfAction } from './labels';
import { publishedInUse, type Refusal } from './policy-use';
import { project, type About } from './project';
import { lacking, neededBy } from './standing';
import type { Sql } from './statements';
import { labelOfSubject } from './subject-labels';

/** An action that can be undone or redone, with what it did in words. */
export type Undoable = { readonly actionId: string; readonly label: string };

// What is on record for good (a sign-in, an approval) is not undone, and stands in nobody's way: the last action is the one before it.
const lasting = [...lastingKinds];
const anyLasting = (action: string): string =>
  `EXISTS (SELECT 1 FROM entry x WHERE x.action_id = ${action}.id AND x.kind IN (${lasting.map(() => '?').join(', ')}))`;

/**
 * The last action that could be undone next, and the one undone last that could be redone; null where there is none. Each has their own:
 * `person` is the account of whoever asks; without one it is everybody's.
 */
export function lastActions(
  sql: Sql,
  person: string | null = null,
): { readonly undo: Undoable | null; readonly redo: Undoable | null } {
  const undo = sql.one<{ id: string }>(
    `SELECT a.id FROM action a JOIN entry e ON e.seq = a.first_seq WHERE a.kind = 'made' AND a.undone_seq IS NULL
     AND e.person = ifnull(?, e.person) AND NOT ${anyLasting('a')} ORDER BY a.last_seq DESC LIMIT 1`,
    person,
    ...lasting,
  );
  const redo = sql.one<{ id: string; since: number }>(
    `SELECT a.id, a.undone_seq AS since FROM action a JOIN entry u ON u.seq = a.undone_seq
     WHERE a.kind = 'made' AND u.person = ifnull(?, u.person) ORDER BY a.undone_seq DESC LIMIT 1`,
    person,
  );
  const undoable = undo !== null && refusal(sql, 'undo', entriesOfAction(sql, undo.id)) === null;
  const redoable = redo !== null && !wentOn(sql, redo.since, person);
  return {
    undo: undo === null || !undoable ? null : { actionId: undo.id, label: labelOfAction(sql, undo.id) },
    redo: redo === null || !redoable ? null : { actionId: redo.id, label: labelOfAction(sql, redo.id) },
  };
}

/** Whether somebody (everybody, where nobody is named) has done something else since an entry, which ends what can be redone. */
function wentOn(sql: Sql, since: number, person: string | null): boolean {
  return (
    sql.one(
      `SELECT 1 FROM action a JOIN entry e ON e.seq = a.first_seq WHERE a.last_seq > ? AND a.kind = 'made'
       AND e.person = ifnull(?, e.person) AND NOT ${anyLasting('a')} LIMIT 1`,
      since,
      person,
      ...lasting,
    ) !== null
  );
}

/**
 * Undoes or redoes an action by entries of its own, one for each subject it touched, inside the transaction that the caller holds.
 * Refused, with the reason: once a letter of it was mailed, while something later stands on it, or where what it needs is gone.
 */
export function turn(
  sql: Sql,
  key: Buffer,
  request: Request,
  way: 'undo' | 'redo',
  actionId: string,
): Result<Done & { readonly label: string }> {
  const begun = begin(sql, request);
  if (!begun.ok) return begun;
  const label = labelOfAction(sql, actionId);
  if (begun.value.done !== null) return ok({ ...begun.value.done, label });
  const action = sql.one<{ kind: string; undone_seq: number | null }>(
    'SELECT kind, undone_seq FROM action WHERE id = ?',
    actionId,
  );
  if (action === null || action.kind !== 'made') return fail({ kind: 'not-found', what: 'That action' });
  if (way === 'undo' && action.undone_seq !== null)
    return refuse('That was undone already.', 'Redo it to have it back.');
  if (way === 'redo' && action.undone_seq === null) return refuse('That is not undone.', 'There is nothing to redo.');
  const entries = entriesOfAction(sql, actionId);
  const refused = refusal(sql, way, entries);
  if (refused !== null) return refuse(refused.message, refused.next);

  const kind = way === 'undo' ? 'action.undone' : 'action.redone';
  const touched = distinct(entries);
  const seqs = touched.map((about) => {
    const seq = appendEntry(sql, key, begun.value.origin, { ...about, kind, content: { actionId } });
    keepAction(sql, request.id, way === 'undo' ? 'undone' : 'redone', seq);
    return seq;
  });
  sql.run('UPDATE action SET undone_seq = ? WHERE id = ?', way === 'undo' ? (seqs[0] ?? null) : null, actionId);
  try {
    project(sql, touched);
  } catch (error) {
    if (codeOf(error)?.startsWith('SQLITE_CONSTRAINT') !== true) throw error;
    return refuse('Another record has taken its place since.', 'Undo that one first.');
  }
  for (const about of touched) {
    const missing = way === 'undo' ? neededBy(sql, about) : lacking(sql, about);
    if (missing !== null) return refuse(missing.message, missing.next);
  }
  return ok({ replayed: false, label, touched: touched.map((about) => ({ ...about, kind })) });
}

function refuse(message: string, next: string): Result<never> {
  return fail({ kind: 'wrong-state', message, next });
}

function refusal(sql: Sql, way: 'undo' | 'redo', entries: readonly Entry[]): Refusal | null {
  const first = entries[0];
  if (first === undefined) return { message: 'That action is not in the register.', next: 'Go back and look again.' };
  if (entries.some((e) => e.content === null)) {
    return { message: 'Its records were removed, as old as they were.', next: 'Nothing is left to undo or redo.' };
  }
  if (way === 'undo' && entries.some((e) => e.kind === 'register.restored')) {
    return {
      message: 'Restoring a backup cannot be undone.',
      next: 'The register as it was before lies in the quarantine folder.',
    };
  }
  if (entries.some((e) => lastingKinds.has(e.kind)))
    return {
      message: `It is on record for good: ${labelOfAction(sql, first.actionId)}.`,
      next: 'Do what should stand now; the register keeps both.',
    };
  if (
    way === 'undo' &&
    entries.some(
      (e) =>
        e.kind === 'office.saved' &&
        sql.number(
          `SELECT count(*) FROM entry WHERE subject = 'office' AND kind = 'office.saved' AND seq < ?`,
          e.seq,
        ) === 0,
    )
  ) {
    return { message: 'Setting up the office cannot be undone.', next: 'Change it under Settings.' };
  }
  const mailed = mailedLetter(sql, entries);
  if (mailed !== null)
    return { message: `Letter ${mailed} was mailed.`, next: 'Correct the case instead; the register keeps both.' };
  const used = way === 'undo' ? publishedInUse(sql, entries) : null;
  if (used !== null) return used;
  for (const about of distinct(entries)) {
    const later = followed(sql, about, first);
    if (later === null) continue;
    if (later.kind === 'case.handedOver' || later.kind === 'case.handedBack')
      return {
        message: `${labelOfSubject(sql, about)} ${later.kind === 'case.handedOver' ? 'was handed to the Business Office' : 'was in a Business Office batch'} since.`,
        next: 'Correct it instead: the difference goes to the Business Office in the next batch, and the register keeps both.',
      };
    if (later.kind === 'case.approved') {
      const by = sql.one<{ name: string }>('SELECT name FROM person WHERE account = ?', later.person)?.name;
      return {
        message: `${labelOfSubject(sql, about)} was approved by ${by ?? later.person}.`,
        next: 'Correct it instead; the register keeps both.',
      };
    }
    return {
      message: `It was followed by ${labelOfAction(sql, later.action_id)}.`,
      next: `Undo ${labelOfAction(sql, later.action_id)} first.`,
    };
  }
  return null;
}

/** What is on record for good and yet stands on what was done before: an approval, and that the refund went to the Business Office. */
const standing: ReadonlySet<EntryKind> = new Set<EntryKind>(['case.approved', 'case.handedOver', 'case.handedBack']);

/** What was done to a record since an action and stands on it. */
function followed(
  sql: Sql,
  { subject, subjectId }: About,
  first: Entry,
): { readonly action_id: string; readonly kind: EntryKind; readonly person: string } | null {
  const passing = lasting.filter((kind) => !standing.has(kind));
  return sql.one(
    `SELECT e.action_id, e.kind, e.person FROM entry e JOIN action a ON a.id = e.action_id
     WHERE e.subject = ? AND e.subject_id = ? AND e.seq > ? AND a.kind = 'made' AND a.undone_seq IS NULL AND e.action_id <> ?
     AND e.kind NOT IN (${passing.map(() => '?').join(', ')}) ORDER BY e.seq DESC LIMIT 1`,
    subject,
    subjectId,
    first.seq,
    first.actionId,
    ...passing,
  );
}

/** The number of a mailed letter that tells of what an action decided, or that the action made or marked. */
function mailedLetter(sql: Sql, entries: readonly Entry[]): string | null {
  const firstSeq = entries[0]?.seq ?? 0;
  for (const { subject, subjectId } of distinct(entries)) {
    if (subject !== 'case' && subject !== 'letter' && subject !== 'petition') continue;
    const found =
      subject !== 'letter'
        ? sql.one<{ number: string }>(
            `SELECT number FROM letter WHERE state = 'mailed' AND (case_id = ? AND determination_seq >= ?
               OR about_seq IN (SELECT seq FROM entry WHERE subject_id = ? AND seq >= ?)) LIMIT 1`,
            subjectId,
            firstSeq,
            subjectId,
            firstSeq,
          )
        : sql.one<{ number: string }>(`SELECT number FROM letter WHERE id = ? AND state = 'mailed'`, subjectId);
    if (found !== null) return found.number;
  }
  return null;
}
