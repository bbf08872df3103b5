import { renderSVG } from 'uqr';

/** A QR code as an SVG drawing with its quiet zone, correcting up to 15 % damage, to be sized by the page's style. */
export function qrDrawing(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 4, pixelSize: 4 });
}
