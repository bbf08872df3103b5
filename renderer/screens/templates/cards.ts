import type { Language } from '../../../shared/day';
import { standardParts } from '../../../shared/letters/own-standard';
import type { LetterType } from '../../../shared/letters/template';
import type { Cards } from './editor-schema';

/** The cards of a letter's standard paragraphs, and how to tell them what each says in the case that is looked at. */
export function createCards(
  type: LetterType,
  language: Language,
): { readonly cards: Cards; readonly show: (standing: Readonly<Record<string, string>>) => void } {
  const names = new Map(standardParts(type, language).map(({ name, words }) => [name, words]));
  let said: Readonly<Record<string, string>> = {};
  const changed = new Set<() => void>();
  return {
    cards: { words: (name) => names.get(name) ?? name, says: (name) => said[name], changed },
    show: (standing) => {
      said = standing;
      for (const draw of changed) draw();
    },
  };
}
