import type { CellKind, Report, ReportCell } from '../../shared/contract/reports';
import writeExcelFile, { type Cell, type Row, type SheetData } from 'write-excel-file/node';
import { sayCell } from '../../shared/reports/cell-words';
import { csvText, type CsvCell } from './csv-text';

/** What stands beside a report in its file: when and by whom it was made, and where the register's chain ended. */
export type Made = { readonly made: string; readonly mark: string };

/** A report as comma-separated values: its table first, so that a program can read it; below it what the report says in words. */
export function reportCsv(report: Report, made: Made): Uint8Array {
  const { columns, rows, totals } = report;
  const lines = (totals === null ? rows : [...rows, totals]).map((row) =>
    columns.map(({ kind }, at) => csvCell(kind, row[at] ?? null)),
  );
  return csvText([
    ...(columns.length === 0 ? [] : [columns.map(({ heading }) => heading), ...lines, []]),
    ...inWords(report, made),
  ]);
}

function csvCell(kind: CellKind, cell: ReportCell): CsvCell {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return kind === 'cents' ? { figure: (cell / 100).toFixed(2) } : cell;
}

/** A report as an Excel file: its table with typed cells and a heading that stays in sight, and a second sheet with what it says in words. */
export async function reportXlsx(report: Report, made: Made): Promise<Uint8Array> {
  const { columns, rows, totals } = report;
  const heading: Row = columns.map((c) => ({
    value: c.heading,
    fontWeight: 'bold',
    wrap: true,
    align: c.kind === 'text' || c.kind === 'day' ? 'left' : 'right',
    alignVertical: 'bottom',
    bottomBorderStyle: 'thin',
  }));
  const line = (row: readonly ReportCell[], bold: boolean): Row =>
    columns.map(({ kind }, at) => excelCell(kind, row[at] ?? null, bold));
  const data: SheetData =
    columns.length === 0
      ? [[report.sentence]]
      : [heading, ...rows.map((row) => line(row, false)), ...(totals === null ? [] : [line(totals, true)])];
  const widths = columns.map(({ heading: text, kind }, at) => ({
    width: widthOf(kind, text, totals === null ? rows : [...rows, totals], at),
  }));
  const file = writeExcelFile([
    { data, sheet: 'Report', columns: widths, stickyRowsCount: columns.length === 0 ? 0 : 1, orientation: 'landscape' },
    {
      data: inWords(report, made).map(([label = '', text = '']): Row => [
        { value: label, fontWeight: 'bold', alignVertical: 'top' },
        { value: text, wrap: true },
      ]),
      sheet: 'About',
      columns: [{ width: 22 }, { width: 90 }],
    },
  ]);
  return new Uint8Array(await file.toBuffer());
}

const formats: Readonly<Record<Exclude<CellKind, 'text' | 'day'>, string>> = {
  count: '#,##0',
  cents: '[$$-409]#,##0.00;-[$$-409]#,##0.00',
  percent: '0.0%',
  days: '0',
};

function excelCell(kind: CellKind, cell: ReportCell, bold: boolean): Cell {
  if (cell === null) return null;
  const look = bold ? ({ fontWeight: 'bold', topBorderStyle: 'thin' } as const) : {};
  if (typeof cell === 'string')
    return kind === 'day' && /^\d{4}-/.test(cell)
      ? { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'mmm d, yyyy', ...look }
      : { type: String, value: cell, ...look };
  const value = kind === 'cents' || kind === 'percent' ? cell / 100 : cell;
  const format =
    kind === 'text' || kind === 'day' ? '0' : Number.isInteger(value) || kind !== 'days' ? formats[kind] : '0.0';
  return { type: Number, value, format, ...look };
}

/** How many letters wide a column is: as its longest cell, its heading in several lines. */
function widthOf(kind: CellKind, heading: string, rows: readonly (readonly ReportCell[])[], at: number): number {
  const cells = rows.reduce((most, row) => Math.max(most, sayCell(kind, row[at] ?? null).length), 0);
  const word = heading.split(' ').reduce((most, part) => Math.max(most, part.length), 0);
  return Math.min(60, Math.max(cells, word, 8) + 3);
}

/** What the report says in words, as lines of a name and a text. */
function inWords(report: Report, { made, mark }: Made): readonly (readonly string[])[] {
  return [
    ['Report', report.title],
    ['Cases', report.scope],
    ['In short', report.sentence],
    ...report.figures.map(({ label, kind, value }) => [label, sayCell(kind, value)]),
    ...report.notes.map((note) => ['Note', note]),
    ['Made', made],
    ['Register', mark],
  ];
}
