import type { Write } from '../../db/actions';
import type { CallName, Input, Output } from '../../shared/contract';
import type { LetterRow } from '../../shared/contract/rows';
import { chosenOffer, isSameAbout, type LetterOffer } from '../../shared/letters/about';
import { isMailable } from '../../shared/register/fields';
import { listName } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import type { letterBatchHandlers } from './letter-batch';
import type { letterPrintingHandlers } from './letter-printing';
import type { letterSendingHandlers } from './letter-sending';
import { keptOf, planLetter, problemsOf, type Plan, type PlannedLetter } from './letter-making';
import { choicesOf, offersOf } from './letter-offers';
import { keptPage, pageOf } from './letter-pages';
import { aboutOf } from './letter-source';
import { editedWords, inTheseWords } from './letter-words';
import { standingOf } from './template-preview';
import { voidReplaced } from './letter-voiding';
import { madePdf } from './paper';

type LetterCall = Exclude<
  Extract<CallName, `letter.${string}`>,
  keyof typeof letterBatchHandlers | keyof typeof letterPrintingHandlers | keyof typeof letterSendingHandlers
>;

/** How often a letter is made anew because another took its number meanwhile. */
const patience = 5;

/** Calls about letters: what is printed is what was previewed, and what is printed again is what was kept. */
export const letterHandlers: OpenHandlers<LetterCall> = {
  'letter.preview': ({ caseId, language, about, words }, context) => {
    const edited = editedWords(words ?? null, 'look', context);
    if (!edited.ok) return edited;
    const plan = inTheseWords(planLetter(caseId, language, about ?? null, context, edited.value), edited.value);
    if (!plan.ok) return plan;
    const [{ made, student }] = plan.value.letters;
    return ok({
      url: context.desktop.show(pageOf(made)),
      type: made.type,
      title: made.title,
      language: made.language,
      problems: [...problemsOf(plan.value)],
      mailable: isMailable(student.address),
      pages: made.pages,
      about: { what: plan.value.offer.what, petitionId: plan.value.offer.petitionId },
      choices: choicesOf(plan.value.offers),
      ...(edited.value === null ? {} : { standing: standingOf(made) }),
    });
  },

  'letter.make': make,

  'letter.open': ({ id }, { register, desktop }) => {
    const letter = register.letters.get(id);
    const page = keptPage(id, register);
    if (letter === null || page === null) return fail({ kind: 'not-found', what: 'That letter' });
    const about = aboutOf(letter);
    const later = register.letters
      .ofCase(letter.caseId)
      .filter((l) => l.number > letter.number && l.state !== 'voided')
      .findLast((l) => isSameAbout(aboutOf(register.letters.get(l.id) ?? letter), about));
    const problems = [
      ...(letter.state === 'voided' ? [`${letter.number} is void and is not to be sent.`] : []),
      ...(letter.state === 'needs-address'
        ? [`${letter.number} waits for a mailing address. It is ready once the student has one.`]
        : []),
      ...(later === undefined || letter.state === 'voided'
        ? []
        : [`${later.number} has taken the place of ${letter.number}.`]),
    ];
    const { type, title, language, pages } = letter;
    return ok({ url: desktop.show(page), type, title, language, problems, mailable: true, pages });
  },

  'letter.get': ({ id }, { register }) => {
    const row = register.letters.row(id);
    return row === null ? fail({ kind: 'not-found', what: 'That letter' }) : ok(row);
  },

  'letter.list': (page, { register }) => ok(register.letters.list(page)),
};

