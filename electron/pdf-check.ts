import type { Page } from './desktop';

/** A PDF that is what the page needs (its size on every page, US Letter where none is said, tagged for screen readers, not empty), or an error that says what it is not. */
export async function checkPdf(
  bytes: Uint8Array,
  size: Page['size'] = { width: 8.5, height: 11 },
): Promise<Uint8Array> {
  // Loaded at the first letter: nobody waits for it when the app starts.
  const { PDFDict, PDFDocument, PDFName } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  if (pages.length === 0) throw new Error('the PDF has no page');
  for (const page of pages) {
    const { width, height } = page.getSize();
    if (Math.abs(width - size.width * 72) > 1 || Math.abs(height - size.height * 72) > 1)
      throw new Error(`the PDF has a page of ${Math.round(width)} by ${Math.round(height)} points`);
  }
  const mark = document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  if (mark?.get(PDFName.of('Marked'))?.toString() !== 'true') throw new Error('the PDF is not tagged');
  return bytes;
}
