/** The width of a text in the unit of the drawing, as the screen or the paper will set it. */
export type Measure = (text: string, weight: 'normal' | 'bold') => number;

/** What a picture has to fit into: its width, and the size of its letters. */
export type Room = { readonly width: number; readonly size: number; readonly measure: Measure };

/** How many series have a look of their own; a picture never has more. */
export const mostSeries = 8;
type Numbered = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How a shape looks: the lines of the axes, a series by its number, or the days that were promised. */
export type Look = 'grid' | 'axis' | 'band' | 'band-edge' | `series-${Numbered}` | `line-${Numbered}`;
/** How words look: beside the axis, on it, a bar’s amount, what a pattern means, what a band is called. */
export type WordsLook = 'label' | 'figure' | 'amount' | 'legend' | 'named';

/** One thing that is drawn. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly look: Look;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'path'; readonly look: Look; readonly d: string }
  | {
      readonly kind: 'words';
      readonly look: WordsLook;
      readonly x: number;
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
    };

/** A picture as shapes and words, to be drawn on the screen or on paper; `note` says what of the table is not in it. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly note: string;
};

/** The look of a series, by its place. */
export function seriesLook(at: number): Look {
  return `series-${numbered(at)}`;
}

/** The look of a series that is a line, by its place. */
export function lineLook(at: number): Look {
  return `line-${numbered(at)}`;
}

const numbers = [0, 1, 2, 3, 4, 5, 6, 7] as const;

function numbered(at: number): Numbered {
  return numbers[at % mostSeries] ?? 0;
}

/** A straight line as a path. */
export function straight(look: Look, x1: number, y1: number, x2: number, y2: number): Mark {
  return { kind: 'path', look, d: `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}` };
}

/** A length with as many decimals as can be seen. */
export function short(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** The patterns of the series, each a tile of eight by eight: nobody needs colors to tell them apart. Drawn as strokes unless `filled`. */
export const patterns: readonly { readonly d: string; readonly filled: boolean }[] = [
  { d: 'M0 0H8V8H0Z', filled: true },
  { d: 'M-2 6L2 10M-2 -2L10 10M6 -2L10 2', filled: false },
  { d: 'M1 2.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0M5 6.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0', filled: true },
  { d: 'M-2 2L2 -2M-2 10L10 -2M6 10L10 6', filled: false },
  { d: 'M0 2H8M0 6H8', filled: false },
  { d: 'M0 4H8M4 0V8', filled: false },
  { d: 'M2 0V8M6 0V8', filled: false },
  { d: '', filled: false },
];

/** The strokes and gaps of the lines of a timeline, so that they can be told apart in black. */
export const dashes = ['', '7 3', '2 3', '10 3 2 3', '4 2', '1 2', '12 4', '6 2 1 2 1 2'] as const;
