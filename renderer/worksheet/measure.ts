import type { Measure } from './strip-layout';

const kept = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null = null;

/** Measures the strip's words as the screen draws them, once each. `size` is the strip's letter size in pixels. */
export function measureAt(size: number): Measure {
  return (text, weight) => {
    const font = `${weight === 'bold' ? 600 : 400} ${size}px "Source Sans 3", "Segoe UI", sans-serif`;
    const key = `${font}|${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    canvas ??= document.createElement('canvas').getContext('2d');
    if (canvas === null) return text.length * size * 0.6;
    canvas.font = font;
    const width = canvas.measureText(text).width;
    // Before the font has come, widths are another's: they are not kept.
    if (document.fonts.check(font)) kept.set(key, width);
    return width;
  };
}
