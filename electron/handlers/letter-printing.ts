import type { Write } from '../../db/actions';
import type { CallName, Input, Output } from '../../shared/contract';
import type { LetterRow } from '../../shared/contract/rows';
import { asCopy } from '../../shared/letters/copy-mark';
import { coverSheet } from '../../shared/letters/cover-sheet';
import { fail, ok, type Result } from '../../shared/result';
import type { Progress } from '../../db/check';
import type { Page } from '../desktop';
import { inSlices } from '../slices';
import type { OpenContext, OpenHandlers } from './context';
import { goingOut, keptPage, reasonMissing, staysHere, wasPrinted } from './letter-pages';
import { handOver } from './paper';
import { closeJob, jobInHand, keepJob, keepRest, openJob, sayJob } from './print-job';

/** Calls by which letters go to the printer and are marked: only what somebody says came out is printed. */
export const letterPrintingHandlers: OpenHandlers<
  Extract<
    CallName,
    'letter.print' | 'letter.printing' | 'letter.answerPrinting' | 'letter.markPrinted' | 'letter.markMailed'
  >
> = {
  'letter.print': print,

  'letter.printing': (_, context) => ok(sayJob(context)),

  'letter.answerPrinting': answer,

  'letter.markPrinted': (input, context) => {
    const why = input.why ?? '';
    const rows = goingOut(input.ids, context);
    const missing = rows.ok && !context.register.hasAction(input.requestId) ? reasonMissing(rows.value, why) : null;
    if (missing !== null) return fail(missing);
    return mark('letter.markPrinted', input, context, (row, write) => writePrinted(row, why, write));
  },

  'letter.markMailed': (input, context) =>
    mark('letter.markMailed', input, context, (row, write) => {
      if (row.state !== 'mailed') write.entry('letter.mailed', row.id, {});
    }),
};

/** Hands letters to the printer as one job. What was handed over is kept first, so that its question is asked whatever happens then. */
async function print(
  { ids, cover = false, why = '' }: Input<'letter.print'>,
  context: OpenContext,
): Promise<Result<Output<'letter.print'>>> {
  const before = openJob(context);
  if (before !== null && !before.jammed) return fail(unanswered(before.letters.length));
  const rows = goingOut(ids, context);
  if (!rows.ok) return rows;
  const missing = reasonMissing(rows.value, why);
  if (missing !== null) return fail(missing);
  const pages = await inSlices(
    pagesOf(rows.value, context),
    () => true,
    () => undefined,
  );
  if (pages === undefined) return fail({ kind: 'cancelled' });
  if (!pages.ok) return pages;
  const job = jobInHand(rows.value, why, context);
  const kept = keepJob(job, context);
  if (!kept.ok) return kept;
  const sheets = cover ? [coverOf(rows.value, context), ...pages.value] : pages.value;
  const given = await handOver(sheets, context);
  if (!given.ok || !given.value.handedOver) closeJob(job, before, context);
  return given;
}

/** Every letter's page as it prints: one that was printed before says that it is a copy. */
function* pagesOf(rows: readonly LetterRow[], context: OpenContext): Generator<Progress, Result<readonly Page[]>> {
  const { day } = context.local();
  const pages: Page[] = [];
  for (const row of rows) {
    const page = keptPage(row.id, context.register);
    if (page === null) return fail({ kind: 'not-found', what: `The page of ${row.number}` });
    pages.push(wasPrinted(row) ? { ...page, html: asCopy(page.html, page.language, day) } : page);
    yield { done: pages.length, total: rows.length };
  }
  return ok(pages);
}

function coverOf(rows: readonly LetterRow[], { office, local, session, register }: OpenContext): Page {
  const { day, time } = local();
  const { html, title } = coverSheet({
    office: office(),
    letters: rows,
    copies: new Set(rows.filter(wasPrinted).map((row) => row.id)),
    by: session().name,
    at: `${day}T${time}`,
    mark: register.head(),
  });
  return { html, title, language: 'en' };
}

/** Marks what came out of the open job; what jammed waits to be printed next. */
function answer(input: Input<'letter.answerPrinting'>, context: OpenContext): Result<Output<'letter.answerPrinting'>> {
  const { register } = context;
  // A second press of the same answer finds everything done.
  if (register.hasAction(input.requestId)) return ok(sayJob(context));
  const job = openJob(context);
  if (job === null)
    return fail({
      kind: 'wrong-state',
      message: 'No letters wait for that answer: it was given already.',
      next: 'Look at the queue; it shows which letters are ready and which are printed.',
    });
  const printed = new Set(input.printed);
  const inJob = new Set(job.letters.map(({ id }) => id));
  if ([...printed].some((id) => !inJob.has(id)))
    return fail({ kind: 'not-found', what: 'One of those letters among those handed to the printer' });
  if (printed.size > 0) {
    const marked = mark(
      'letter.answerPrinting',
      { requestId: input.requestId, ids: [...printed] },
      context,
      (row, write) => writePrinted(row, job.why, write),
    );
    if (!marked.ok) return marked;
  }
  const done = input.jammed ? keepRest(job, (id) => !printed.has(id), context) : closeJob(job, null, context);
  return done.ok ? ok(sayJob(context)) : done;
}

function writePrinted(row: LetterRow, why: string, write: Write): void {
  if (wasPrinted(row)) write.entry('letter.reprinted', row.id, { why });
  else write.entry('letter.printed', row.id, {});
}

function unanswered(letters: number) {
  return {
    kind: 'wrong-state',
    message:
      letters === 1
        ? 'A letter was handed to the printer, and nobody has said yet whether it came out.'
        : `${letters} letters were handed to the printer, and nobody has said yet whether they came out.`,
    next: 'Answer that in the letters queue first; nothing is printed twice then.',
  } as const;
}

/** Marks letters in one action; a void one stops all of them. */
function mark(
  call: 'letter.markPrinted' | 'letter.answerPrinting' | 'letter.markMailed',
  input: Input<'letter.markMailed'>,
  context: OpenContext,
  each: (row: LetterRow, write: Write) => void,
): Result<LetterRow[]> {
  const { register } = context;
  const ids = [...new Set(input.ids)];
  return context.act(
    call,
    input,
    (write) => {
      for (const id of ids) {
        const row = register.letters.row(id);
        if (row === null) return fail({ kind: 'not-found', what: 'That letter' });
        const refused = staysHere(row);
        if (refused !== null) return fail(refused);
        each(row, write);
      }
      return ok(null);
    },
    () => ok(ids.flatMap((id) => register.letters.row(id) ?? [])),
  );
}
