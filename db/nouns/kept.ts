import { sha256 } from '../chain';
import { seal, unseal } from '../seal';
import type { Sql } from '../statements';

/** Keeps a document once under its SHA-256 (hex), which it gives; the same bytes again are the same document. */
export function keepDocument(sql: Sql, media: string, bytes: Uint8Array): string {
  const hash = sha256(bytes).toString('hex');
  if (sql.one('SELECT 1 FROM document WHERE hash = ?', hash) === null)
    sql.run('INSERT INTO document (hash, media, bytes) VALUES (?, ?, ?)', hash, media, Buffer.from(bytes));
  return hash;
}

/** Keeps a document sealed under the register's key, once under the SHA-256 (hex) of its plain bytes, which it gives. */
export function keepSealed(sql: Sql, key: Buffer, media: string, bytes: Uint8Array): string {
  const hash = sha256(bytes).toString('hex');
  if (sql.one('SELECT 1 FROM document WHERE hash = ?', hash) === null)
    sql.run(
      'INSERT INTO document (hash, media, bytes, sealed) VALUES (?, ?, ?, 1)',
      hash,
      media,
      seal(key, hash, bytes),
    );
  return hash;
}

/** Keeps the text of a policy pack once under its SHA-256 (hex), which it gives. */
export function keepPack(sql: Sql, text: string): string {
  const hash = sha256(text).toString('hex');
  if (sql.one('SELECT 1 FROM pack WHERE hash = ?', hash) === null)
    sql.run('INSERT INTO pack (hash, text) VALUES (?, ?)', hash, text);
  return hash;
}

/** Reads what is kept under its hash, and drafts; a document whose bytes no longer fit their hash is not given, nor one that is sealed under another key. */
export function keptReads(sql: Sql, key: Buffer | null) {
  return {
    document: (hash: string): Uint8Array | null => {
      const found = sql.one<{ bytes: Buffer; sealed: number }>(
        'SELECT bytes, sealed FROM document WHERE hash = ?',
        hash,
      );
      if (found === null) return null;
      const bytes = found.sealed === 0 ? found.bytes : key === null ? null : unseal(key, hash, found.bytes);
      return bytes !== null && sha256(bytes).toString('hex') === hash ? bytes : null;
    },
    packText: (hash: string): string | null => {
      const found = sql.one<{ text: string }>('SELECT text FROM pack WHERE hash = ?', hash);
      return found !== null && sha256(found.text).toString('hex') === hash ? found.text : null;
    },
    draft: (key: string): { readonly text: string; readonly at: string } | null =>
      sql.one<{ text: string; at: string }>('SELECT text, at FROM draft WHERE key = ?', key),
  };
}
