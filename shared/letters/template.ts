import type { Language } from '../day';
import type { OwnWords } from './own-template';

/** The kinds of letter: one for every way in which a case or a petition can stand, for what a student did with a form, and the one that takes back a letter sent in error. */
export const letterTypes = [
  'received',
  'class-cancelled',
  'full',
  'full-less',
  'partial',
  'none',
  'incomplete',
  'not-official',
  'petition-required',
  'late-drop-granted',
  'late-drop-denied',
  'reinstated',
  'not-reinstated',
  'reinstatement-received',
  'petition-received',
  'petition-returned',
  'petition-granted',
  'petition-in-part',
  'petition-denied',
  'petition-withdrawn',
  'refused',
  'duplicate',
  'refer',
  'federal',
  'drop-withdrawn',
  'section-changed',
  'withdrawn',
] as const;
export type LetterType = (typeof letterTypes)[number];

/** What one kind of letter says by itself: its title, and what stands between the greeting and the questions. */
export type LetterBody = { readonly title: string; readonly body: readonly string[] };

/** The words of one letter in one language: a title and pieces in order, each Liquid text that comes out as one piece of HTML or as nothing. */
export type LetterTemplate = {
  readonly type: LetterType;
  readonly language: Language;
  /** Grows with every change of the words, and stands in the footer of the letters made from it. */
  readonly version: number;
  /** Whether a person who may sign letters in that language has read it; shown in the app, not in the letter. */
  readonly review: 'reviewed' | 'needs-review';
  readonly title: string;
  readonly pieces: readonly string[];
  /** The words as they were changed by hand for one letter alone; absent where they are everybody's. */
  readonly edited?: OwnWords;
};
