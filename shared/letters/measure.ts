/** How wide text is in the letters' typeface, so that what a page holds is known without a window. Always a little more than it turns out to be. */

// Advance widths of the characters from space to tilde in the semi-bold cut, in thousandths of the size: the regular cut is narrower.
const widths = [
  200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513, 513, 513, 513, 275, 275, 513,
  513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501,
  540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495,
  748, 481, 495, 443, 324, 255, 324, 513,
];

// What other scripts may come to in whatever face the PC has for them.
const wide = 1000;
const pictorial = 1400;

/** The width of a text set in one line at this size, in the unit of the size. */
export function widthOf(text: string, size: number): number {
  let total = 0;
  for (const character of text.normalize('NFD')) total += advance(character);
  return (total * size) / 1000;
}

function advance(character: string): number {
  const known = widths[character.charCodeAt(0) - 32];
  if (known !== undefined) return known;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  return /^\p{Extended_Pictographic}$/u.test(character) ? pictorial : wide;
}

/** The text broken into lines no wider than `room`: between words, or inside a word that is wider than the room by itself. */
export function wrap(text: string, size: number, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((w) => w !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = split(word, size, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A word cut into pieces that fit, never between a letter and the marks that belong to it. */
function split(word: string, size: number, room: number): readonly string[] {
  if (widthOf(word, size) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word.match(/\P{M}[\p{M}\p{Cf}]*|[\p{M}\p{Cf}]+/gu) ?? []) {
    if (piece !== '' && widthOf(piece + letter, size) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  pieces.push(piece);
  return pieces;
}
