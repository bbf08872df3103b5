import type { Content } from '../shared/register/contents';
import type { Sql } from './statements';

/**
 * Takes away what the office need not keep any longer, inside the transaction that the caller holds: the contents of entries and the
 * documents named, each named to the triggers first, so that nothing else can go; and drafts that speak of them. The entries themselves stay.
 */
export function takeAway(sql: Sql, { seqs, documents, subjects, before }: Content['records.removed']): void {
  for (const seq of seqs) {
    sql.run('INSERT INTO removal (seq) VALUES (?)', seq);
    sql.run('DELETE FROM entry_content WHERE seq = ?', seq);
  }
  for (const hash of documents) {
    sql.run('INSERT INTO removal_document (hash) VALUES (?)', hash);
    sql.run('DELETE FROM document WHERE hash = ?', hash);
  }
  // What may go is named for this transaction alone: the entry of the removal says for good what went.
  sql.db.exec('DELETE FROM removal; DELETE FROM removal_document');
  sql.run('DELETE FROM draft WHERE at < ?', before);
  const gone = new Set(subjects.map((s) => s.subjectId));
  for (const { key, text } of sql.all<{ key: string; text: string }>('SELECT key, text FROM draft'))
    if (identifiersIn(`${key} ${text}`).some((id) => gone.has(id))) sql.run('DELETE FROM draft WHERE key = ?', key);
}

/** What of a text looks like a record's identifier. */
export function identifiersIn(text: string): readonly string[] {
  return text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

/**
 * Leaves nothing of what was taken away in the file: the search indexes are made into one piece each, every page is written anew, and
 * the log is emptied. It takes as long as copying the file does.
 */
export function wipe(sql: Sql): void {
  for (const search of ['student_search', 'case_search'])
    sql.db.exec(`INSERT INTO ${search} (${search}) VALUES ('optimize')`);
  sql.db.exec('VACUUM');
  sql.db.pragma('wal_checkpoint(TRUNCATE)');
}
