/** How wide text is in the letters' typeface, so that what a page holds is known without a window. Always a little more than it turns out to be. */

// Advance widths of the characters from space to tilde in the regular cut, in thousandths of the size.
const widths = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
];

const space = widths[0] ?? 200;

// Room for the semi-bold words in a line, which run 3 % wider, and for rounding.
const allowance = 1.02;

// What other scripts may come to in whatever face the PC has for them.
const wide = 1000;
const pictorial = 1400;

/** The width of a text set in one line at this size, in the unit of the size. */
export function widthOf(text: string, size: number): number {
  return widthAt(unitsOf(text), size);
}

function widthAt(units: number, size: number): number {
  return (units * size * allowance) / 1000;
}

/** The width of a text in thousandths of its size. */
function unitsOf(text: string): number {
  let total = 0;
  // Most words are plain: their characters are looked up as they stand.
  for (let at = 0; at < text.length; at += 1) {
    const known = widths[text.charCodeAt(at) - 32];
    if (known === undefined) return anyUnitsOf(text);
    total += known;
  }
  return total;
}

function anyUnitsOf(text: string): number {
  let total = 0;
  for (const character of text.normalize('NFD')) total += advance(character);
  return total;
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
  let units = 0;
  for (const word of text.split(/\s+/u).filter((w) => w !== '')) {
    const longer = line === '' ? unitsOf(word) : units + space + unitsOf(word);
    if (widthAt(longer, size) <= room) {
      line = line === '' ? word : `${line} ${word}`;
      units = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = split(word, size, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    units = unitsOf(line);
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** How letters set their text, in points; a part of a typed text runs over at most so many lines. */
const typed = { size: 10.5, room: 6.5 * 72, lines: 12, paragraphs: 20 } as const;

/** A typed text in parts that each stand whole on a sheet: its own lines, the long ones cut between words, or inside a word that is longer than a part. */
export function parts(text: string): readonly string[] {
  const fits = (part: string): boolean => wrap(part, typed.size, typed.room).length <= typed.lines;
  const found: string[] = [];
  const own = text.split(/[\r\n\u2028\u2029]+/u);
  // A list of single words is set as running text: a page holds no more lines of their own.
  for (const line of own.length > typed.paragraphs ? [own.join(' ')] : own) {
    let part = '';
    for (const word of line
      .replace(/\p{Cc}/gu, ' ')
      .split(/\s+/u)
      .filter((w) => w !== '')) {
      const longer = part === '' ? word : `${part} ${word}`;
      if (fits(longer)) {
        part = longer;
        continue;
      }
      if (part !== '') found.push(part);
      const pieces = split(word, typed.size, typed.room);
      const whole = Math.floor((pieces.length - 1) / typed.lines) * typed.lines;
      for (let at = 0; at < whole; at += typed.lines) found.push(pieces.slice(at, at + typed.lines).join(''));
      part = pieces.slice(whole).join('');
    }
    if (part !== '') found.push(part);
  }
  return found;
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
