// Reads the PDFs that Chromium writes: numbered objects one after the other, a plain table of where each begins, nothing packed. What is
// written otherwise is refused by an error, and whoever asked makes the letters one by one.

/** One object of a PDF: what stands before its data, and its data where it has any. */
export type PdfObject = { readonly head: string; readonly data: Buffer | null };

/** A PDF as Chromium writes it. */
export type PdfFile = {
  readonly root: number;
  readonly info: number;
  /** The numbers of all its objects, in the order in which they stand in it. */
  readonly numbers: readonly number[];
  /** An object by its number; throws where there is none. */
  object(number: number): PdfObject;
  /** What stands before an object's data, by its number. */
  head(number: number): string;
};

/** Looks up where the objects of a PDF are; throws where it is not written as Chromium writes. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-200))?.[1] ?? unexpected('no end'));
  const trailerAt = text.indexOf('trailer', table);
  if (trailerAt === -1) unexpected('no trailer');
  const lines = text.slice(table, trailerAt).split('\n');
  const [first = 0, count = 0] = (lines[1] ?? '').split(' ').map(Number);
  if (lines[0]?.trim() !== 'xref' || first !== 0) unexpected('another table');
  const begins = new Map<number, number>();
  for (let number = 1; number < count; number += 1) {
    const line = lines[2 + number] ?? unexpected('a short table');
    if (line.charAt(17) === 'n') begins.set(number, Number(line.slice(0, 10)));
  }
  const numbers = [...begins].sort((a, b) => a[1] - b[1]).map(([number]) => number);
  const ends = new Map(numbers.map((number, at) => [number, begins.get(numbers[at + 1] ?? -1) ?? table]));
  const trailer = text.slice(trailerAt);
  const numberOf = (name: string): number =>
    Number(new RegExp(`/${name} (\\d+) 0 R`).exec(trailer)?.[1] ?? unexpected(`no ${name}`));
  if (trailer.includes('/Encrypt')) unexpected('a lock');

  const spanOf = (number: number): { readonly from: number; readonly data: number; readonly to: number } => {
    const at = begins.get(number) ?? unexpected(`no object ${number}`);
    const to = text.lastIndexOf('endobj', ends.get(number));
    const start = `${number} 0 obj`;
    if (!text.startsWith(start, at) || to < at) unexpected(`object ${number}`);
    // Sought in the object alone: most have no data, and the next that has may be far away.
    const data = text.slice(at, to).indexOf('stream\n');
    return { from: at + start.length, data: data === -1 ? to : at + data, to };
  };
  const headOf = ({ from, data }: ReturnType<typeof spanOf>): string => text.slice(from, data).trim();
  return {
    root: numberOf('Root'),
    info: numberOf('Info'),
    numbers,
    head: (number) => headOf(spanOf(number)),
    object: (number) => {
      const span = spanOf(number);
      const head = headOf(span);
      if (span.data === span.to) return { head, data: null };
      const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? unexpected('data of no length'));
      const begin = span.data + 'stream\n'.length;
      if (!text.startsWith('endstream', text.charAt(begin + length) === '\n' ? begin + length + 1 : begin + length))
        unexpected('data of another length');
      return { head, data: buffer.subarray(begin, begin + length) };
    },
  };
}

/** Words in a PDF are text whatever they hold; outside of them two numbers and an R name another object. */
const references = /\((?:[^\\()]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>|\b(\d+) 0 R\b/g;

/** The objects that a piece of a PDF names, in order. */
export function namedIn(head: string): readonly number[] {
  const found: number[] = [];
  for (const [, number] of head.matchAll(references)) if (number !== undefined) found.push(Number(number));
  return found;
}

/** A piece of a PDF that names its objects by other numbers. */
export function renumbered(head: string, numberOf: (number: number) => number): string {
  return head.replace(references, (found: string, number: string | undefined) =>
    number === undefined ? found : `${numberOf(Number(number))} 0 R`,
  );
}

/** Text as a PDF holds it, in any script. */
export function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** The pages of a PDF in order, each by its number. */
export function pageNumbers(file: PdfFile): readonly number[] {
  const pages: number[] = [];
  const walk = (number: number): void => {
    const head = file.head(number);
    if (/\/Type \/Page\b/.test(head)) pages.push(number);
    else namedIn(/\/Kids \[([^\]]*)\]/.exec(head)?.[1] ?? unexpected('pages that are none')).forEach(walk);
  };
  walk(Number(/\/Pages (\d+) 0 R/.exec(file.head(file.root))?.[1] ?? unexpected('no pages')));
  return pages;
}

/** Stops at a PDF that is not written as Chromium writes. */
export function unexpected(what: string): never {
  throw new Error(`the PDF is not as expected: ${what}`);
}
