/** The letters typed in a choice one soon after the other, and when the last came (milliseconds). */
export type Typed = { readonly letters: string; readonly at: number };

/** How long after a letter the next one still belongs to the same word, in milliseconds. */
const pause = 1000;

type Worded<V> = { readonly value: V; readonly words: string };

/**
 * The choice that is meant by typing its first letters: the first that begins with them; the same letter again goes to the next that
 * begins with it. Capitals and accents make no difference. Null where none begins so: then what was chosen stays.
 */
export function choiceByLetters<V extends string>(
  choices: readonly Worded<V>[],
  present: V | null,
  before: Typed,
  letter: string,
  at: number,
): { readonly choice: V | null; readonly typed: Typed } {
  const letters = at - before.at < pause ? before.letters + plain(letter) : plain(letter);
  const first = letters.slice(0, 1);
  const again = letters.length > 1 && [...letters].every((l) => l === first);
  const begins = (start: string) => choices.filter((c) => plain(c.words).startsWith(start));
  const whole = begins(letters);
  const fitting = whole.length > 0 || !again ? whole : begins(first);
  const from = fitting.findIndex((c) => c.value === present);
  // One letter goes on from the present choice; more of them narrow.
  const next =
    letters.length === 1 || whole.length === 0 ? fitting[(from + 1) % Math.max(1, fitting.length)] : fitting[0];
  return { choice: next?.value ?? null, typed: { letters, at } };
}

function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
