import { restsOnUnpublished, type Refusal } from './policy-use';
import type { About } from './project';
import type { Sql } from './statements';

/** What still stands on a subject that has just gone. */
export function neededBy(sql: Sql, { subject, subjectId }: About): Refusal | null {
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
      // A place that went along to another section and is taken back there leaves what was decided in it without one.
      if (!gone('enrolment'))
        return byCase(
          sql.one<{ number: string }>(
            `SELECT k.number FROM entry e JOIN entry_content c ON c.seq = e.seq JOIN enrolment n ON n.id = e.subject_id
             JOIN "case" k ON k.student_id = n.student_id AND k.course_id = json_extract(c.content, '$.courseId')
             WHERE e.subject = 'enrolment' AND e.subject_id = ? AND e.kind = 'enrolment.saved' AND k.course_id <> n.course_id AND k.state = 'decided' LIMIT 1`,
            subjectId,
          )?.number ?? null,
        );
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
         WHERE l.case_id = ? AND l.state <> 'voided' AND ((l.determination_seq > 0 AND d.seq IS NULL) OR (SELECT state FROM "case" c WHERE c.id = l.case_id) = 'undone') LIMIT 1`,
        subjectId,
      );
      if (letter !== null) return byLetter(letter.number);
      const step = letterOfUndone(sql, { subject, subjectId });
      if (step !== null) return byLetter(step);
      const petition = sql.one<{ number: string }>(
        `SELECT p.number FROM petition p JOIN "case" c ON c.id = p.case_id WHERE p.case_id = ? AND p.state <> 'undone'
         AND (c.state = 'undone' OR (p.against_seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM determination d WHERE d.seq = p.against_seq))) LIMIT 1`,
        subjectId,
      );
      return petition === null
        ? null
        : { message: `${petition.number} stands on it.`, next: `Undo opening ${petition.number} first.` };
    }
    case 'petition': {
      const step = letterOfUndone(sql, { subject, subjectId });
      return step === null ? null : byLetter(step);
    }
    case 'group':
    case 'letter':
    case 'office':
    case 'person':
    case 'policy':
    case 'template':
    case 'transmittal':
      return null;
  }
}

/** The number of a letter, not void, that tells of an entry of a subject which was undone; null where there is none. */
function letterOfUndone(sql: Sql, { subject, subjectId }: About): string | null {
  const letter = sql.one<{ number: string }>(
    `SELECT l.number FROM letter l JOIN entry e ON e.seq = l.about_seq JOIN action a ON a.id = e.action_id
     WHERE e.subject = ? AND e.subject_id = ? AND a.undone_seq IS NOT NULL AND l.state <> 'voided' LIMIT 1`,
    subject,
    subjectId,
  );
  return letter?.number ?? null;
}

function byLetter(number: string): Refusal {
  return { message: `Letter ${number} was made from it.`, next: 'Undo making the letter first.' };
}

/** What a subject that has just come back refers to and is no longer there. */
export function lacking(sql: Sql, { subject, subjectId }: About): Refusal | null {
  const gone = (table: string, column: string, of: string): boolean =>
    sql.one(
      `SELECT 1 FROM "${of}" o WHERE o.id = ? AND o.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t.id = o.${column})`,
      subjectId,
    ) !== null;
  const again = (what: string): Refusal => ({
    message: `The ${what} it belongs to is no longer in the register.`,
    next: `Redo or save the ${what} first.`,
  });
  if (restsOnUnpublished(sql, { subject, subjectId })) return again('policy');
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
    case 'petition': {
      const undone = sql.one(
        `SELECT 1 FROM petition p JOIN "case" c ON c.id = p.case_id WHERE p.id = ? AND p.state <> 'undone' AND c.state = 'undone'`,
        subjectId,
      );
      return undone === null ? null : again('case');
    }
    default:
      return null;
  }
}
