import { pageNumbers, pdfText, readPdf, renumbered } from './pdf-file';

/** A PDF that grows by the pages of others; nothing of what was added is kept in memory. */
export type GrowingPdf = {
  /** Adds all pages of a PDF, in small steps. */
  readonly add: (bytes: Uint8Array) => Generator<null, void>;
  /** Writes what it takes to end the PDF; gives how many pages it has. */
  readonly end: (title: string, language: string) => number;
};

/** So many bytes are written before somebody else has a turn. */
const step = 1_000_000;

/** Begins a PDF for a print job: what is written goes to `write` at once. It is not tagged; the letters themselves are kept tagged. */
export function growingPdf(write: (bytes: Uint8Array) => void): GrowingPdf {
  const begins: number[] = [];
  const pages: number[] = [];
  let size = 0;
  const put = (text: string | Uint8Array): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
    write(bytes);
    size += bytes.length;
  };
  const begin = (number: number): void => {
    begins[number] = size;
  };
  put('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n');
  // The first three are the ends: catalog, what it says of itself, and the list of pages, known when all are there.
  let next = 4;
  return {
    *add(bytes) {
      const file = readPdf(bytes);
      const own = pageNumbers(file);
      const isPage = new Set(own);
      const first = next;
      const places = new Map(file.numbers.map((number, at) => [number, first + at]));
      next += file.numbers.length;
      const numberOf = (number: number): number => places.get(number) ?? 3;
      let parts: (string | Uint8Array)[] = [];
      let waiting = 0;
      const flush = (): void => {
        put(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))));
        parts = [];
        waiting = 0;
      };
      for (const number of file.numbers) {
        const { head, data } = file.object(number);
        // Its own catalog, pages and tags end here.
        if (number === file.root || number === file.info || ownOnly.test(head)) {
          places.delete(number);
          continue;
        }
        const at = numberOf(number);
        begins[at] = size + waiting;
        const text = isPage.has(number) ? head.replace(ofTags, '').replace(/\/Parent \d+ 0 R/, '/Parent @') : head;
        const begun = `${at} 0 obj\n${renumbered(text, numberOf).replace('/Parent @', '/Parent 3 0 R')}`;
        const piece = data === null ? [`${begun}\nendobj\n`] : [`${begun} stream\n`, data, '\nendstream\nendobj\n'];
        parts.push(...piece);
        waiting += piece.reduce((n, p) => n + p.length, 0);
        if (waiting > step) {
          flush();
          yield null;
        }
      }
      flush();
      for (const page of own) pages.push(numberOf(page));
    },
    end(title, language) {
      begin(1);
      put(
        `1 0 obj\n<</Type /Catalog /Pages 3 0 R /Lang (${language}) /ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n`,
      );
      begin(2);
      put(`2 0 obj\n<</Title ${pdfText(title)}>>\nendobj\n`);
      begin(3);
      put(
        `3 0 obj\n<</Type /Pages /Count ${pages.length} /Kids [${pages.map((p) => `${p} 0 R`).join('\n')}]>>\nendobj\n`,
      );
      const table = size;
      const lines = Array.from({ length: next }, (_, number) => {
        const at = begins[number];
        return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
      });
      put(
        `xref\n0 ${next}\n${lines.join('')}trailer\n<</Size ${next} /Root 1 0 R /Info 2 0 R>>\nstartxref\n${table}\n%%EOF\n`,
      );
      return pages.length;
    },
  };
}

const ownOnly = /^<<\/Type \/(?:Pages|Catalog|StructTreeRoot|StructElem|ParentTree)\b/;
const ofTags = /\/StructParents \d+\s*/;
