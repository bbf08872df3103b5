import type Database from 'better-sqlite3';
import type { Failure } from '../shared/errors';
import { fail, ok, type Result } from '../shared/result';
import { carryOut, type Done, type Request, type Write } from './actions';
import type { Anchor } from './anchor';
import { headOf } from './chain';
import { checkChain, checkFile, checkWhole, type Found, type Progress } from './check';
import { compareKept, compareTables } from './compare';
import { failureOf } from './failures';
import type { Files } from './files';
import { rebuild } from './project';
import { readsOn } from './reads';
import { wipe } from './removal';
import { sayDiffering } from './said';
import { statements } from './statements';
import { lastActions, turn, type Undoable } from './undo';

/** An open register: the only way to read and write it. What goes wrong with the file comes back as a failure; a bug throws. */
export type Register = ReturnType<typeof registerOn>;

/** What an open register stands on; `anchored` is the entry that the anchor names. `key` is null where it was not found; then nothing can be written. */
export type Ground = {
  readonly db: Database.Database;
  readonly files: Files;
  readonly key: Buffer | null;
  readonly anchor: Anchor | null;
  readonly anchored: number;
  /** What the look at its end found; the register is then only read. */
  readonly doubt?: Found;
};

/** Makes the register of an open, settled and migrated database. */
export function registerOn({ db, files, key, anchor, anchored: anchoredBefore, doubt: doubtBefore = null }: Ground) {
  const sql = statements(db);
  let stopped: Failure | null = null;
  let doubt: Found = null;
  let anchored = anchoredBefore;
  let changes = 0;
  let hurried = false;

  /** Runs a piece of writing in one transaction; all of it is kept, or nothing. Once it gives ok, the disk has it. */
  function write<T>(work: (signingKey: Buffer) => Result<T>): Result<T> {
    if (stopped !== null) return fail(stopped);
    if (key === null) return fail({ kind: 'disk-read-only', path: files.db });
    const refused: { result: Result<T> | null } = { result: null };
    try {
      const done = db
        .transaction((): Result<T> => {
          const result = work(key);
          if (!result.ok) {
            refused.result = result;
            throw new Refused();
          }
          return result;
        })
        .immediate();
      changes += 1;
      keepHead();
      return done;
    } catch (error) {
      if (refused.result !== null) return refused.result;
      return fail(recognise(error));
    }
  }

  /** Tells the anchor where the chain ends. The entries are safe already: an anchor that lags is caught up at the next save or start. */
  function keepHead(): void {
    const head = headOf(sql);
    if (hurried || anchor === null || head === null || head.seq === anchored) return;
    try {
      anchor.write({ seq: head.seq, mac: head.mac.toString('hex'), at: head.at });
      anchored = head.seq;
    } catch (error) {
      if (failureOf(error, files.anchor) === null) throw error;
    }
  }

  function recognise(error: unknown): Failure {
    const failure = failureOf(error, files.db);
    if (failure === null) throw error;
    if (failure.kind === 'register-damaged') stopWriting(failure);
    return failure;
  }

  /** A check that meets a page it cannot read has found what it was looking for. */
  function* guarded(steps: Generator<Progress, Found>): Generator<Progress, Found> {
    try {
      return yield* steps;
    } catch (error) {
      const failure = recognise(error);
      return {
        detail: failure.kind === 'register-damaged' ? failure.detail : 'Its file cannot be read.',
        firstBroken: null,
      };
    }
  }

  /** From here on the register is only read: what was found is what every attempt to write is told. */
  function stopWriting(why: Failure): void {
    stopped ??= why;
    db.pragma('query_only = ON');
  }

  /** What a check found stops all writing. The first entry that does not hold is what is told, whichever check came upon it. */
  function distrust(found: NonNullable<Found>): void {
    const earlier = found.firstBroken !== null && found.firstBroken < (doubt?.firstBroken ?? Infinity);
    if (doubt !== null && !earlier) return;
    const why: Failure = { kind: 'register-damaged', path: files.db, detail: found.detail };
    if (doubt !== null) stopped = why;
    doubt = found;
    stopWriting(why);
  }

  if (doubtBefore !== null) distrust(doubtBefore);

  return {
    files,
    ...readsOn(sql, key),

    /** Reads from here on for somebody who does not see confidential records (true), or for somebody who does. */
    veil: (drawn: boolean): void => {
      sql.veil.drawn = drawn;
    },
    /** Leaves nothing of what was removed in the files of the register; a failure where the disk has no room for it. */
    wipe: (): Failure | null => {
      try {
        wipe(sql);
        return null;
      } catch (error) {
        return recognise(error);
      }
    },

    /** Carries out an action: all its entries and their present state, or nothing. The same request again gives what it did and makes nothing. */
    act: (request: Request, work: (to: Write) => Result<unknown>): Result<Done> =>
      write((signingKey) => carryOut(sql, signingKey, request, work)),
    undo: (request: Request, actionId: string): Result<Done & { readonly label: string }> =>
      write((signingKey) => turn(sql, signingKey, request, 'undo', actionId)),
    redo: (request: Request, actionId: string): Result<Done & { readonly label: string }> =>
      write((signingKey) => turn(sql, signingKey, request, 'redo', actionId)),
    /** What somebody (everybody, where nobody is named) could undo or redo next. */
    lastActions: (person: string | null = null): { readonly undo: Undoable | null; readonly redo: Undoable | null } =>
      lastActions(sql, person),

    /** Keeps what is half typed; no entry is made of it. */
    saveDraft: (draftKey: string, text: string, at: string): Result<null> =>
      write(() => {
        sql.run(
          'INSERT INTO draft (key, text, at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET text = excluded.text, at = excluded.at',
          draftKey,
          text,
          at,
        );
        return ok(null);
      }),
    discardDraft: (draftKey: string): Result<null> =>
      write(() => {
        sql.run('DELETE FROM draft WHERE key = ?', draftKey);
        return ok(null);
      }),

    /** Makes all present-state tables anew from the entries. */
    rebuild: (): Result<null> =>
      write(() => {
        rebuild(sql);
        return ok(null);
      }),

    /** The checks, in small steps. */
    checkWhole: (): Generator<Progress, Found> => (key === null ? none() : guarded(checkWhole(sql, key))),
    checkChain: (): Generator<Progress, Found> => (key === null ? none() : guarded(checkChain(sql, key))),
    checkFile: (): Generator<Progress, Found> => guarded(checkFile(sql)),
    /** Compares the tables with the entries; gives how many rows differ. `tell` hears of the first record that does. */
    compareTables: (tell: (found: NonNullable<Found>) => void = () => undefined): Generator<Progress, number> => {
      let told = false;
      return compareTables(sql, (about) => {
        if (told) return;
        told = true;
        const [detail, named] = [sayDiffering(sql, about, 'nobody'), sayDiffering(sql, about, 'students')];
        tell({ detail, named, firstBroken: null });
      });
    },
    /** How many of the texts and documents kept under their hash no longer fit it, or are gone. */
    compareKept: (): Generator<Progress, number> => compareKept(sql),
    stopWriting,
    distrust,
    /** What a check found that does not hold; null while none did. */
    doubt: (): Found => doubt,
    /** Whether an error that a read threw is the file's doing rather than a bug; from a damaged file on, nothing is written. */
    recognises: (error: unknown): Failure | null => {
      const failure = failureOf(error, files.db);
      if (failure?.kind === 'register-damaged') stopWriting(failure);
      return failure;
    },
    /** Why the register is only read, or null while it can be written. */
    readOnly: (): Failure | null => stopped,
    /** How often something was written since it was opened. */
    changes: (): number => changes,
    keepHead,

    /**
     * Does much work without waiting for the disk after each piece of it, then waits once for all. A power cut in between can cost the whole
     * file: only for a register that nobody relies on yet, and that gets its name when it is whole.
     */
    hurry: async <T>(work: () => Promise<T>): Promise<T> => {
      db.pragma('synchronous = OFF');
      hurried = true;
      try {
        return await work();
      } finally {
        db.pragma('synchronous = FULL');
        db.pragma('wal_checkpoint(TRUNCATE)');
        hurried = false;
        keepHead();
      }
    },

    /** A copy of the register as it is now, made page by page without stopping anybody; the file must not be there yet. */
    copyTo: async (path: string): Promise<void> => {
      await db.backup(path);
    },
    pragma: (text: string): unknown => db.pragma(text, { simple: true }),
    /** Gives memory back after long work. */
    rest: (): void => {
      db.pragma('shrink_memory');
    },
    isOpen: (): boolean => db.open,
    /** Lets go of the file; what is not yet in its place is brought there. */
    close: (): void => {
      anchor?.close();
      db.close();
    },
  };
}

class Refused extends Error {}

function* none(): Generator<Progress, Found> {
  return { detail: 'The key that signs the entries is missing.', firstBroken: null };
}
