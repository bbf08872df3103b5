import { wrap } from './measure';

/** Room for text on a letter's first sheet and on the later ones, in points. */
export const firstRoom = 6.53 * 72;
export const laterRoom = 9.2 * 72;

const textWidth = 6.5 * 72;

/** How the lines of a letter are set: as usual, or a little closer, so that its end does not stand alone on a second sheet. */
export type Setting = 'usual' | 'close';

type Kind = { readonly size: number; readonly leading: number; readonly after: number; readonly room: number };

/** How each kind of line is set: size, line height, space after, and how wide it may run; the same figures as the style's. */
const usual = {
  // A heading is semi-bold throughout: set as if it were a little larger.
  h1: { size: 15.5, leading: 19, after: 2, room: textWidth },
  h2: { size: 12, leading: 15, after: 3, room: textWidth },
  p: { size: 10.5, leading: 13.5, after: 5, room: textWidth },
  li: { size: 10.5, leading: 13.5, after: 0, room: textWidth - 16 },
  tr: { size: 10, leading: 12.5, after: 3, room: textWidth - 1.3 * 72 - 16 },
};
const kinds: Readonly<Record<Setting, Readonly<Record<string, Kind>>>> = {
  usual,
  close: {
    ...usual,
    p: { ...usual.p, size: 10, leading: 12.5, after: 4 },
    li: { ...usual.li, size: 10, leading: 12.5 },
    tr: { ...usual.tr, size: 9.5, leading: 11.5 },
  },
};

/** How tall a piece of a letter comes out at most, in points: a sum over its lines, each a little wider here than on paper. */
export function heightOf(html: string, setting: Setting = 'usual'): number {
  let total = 0;
  for (const [, tag = '', inner = ''] of html.matchAll(/<(h1|h2|p|li|tr)\b[^>]*>(.*?)<\/\1>/gs)) {
    const kind = kinds[setting][tag];
    if (kind === undefined) continue;
    const set = tag === 'tr' ? firstCell(inner) : inner;
    const lines = set
      .split(/<br>/)
      .reduce((n, part) => n + Math.max(1, wrap(plain(part), kind.size, kind.room).length), 0);
    total += lines * kind.leading + kind.after;
  }
  return total + spaces(html);
}

/** The pieces of a letter on their sheets, and how they are set. */
export type Sheets = { readonly sheets: readonly (readonly string[])[]; readonly setting: Setting };

/**
 * The pieces of a letter dealt onto sheets in order, closer where it then needs but one; a piece is never torn, and the last two stay
 * together so that no signature stands alone.
 */
export function paginate(pieces: readonly string[]): Sheets {
  const sheets = dealt(pieces, 'usual');
  if (sheets.length === 1) return { sheets, setting: 'usual' };
  const close = dealt(pieces, 'close');
  return close.length === 1 ? { sheets: close, setting: 'close' } : { sheets, setting: 'usual' };
}

function dealt(pieces: readonly string[], setting: Setting): readonly (readonly string[])[] {
  const sheets: string[][] = [[]];
  let left = firstRoom;
  const groups = [...pieces.slice(0, -2).map((p) => [p]), pieces.slice(-2)];
  for (const group of groups) {
    const height = group.reduce((n, p) => n + heightOf(p, setting), 0);
    if (height > left && (sheets.at(-1)?.length ?? 0) > 0) {
      sheets.push([]);
      left = laterRoom;
    }
    sheets.at(-1)?.push(...group);
    left -= height;
  }
  return sheets;
}

function firstCell(row: string): string {
  return /<th\b[^>]*>(.*?)<\/th>/s.exec(row)?.[1] ?? row;
}

/** The words of a piece of HTML as they are printed. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:#\d+|\w+);/g, 'n');
}

/** Space that no line of text accounts for: around a table and a list, and for the hand that signs. */
function spaces(html: string): number {
  // The head of a table is set closer than its rows.
  return (
    (html.includes('<table') ? 8 : 0) -
    (html.includes('<thead') ? 3.5 : 0) +
    (html.includes('<ul') ? 5 : 0) +
    (html.includes('class="hand"') ? 28 : 0)
  );
}
