import type { Report } from '../contract/reports';
import { widthOf } from '../letters/measure';
import { isFigure, sayCell } from './cell-words';

/** A table on paper: the size of its letters and the width of each column, in points. */
export type PrintedColumns = { readonly size: number; readonly widths: readonly number[] };

/** Space at both sides of a cell, in points. */
export const cellPadding = 8;
const sizes = [9, 8, 7] as const;
const leastName = 90;
const mostText = 150;

/** Fits the columns of a report into the width of a sheet: figures whole, names in what is left, the letters smaller where there are many columns. */
export function printedColumns({ columns, rows, totals }: Report, wide: number): PrintedColumns {
  const all = totals === null ? rows : [...rows, totals];
  let fitted: PrintedColumns = { size: sizes[2], widths: [] };
  for (const size of sizes) {
    const needed = columns.map(({ heading, kind }, at) => {
      const cells = all.reduce((most, row) => Math.max(most, widthOf(sayCell(kind, row[at] ?? null), size) * 1.03), 0);
      // A heading runs over several lines; its longest word does not.
      const word = heading.split(/\s+/u).reduce((most, w) => Math.max(most, widthOf(w, size) * 1.03), 0);
      const least = Math.max(cells, word);
      return (isFigure(kind) ? least : Math.max(word, Math.min(least, mostText))) + cellPadding;
    });
    const others = needed.slice(1).reduce((sum, w) => sum + w, 0);
    const longest = all.reduce((most, row) => Math.max(most, widthOf(String(row[0] ?? ''), size) * 1.03), 0);
    const name = Math.min(wide - others, Math.max(needed[0] ?? 0, longest + cellPadding));
    fitted = { size, widths: [name, ...needed.slice(1)] };
    if (wide - others >= Math.min(leastName, longest + cellPadding)) return fitted;
  }
  // Even the smallest letters are too wide: every column gives way alike, and the figures run over two lines.
  const widths = fitted.widths.map((w) => Math.max(24, w));
  const sum = widths.reduce((all_, w) => all_ + w, 0);
  return { size: fitted.size, widths: widths.map((w) => (w * wide) / sum) };
}
