import { expect, test } from '@playwright/test';
import { envelopesPage } from '../../shared/letters/envelopes';
import { labelsPage } from '../../shared/letters/labels';
import { makeLetter } from '../../shared/letters/letter';
import { nudged } from '../../electron/paper/nudged';
import { printed, printedTogether } from '../letters/paper';
import { accessOf, facesOf, scanned, wordsIn, type Word } from '../letters/pdf-words';
import { aSource, office, samples } from '../letters/samples';

/** Letters printed together and taken apart are those that each would be by itself; labels and envelopes lie where they should. */

const close = (found: readonly Word[], expected: readonly Word[]): void => {
  expect(found.map(({ page, text }) => [page, text])).toEqual(expected.map(({ page, text }) => [page, text]));
  for (const [at, word] of found.entries()) {
    expect(Math.abs(word.left - (expected[at]?.left ?? 0))).toBeLessThan(0.01);
    expect(Math.abs(word.top - (expected[at]?.top ?? 0))).toBeLessThan(0.01);
  }
};

test('letters made together are tagged PDFs of their own, word for word where they stand by themselves', async () => {
  test.setTimeout(180_000);
  // A usual one, one that encloses a form, and one that nothing is decided in.
  const sources = [aSource(), ...['incomplete', 'referred'].flatMap((name) => samples[name]?.source ?? [])];
  const letters = sources.flatMap((source, at) =>
    (['en', 'es'] as const).map((language) => makeLetter({ ...source, language, number: `L-00000${at}` })),
  );
  const pages = letters.map(({ html, title, language, pages: count }) => ({ html, title, language, pages: count }));
  const alone = await printed(pages.map(({ html, title, language }) => ({ html, title, language })));
  const { each, all } = await printedTogether(pages);
  for (const [at, pdf] of each.entries()) {
    const own = alone[at] ?? new Uint8Array();
    // Taken apart, not made one by one.
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 8))).toBe('%PDF-1.5');
    close(wordsIn(pdf), wordsIn(own));
    expect(await accessOf(pdf)).toEqual(await accessOf(own));
    expect((await accessOf(pdf)).tagged).toBe(true);
    expect(facesOf(pdf).some((name) => name.includes('SourceSans3'))).toBe(true);
  }
  const last = letters[0]?.pages ?? 1;
  expect(scanned(each[0] ?? new Uint8Array(), last)).toBe(scanned(alone[0] ?? new Uint8Array(), last));
  // One job: the same sheets in the same order.
  let before = 0;
  const whole = wordsIn(all);
  for (const [at, pdf] of each.entries()) {
    const count = pages[at]?.pages ?? 0;
    const here = whole.filter(({ page }) => page >= before && page < before + count);
    close(
      here.map((word) => ({ ...word, page: word.page - before })),
      wordsIn(pdf),
    );
    before += count;
  }
});

test('labels and envelopes stand on their paper, and a nudge shifts the whole sheet', async () => {
  const address = ['MARIA GARCIA LOPEZ', '12 ALDER ST', 'APT 4', 'ARCADIA CA 95521'];
  const labels = labelsPage(
    Array.from({ length: 31 }, () => address),
    30,
  );
  expect(labels.pages).toBe(2);
  const envelopes = envelopesPage([address, ['X'.repeat(900), '1 ELM ST', 'ARCADIA CA 95521']], office);
  expect(envelopes.tooLong).toBe(1);
  const page = { html: labels.html, title: labels.title, language: 'en' as const };
  const [pdf, envelope, moved] = await printed([
    page,
    { html: envelopes.html, title: envelopes.title, language: 'en', size: envelopes.size },
    nudged(page, { nudgeX: 8, nudgeY: -4 }),
  ]);
  const words = wordsIn(pdf ?? new Uint8Array());
  const names = words.filter(({ text }) => text === 'MARIA');
  expect(names).toHaveLength(31);
  // The thirtieth place of the first sheet, then the first and the third of the next.
  const place = (word: Word | undefined, page: number, row: number, column: number): void => {
    expect(word?.page).toBe(page);
    expect(word?.left).toBeGreaterThan(3 / 16 + 2.75 * column);
    expect(word?.right).toBeLessThan(3 / 16 + 2.75 * column + 2.625);
    expect(word?.top).toBeGreaterThan(0.5 + row);
    expect(word?.bottom).toBeLessThan(0.5 + row + 1);
  };
  place(names[0], 0, 9, 2);
  place(names[1], 1, 0, 0);
  place(names[3], 1, 0, 2);
  place(names[30], 1, 9, 2);
  const shifted = wordsIn(moved ?? new Uint8Array());
  close(
    shifted,
    words.map((word) => ({ ...word, left: word.left + 0.25, top: word.top - 0.125 })),
  );
  const onEnvelope = wordsIn(envelope ?? new Uint8Array()).filter(({ page: at }) => at === 0);
  const to = onEnvelope.find(({ text }) => text === 'MARIA');
  expect(Math.abs((to?.left ?? 0) - 4.25)).toBeLessThan(0.02);
  expect(to?.top).toBeGreaterThan(1.7);
  const zip = onEnvelope.findLast(({ text }) => text === '95521');
  expect(zip?.bottom).toBeLessThan(3.5);
  expect(onEnvelope[0]?.left).toBeLessThan(0.5);
  expect(onEnvelope[0]?.top).toBeLessThan(0.6);
});
