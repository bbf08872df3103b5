import { wrap } from '../letters/measure';

/** A row as it is printed. */
type PrintedRow = {
  readonly label: string;
  readonly through: string;
  readonly percent: string;
  readonly clause: string;
  readonly notes: readonly string[];
};

/** A course as it is printed. */
export type Block = {
  readonly name: string;
  readonly facts: string;
  readonly rows: readonly PrintedRow[];
  readonly notes: readonly string[];
  readonly clauses: readonly { readonly clause: string; readonly quote: string }[];
};

/** What of a course stands on one sheet; `goesOn` where it began on one before. */
export type Part = Block & { readonly goesOn: boolean };

// Points, as the page's style has them: the room of a sheet, its width, the columns without their padding.
const room = (11 - 1.15 - 0.75) * 72 - 4;
const width = 7.1 * 72;
const column = { label: 2.35 * 72 - 8, through: 2.75 * 72 - 8, clause: 1.25 * 72 - 8 };
const tableHead = 12 + 3.75 + 2;

/** Parts courses among sheets, every row whole: a course begins where its head and first row still fit, and its table's head is repeated. */
export function breakIntoSheets(blocks: readonly Block[]): readonly { readonly parts: readonly Part[] }[] {
  const sheets: { parts: Part[] }[] = [];
  let left = -1;
  const open = (part: Part): Part => {
    sheets.at(-1)?.parts.push(part);
    return part;
  };
  const turn = (): void => {
    sheets.push({ parts: [] });
    left = room;
  };
  for (const block of blocks) {
    const pieces = piecesOf(block);
    let part: { -readonly [K in keyof Part]: Part[K] } | null = null;
    for (const [index, piece] of pieces.entries()) {
      const head = part === null ? headOf(block, index > 0) : 0;
      const table = piece.kind === 'row' && (part === null || part.rows.length === 0) ? tableHead : 0;
      if (piece.height + head + table > left) {
        turn();
        part = null;
      }
      if (part === null) {
        part = { ...block, rows: [], notes: [], clauses: [], goesOn: index > 0 };
        open(part);
        left -= headOf(block, index > 0);
        if (piece.kind === 'row') left -= tableHead;
      }
      left -= piece.height;
      if (piece.kind === 'row') part.rows = [...part.rows, piece.row];
      if (piece.kind === 'note') part.notes = [...part.notes, piece.note];
      if (piece.kind === 'clause') part.clauses = [...part.clauses, piece.clause];
    }
  }
  return sheets;
}

type Piece =
  | { readonly kind: 'row'; readonly height: number; readonly row: PrintedRow }
  | { readonly kind: 'note'; readonly height: number; readonly note: string }
  | { readonly kind: 'clause'; readonly height: number; readonly clause: Block['clauses'][number] }
  | { readonly kind: 'nothing'; readonly height: number };

function piecesOf(block: Block): readonly Piece[] {
  const pieces: Piece[] = [
    ...block.rows.map((row): Piece => ({ kind: 'row', height: rowHeight(row), row })),
    ...block.notes.map((note): Piece => ({ kind: 'note', height: 3 + lines(note, 9.5, width) * 12, note })),
    ...block.clauses.map((clause): Piece => ({
      kind: 'clause',
      height: 4 + lines(`${clause.clause} “${clause.quote}”`, 8.5, width) * 11,
      clause,
    })),
  ];
  return pieces.length > 0 ? pieces : [{ kind: 'nothing', height: 0 }];
}

function headOf(block: Block, goesOn: boolean): number {
  return 7 + lines(`${block.name} (continued)`, 10.5, width) * 13 + (goesOn ? 0 : lines(block.facts, 8.5, width) * 11);
}

function rowHeight({ label, through, clause, notes }: PrintedRow): number {
  const said =
    lines(through, 9.5, column.through) * 12 + notes.reduce((sum, n) => sum + lines(n, 8.5, column.through) * 11, 0);
  return Math.max(said, lines(label, 9.5, column.label) * 12, lines(clause, 9.5, column.clause) * 12) + 3.5;
}

function lines(text: string, size: number, wide: number): number {
  return Math.max(1, wrap(text, size, wide).length);
}
