import { createHash, createHmac } from 'node:crypto';
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

/** How far a check of the chain is: the entry reached, and the first that does not follow the one before (null while all do). */
export type ChainCheck = { readonly reached: number; readonly firstBroken: number | null };

type LinkRow = EntryRow & { readonly content: string | null };

/**
 * Checks `count` entries after `from` against the entry before them: each in its place, its content under its hash, its MAC as computed.
 * A content that is gone counts as broken as long as nothing in this version erases one.
 */
export function checkLinks(sql: Sql, key: Buffer, from: number, count: number): ChainCheck {
  let before = from === 0 ? beforeFirst : sql.one<{ mac: Buffer }>('SELECT mac FROM entry WHERE seq = ?', from)?.mac;
  if (before === undefined) return { reached: from, firstBroken: from };
  const rows = sql.all<LinkRow>(
    'SELECT e.*, c.content FROM entry e LEFT JOIN entry_content c ON c.seq = e.seq WHERE e.seq > ? ORDER BY e.seq LIMIT ?',
    from,
    count,
  );
  let reached = from;
  for (const row of rows) {
    const follows =
      row.seq === reached + 1 &&
      row.content !== null &&
      sha256(row.content).equals(row.content_hash) &&
      macOf(key, row, before).equals(row.mac);
    if (!follows) return { reached, firstBroken: reached + 1 };
    before = row.mac;
    reached = row.seq;
  }
  return { reached, firstBroken: null };
}

/** The last entry's sequence and MAC; null in an empty register. */
export function headOf(sql: Sql): { readonly seq: number; readonly mac: Buffer } | null {
  return sql.one<{ seq: number; mac: Buffer }>('SELECT seq, mac FROM entry ORDER BY seq DESC LIMIT 1');
}
