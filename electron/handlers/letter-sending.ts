import { setImmediate } from 'node:timers/promises';
import type { CallName, Input, Output } from '../../shared/contract';
import type { LetterRow } from '../../shared/contract/rows';
import { formatDay } from '../../shared/day';
import type { Failure } from '../../shared/errors';
import { addressLines } from '../../shared/letters/address';
import { isMailable } from '../../shared/register/fields';
import { listName } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { createClock } from '../clock';
import type { Page } from '../desktop';
import { fileNameOf } from '../file-name';
import { saveSeparately } from '../separate-files';
import type { OpenContext, OpenHandlers } from './context';
import { addressedAnew } from './letter-address';
import { keptOf } from './letter-making';
import { goingOut, keptPage } from './letter-pages';
import { wordOf } from './paper';
import { savedAs } from './saved-as';

/** Calls about letters that leave as files, or come back. */
export const letterSendingHandlers: OpenHandlers<
  Extract<CallName, 'letter.savePdf' | 'letter.saveSeparate' | 'letter.cameBack' | 'letter.sendAgain'>
> = {
  'letter.savePdf': savePdf,

  'letter.saveSeparate': saveSeparate,

  'letter.cameBack': (input, context) => {
    const { id, on, why, note } = input;
    const { register } = context;
    return context.act(
      'letter.cameBack',
      input,
      (write) => {
        const row = register.letters.row(id);
        const refused = row === null ? notThere : (notOut(row) ?? wrongDay(row, on, context));
        if (refused !== null) return fail(refused);
        write.entry('letter.cameBack', id, { on, why, note });
        return ok(null);
      },
      () => shown(id, context),
    );
  },

  'letter.sendAgain': sendAgain,
};

/** Puts a letter that came back on its way again: the same number, day and words, with the student's present address in its window. */
async function sendAgain(input: Input<'letter.sendAgain'>, context: OpenContext): Promise<Result<LetterRow>> {
  const { register } = context;
  const { id } = input;
  if (register.hasAction(input.requestId)) return shown(id, context);
  const row = register.letters.row(id);
  const letter = register.letters.get(id);
  const kept = letter === null ? null : keptOf(letter);
  const student = kept === null ? null : register.students.get(kept.studentId);
  if (row === null || letter === null || kept === null) return fail(notThere);
  if (letter.cameBack === null || row.state !== 'came-back') return fail(notBack(row));
  if (student === null) return fail({ kind: 'not-found', what: 'The student of this letter' });
  if (!isMailable(student.address)) return fail({ kind: 'no-address', student: listName(student) });
  const { why } = letter.cameBack;
  const place = addressLines('', student.address).join('\n');
  if ((why === 'undeliverable' || why === 'moved') && kept.address.slice(1).join('\n') === place) {
    return fail({
      kind: 'wrong-state',
      message: `The address of ${listName(student)} is still the one from which ${row.number} came back.`,
      next: 'Correct the address on the student, then send the letter again.',
    });
  }
  const anew = await addressedAnew(letter, student, context);
  if (!anew.ok) return anew;
  const content = anew.value;
  if (content === null) return fail({ kind: 'not-found', what: `The page of ${row.number}` });
  return context.act(
    'letter.sendAgain',
    input,
    (write) => {
      // The case may have moved on while the PDF was made.
      const now = register.letters.row(id);
      if (now?.state !== 'came-back') return fail(now === null ? notThere : notBack(now));
      write.entry('letter.addressed', id, content(write));
      return ok(null);
    },
    () => shown(id, context),
  );
}

/** A letter as the PDF that was kept of it; several as one PDF for printing, from the pages that were kept. Marks nothing. */
async function savePdf(
  { ids }: Input<'letter.savePdf'>,
  context: OpenContext,
): Promise<Result<Output<'letter.savePdf'>>> {
  const { register, desktop } = context;
  const rows: LetterRow[] = [];
  for (const id of ids) {
    const row = register.letters.row(id);
    if (row === null) return fail(notThere);
    if (row.state === 'needs-address') return fail({ kind: 'no-address', student: row.studentName });
    rows.push(row);
  }
  const [only] = rows;
  if (only === undefined || rows.length > 1) {
    const whole = await onePdf(rows, context);
    return whole.ok ? savedAs(`${rows.length} letters.pdf`, whole.value, desktop) : whole;
  }
  const pdf = only.pdfHash === null ? null : register.kept.document(only.pdfHash);
  if (pdf === null) return fail({ kind: 'not-found', what: `The PDF of ${only.number}` });
  return savedAs(`${only.number} ${only.caseNumber} ${only.studentName}.pdf`, pdf, desktop);
}

