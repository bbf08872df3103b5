import { letterTypeOf } from '../../shared/letters/choose';
import { shippedTemplate } from '../../shared/letters/letter';
import { mergeFields } from '../../shared/letters/merge';
import { ownFieldWords } from '../../shared/letters/own-fields';
import { ownTemplate, unfilled } from '../../shared/letters/own-words';
import type { LetterSource } from '../../shared/letters/source';
import type { LetterTemplate } from '../../shared/letters/template';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';

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
