import type { Address } from '../register/fields';
import type { Office } from '../register/office';
import { widthOf, wrap } from './measure';

/** Where the mailing address stands on the sheet, in inches: always inside the envelope's window, wherever the folded sheet slides. */
export type AddressBox = Rectangle;

/** A rectangle on the sheet, in inches from its top left corner. */
export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Where the envelope's window can come to lie on the sheet: with the sheet pushed down and to the left in the envelope, and up and to the
 * right; between the two nothing but the address may stand. Empty for an envelope without a window.
 */
export function windowOutlines(envelope: Office['printing']['envelope']): readonly Rectangle[] {
  // A #10 envelope is 9.5 x 4.125 in: a Letter sheet folded to 3.667 in can slide 0.458 in up and 1 in across.
  const bottom = { 'half-inch': 0.5, 'five-eighths': 0.625, double: 0.625, none: null }[envelope];
  if (bottom === null) return [];
  const left = envelope === 'double' ? 0.5 : 0.875;
  const width = envelope === 'double' ? 4 : 4.5;
  const lowest = 4.125 - bottom - 1.125;
  return [
    { left, top: lowest - 0.458, width, height: 1.125 },
    { left: left - 1, top: lowest, width, height: 1.125 },
  ];
}

/** The address as printed: its lines, the size of its letters and its line height in points, and whether a sorting machine can read that size. */
export type AddressBlock = {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  readonly readable: boolean;
};

// The part of a letter folded in three that the window shows however the sheet lies: x 0.875 to 4.375 in, and for a window half
// an inch above the envelope's bottom y 2.500 to 3.167 in. A higher window moves it up; a double window is narrower on the sheet.
const boxes: Record<Office['printing']['envelope'], AddressBox> = {
  'half-inch': { left: 1, top: 2.5, width: 3.375, height: 0.667 },
  'five-eighths': { left: 1, top: 2.375, width: 3.375, height: 0.667 },
  double: { left: 1, top: 2.375, width: 2.5, height: 0.667 },
  none: { left: 1, top: 2.5, width: 3.375, height: 0.667 },
};

/** The address box for an office's envelopes, moved by its nudge (1/32 in each). */
export function addressBox(printing: Office['printing']): AddressBox {
  const box = boxes[printing.envelope];
  return { ...box, left: box.left + printing.nudgeX / 32, top: box.top + printing.nudgeY / 32 };
}

// Size and line height in points: 10.5/12 holds four lines. Smaller ones only for what does not fit; below 8 no machine reads it.
const steps = [
  [10.5, 12],
  [9.5, 12],
  [8.5, 9.6],
  [8, 8],
  [6.5, 6.8],
  [5.5, 6],
  [4.5, 4.8],
  [3.5, 3.6],
] as const;

/**
 * Name and address as the post office wants them: capitals, no punctuation, state and ZIP after the city, a country last. What is
 * too wide is made smaller, then broken between words; it never leaves the box.
 */
export function addressBlock(name: string, address: Address, box: AddressBox): AddressBlock {
  return blockOf(addressLines(name, address), box);
}

/** Lines of an address as they fit into a rectangle, by the same rule. */
export function blockOf(lines: readonly string[], box: Pick<Rectangle, 'width' | 'height'>): AddressBlock {
  const room = box.width * 72;
  const height = box.height * 72;
  for (const [size, leading] of steps) {
    const fits = Math.floor(height / leading + 0.01);
    const tall = lines.length > fits ? joined(lines, size, room) : lines;
    const broken = tall.flatMap((l) => wrap(l, size, room));
    if (broken.length <= fits) return { lines: broken, size, leading, readable: size >= 8 };
  }
  const [size, leading] = steps[steps.length - 1] ?? [3.5, 3.6];
  return {
    lines: lines.flatMap((l) => wrap(l, size, room)).slice(0, Math.floor(height / leading)),
    size,
    leading,
    readable: false,
  };
}

/** The address as lines of capitals without punctuation; empty lines are left out. */
export function addressLines(name: string, address: Address): readonly string[] {
  const city = [address.city, address.state, address.postal].join(' ');
  return [name, address.line1, address.line2, city, address.country].map(capitals).filter((l) => l !== '');
}

/** Two street lines set as one where five lines are one too many and the two are short. */
function joined(lines: readonly string[], size: number, room: number): readonly string[] {
  const [name, first, second, ...rest] = lines;
  if (name === undefined || first === undefined || second === undefined || rest.length < 2) return lines;
  const both = `${first} ${second}`;
  return widthOf(both, size) <= room ? [name, both, ...rest] : lines;
}

function capitals(text: string): string {
  return (
    text
      .normalize('NFC')
      // Marks that turn the direction of a line around would carry it out of its place; joiners belong to the script.
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
      .replace(/(?![-#/&])[\p{P}]/gu, '')
      .toUpperCase()
      .replace(/\s+/gu, ' ')
      .trim()
  );
}
