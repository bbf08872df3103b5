import type { Entry } from '../shared/register/entry';
import { fail, ok, type Result } from '../shared/result';
import { begin, distinct, keepAction, type Done, type Request } from './actions';
import { appendEntry, entriesOfAction } from './entries';
import { codeOf } from './failures';
import { labelOfAction } from './labels';
import { publishedInUse, type Refusal } from './policy-use';
import { project, type About } from './project';
import type { Sql } from './statements';

/** An action that can be undone or redone, with what it did in words. */
export type Undoable = { readonly actionId: string; readonly label: string };

/** The last action that could be undone next, and the one undone last that could be redone; null where there is none. */
export function lastActions(sql: Sql): { readonly undo: Undoable | null; readonly redo: Undoable | null } {
  const undo = sql.one<{ id: string }>(
    `SELECT id FROM action WHERE kind = 'made' AND undone_seq IS NULL ORDER BY last_seq DESC LIMIT 1`,
  );
  const redo = sql.one<{ id: string }>(
    `SELECT id FROM action a WHERE kind = 'made' AND undone_seq = (SELECT max(undone_seq) FROM action WHERE undone_seq IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM action later WHERE later.kind = 'made' AND later.first_seq > a.undone_seq)`,
  );
  const undoable = undo !== null && refusal(sql, 'undo', entriesOfAction(sql, undo.id)) === null;
  return {
    undo: undo === null || !undoable ? null : { actionId: undo.id, label: labelOfAction(sql, undo.id) },
    redo: redo === null ? null : { actionId: redo.id, label: labelOfAction(sql, redo.id) },
  };
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
  if (way === 'undo' && entries.some((e) => e.kind === 'register.restored')) {
    return {
      message: 'Restoring a backup cannot be undone.',
      next: 'The register as it was before lies in the quarantine folder.',
    };
  }
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
  for (const { subject, subjectId } of distinct(entries)) {
    const later = sql.one<{ action_id: string }>(
      `SELECT e.action_id FROM entry e JOIN action a ON a.id = e.action_id
       WHERE e.subject = ? AND e.subject_id = ? AND e.seq > ? AND a.kind = 'made' AND a.undone_seq IS NULL AND e.action_id <> ? ORDER BY e.seq DESC LIMIT 1`,
      subject,
      subjectId,
      first.seq,
      first.actionId,
    );
    if (later !== null)
      return {
        message: `It was followed by ${labelOfAction(sql, later.action_id)}.`,
        next: `Undo ${labelOfAction(sql, later.action_id)} first.`,
      };
  }
  return null;
}

/** The number of a mailed letter that tells of what an action decided, or that the action made or marked. */
function mailedLetter(sql: Sql, entries: readonly Entry[]): string | null {
  const firstSeq = entries[0]?.seq ?? 0;
  for (const { subject, subjectId } of distinct(entries)) {
    if (subject !== 'case' && subject !== 'letter') continue;
    const found =
      subject === 'case'
        ? sql.one<{ number: string }>(
            `SELECT number FROM letter WHERE case_id = ? AND state = 'mailed' AND determination_seq >= ?`,
            subjectId,
            firstSeq,
          )
        : sql.one<{ number: string }>(`SELECT number FROM letter WHERE id = ? AND state = 'mailed'`, subjectId);
    if (found !== null) return found.number;
  }
  return null;
}

