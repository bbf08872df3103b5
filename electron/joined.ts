import type { Page } from './desktop';

/**
 * Several pages as one document, for one print job: each begins on a new sheet, under its own styles. Pages of one making share their
 * styles' text, and it is there once; a letter kept from an earlier version keeps the styles it was made with.
 */
export function joinPages(pages: readonly Page[]): Page {
  const [only] = pages;
  if (pages.length === 1 && only !== undefined) return only;
  const styles = new Map<string, string>();
  const sections = pages.map((page) => {
    const style = everyMatch(page.html, /<style[^>]*>([\s\S]*?)<\/style>/gi).join('\n');
    const group = styles.get(style) ?? `page-${styles.size + 1}`;
    styles.set(style, group);
    const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(page.html)?.[1] ?? '';
    return `<div class="page ${group}" lang="${page.language}">${body}</div>`;
  });
  const sheets = [...styles].map(([style, group]) => scoped(style, group)).join('\n');
  const language = pages.every((page) => page.language === only?.language) ? (only?.language ?? 'en') : 'en';
  const title = `${pages.length} letters`;
  return {
    title,
    language,
    html: `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>
html, body { margin: 0; padding: 0; }
.page + .page { break-before: page; }
${sheets}</style></head><body>${sections.join('\n')}</body></html>`,
  };
}

/** Rules that hold for the whole document wherever they stand: paper and typefaces. They are not allowed inside a scope. */
const ofTheDocument = /@(?:page|font-face)[^{]*\{[^{}]*\}/g;

/** A style text that reaches the pages of one group alone; what it says of the body holds for the page's own part. */
function scoped(style: string, group: string): string {
  const inside = style.replace(ofTheDocument, '').replace(/(?<![\w.#-])(?:html|body)(?![\w-])(?=[^{}]*\{)/g, ':scope');
  return `${(style.match(ofTheDocument) ?? []).join('\n')}\n@scope (.${group}) {\n${inside}\n}`;
}

function everyMatch(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
