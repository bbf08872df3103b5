import { randomUUID } from 'node:crypto';
import type { PrintJob } from '../../shared/contract/letters';
import type { LetterRow } from '../../shared/contract/rows';
import { ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { staysHere } from './letter-pages';

// Kept in the register beside the drafts, under a name that no person's draft can have: whoever sits down next is asked too.
const key = ' letters handed to the printer';

/** Letters handed to the printer, as they are kept until somebody says which came out. */
export type JobInHand = {
  readonly id: string;
  /** Each with how often it had been printed then: one that was marked since is answered for. */
  readonly letters: readonly { readonly id: string; readonly copies: number }[];
  readonly why: string;
  readonly at: string;
  readonly account: string;
  /** Whether these are the rest of a job that jammed, still to be printed. */
  readonly jammed: boolean;
};

/** Letters about to be handed over. */
export function jobInHand(rows: readonly LetterRow[], why: string, { desktop, session }: OpenContext): JobInHand {
  return {
    id: randomUUID(),
    letters: rows.map(({ id, copies }) => ({ id, copies })),
    why,
    at: desktop.now(),
    account: session().account,
    jammed: false,
  };
}

/** Keeps the job, in the place of one that was there. */
export function keepJob(job: JobInHand, { register, desktop }: OpenContext): Result<null> {
  return register.saveDraft(key, JSON.stringify(job), desktop.now());
}

/** The job whose question is open, with the letters that nobody has answered for; null where there is none. */
export function openJob({ register }: OpenContext): JobInHand | null {
  const kept = register.kept.draft(key);
  if (kept === null) return null;
  const job = JSON.parse(kept.text) as JobInHand;
  const letters = job.letters.filter(({ id, copies }) => register.letters.row(id)?.copies === copies);
  return letters.length === 0 ? null : { ...job, letters };
}

/** Ends a job; the one before it stands again where one is given. Another job that has begun meanwhile stays. */
export function closeJob(job: JobInHand, before: JobInHand | null, context: OpenContext): Result<null> {
  const kept = context.register.kept.draft(key);
  if (kept === null || (JSON.parse(kept.text) as JobInHand).id !== job.id) return ok(null);
  return before === null ? context.register.discardDraft(key) : keepJob(before, context);
}

/** Keeps what a jam left, to be printed next. What does not go out any more is left out. */
export function keepRest(job: JobInHand, test: (id: string) => boolean, context: OpenContext): Result<null> {
  const letters = job.letters.filter(({ id }) => {
    const row = context.register.letters.row(id);
    return test(id) && row !== null && staysHere(row) === null;
  });
  return letters.length === 0 ? closeJob(job, null, context) : keepJob({ ...job, letters, jammed: true }, context);
}

/** The open job as it is shown. */
export function sayJob(context: OpenContext): PrintJob | null {
  const job = openJob(context);
  if (job === null) return null;
  const { register } = context;
  return {
    rows: job.letters.flatMap(({ id }) => register.letters.row(id) ?? []),
    why: job.why,
    at: job.at,
    by: register.people.withAccount(job.account)?.name ?? job.account,
    jammed: job.jammed,
  };
}