/** What still stands on a subject that has just gone. */
function neededBy(sql: Sql, { subject, subjectId }: About): Refusal | null {
  const gone = (table: string): boolean => sql.one(`SELECT 1 FROM "${table}" WHERE id = ?`, subjectId) === null;
  const caseNumber = (where: string): string | null =>
    sql.one<{ number: string }>(`SELECT number FROM "case" WHERE state <> 'undone' AND ${where} LIMIT 1`, subjectId)
      ?.number ?? null;
  const byCase = (number: string | null): Refusal | null =>
    number === null ? null : { message: `The case ${number} stands on it.`, next: `Undo the case ${number} first.` };
  const byGroup = (name: string): Refusal => ({
    message: `The registration of ${name} stands on it.`,
    next: `Undo the registration of ${name} first.`,
  });
  switch (subject) {
    case 'student':
    case 'course': {
      if (!gone(subject)) return null;
      const roster = sql.one<{ code: string }>(
        `SELECT c.code FROM enrolment e LEFT JOIN course c ON c.id = e.course_id WHERE e.${subject === 'student' ? 'student_id' : 'course_id'} = ? LIMIT 1`,
        subjectId,
      );
      if (roster !== null) return { message: 'A place on a roster stands on it.', next: 'Undo the enrolment first.' };
      const group = sql.one<{ name: string }>(
        subject === 'student'
          ? 'SELECT g.name FROM participant p JOIN "group" g ON g.id = p.group_id WHERE p.student_id = ? LIMIT 1'
          : 'SELECT name FROM "group" WHERE course_id = ? LIMIT 1',
        subjectId,
      );
      if (group !== null) return byGroup(group.name);
      return byCase(caseNumber(subject === 'student' ? 'student_id = ?' : 'course_id = ?'));
    }
    case 'term':
      return gone('term') && sql.one('SELECT 1 FROM course WHERE term_id = ?', subjectId) !== null
        ? { message: 'A course belongs to that term.', next: 'Undo the course first.' }
        : null;
    case 'enrolment': {
      if (!gone('enrolment')) return null;
      const place = sql.one<{ content: string }>(
        `SELECT c.content FROM entry e JOIN entry_content c ON c.seq = e.seq WHERE e.subject = 'enrolment' AND e.subject_id = ? ORDER BY e.seq LIMIT 1`,
        subjectId,
      );
      const { studentId, courseId } = JSON.parse(place?.content ?? '{}') as { studentId?: string; courseId?: string };
      const group = sql.one<{ name: string }>(
        'SELECT g.name FROM participant p JOIN "group" g ON g.id = p.group_id WHERE p.student_id = ? AND g.course_id = ? LIMIT 1',
        studentId ?? null,
        courseId ?? null,
      );
      if (group !== null) return byGroup(group.name);
      const found = sql.one<{ number: string }>(
        `SELECT number FROM "case" WHERE student_id = ? AND course_id = ? AND state = 'decided' LIMIT 1`,
        studentId ?? null,
        courseId ?? null,
      );
      return byCase(found?.number ?? null);
    }
    case 'batch':
      return gone('batch') ? byCase(caseNumber('batch_id = ?')) : null;
    case 'case': {
      const letter = sql.one<{ number: string }>(
        `SELECT l.number FROM letter l LEFT JOIN determination d ON d.seq = l.determination_seq
         WHERE l.case_id = ? AND l.state <> 'voided' AND (d.seq IS NULL OR (SELECT state FROM "case" c WHERE c.id = l.case_id) = 'undone') LIMIT 1`,
        subjectId,
      );
      return letter === null
        ? null
        : { message: `Letter ${letter.number} was made from it.`, next: 'Undo making the letter first.' };
    }
    case 'group':
    case 'letter':
    case 'office':
    case 'policy':
      return null;
  }
}

/** What a subject that has just come back refers to and is no longer there. */
function lacking(sql: Sql, { subject, subjectId }: About): Refusal | null {
  const gone = (table: string, column: string, of: string): boolean =>
    sql.one(
      `SELECT 1 FROM "${of}" o WHERE o.id = ? AND o.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t.id = o.${column})`,
      subjectId,
    ) !== null;
  const again = (what: string): Refusal => ({
    message: `The ${what} it belongs to is no longer in the register.`,
    next: `Redo or save the ${what} first.`,
  });
  switch (subject) {
    case 'course':
      return gone('term', 'term_id', 'course') ? again('term') : null;
    case 'enrolment':
      if (gone('student', 'student_id', 'enrolment')) return again('student');
      return gone('course', 'course_id', 'enrolment') ? again('course') : null;
    case 'group': {
      const place = sql.one(
        `SELECT 1 FROM participant p JOIN "group" g ON g.id = p.group_id WHERE p.group_id = ? AND NOT EXISTS
         (SELECT 1 FROM enrolment e WHERE e.student_id = p.student_id AND e.course_id = g.course_id)`,
        subjectId,
      );
      if (place !== null) return again('place on the roster');
      return gone('course', 'course_id', 'group') ? again('course') : null;
    }
    case 'case':
      if (gone('student', 'student_id', 'case')) return again('student');
      if (gone('batch', 'batch_id', 'case')) return again('batch');
      return gone('course', 'course_id', 'case') ? again('course') : null;
    case 'letter': {
      const { state } = sql.one<{ state: string }>(
        'SELECT c.state FROM letter l JOIN "case" c ON c.id = l.case_id WHERE l.id = ?',
        subjectId,
      ) ?? { state: 'undone' };
      return state === 'undone' ? again('case') : null;
    }
    default:
      return null;
  }
}
