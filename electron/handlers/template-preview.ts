import type { Progress } from '../../db/check';
import type { Output } from '../../shared/contract';
import { shippedTemplate, type MadeLetter } from '../../shared/letters/letter';
import { fill } from '../../shared/letters/liquid';
import { standardParts } from '../../shared/letters/own-standard';
import type { OwnWords } from '../../shared/letters/own-template';
import { draftTemplate } from '../../shared/letters/own-words';
import type { LetterTemplate } from '../../shared/letters/template';
import { fail, ok, type Result } from '../../shared/result';
import { inSlices } from '../slices';
import type { OpenContext } from './context';
import { planLetter, type PlannedLetter } from './letter-making';
import { offersOf } from './letter-offers';
import { pageOf } from './letter-pages';

/** Cases looked through at one go, and tried with a letter at most before it is said that none was found. */
const stretch = 5_000;
const tries = 500;

type Found = { readonly caseId: string; readonly letter: Result<PlannedLetter> };

/** The letter of a case in these words: of the case that is looked at, or of the next that can have such a letter, the newest first. */
export async function previewOf(
  words: OwnWords,
  caseId: string | null,
  next: boolean,
  version: number,
  context: OpenContext,
): Promise<Result<Output<'template.preview'>>> {
  const template = draftTemplate(words, version);
  const same = caseId === null || next ? null : letterFor(caseId, template, context);
  let found = same;
  // After the last case comes the first one again.
  for (const after of next && caseId !== null ? [caseId, null] : [null])
    found ??=
      (await inSlices(
        search(after, template, context),
        () => true,
        () => undefined,
      )) ?? null;
  if (found === null) {
    return fail({
      kind: 'wrong-state',
      message: 'No case in the register can have this letter now, so there is none to show it with.',
      next: 'You can write and save it all the same.',
    });
  }
  const { letter } = found;
  if (!letter.ok) return letter;
  const { made } = letter.value;
  return ok({
    url: context.desktop.show(pageOf(made)),
    type: made.type,
    title: made.title,
    language: made.language,
    problems: [],
    mailable: true,
    pages: made.pages,
    caseId: found.caseId,
    caseNumber: made.fields.case.number,
    standing: standingOf(made),
  });
}

/** What each standard part of a letter says in it, by the part's name. */
export function standingOf({ type, language, fields }: MadeLetter): Record<string, string> {
  return Object.fromEntries(
    standardParts(type, language).map(({ name, piece }) => [name, readable(fill(piece, fields))]),
  );
}

function* search(
  after: string | null,
  template: LetterTemplate,
  context: OpenContext,
): Generator<Progress, Found | null> {
  const { templates } = context.register;
  let tried = 0;
  const all = templates.placeOf(after);
  for (let below = all; below > 0; below -= stretch) {
    for (const id of templates.casesFor(template.type, Math.max(0, below - stretch), below)) {
      const found = letterFor(id, template, context);
      if (found !== null) return found;
      tried += 1;
      if (tried === tries) return null;
      yield { done: all - below, total: all };
    }
    yield { done: all - below, total: all };
  }
  return null;
}

/** The letter of this kind that the case can have, in these words; or why these words do not do for it. Null where it has no such letter. */
function letterFor(caseId: string, template: LetterTemplate, context: OpenContext): Found | null {
  const { type, language } = template;
  const folded = context.register.cases.folded(caseId);
  if (folded === null) return null;
  const isThis = ({ made }: PlannedLetter): boolean => made.type === type;
  for (const about of offersOf(caseId, folded, context)) {
    // The standard words fit every letter: they tell whether it is one of this kind.
    const usual = planLetter(caseId, language, about, context, shippedTemplate(type, language));
    if (!usual.ok || !usual.value.letters.some(isThis)) continue;
    const plan = planLetter(caseId, language, about, context, template);
    if (!plan.ok) return { caseId, letter: plan };
    const letter = plan.value.letters.find(isThis);
    if (letter !== undefined) return { caseId, letter: ok(letter) };
  }
  return null;
}

/** A piece of a letter as a reader has it, a line a paragraph or row. */
function readable(html: string): string {
  return html
    .replace(/<\/(?:p|li|tr|h1|caption)>|<br>/g, '\n')
    .replace(/<\/th>/g, ': ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#3[49]|amp);/g, (sign) => signs[sign] ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

const signs: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
