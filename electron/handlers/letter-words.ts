import { letterTypeOf } from '../../shared/letters/choose';
import { shippedTemplate } from '../../shared/letters/letter';
import { mergeFields } from '../../shared/letters/merge';
import { ownFieldWords } from '../../shared/letters/own-fields';
import type { OwnWords } from '../../shared/letters/own-template';
import { draftTemplate, lackingProblems, ownProblems, ownTemplate, unfilled } from '../../shared/letters/own-words';
import type { LetterSource } from '../../shared/letters/source';
import type { LetterTemplate } from '../../shared/letters/template';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import type { Plan } from './letter-making';

/**
 * The words in which a letter is made: those given where they are for such a letter, else the office's own, else the app's. Refuses words
 * that would leave an empty place in this letter.
 */
export function wordsOf(
  source: LetterSource,
  given: LetterTemplate | null,
  { register }: OpenContext,
): Result<LetterTemplate> {
  const { language } = source;
  const type = letterTypeOf(source);
  const kept = register.templates.of(type, language);
  const last = kept?.own === true ? kept.versions.at(-1) : undefined;
  const own =
    given?.type === type && given.language === language ? given : last === undefined ? null : ownTemplate(last);
  if (own === null) return ok(shippedTemplate(type, language));
  const blank = unfilled(own, mergeFields(source)).map((name) => `“${ownFieldWords(name)}”`);
  if (blank.length === 0) return ok(own);
  return fail({
    kind: 'wrong-state',
    message: `The letter of ${source.caseNumber} cannot be made in the office’s words: there is no ${blank.join(', no ')} in this case.`,
    next: 'Put that part of the words under a condition, or take the field out (Words of letters, Ctrl+K).',
  });
}

/** Words that were changed for one letter alone, as its template; to be made, they must say all that such a letter must say. */
export function editedWords(
  words: OwnWords | null,
  to: 'look' | 'make',
  { register }: OpenContext,
): Result<LetterTemplate | null> {
  if (words === null) return ok(null);
  const problems = [...ownProblems(words), ...(to === 'make' ? lackingProblems(words) : [])];
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  const { type, language } = words;
  const kept = register.templates.of(type, language);
  const last = kept?.own === true ? kept.versions.at(-1) : undefined;
  return ok({ ...draftTemplate(words, last?.version ?? shippedTemplate(type, language).version), edited: words });
}

/** The plan, where its letter is of the kind and language that the changed words are for. */
export function inTheseWords(plan: Result<Plan>, words: LetterTemplate | null): Result<Plan> {
  if (!plan.ok || words === null) return plan;
  const { type, language } = plan.value.letters[0].made;
  if (type === words.type && language === words.language) return plan;
  return fail({
    kind: 'wrong-state',
    message: 'The letter of this case is of another kind now, so the words that you changed do not fit it.',
    next: 'Look at the letter as it is now, and change its words anew where they need it.',
  });
}
