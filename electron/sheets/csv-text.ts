import Papa from 'papaparse';
import { guarded } from '../../shared/sheets/formula';

/** A cell of a file: text, a number, or a figure that is to stand there digit for digit (an amount with its two decimals). */
export type CsvCell = string | number | { readonly figure: string };

/**
 * Lines as comma-separated values (RFC 4180): a byte order mark, without which Excel misreads every accent, and a line end after each line.
 * Text that a spreadsheet would take for a formula gets an apostrophe before it; a negative figure stays one.
 */
export function csvText(lines: readonly (readonly CsvCell[])[], delimiter: ',' | ';' | '\t' = ','): Uint8Array {
  const cells = lines.map((line) =>
    line.map((cell) =>
      typeof cell === 'object' ? cell.figure : typeof cell === 'number' ? String(cell) : guarded(cell),
    ),
  );
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(cells, { newline: '\r\n', delimiter })}\r\n`);
}
