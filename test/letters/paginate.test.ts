import { describe, expect, it } from 'vitest';
import { paginate } from '../../shared/letters/paginate';

/** A letter of so many paragraphs of one line each. */
const letterOf = (lines: number): readonly string[] => Array.from({ length: lines }, (_, n) => `<p>Line ${n + 1}.</p>`);

describe('the pieces of a letter', () => {
  it('are set as usual where they fit one sheet, closer where only that saves the second, as usual on two', () => {
    // 470.16 points of room: 25 lines of 13.5 points with 5 after each, 28 of 12.5 with 4.
    const found = [25, 26, 28, 29].map((lines) => {
      const { sheets, setting } = paginate(letterOf(lines));
      return [lines, sheets.length, setting];
    });
    expect(found).toEqual([
      [25, 1, 'usual'],
      [26, 1, 'close'],
      [28, 1, 'close'],
      [29, 2, 'usual'],
    ]);
  });

  it('stand on their sheets in order, the last two together', () => {
    const pieces = letterOf(29);
    const { sheets } = paginate(pieces);
    expect(sheets.flat()).toEqual(pieces);
    expect(sheets.at(-1)).toHaveLength(4);
  });
});
