import { randomUUID } from 'node:crypto';
import type { Page } from './desktop';
import { pageOrigin } from './headers';

/** The pages that can be looked at or printed now, each under an address that nobody can guess. */
export type PageShelf = {
  /** Puts a page on the shelf and gives its address. The oldest page makes room for it where the shelf is full. */
  put(page: Page): string;
  /** The HTML of the page under that token, or null when it is not there (any more). */
  find(token: string): string | null;
  /** Takes a page off the shelf, by its address. */
  drop(url: string): void;
};

/** An empty shelf with room for so many pages. */
export function createPageShelf(room: number): PageShelf {
  const pages = new Map<string, string>();
  return {
    put(page) {
      const token = randomUUID();
      pages.set(token, page.html);
      const oldest = pages.keys().next();
      if (pages.size > room && oldest.done !== true) pages.delete(oldest.value);
      return `${pageOrigin}/${token}`;
    },
    find: (token) => pages.get(token) ?? null,
    drop: (url) => void pages.delete(url.slice(pageOrigin.length + 1)),
  };
}
