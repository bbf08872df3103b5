import type { Page } from '../desktop';
import { inSlices } from '../slices';
import type { Press } from './press';
import { splitPdf, type Part } from './split-pdf';

/** One tagged PDF a page, in order, printed together and taken apart; null where that does not work and each has to be made by itself. */
export async function manyPdfs(
  press: Press,
  pages: readonly (Page & { readonly pages: number })[],
): Promise<readonly Uint8Array[] | null> {
  const parts: readonly Part[] = pages.map(({ html, pages: count, language }) => ({
    pages: count,
    title: titleOf(html),
    language,
  }));
  try {
    const whole = await press.press(pages, true);
    const made: Uint8Array[] = [];
    const steps = splitPdf(whole, parts);
    await inSlices(
      (function* () {
        for (const pdf of steps) {
          if (pdf !== null) made.push(pdf);
          yield { done: made.length, total: parts.length };
        }
      })(),
      () => true,
      () => undefined,
    );
    return made;
  } catch {
    return null;
  }
}

/** What a page's own head says it is called. */
function titleOf(html: string): string {
  const written = /<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '';
  return written
    .replace(/&(lt|gt|quot|amp|#39|#34);/g, (whole, name: string) => characters[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'", '#34': '"' };
