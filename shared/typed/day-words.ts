import { longMonths } from '../day';

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The month (1 to 12) that a word names by at least its first three letters, else null. */
export function monthOfWord(word: string): number | null {
  const at =
    word.length < 3
      ? -1
      : longMonths.en.findIndex(
          (name) => name.toLowerCase().startsWith(word) || (word === 'sept' && name === 'September'),
        );
  return at === -1 ? null : at + 1;
}

/** The weekday (Monday 0) that a word names by at least its first three letters, else null. */
export function weekdayOfWord(word: string): number | null {
  const at = word.length < 3 ? -1 : weekdayNames.findIndex((name) => name.startsWith(word));
  return at === -1 ? null : at;
}
