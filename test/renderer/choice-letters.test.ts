import { describe, expect, test } from 'vitest';
import { choiceByLetters, type Typed } from '../../renderer/components/choice-letters';

const choices = [
  'Drop form',
  'Add/Drop form',
  'Letter',
  'E-mail',
  'Fax',
  'Élan',
  'Said in person',
  'Stopped attending',
].map((words) => ({ value: words, words }));

/** Types letters one after the other, so many milliseconds apart, from a present choice. */
function typing(letters: string, apart = 100, present: string | null = null): string | null {
  let chosen = present;
  let typed: Typed = { letters: '', at: -5000 };
  for (const [i, letter] of [...letters].entries()) {
    const found = choiceByLetters(choices, chosen, typed, letter, i * apart);
    ({ typed } = found);
    chosen = found.choice ?? chosen;
  }
  return chosen;
}

describe('a choice by its first letters', () => {
  test('is the first that begins so, whatever the capitals', () => {
    expect(typing('l')).toBe('Letter');
    expect(typing('A')).toBe('Add/Drop form');
    expect(typing('st')).toBe('Stopped attending');
    expect(typing('sa')).toBe('Said in person');
  });

  test('goes on to the next with the same letter, and round', () => {
    expect(typing('s')).toBe('Said in person');
    expect(typing('ss')).toBe('Stopped attending');
    expect(typing('sss')).toBe('Said in person');
    expect(typing('s', 100, 'Said in person')).toBe('Stopped attending');
  });

  test('reads accents as the letters below them', () => {
    expect(typing('el')).toBe('Élan');
    expect(typing('e')).toBe('E-mail');
  });

  test('begins a new word after a pause, on both sides of it', () => {
    expect(typing('sl', 999)).toBe('Said in person');
    expect(typing('sl', 1000)).toBe('Letter');
  });

  test('leaves what was chosen where none begins so', () => {
    expect(typing('z', 100, 'Fax')).toBe('Fax');
    expect(choiceByLetters([], null, { letters: '', at: 0 }, 'a', 0).choice).toBeNull();
  });
});
