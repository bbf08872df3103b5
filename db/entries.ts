import type { Content, Kept } from '../shared/register/contents';
import type { Entry, EntryKind, Subject } from '../shared/register/entry';
import { beforeFirst, headOf, macOf, sha256, type EntryRow } from './chain';
import type { Sql } from './statements';
import { newId } from './uuid';

/** What all entries of one action share: the request that asked for it, who asked, when (UTC, ISO). */
export type Origin = {
  readonly actionId: string;
  readonly requestHash: Buffer;
  readonly person: string;
  readonly at: string;
};

/** Appends an entry and its content to the chain, inside the transaction that the caller holds; gives its sequence. */
export function appendEntry<K extends EntryKind>(
  sql: Sql,
  key: Buffer,
  origin: Origin,
  about: { readonly subject: Subject; readonly subjectId: string; readonly kind: K; readonly content: Content[K] },
): number {
  const head = headOf(sql);
  const text = JSON.stringify(about.content);
  const entry: Omit<EntryRow, 'mac'> = {
    seq: (head?.seq ?? 0) + 1,
    id: newId(Date.parse(origin.at)),
    action_id: origin.actionId,
    request_hash: origin.requestHash,
    subject: about.subject,
    subject_id: about.subjectId,
    kind: about.kind,
    person: origin.person,
    at: origin.at,
    content_hash: sha256(text),
  };
  sql.run(
    'INSERT INTO entry (seq, id, action_id, request_hash, subject, subject_id, kind, person, at, content_hash, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    entry.seq,
    entry.id,
    entry.action_id,
    entry.request_hash,
    entry.subject,
    entry.subject_id,
    entry.kind,
    entry.person,
    entry.at,
    entry.content_hash,
    macOf(key, entry, head?.mac ?? beforeFirst),
  );
  sql.run('INSERT INTO entry_content (seq, content) VALUES (?, ?)', entry.seq, text);
  return entry.seq;
}

type Line = {
  readonly seq: number;
  readonly id: string;
  readonly action_id: string;
  readonly subject: Subject;
  readonly subject_id: string;
  readonly kind: EntryKind;
  readonly person: string;
  readonly at: string;
  readonly undone: number;
  readonly content: string | null;
};

const lines = `SELECT e.seq, e.id, e.action_id, e.subject, e.subject_id, e.kind, e.person, e.at, a.undone_seq IS NOT NULL AS undone, c.content
  FROM entry e JOIN action a ON a.id = e.action_id LEFT JOIN entry_content c ON c.seq = e.seq`;

/** A subject's entries with their contents, oldest first, as the fold and the history read them. */
export function entriesOf(sql: Sql, subject: Subject, subjectId: string): Entry[] {
  return sql
    .all<Line>(`${lines} WHERE e.subject = ? AND e.subject_id = ? ORDER BY e.seq`, subject, subjectId)
    .map(entryOf);
}

/** What happened to a subject, the oldest first, without what each entry holds. */
export function happenedTo(
  sql: Sql,
  subject: Subject,
  subjectId: string,
): Pick<Entry, 'seq' | 'kind' | 'at' | 'undone'>[] {
  return sql
    .all<Pick<Line, 'seq' | 'kind' | 'at' | 'undone'>>(
      `SELECT e.seq, e.kind, e.at, a.undone_seq IS NOT NULL AS undone FROM entry e JOIN action a ON a.id = e.action_id
       WHERE e.subject = ? AND e.subject_id = ? ORDER BY e.seq`,
      subject,
      subjectId,
    )
    .map((line) => ({ ...line, undone: line.undone === 1 }));
}

/** The entries of one action, oldest first. */
export function entriesOfAction(sql: Sql, actionId: string): Entry[] {
  return sql.all<Line>(`${lines} WHERE e.action_id = ? ORDER BY e.seq`, actionId).map(entryOf);
}

/** The same entries as the fold reads them: each kind with its own content. One whose content retention took away tells nothing any longer. */
export function keptOf(entries: readonly Entry[]): Kept[] {
  // What stands under a kind was written through `appendEntry`, which demands that kind's content.
  return entries.flatMap(({ seq, actionId, kind, person, at, undone, content }) =>
    content === null ? [] : [{ seq, actionId, kind, person, at, undone, content } as Kept],
  );
}

function entryOf(line: Line): Entry {
  return {
    seq: line.seq,
    id: line.id,
    actionId: line.action_id,
    subject: line.subject,
    subjectId: line.subject_id,
    kind: line.kind,
    person: line.person,
    at: line.at,
    undone: line.undone === 1,
    content: line.content === null ? null : (JSON.parse(line.content) as unknown),
  };
}
