import { setImmediate } from 'node:timers/promises';
import Papa from 'papaparse';
import type { ListTable } from '../../shared/register/payment-list';
import { fail, ok, type Result } from '../../shared/result';

/** The largest list that is read: no Business Office's list of refunds is larger. */
export const listLimit = { bytes: 10 * 1024 * 1024, rows: 20_000, columns: 100, cell: 200 } as const;

type Rows = readonly (readonly string[])[];

/** The Business Office's list as a table, from a file of comma-separated values or an Excel sheet. What it is goes by its bytes, not by its name. */
export async function readPaymentFile(bytes: Uint8Array): Promise<Result<ListTable>> {
  if (bytes.length > listLimit.bytes) return tooLarge();
  const rows = isZip(bytes) ? await sheetRows(bytes) : await textRows(bytes);
  return rows.ok ? tableOf(rows.value) : rows;
}

/** What is said of a file that is too large to be a list of payments, also before it is read. */
export function tooLarge(): Result<never> {
  return refused('The file is larger than 10 MB. No list of refunds is: it is probably another file.');
}

/** That a file cannot be read, in words. */
export function refused(message: string): Result<never> {
  return fail({ kind: 'invalid', problems: [{ field: 'file', message }] });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The text of a file: by its byte order mark, else as UTF-8, else as Windows saved it; null where it is no text. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows of a text file, in slices: the window has its turn between them. */
async function textRows(bytes: Uint8Array): Promise<Result<Rows>> {
  const text = decoded(bytes);
  if (text === null)
    return refused(
      'The file is neither text nor an Excel workbook (.xlsx). Save the list as CSV or .xlsx, and choose it again.',
    );
  const rows: string[][] = [];
  let full = false;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter: delimiterOf(text),
      chunkSize: 64 * 1024,
      skipEmptyLines: false,
      chunk: ({ data }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        rows.push(...data);
        if (rows.length > listLimit.rows + 100) {
          full = true;
          parser.abort();
          return;
        }
        parser.pause();
        setImmediate().then(() => parser.resume(), reject);
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return full ? tooMany() : ok(rows);
}

/** What stands between the cells: that which parts the most of the first rows into equally many, and into the more cells. */
function delimiterOf(text: string): string {
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(text.slice(0, 32 * 1024), { delimiter, preview: 50 });
    const alike = new Map<number, number>();
    for (const { length } of data) if (length > 1) alike.set(length, (alike.get(length) ?? 0) + 1);
    return { delimiter, score: Math.max(0, ...[...alike].map(([cells, rows]) => rows * 1000 + cells)) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** The rows of the first sheet of a workbook. */
async function sheetRows(bytes: Uint8Array): Promise<Result<Rows>> {
  if (unpackedSize(bytes) > 20 * listLimit.bytes) return tooLarge();
  // Loaded with the first workbook: most lists come as CSV.
  const { readSheet } = await import('read-excel-file/universal');
  try {
    const data = await readSheet(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return ok(data.map((row) => row.map(textOf)));
  } catch {
    return refused(
      'The file is no Excel workbook that can be read: it is damaged, locked with a password, or something else. Save the list as CSV or .xlsx, and choose it again.',
    );
  }
}

/** How large a packed file says that it is unpacked; beyond every measure where it does not say. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return Infinity;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return Infinity;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  // A sheet computes in binary fractions: 19.99 may stand there as 19.990000000000002.
  if (typeof cell === 'number')
    return String(Math.abs(cell - Math.round(cell * 100) / 100) < 1e-7 ? Math.round(cell * 100) / 100 : cell);
  return typeof cell === 'string' ? unmarked(cell) : typeof cell === 'boolean' ? String(cell) : '';
}

/** Text as it was typed: read-excel-file 9.3.1 gives it as the sheet's XML writes it. */
function unmarked(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/g,
    (whole, name?: string, ten?: string, hex?: string) => {
      if (name !== undefined) return marks[name] ?? whole;
      const code = ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The first row that has two cells is the headings; what stands above it is a title. */
function tableOf(rows: Rows): Result<ListTable> {
  const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;
  const head = rows.findIndex((row) => filled(row) > 1);
  const found = rows[head];
  if (found === undefined) return refused('The file has no columns: at least the case and the date must stand in it.');
  const below = rows
    .map((cells, i) => ({
      line: i + 1,
      cells: cells.slice(0, listLimit.columns).map((cell) => cell.slice(0, listLimit.cell)),
    }))
    .slice(head + 1)
    .filter(({ cells }) => filled(cells) > 0);
  if (below.length === 0) return refused('The file has headings and nothing under them.');
  if (below.length > listLimit.rows) return tooMany();
  return ok({ headings: distinct(found.slice(0, listLimit.columns)), rows: below });
}

function tooMany(): Result<never> {
  return refused('The file has more than 20,000 rows. Save the rows of this batch in a file of their own.');
}

/** The headings, each once: one that is empty is called by its place, one that stood before gets a number. */
function distinct(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  return headings.map((heading, i) => {
    const name =
      heading
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 50) || `Column ${i + 1}`;
    let own = name;
    for (let n = 2; seen.has(own); n += 1) own = `${name} (${n})`;
    seen.add(own);
    return own;
  });
}
