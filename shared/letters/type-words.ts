import type { LetterType } from './template';

/** What each kind of letter is called in lists and on cover sheets, where a whole title has no room. */
export const typeWords: Record<LetterType, string> = {
  'class-cancelled': 'Class cancelled',
  full: 'Full refund',
  'full-less': 'Full refund less the fee',
  partial: 'Partial refund',
  none: 'No refund',
  incomplete: 'Form incomplete',
  'not-official': 'Not an official drop',
  'petition-required': 'Petition required',
  'late-drop-granted': 'Late drop granted',
  'late-drop-denied': 'Late drop denied',
  reinstated: 'Reinstated',
  'not-reinstated': 'Not reinstated',
  'reinstatement-received': 'Reinstatement asked for',
  'petition-received': 'Petition or appeal received',
  'petition-returned': 'Petition or appeal returned',
  'petition-granted': 'Petition or appeal granted',
  'petition-in-part': 'Petition or appeal granted in part',
  'petition-denied': 'Petition or appeal denied',
  'petition-withdrawn': 'Petition or appeal withdrawn',
  received: 'Form received',
  duplicate: 'Already refunded',
  refused: 'Refused',
  refer: 'Referred',
  federal: 'Federal figure awaited',
  'drop-withdrawn': 'Drop taken back',
  'section-changed': 'Section changed',
  withdrawn: 'Earlier letter taken back',
};

/** The words of a letter's kind; of one that only an older version knew, its own name. */
export function sayType(type: string): string {
  return Object.hasOwn(typeWords, type) ? typeWords[type as LetterType] : type;
}
