import type { Failure } from '../shared/errors';
import type { Content } from '../shared/register/contents';
import type { EntryKind, Subject } from '../shared/register/entry';
import { subjectOf } from '../shared/register/subject-of';
import { fail, ok, type Result } from '../shared/result';
import { sha256 } from './chain';
import { appendEntry, entriesOfAction, type Origin } from './entries';
import { keepDocument, keepPack, keepSealed } from './nouns/kept';
import { lastLetterOrdinal } from './nouns/letters';
import { keepSecret, keepTries, type Secret } from './nouns/secrets';
import { project, type About } from './project';
import { takeAway } from './removal';
import type { Sql } from './statements';
import { newId } from './uuid';

/** Who asks for what, when: the request's id (made once per form), the call and its input, the person, the moment (UTC, ISO). */
export type Request = {
  readonly id: string;
  readonly call: string;
  readonly input: unknown;
  readonly person: string;
  readonly at: string;
};

/** The kinds of entry that a handler may write; undoing and redoing have their own way. */
export type WrittenKind = Exclude<EntryKind, 'action.undone' | 'action.redone'>;

/** What may be written while an action is carried out. All of it is kept, or nothing. */
export type Write = {
  /** Appends an entry; gives its sequence. */
  entry<K extends WrittenKind>(kind: K, subjectId: string, content: Content[K]): number;
  /** The next case number of a fiscal year, without a gap: `RD-2026-0417`. */
  caseNumber(fiscalYear: number): { readonly number: string; readonly fiscalYear: number; readonly ordinal: number };
  /** The next letter number, without a gap: `L-000001`. */
  letterNumber(): { readonly number: string; readonly ordinal: number };
  /** Keeps a document (a PDF) once; gives its SHA-256, hex. */
  document(media: string, bytes: Uint8Array): string;
  /** Keeps a paper that came from outside once, sealed; gives the SHA-256 of its plain bytes, hex. */
  paper(media: string, bytes: Uint8Array): string;
  /** Keeps the text of a pack once; gives its SHA-256, hex. */
  pack(text: string): string;
  /** Takes away for good what a `records.removed` of the same action names: contents of entries, documents, drafts about them. */
  remove(gone: Content['records.removed']): void;
  /** Keeps what proves a person (or is the recovery code) in place of what did before; gives the SHA-256 of its row, hex. */
  secret(owner: string, secret: Secret): string;
  /** Keeps how many wrong tries in a row there were to sign in under a name; none is forgotten. */
  tries(name: string, failures: number): void;
  newId(): string;
};

/** What an action touched, in the order of its entries; `replayed` where the same request had been carried out before and nothing was made. */
export type Done = { readonly replayed: boolean; readonly touched: readonly (About & { readonly kind: EntryKind })[] };

/** Carries out an action inside the transaction that the caller holds; the same request again makes nothing. */
export function carryOut(
  sql: Sql,
  key: Buffer,
  request: Request,
  work: (write: Write) => Result<unknown>,
): Result<Done> {
  const begun = begin(sql, request);
  if (!begun.ok) return begun;
  if (begun.value.done !== null) return ok(begun.value.done);
  const { origin } = begun.value;
  const touched: (About & { kind: EntryKind })[] = [];
  const emptied: About[] = [];
  const last = { letter: -1, cases: new Map<number, number>() };
  const write: Write = {
    entry: (kind, subjectId, content) => {
      const subject: Subject = subjectOf(kind);
      const seq = appendEntry(sql, key, origin, { subject, subjectId, kind, content });
      keepAction(sql, origin.actionId, 'made', seq);
      touched.push({ subject, subjectId, kind });
      return seq;
    },
    caseNumber: (fiscalYear) => {
      const ordinal =
        1 +
        (last.cases.get(fiscalYear) ??
          sql.number('SELECT coalesce(max(ordinal), 0) FROM "case" WHERE fiscal_year = ?', fiscalYear));
      last.cases.set(fiscalYear, ordinal);
      return { number: `RD-${fiscalYear}-${String(ordinal).padStart(4, '0')}`, fiscalYear, ordinal };
    },
    letterNumber: () => {
      if (last.letter === -1) last.letter = lastLetterOrdinal(sql);
      last.letter += 1;
      return { number: `L-${String(last.letter).padStart(6, '0')}`, ordinal: last.letter };
    },
    document: (media, bytes) => keepDocument(sql, media, bytes),
    paper: (media, bytes) => keepSealed(sql, key, media, bytes),
    pack: (text) => keepPack(sql, text),
    remove: (gone) => {
      takeAway(sql, gone);
      emptied.push(...gone.subjects);
    },
    secret: (owner, secret) => keepSecret(sql, owner, secret, request.at),
    tries: (name, failures) => keepTries(sql, name, failures, request.at),
    newId: () => newId(Date.parse(request.at)),
  };
  const result = work(write);
  if (!result.ok) return result;
  project(sql, distinct([...touched, ...emptied]));
  return ok({ replayed: false, touched });
}

/** Begins an action: its origin, or what it did when it was carried out before, or why a request id cannot be used again. */
export function begin(sql: Sql, request: Request): Result<{ readonly origin: Origin; readonly done: Done | null }> {
  const requestHash = sha256(JSON.stringify([request.call, request.input]));
  const origin: Origin = { actionId: request.id, requestHash, person: request.person, at: request.at };
  const before = entriesOfAction(sql, request.id);
  const [first] = before;
  if (first === undefined) return ok({ origin, done: null });
  const hash = sql.one<{ request_hash: Buffer }>(
    'SELECT request_hash FROM entry WHERE seq = ?',
    first.seq,
  )?.request_hash;
  if (hash?.equals(requestHash) !== true) return fail(usedAlready);
  return ok({
    origin,
    done: { replayed: true, touched: before.map(({ subject, subjectId, kind }) => ({ subject, subjectId, kind })) },
  });
}

/** Notes an entry in the table of actions. */
export function keepAction(sql: Sql, id: string, kind: 'made' | 'undone' | 'redone', seq: number): void {
  sql.run(
    'INSERT INTO action (id, kind, first_seq, last_seq) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET last_seq = excluded.last_seq',
    id,
    kind,
    seq,
    seq,
  );
}

/** Each subject once, in the order in which it was first touched. */
export function distinct(touched: readonly About[]): About[] {
  const seen = new Map(touched.map(({ subject, subjectId }) => [`${subject} ${subjectId}`, { subject, subjectId }]));
  return [...seen.values()];
}

const usedAlready: Failure = {
  kind: 'wrong-state',
  message: 'This form was saved already, with other contents.',
  next: 'Open the saved one and change it there.',
};
