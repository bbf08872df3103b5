import type { LetterRow } from '../../../shared/contract/rows';

/** Which letter of a pile was meant: its index, or what is wrong with what was typed. */
export type JammedAt =
  { readonly kind: 'at'; readonly index: number } | { readonly kind: 'wrong'; readonly message: string };

/** Reads a place in the pile (`42`) or a letter's number (`L-000042`, `l42`). */
export function jammedAt(text: string, letters: readonly Pick<LetterRow, 'number'>[]): JammedAt {
  const typed = text.trim();
  if (typed === '') return wrong('The letter is missing. Type its place in the pile, or its number.');
  const number = /^l-?0*(\d{1,9})$/i.exec(typed)?.[1];
  if (number !== undefined) {
    const index = letters.findIndex((l) => Number(l.number.slice(2)) === Number(number));
    return index === -1 ? wrong(`${typed.toUpperCase()} is not among these letters.`) : { kind: 'at', index };
  }
  const place = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  return place >= 1 && place <= letters.length
    ? { kind: 'at', index: place - 1 }
    : wrong(`Type a place from 1 to ${letters.length}, or a number like ${letters[0]?.number ?? 'L-000001'}.`);
}

const wrong = (message: string): JammedAt => ({ kind: 'wrong', message });
