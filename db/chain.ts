import { createHash, createHmac } from 'node:crypto';
import type { Content } from '../shared/register/contents';
import type { Sql } from './statements';

/** One entry as it lies in its table. */
export type EntryRow = {
  readonly seq: number;
  readonly id: string;
  readonly action_id: string;
  readonly request_hash: Buffer;
  readonly subject: string;
  readonly subject_id: string;
  readonly kind: string;
  readonly person: string;
  readonly at: string;
  readonly content_hash: Buffer;
  readonly mac: Buffer;
};

/** The MAC that the first entry follows. */
export const beforeFirst: Buffer = Buffer.alloc(32);

/** SHA-256 of a text. */
export function sha256(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The MAC of an entry: HMAC-SHA256, under the register's key, of every column, the hash of its content and the MAC of the entry before. */
export function macOf(key: Buffer, entry: Omit<EntryRow, 'mac'>, before: Buffer): Buffer {
  const { seq, id, action_id, request_hash, subject, subject_id, kind, person, at, content_hash } = entry;
  const text = JSON.stringify([
    seq,
    id,
    action_id,
    request_hash.toString('hex'),
    subject,
    subject_id,
    kind,
    person,
    at,
    content_hash.toString('hex'),
  ]);
  return createHmac('sha256', key).update(before).update(text).digest();
}

/**
 * In which way an entry does not hold: its content is not the one that was saved, or is gone without having been removed; the entry itself
 * is not what was signed, so that it was changed, moved or put in; it is missing.
 */
export type Break = 'content' | 'content-gone' | 'entry' | 'missing';

/** How far a check of the chain is: the entry reached, and the first that does not hold with how (null while all do). */
export type ChainCheck = {
  readonly reached: number;
  readonly firstBroken: number | null;
  readonly how: Break | null;
};

type LinkRow = EntryRow & { readonly content: string | null };

/**
 * Checks `count` entries after `from` against the entry before them: each in its place, its content under its hash, its MAC as computed. A
 * content that is gone holds where retention removed it, which only a later entry can say that holds itself.
 */
export function checkLinks(sql: Sql, key: Buffer, from: number, count: number): ChainCheck {
  let before = from === 0 ? beforeFirst : sql.one<{ mac: Buffer }>('SELECT mac FROM entry WHERE seq = ?', from)?.mac;
  if (before === undefined) return { reached: from, firstBroken: from, how: 'missing' };
  const rows = sql.all<LinkRow>(
    'SELECT e.*, c.content FROM entry e LEFT JOIN entry_content c ON c.seq = e.seq WHERE e.seq > ? ORDER BY e.seq LIMIT ?',
    from,
    count,
  );
  let removed: ReadonlySet<number> | null = null;
  let reached = from;
  for (const row of rows) {
    if (row.seq !== reached + 1) return { reached, firstBroken: reached + 1, how: 'missing' };
    if (!macOf(key, row, before).equals(row.mac)) return { reached, firstBroken: row.seq, how: 'entry' };
    if (row.content === null) {
      removed ??= removedSeqs(sql, key);
      if (!removed.has(row.seq)) return { reached, firstBroken: row.seq, how: 'content-gone' };
    } else if (!sha256(row.content).equals(row.content_hash)) return { reached, firstBroken: row.seq, how: 'content' };
    before = row.mac;
    reached = row.seq;
  }
  return { reached, firstBroken: null, how: null };
}

/** The entries whose contents retention took away, as the entries of that say which hold themselves: each names only earlier ones. */
export function removedSeqs(sql: Sql, key: Buffer): ReadonlySet<number> {
  const removals = sql.all<EntryRow & { readonly content: string; readonly before: Buffer | null }>(
    `SELECT e.*, c.content, b.mac AS before FROM entry e JOIN entry_content c ON c.seq = e.seq LEFT JOIN entry b ON b.seq = e.seq - 1
     WHERE e.subject = 'office' AND e.kind = 'records.removed'`,
  );
  const seqs = new Set<number>();
  for (const { content, before, ...row } of removals) {
    if (!sha256(content).equals(row.content_hash) || !macOf(key, row, before ?? beforeFirst).equals(row.mac)) continue;
    const named = (JSON.parse(content) as Content['records.removed']).seqs;
    for (const seq of named) if (seq < row.seq) seqs.add(seq);
  }
  return seqs;
}

/** The last entry's sequence, MAC and moment; null in an empty register. */
export function headOf(sql: Sql): { readonly seq: number; readonly mac: Buffer; readonly at: string } | null {
  return sql.one<{ seq: number; mac: Buffer; at: string }>('SELECT seq, mac, at FROM entry ORDER BY seq DESC LIMIT 1');
}
