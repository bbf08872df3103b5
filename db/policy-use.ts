import type { Content } from '../shared/register/contents';
import type { Entry } from '../shared/register/entry';
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