/** Makes the letter, and with it the one that takes an earlier one back: PDFs first, then everything in one transaction. */
async function make(input: Input<'letter.make'>, context: OpenContext): Promise<Result<Output<'letter.make'>>> {
  const edited = editedWords(input.words ?? null, 'make', context);
  if (!edited.ok) return edited;
  for (let attempt = 1; ; attempt += 1) {
    const planned = planLetter(input.caseId, input.language, input.about ?? null, context, edited.value);
    const plan = inTheseWords(planned, edited.value);
    if (!plan.ok) return plan;
    const same = alreadyMade(plan.value, context);
    if (same !== null) return ok(same);
    const pdfs: (Uint8Array | null)[] = [];
    for (const { made, student } of plan.value.letters) {
      // A letter without an address waits for it, and is put on paper then.
      const pdf = isMailable(student.address) ? await madePdf(pageOf(made), context) : ok(null);
      if (!pdf.ok) return pdf;
      pdfs.push(pdf.value);
    }
    const kept = keep(input, plan.value, pdfs, context);
    if (kept !== 'overtaken') return kept;
    if (attempt === patience) throw new Error('the number of a letter was taken again and again');
  }
}

/** Keeps planned letters with their PDFs; or nothing, where the case or the numbers have moved on while the PDFs were made. */
function keep(
  input: Input<'letter.make'>,
  plan: Plan,
  pdfs: readonly (Uint8Array | null)[],
  context: OpenContext,
): Result<LetterRow> | 'overtaken' {
  const { register } = context;
  let overtaken = false;
  const result = context.act(
    'letter.make',
    input,
    (write) => {
      const [first] = plan.letters;
      overtaken =
        !stillOffered(input.caseId, plan.offer, context) || register.letters.lastOrdinal() + 1 !== first.ordinal;
      if (overtaken) return fail({ kind: 'cancelled' });
      const by = { ...plan.offer, number: first.made.fields.letter.number };
      voidReplaced(input.caseId, by, plan.decides, context, write);
      plan.letters.forEach((letter, index) => writeLetter(letter, pdfs[index] ?? null, write));
      return ok(null);
    },
    (touched) => {
      const rows = touched.flatMap((t) => (t.subject === 'letter' ? (register.letters.row(t.subjectId) ?? []) : []));
      const own = rows.find((row) => row.state !== 'voided' && row.type !== 'withdrawn') ?? rows.at(-1);
      return own === undefined ? fail({ kind: 'not-found', what: 'That letter' }) : ok(own);
    },
  );
  return overtaken ? 'overtaken' : result;
}

/** Whether the case can still have the letter, telling of the same entry. */
export function stillOffered(caseId: string, { what, petitionId, seq }: LetterOffer, context: OpenContext): boolean {
  const folded = context.register.cases.folded(caseId);
  const now = folded === null ? null : chosenOffer(offersOf(caseId, folded, context), { what, petitionId });
  return now?.seq === seq;
}

export function writeLetter(
  { made, student, caseId, determinationSeq, aboutSeq, head, keeps }: PlannedLetter,
  pdf: Uint8Array | null,
  write: Write,
): void {
  const { number, ordinal } = write.letterNumber();
  write.entry('letter.made', write.newId(), {
    number,
    ordinal,
    caseId,
    determinationSeq,
    aboutSeq,
    type: made.type,
    title: made.title,
    language: made.language,
    name: listName(student),
    postal: student.address.postal,
    state: pdf === null ? 'needs-address' : 'ready',
    pages: made.pages,
    pdfHash: pdf === null ? null : write.document('application/pdf', pdf),
    facts: { ...keeps, htmlHash: write.document('text/html', new TextEncoder().encode(made.html)) },
    head,
  });
}

/** The letter that says all this already, so that a second one is not made of the same words. */
export function alreadyMade({ letters: [first, ...further] }: Plan, { register }: OpenContext): LetterRow | null {
  if (further.length > 0) return null;
  for (const row of register.letters.ofCase(first.caseId).toReversed()) {
    const letter = row.state === 'voided' ? null : register.letters.get(row.id);
    if (letter === null || letter.determinationSeq !== first.determinationSeq) continue;
    if ((letter.aboutSeq ?? null) !== first.aboutSeq) continue;
    return wordsOf(keptOf(letter)) === wordsOf(first.keeps) ? row : null;
  }
  return null;
}

/** What a letter says, but for its own number and day. */
function wordsOf({ template, fields, address, edited }: PlannedLetter['keeps']): string {
  return JSON.stringify([
    template,
    { ...fields, letter: { ...fields.letter, number: '', date: '' } },
    address,
    edited ?? null,
  ]);
}
