import type { Language } from '../day';

/** How hard a text is to read: by which measure, its figure, and what it means in words. */
export type Grade = { readonly measure: string; readonly figure: number; readonly words: string };

/**
 * How hard a letter is to read: in English the Flesch–Kincaid grade (years of school), in Spanish Fernández-Huerta's ease (0 to 100, higher is
 * easier). Null for fewer than thirty words, of which neither can tell.
 */
export function gradeOf(text: string, language: Language): Grade | null {
  const words = text.match(/[\p{L}\p{M}’']+/gu) ?? [];
  if (words.length < 30) return null;
  const ends = text.match(/[.!?:](?=\s|$)|\n+/g) ?? [];
  const sentences = Math.max(1, ends.length);
  const count = language === 'en' ? englishSyllables : spanishSyllables;
  const syllables = words.reduce((n, word) => n + count(word), 0);
  const long = words.length / sentences;
  const heavy = syllables / words.length;
  if (language === 'en') {
    const figure = Math.max(0, Math.round((0.39 * long + 11.8 * heavy - 15.59) * 10) / 10);
    return { measure: 'Flesch–Kincaid grade', figure, words: gradeWords(figure) };
  }
  const figure = Math.min(100, Math.max(0, Math.round(206.84 - 60 * heavy - 1.02 * long)));
  return { measure: 'Fernández-Huerta ease', figure, words: easeWords(figure) };
}

function gradeWords(figure: number): string {
  if (figure <= 8) return 'easy: most people read this without effort';
  if (figure <= 12) return 'fair: shorter sentences would help';
  return 'hard: shorten the sentences and choose plainer words';
}

function easeWords(figure: number): string {
  if (figure >= 60) return 'easy: most people read this without effort';
  if (figure >= 50) return 'fair: shorter sentences would help';
  return 'hard: shorten the sentences and choose plainer words';
}

/** Syllables of an English word: its groups of vowels, less a silent e at the end. */
function englishSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/[’']/g, '');
  const groups = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/** Syllables of a Spanish word: its vowels, counting a weak one beside a strong one, or two weak ones, once. */
function spanishSyllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/([gq])u(?=[eiéí])/g, '$1')
    .replace(/y$/, 'i');
  const groups = plain.match(/[iuü]?[aeoáéó][iuü]?(?![aeoáéóíú])|[iuü]?[aeoáéó]|[íú]|[iuü]+/g);
  return Math.max(1, groups?.length ?? 0);
}
