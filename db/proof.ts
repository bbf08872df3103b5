import type { Content } from '../shared/register/contents';
import type { EntryKind } from '../shared/register/entry';
import { checkLinks } from './chain';
import { entriesOf } from './entries';
import { recovery, secretAt, type Secret } from './nouns/secrets';
import { presentOf, type About } from './project';
import { differing } from './rows';
import type { Sql } from './statements';

/** What says who a person is and what proves them. */
const saying: ReadonlySet<EntryKind> = new Set(['person.added', 'person.changed', 'person.passphraseSet']);

/**
 * The secret by which a person signs in; null where there is none, and where it, their role or their account is not what the entries say:
 * somebody put it in from outside. `key` is null where the register's is missing, and then nothing can be told.
 */
export function provenSecret(sql: Sql, key: Buffer | null, personId: string): Secret | null {
  const kept = secretAt(sql, personId);
  if (kept === null) return null;
  const about: About = { subject: 'person', subjectId: personId };
  const entries = entriesOf(sql, 'person', personId).filter((e) => saying.has(e.kind));
  const last = entries.findLast((e) => e.kind === 'person.passphraseSet');
  const set = last?.content as Content['person.passphraseSet'] | null | undefined;
  if (set?.hash !== kept.hash || differing(sql, personId, presentOf(sql, about)) > 0) return null;
  return entries.every((e) => holds(sql, key, e.seq)) ? kept.secret : null;
}

/** The secret of the recovery code that holds now; null where there is none, or where it is not the one that the entries name. */
export function provenRecovery(sql: Sql, key: Buffer | null): Secret | null {
  const kept = secretAt(sql, recovery);
  const last = sql.one<{ seq: number; content: string }>(
    `SELECT e.seq, c.content FROM entry e JOIN entry_content c ON c.seq = e.seq
     WHERE e.kind = 'person.recoveryMade' ORDER BY e.seq DESC LIMIT 1`,
  );
  if (kept === null || last === null || !holds(sql, key, last.seq)) return null;
  const made = JSON.parse(last.content) as Content['person.recoveryMade'];
  return made.hash === kept.hash ? kept.secret : null;
}

/** Whether an entry stands as it was written; without the key nobody can tell. */
function holds(sql: Sql, key: Buffer | null, seq: number): boolean {
  return key === null || checkLinks(sql, key, seq - 1, 1).firstBroken === null;
}
