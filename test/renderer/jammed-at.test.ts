import { expect, test } from 'vitest';
import { jammedAt } from '../../renderer/screens/letters/jammed-at';

const letters = ['L-000007', 'L-000012', 'L-000003'].map((number) => ({ number }));
const index = (text: string) => {
  const read = jammedAt(text, letters);
  return read.kind === 'at' ? read.index : read.message;
};

test('the letter at which the paper jammed is read by its place or its number', () => {
  expect(['1', ' 3 ', 'L-000012', 'l12', 'L-3'].map(index)).toEqual([0, 2, 1, 1, 2]);
  const range = 'Type a place from 1 to 3, or a number like L-000007.';
  expect(['0', '4', 'x', '1.5'].map(index)).toEqual([range, range, range, range]);
  expect(index('l-9')).toBe('L-9 is not among these letters.');
  expect(index('  ')).toBe('The letter is missing. Type its place in the pile, or its number.');
});
