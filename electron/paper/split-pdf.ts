import {
  namedIn,
  pageNumbers,
  pdfText,
  readPdf,
  renumbered,
  unexpected,
  type PdfFile,
  type PdfObject,
} from './pdf-file';
import { packedPdf } from './pdf-writing';
import { tagsOf, type Tags } from './pdf-tags';

/** A letter inside a PDF of several: how many pages it has there, and what its own PDF says of itself. */
export type Part = { readonly pages: number; readonly title: string; readonly language: string };

/**
 * A PDF of several letters taken apart into one tagged PDF each, in order, in small steps: its pages with what they are drawn with, and of
 * the tags those of its own pages. Throws where the pages are not the letters', or the PDF is not written as Chromium writes.
 */
export function* splitPdf(bytes: Uint8Array, parts: readonly Part[]): Generator<Uint8Array | null, void> {
  const file = readPdf(bytes);
  const pages = pageNumbers(file);
  const expected = parts.reduce((n, part) => n + part.pages, 0);
  if (pages.length !== expected) unexpected(`${pages.length} pages for letters of ${expected}`);
  const own: (readonly number[])[] = [];
  let next = 0;
  for (const part of parts) own.push(pages.slice(next, (next += part.pages)));
  yield null;
  const tags = yield* tagsOf(file, own);
  for (const [at, part] of parts.entries()) yield onePdf(file, own[at] ?? [], part, at, tags);
}

function onePdf(file: PdfFile, pages: readonly number[], part: Part, at: number, tags: Tags): Uint8Array {
  const numbers = new Map<number, number>();
  const objects: PdfObject[] = [];
  const take = (old: number): number => {
    const known = numbers.get(old);
    if (known !== undefined) return known;
    numbers.set(old, numbers.size + 1);
    return numbers.size;
  };
  // The catalog, what it says of itself, the pages, the tags and what they hang on come first, so that everything can name them.
  const [root, info, tree, tagRoot, parents] = [-1, -2, -3, -4, -5].map(take) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const put = (number: number, head: string, data: Buffer | null = null): void => {
    objects[number - 1] = { head, data };
  };

  put(
    root,
    `<</Type /Catalog /Pages ${tree} 0 R /MarkInfo <</Type /MarkInfo /Marked true>> /StructTreeRoot ${tagRoot} 0 R /ViewerPreferences <</Type /ViewerPreferences /DisplayDocTitle true>> /Lang (${part.language})>>`,
  );
  put(
    info,
    file.head(file.info).replace(title, () => `/Title ${pdfText(part.title)}`),
  );
  pages.forEach(take);
  put(tree, `<</Type /Pages /Count ${pages.length} /Kids [${pages.map((p) => `${take(p)} 0 R`).join(' ')}]>>`);

  const copied = new Set<number>();
  const copy = (old: number): void => {
    if (copied.has(old)) return;
    copied.add(old);
    const { head, data } = file.object(old);
    for (const named of namedIn(head)) copy(named);
    put(take(old), renumbered(head, take), data);
  };
  const keys: string[] = [];
  pages.forEach((page, index) => {
    copied.add(page);
    const { before, after, key } = pageParts(file.head(page));
    for (const named of namedIn(before + after)) copy(named);
    put(
      take(page),
      `${renumbered(before, take)} /StructParents ${index} /Parent ${tree} 0 R${renumbered(after, take)}`,
    );
    const marked = tags.marked(key);
    const list = take(marked);
    put(list, renumbered(file.head(marked), take));
    keys.push(`${index} ${list} 0 R`);
  });
  const { top, elements, ids } = tags.of(at);
  for (const { number, head } of elements)
    put(
      take(number),
      renumbered(head, (old) => (old === tags.root ? tagRoot : take(old))),
    );
  put(parents, `<</Type /ParentTree /Nums [${keys.join(' ')}]>>`);
  const named = ids.map(({ id, number }) => `${id} ${take(number)} 0 R`).join(' ');
  const [firstId, lastId] = [ids[0]?.id, ids.at(-1)?.id];
  const idTree =
    firstId === undefined ? '' : ` /IDTree <</Kids [<</Limits [${firstId} ${lastId}] /Names [${named}]>>]>>`;
  put(
    tagRoot,
    `<</Type /StructTreeRoot /K ${take(top)} 0 R /ParentTreeNextKey ${pages.length} /ParentTree ${parents} 0 R${idTree}>>`,
  );
  if (numbers.size !== objects.filter(Boolean).length) unexpected('a letter names what is another’s');
  return packedPdf(objects, { root, info });
}

const title = /\/Title \((?:[^\\()]|\\[\s\S])*\)|\/Title <[^>]*>/;

/** A page without its place among the others: what stands around it, and by which key its tags are found. */
function pageParts(head: string): { readonly before: string; readonly after: string; readonly key: number } {
  if (!/\/MediaBox \[0 0 612 792\]/.test(head)) unexpected('a page that is not US Letter');
  if (head.includes('/Annots')) unexpected('a page with notes on it');
  const found = /\/StructParents (\d+)\s*\/Parent \d+ 0 R/.exec(head) ?? unexpected('a page without tags');
  return {
    before: head.slice(0, found.index),
    after: head.slice(found.index + found[0].length),
    key: Number(found[1]),
  };
}
