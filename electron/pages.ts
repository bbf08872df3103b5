import { randomUUID } from 'node:crypto';
import type { Page } from './desktop';
import { pageOrigin } from './headers';

/** The pages that can be looked at or printed now, each under an address that nobody can guess. */
export type PageShelf = {
  /** Puts a page on the shelf and gives its address. */
  put(page: Page): string;
  /** Puts a page on the shelf under an address that was made for it. The oldest page makes room where the shelf is full. */
  keep(url: string, page: Page): void;
  /** The HTML of the page under that token, or null when it is not there (any more). */
  find(token: string): string | null;
  /** Takes a page off the shelf, by its address. */
  drop(url: string): void;
};

/** An address for a page, of which nobody else can know. */
export function newPageUrl(): string {
  return `${pageOrigin}/${randomUUID()}`;
}

/** An empty shelf with room for so many pages. */
export function createPageShelf(room: number): PageShelf {
  const pages = new Map<string, string>();
  const keep = (url: string, page: Page): void => {
    pages.set(tokenOf(url), page.html);
    const oldest = pages.keys().next();
    if (pages.size > room && oldest.done !== true) pages.delete(oldest.value);
  };
  return {
    put(page) {
      const url = newPageUrl();
      keep(url, page);
      return url;
    },
    keep,
    find: (token) => pages.get(token) ?? null,
    drop: (url) => void pages.delete(tokenOf(url)),
  };
}

function tokenOf(url: string): string {
  return url.slice(pageOrigin.length + 1);
}
