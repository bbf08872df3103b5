import type { Content } from '../shared/register/contents';
import type { Entry } from '../shared/register/entry';
import type { About } from './project';
import type { Sql } from './statements';

/** Why an action cannot be undone or redone, and what can be done instead. */
export type Refusal = { readonly message: string; readonly next: string };

/** A published version that decided something is there for good, and so is the only version of a policy that a course names. */
export function publishedInUse(sql: Sql, entries: readonly Entry[]): Refusal | null {
  for (const entry of entries) {
    if (entry.kind !== 'policy.published') continue;
    const { policy, version, name, packHash, first } = entry.content as Content['policy.published'];
    const decided = sql.one<{ number: string }>(
      'SELECT c.number FROM determination d JOIN "case" c ON c.id = d.case_id WHERE d.pack_hash = ? LIMIT 1',
      packHash,
    );
    if (decided !== null)
      return {
        message: `The case ${decided.number} was decided by ${name}, version ${version}.`,
        next: 'Publish a new version instead; the register keeps both.',
      };
    const others = sql.number(
      `SELECT count(*) FROM policy WHERE state = 'published' AND policy = ? AND version <> ?`,
      policy,
      version,
    );
    if (!first || others > 0) continue;
    const course = sql.one<{ code: string }>('SELECT code FROM course WHERE policy = ? LIMIT 1', policy);
    if (course !== null)
      return { message: `The course ${course.code} has this policy.`, next: 'Give the course another policy first.' };
    if (sql.one(`SELECT 1 FROM office WHERE json_extract(record, '$.policy') = ?`, policy) !== null)
      return { message: 'It is the office’s own policy.', next: 'Choose another policy under Settings first.' };
  }
  return null;
}

/** Whether what has just come back rests on a version whose publication was undone meanwhile: the determinations of a case, the policy of a course or office. */
export function restsOnUnpublished(sql: Sql, { subject, subjectId }: About): boolean {
  const publications = `entry e JOIN entry_content c ON c.seq = e.seq WHERE e.subject = 'policy' AND e.kind = 'policy.published'`;
  switch (subject) {
    case 'case':
      return (
        sql.one(
          `SELECT 1 FROM determination d WHERE d.case_id = ? AND EXISTS (SELECT 1 FROM ${publications} AND json_extract(c.content, '$.packHash') = d.pack_hash)
           AND NOT EXISTS (SELECT 1 FROM policy p WHERE p.state = 'published' AND p.pack_hash = d.pack_hash)`,
          subjectId,
        ) !== null
      );
    case 'course':
    case 'office': {
      const policy = subject === 'course' ? 's.policy' : `json_extract(s.record, '$.policy')`;
      return (
        sql.one(
          `SELECT 1 FROM ${subject} s WHERE s.id = ? AND EXISTS (SELECT 1 FROM ${publications} AND json_extract(c.content, '$.policy') = ${policy}
           AND json_extract(c.content, '$.first') = 1) AND NOT EXISTS (SELECT 1 FROM policy p WHERE p.state = 'published' AND p.policy = ${policy})`,
          subjectId,
        ) !== null
      );
    }
    default:
      return false;
  }
}
