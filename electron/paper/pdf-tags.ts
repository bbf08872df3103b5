import { namedIn, unexpected, type PdfFile } from './pdf-file';

/** A tag of a letter: its number in the file of all, and what it says, naming only what is the letter's. */
type Tag = { readonly number: number; readonly head: string };

/** The tags of a PDF of several letters, by letter. */
export type Tags = {
  /** The number of what all tags hang on. */
  readonly root: number;
  /** The list of the tags on a page, by the page's key. */
  marked(key: number): number;
  /** The tags of a letter from the topmost down, and those of them that others name by a word of their own. */
  of(letter: number): {
    readonly top: number;
    readonly elements: readonly Tag[];
    readonly ids: readonly { readonly id: string; readonly number: number }[];
  };
};

/** Several letters' tags stand under common ones at the top: this says so where a single letter's number would. */
const common = -1;
/** So many tags are read before somebody else has a turn. */
const step = 400;

/** Sorts the tags of a PDF by letter, in small steps: a tag is the letter's whose pages it is on; what is above several letters is each one's. */
export function* tagsOf(file: PdfFile, pages: readonly (readonly number[])[]): Generator<null, Tags> {
  const root = one(/\/StructTreeRoot (\d+) 0 R/, file.head(file.root));
  const rootHead = file.head(root);
  const lists = listsOf(file.head(one(/\/ParentTree (\d+) 0 R/, rootHead)));
  const letterOfPage = new Map(pages.flatMap((own, letter) => own.map((page) => [page, letter] as const)));
  const heads = new Map<number, string>();
  const children = new Map<number, readonly number[]>();
  const letters = new Map<number, number>();
  const top = one(/\/K (\d+) 0 R/, rootHead);

  // From the bottom up: a tag's letter is known once those of all below it are.
  const waiting: { readonly number: number; readonly below: readonly number[]; next: number; letter: number | null }[] =
    [];
  let last = 0;
  let read = 0;
  const begin = (number: number): void => {
    const head = file.head(number);
    if (!head.startsWith('<</Type /StructElem')) unexpected('a tag that is none');
    heads.set(number, head);
    const parent = Number(/\/P (\d+) 0 R/.exec(head)?.[1] ?? unexpected('a tag that hangs on nothing'));
    const below: number[] = [];
    let letter: number | null = null;
    for (const named of namedIn(head)) {
      if (named === parent) continue;
      const page = letterOfPage.get(named);
      if (page === undefined) below.push(named);
      else letter = letter === null || letter === page ? page : common;
    }
    children.set(number, below);
    waiting.push({ number, below, next: 0, letter });
  };
  begin(top);
  for (;;) {
    const now = waiting.at(-1);
    if (now === undefined) break;
    const below = now.below[now.next];
    if (below !== undefined) {
      now.next += 1;
      begin(below);
      if ((read += 1) % step === 0) yield null;
      continue;
    }
    waiting.pop();
    // A tag with nothing on any page belongs to the letter before it.
    const letter = now.letter ?? last;
    letters.set(now.number, letter);
    if (letter !== common) last = letter;
    const above = waiting.at(-1);
    if (above !== undefined) above.letter = above.letter === null || above.letter === letter ? letter : common;
  }

  return {
    root,
    marked: (key) => lists.get(key) ?? unexpected('a page without tags'),
    of: (letter) => {
      const elements: Tag[] = [];
      const wanted = new Set<string>();
      const named = new Map<string, number>();
      const walk = (number: number): boolean => {
        const whose = letters.get(number);
        if (whose !== letter && whose !== common) return false;
        const place = elements.length;
        const head = heads.get(number) ?? unexpected('a tag that is missing');
        elements.push({ number, head });
        const kept = (children.get(number) ?? []).filter(walk);
        if (whose === common && kept.length === 0) {
          elements.length = place;
          return false;
        }
        const own = whose === common ? withOnly(head, kept) : head;
        for (const [, ids = ''] of own.matchAll(/\/Headers \[([^\]]*)\]/g))
          for (const [id] of ids.matchAll(/\([^)]*\)/g)) wanted.add(id);
        const id = idOf.exec(own)?.[1];
        if (id !== undefined) named.set(id, number);
        elements[place] = { number, head: own };
        return true;
      };
      if (!walk(top)) unexpected('a letter without tags');
      return {
        top,
        elements: elements.map(({ number, head }) => ({
          number,
          head: wanted.has(idOf.exec(head)?.[1] ?? '') ? head : head.replace(idOf, ''),
        })),
        ids: [...wanted]
          .sort()
          .flatMap((id) =>
            named.has(id) ? [{ id, number: named.get(id) ?? 0 }] : unexpected('a heading of another letter'),
          ),
      };
    },
  };
}

const idOf = /\s*\/ID (\([^)]*\))/;

/** A tag above several letters, with what is below it in one of them. */
function withOnly(head: string, kept: readonly number[]): string {
  const below = /\/K \[[^\]<]*\]|\/K \d+ 0 R/;
  if (!below.test(head)) unexpected('a tag over several letters with words of its own');
  return head.replace(below, `/K [${kept.map((number) => `${number} 0 R`).join(' ')}]`);
}

/** The list of tags of each page, by its key. */
function listsOf(head: string): ReadonlyMap<number, number> {
  const nums = /\/Nums \[([^\]]*)\]/.exec(head)?.[1] ?? unexpected('tags without their pages');
  return new Map([...nums.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, number]) => [Number(key), Number(number)]));
}

function one(pattern: RegExp, head: string): number {
  return Number(pattern.exec(head)?.[1] ?? unexpected('no tags'));
}
