import { encode, renderSVG } from 'uqr';

/** A QR code as an SVG drawing with its quiet zone, correcting up to 15 % damage, to be sized by the page's style. */
export function qrDrawing(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 4, pixelSize: 4 });
}

/**
 * The same as the data of one SVG path on a square of so many units, the quiet zone of four included: a stroke of one unit for each run of
 * dark squares, little to set on pages that are made by the thousand.
 */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  // Any of the eight masks reads alike; weighing them takes longer than making the rest of a letter.
  const { size, data } = encode(text, { ecc: 'M', border: 0, maskPattern: 0 });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      path += `M${from + 4} ${y + 4.5}h${x + 1 - from}`;
    }
  }
  return { size: size + 8, path };
}