async function onePdf(rows: readonly LetterRow[], context: OpenContext): Promise<Result<Uint8Array>> {
  const { register, desktop } = context;
  let lost: LetterRow | null = null;
  const pages = async function* (): AsyncGenerator<Page> {
    for (const [done, row] of rows.entries()) {
      const page = keptPage(row.id, register);
      if (page === null) {
        lost = row;
        return;
      }
      yield page;
      if (done % few !== 0) continue;
      desktop.emit('progress', { task: 'letter.savePdf', done, total: rows.length });
      await setImmediate();
    }
  };
  const parts: Uint8Array[] = [];
  const title = `${rows.length} letters`;
  const language = rows.every((row) => row.language === 'es') ? 'es' : 'en';
  try {
    await desktop.job(pages(), { title, language }, (bytes) => parts.push(bytes));
  } catch (error) {
    return fail({ kind: 'printing', detail: wordOf(error) });
  }
  return lost === null ? ok(Buffer.concat(parts)) : fail(pageGone(lost));
}

/** So many letters are read at one go; then others have their turn, and somebody is told how far it is. */
const few = 20;

function pageGone({ number }: LetterRow): Failure {
  return { kind: 'not-found', what: `The page of ${number}` };
}

/** Each letter's own PDF, by the number of its case, in a folder that the person chooses. Marks nothing. */
async function saveSeparate(
  { ids }: Input<'letter.saveSeparate'>,
  context: OpenContext,
): Promise<Result<Output<'letter.saveSeparate'>>> {
  const { register, desktop } = context;
  const rows = goingOut(ids, context);
  if (!rows.ok) return rows;
  const lost = rows.value.find((row) => row.pdfHash === null);
  if (lost !== undefined) return fail({ kind: 'not-found', what: `The PDF of ${lost.number}` });
  const folder = await desktop.chooseFolder();
  if (folder === null) return fail({ kind: 'cancelled' });
  const files = rows.value.map((row) => ({
    name: fileNameOf(`${row.caseNumber} ${row.number}.pdf`),
    bytes: () => register.kept.document(row.pdfHash ?? ''),
  }));
  const saved = await saveSeparately(folder, files, (done) =>
    desktop.emit('progress', { task: 'letter.saveSeparate', done, total: files.length }),
  );
  return saved.ok ? ok({ folder, files: files.length }) : saved;
}

const notThere: Failure = { kind: 'not-found', what: 'That letter' };

function shown(id: string, { register }: OpenContext): Result<LetterRow> {
  const row = register.letters.row(id);
  return row === null ? fail(notThere) : ok(row);
}

/** Why a letter cannot have come back; null where it has gone out. */
function notOut({ state, number, studentName }: LetterRow): Failure | null {
  switch (state) {
    case 'printed':
    case 'mailed':
      return null;
    case 'came-back':
      return {
        kind: 'wrong-state',
        message: `It is recorded already that ${number} came back.`,
        next: 'Send it again once the address is right.',
      };
    case 'voided':
      return {
        kind: 'wrong-state',
        message: `${number} for ${studentName} is void.`,
        next: 'Record it on the letter that took its place.',
      };
    case 'ready':
    case 'needs-address':
      return {
        kind: 'wrong-state',
        message: `${number} has not gone out.`,
        next: 'Print it and mark it as printed; only then can it come back.',
      };
  }
}

function notBack({ number }: LetterRow): Failure {
  return {
    kind: 'wrong-state',
    message: `${number} is not recorded as having come back.`,
    next: 'Record first that it came back, and why.',
  };
}

/** Why a letter cannot have come back on a day: it lies ahead, or before the day on which it went out. */
function wrongDay(
  { number, printedAt, madeAt }: LetterRow,
  on: string,
  { local, office }: OpenContext,
): Failure | null {
  const wrong = (message: string): Failure => ({ kind: 'invalid', problems: [{ field: 'on', message }] });
  if (on > local().day) return wrong('This day is in the future. Type the day on which it came back.');
  const out = createClock(() => Date.parse(printedAt ?? madeAt)).local(office().timeZone).day;
  const did = printedAt === null ? 'made' : 'printed';
  return on < out ? wrong(`${number} was ${did} on ${formatDay(out, 'en')}; it cannot have come back before.`) : null;
}
