import { describe, expect, test } from 'vitest';
import { sayCell } from '../../shared/reports/cell-words';
import { printedColumns } from '../../shared/reports/report-columns';
import { reportPage } from '../../shared/reports/report-page';
import { aHistogram, aReport } from './figures';

const source = {
  office: { institution: 'Coastal State', name: 'Extended Education', phone: '(555) 555-0142', email: 'x@example.edu' },
  made: 'Made Mon, Nov 23, 2026, 9:00 a.m. by Kim',
  mark: 'Register entry 10,417 · 3f9a0b12c3d4e5f6',
};
const sheets = (html: string) => html.split('<div class="sheet report">').slice(1);
const rowsOf = (sheet: string) => [...sheet.matchAll(/<th scope="row">(.*?)<\/th>/g)].map((m) => m[1]);

describe('a report on paper', () => {
  test('says its title, scope, sentence, figures, picture, table, totals and notes, and on each sheet office, day, mark and number', () => {
    const { html, pages, title } = reportPage(
      aReport({
        picture: aHistogram(),
        figures: [{ label: 'Median days', kind: 'days', value: 18.5 }],
        notes: ['The period crosses two versions of the policy.'],
      }),
      source,
    );
    expect([pages, title]).toEqual([1, 'Forms by outcome']);
    for (const words of [
      '<h1 class="what">Forms by outcome<span class="scope">Received July 1, 2026 to June 30, 2027</span></h1>',
      'role="img" aria-label="Of 1,312 forms 820 were refunded in full."',
      '<dt>Median days</dt><dd>18.5</dd>',
      '<caption>Forms by outcome</caption>',
      '<td class="figure">$231,450.00</td>',
      '<tfoot><tr><th scope="row">All</th><td class="figure">1,312</td><td class="figure">100.0%</td>',
      '<p class="note">The period crosses two versions of the policy.</p>',
      'Coastal State · Extended Education',
      source.made,
      source.mark,
      'Page 1 of 1',
    ])
      expect(html).toContain(words);
  });

  test('goes over as many sheets as its rows need: none is lost, heads are repeated, the totals stand with the last row', () => {
    const names = Array.from({ length: 500 }, (_, i) =>
      `EXT ${i} ${'Grant Writing for Artists '.repeat(i % 5)}`.trim(),
    );
    const { html, pages } = reportPage(
      aReport({ rows: names.map((name, i) => [name, i, 0.2, i * 100]), totals: ['All', 500, 100, 1] }),
      source,
    );
    const all = sheets(html);
    expect(all).toHaveLength(pages);
    expect(all.flatMap(rowsOf)).toEqual([...names, 'All']);
    for (const [i, sheet] of all.entries()) {
      expect(sheet).toContain(`Page ${i + 1} of ${pages}`);
      expect(sheet).toContain('<th scope="col" class="figure"');
      expect(sheet.includes('(continued)')).toBe(i > 0);
      expect(sheet.includes('<h1')).toBe(i === 0);
      expect(sheet.includes('<svg')).toBe(i === 0);
    }
    expect(rowsOf(all.at(-1) ?? '').length).toBeGreaterThan(1);
  });

  test('without cases has its sentence and no table', () => {
    const { html, pages } = reportPage(
      aReport({ rows: [], totals: null, picture: null, sentence: 'No cases in this period.' }),
      source,
    );
    expect(pages).toBe(1);
    expect(html).toContain('No cases in this period.');
    expect(html).not.toContain('<table');
  });

  test('prints markup in a name as text', () => {
    const { html } = reportPage(aReport({ rows: [['<b onclick=x>Kim</b>', 1, 1, 1]] }), source);
    expect(html).toContain('&lt;b onclick=x&gt;Kim&lt;/b&gt;');
    expect(html).not.toContain('<b onclick');
  });
});

describe('the columns of a table on paper', () => {
  const wide = 7.1 * 72;
  const columnsOf = (figures: number) =>
    printedColumns(
      aReport({
        columns: [
          { heading: 'Course', kind: 'text' },
          ...Array.from({ length: figures }, () => ({ heading: 'Refunded', kind: 'cents' as const })),
        ],
        rows: [['EXT 204 Grant Writing for Artists', ...Array.from({ length: figures }, () => 12_345_678)]],
        totals: null,
      }),
      wide,
    );

  test('keep the letters large while there is room, then make them smaller, and never run off the sheet', () => {
    expect([7, 8, 9, 20].map((n) => columnsOf(n).size)).toEqual([9, 8, 7, 7]);
    for (const n of [1, 3, 7, 8, 20]) {
      const { widths } = columnsOf(n);
      expect(widths).toHaveLength(n + 1);
      expect(widths.reduce((sum, w) => sum + w, 0)).toBeLessThanOrEqual(wide + 0.01);
    }
  });
});

test('cells are said as people read them', () => {
  expect([
    sayCell('count', 1312),
    sayCell('cents', -50),
    sayCell('percent', 33.3),
    sayCell('percent', 100),
    sayCell('days', 18.5),
    sayCell('days', 18),
    sayCell('day', '2026-09-22'),
    sayCell('text', 'Fall'),
    sayCell('cents', null),
    sayCell('text', null),
  ]).toEqual(['1,312', '-$0.50', '33.3%', '100.0%', '18.5', '18', 'Sep 22, 2026', 'Fall', '–', '']);
});
