import { describe, expect, it } from 'vitest';
import { policyTablesPage } from '../../shared/letters/policy-tables';
import type { Pack } from '../../shared/policy/pack';
import { shippedPacks } from '../../shared/policy/packs/index';
import { policyTables } from '../../shared/policy/tables';
import { anOffice } from '../db/records';
import { aDeskWithPaper } from './desk-with-paper';
import { wordsOf } from './samples';

const withTables = shippedPacks.filter((p) => (p.pack.tables ?? []).length > 0);
const office = anOffice();

describe('the tables on paper', () => {
  it.each(withTables.flatMap((p) => (['en', 'es'] as const).map((language) => [p.id, language, p.pack] as const)))(
    '%s in %s: every word of every row, in order, with its clause',
    (_, language, pack) => {
      const { html, pages } = policyTablesPage({ pack, office, language });
      const words = wordsOf(html);
      let at = 0;
      for (const table of policyTables(pack, language)) {
        const said = table.rows.flatMap((row) => [
          row.length,
          ...(row.begins === null ? [] : [row.begins]),
          ...(row.register === null ? [] : [row.register]),
          row.stages[0]?.when ?? '',
          row.stages[0]?.refund ?? '',
          ...(row.gradeFree === null ? [] : [row.gradeFree]),
          ...row.stages.slice(1).flatMap((s) => [s.when, s.refund]),
        ]);
        for (const text of [table.title, table.clause, table.heads.refund, ...said]) {
          const found = words.indexOf(text, at);
          expect([text, found >= at]).toEqual([text, true]);
          at = found + text.length;
        }
      }
      expect(html.match(/<div class="sheet/g)?.length).toBe(pages);
      expect(html).toContain(`<html lang="${language}">`);
    },
  );

  it('marks the rows that the policy’s own words leave open, and says what the mark means', () => {
    const marked = withTables.filter((p) => p.pack.schedules.some((s) => s.bands.some((b) => b.caution !== undefined)));
    expect(marked.length).toBeGreaterThan(0);
    for (const { pack } of withTables) {
      const words = wordsOf(policyTablesPage({ pack, office, language: 'en' }).html);
      expect(words.includes('* Check with the office')).toBe(marked.some((m) => m.pack === pack));
    }
  });

  it('goes on to the next sheet with its head again where a table is longer than a sheet, no row lost and none twice', () => {
    const [first] = withTables;
    const [table] = first?.pack.tables ?? [];
    if (first === undefined || table === undefined) throw new Error('no shipped policy has a table');
    const [row] = table.rows;
    if (row === undefined) throw new Error('the table has no row');
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...row, label: { en: `Row ${i}.`, es: `Fila ${i}.` } }));
    const pack: Pack = { ...first.pack, tables: [{ ...table, rows }] };
    const { html, pages } = policyTablesPage({ pack, office, language: 'en' });
    const words = wordsOf(html);
    expect(pages).toBeGreaterThan(1);
    expect(html.match(/<thead>/g)?.length).toBe(pages);
    expect(words.match(/\(continued\)/g)?.length).toBe(pages - 1);
    for (let i = 0; i < 60; i++) expect(words.split(`Row ${i}.`).length).toBe(2);
    expect(words).toContain(`Page ${pages} of ${pages}`);
  });
});

describe('the call', () => {
  it('shows, prints and saves the tables of the office’s own policy', async () => {
    const here = await aDeskWithPaper();
    const policy = withTables[0]?.id ?? '';
    const paper = { kind: 'policy-tables', policy, version: null, language: 'en' } as const;
    const preview = await here.gives('paper.preview', paper);
    expect(preview).toMatchObject({ type: 'policy-tables', language: 'en', mailable: true, pages: 1 });
    expect(here.shown.at(-1)?.html).toContain('Refund tables');
    expect(await here.gives('paper.print', paper)).toEqual({ handedOver: true });
    expect(await here.gives('paper.savePdf', { ...paper, language: 'es' })).toEqual({ path: '/chosen' });
    expect(here.saved[0]?.name).toMatch(/^Tablas de reembolso.*\.pdf$/);
  });

  it('takes the version that is named, and says where there is none, or no table', async () => {
    const here = await aDeskWithPaper();
    const without = shippedPacks.find((p) => (p.pack.tables ?? []).length === 0);
    const refused = (policy: string, version: string | null) =>
      here.refuses('paper.preview', { kind: 'policy-tables', policy, version, language: 'en' });
    expect(await refused('nowhere', null)).toEqual({ kind: 'not-found', what: 'That policy' });
    expect(await refused(withTables[0]?.id ?? '', '99')).toEqual({ kind: 'not-found', what: 'That policy' });
    if (without !== undefined)
      expect(await refused(without.id, without.version)).toEqual({ kind: 'not-found', what: 'A table of that policy' });
  });
});
