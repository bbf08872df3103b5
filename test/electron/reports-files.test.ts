import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { reportKinds, type Report } from '../../shared/contract/reports';
import { makeReport } from '../../shared/reports/make-report';
import { merging } from '../../shared/reports/merged';
import { daysWithin, medianDays, shareOf } from '../../shared/reports/quantile';
import type { ReportNames } from '../../shared/reports/report-body';
import { aCourse, id } from '../db/records';
import { aKeyedCase, anOfficeInTurns } from './privacy-here';
import { asked, report } from './reports-here';

/** An office that keeps what it saves, with one course whose title a spreadsheet would run. */
async function anOfficeThatSaves() {
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const here = await anOfficeInTurns({
    saveAs: (name, bytes) => {
      files.push({ name, bytes });
      return Promise.resolve(`/chosen/${name}`);
    },
  });
  for (const title of ['=HYPERLINK("http://x")', 'Project Management']) {
    const course = await here.as('pat').gives('course.save', {
      requestId: id(),
      course: aCourse({ code: title === 'Project Management' ? 'EXT 1' : '+EXT 2', title }),
    });
    await aKeyedCase(here, { course });
    await aKeyedCase(here, { course, form: { postmarked: '2026-09-11', reason: null } });
  }
  return { ...here, files };
}

describe('a report saved as a file', () => {
  test('as CSV has every figure of the table, money with two decimals, nothing that runs, and the chain’s mark', async () => {
    const here = await anOfficeThatSaves();
    for (const kind of reportKinds) {
      const found = await report(here, kind);
      if (found.rows.length === 0) continue;
      await here.gives('report.save', { asked: asked(kind), as: 'csv' });
      const file = here.files.at(-1);
      expect(file?.name).toBe(`${found.title} 2026-09-30.csv`);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const lines = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: '\r\n' }).data;
      expect(lines[0]).toEqual(found.columns.map((c) => c.heading));
      expect(lines.slice(1, wholeTable(found).length + 1), kind).toEqual(
        wholeTable(found).map((row) =>
          row.map((cell, at) => {
            if (cell === null) return '';
            if (found.columns[at]?.kind === 'cents') return (Number(cell) / 100).toFixed(2);
            return typeof cell === 'string' && /^[=+]/.test(cell) ? `'${cell}` : String(cell);
          }),
        ),
      );
      expect(text).toMatch(/Register entry \d+ · [0-9a-f]{16}\r\n$/);
    }
  });

  test('as an Excel file has the same numbers in cells of their kind, and a second sheet that says what it is', async () => {
    const here = await anOfficeThatSaves();
    for (const kind of reportKinds) {
      const found = await report(here, kind);
      await here.gives('report.save', { asked: asked(kind), as: 'xlsx' });
      const sheets = await readXlsxFile(Buffer.from(here.files.at(-1)?.bytes ?? []));
      const [table, about] = [sheets[0]?.data ?? [], sheets[1]?.data ?? []];
      if (found.rows.length === 0) {
        expect(table[0]?.[0], kind).toBe(found.sentence);
        continue;
      }
      expect(table[0]).toEqual(found.columns.map((c) => c.heading));
      expect(
        table.slice(1).map((row) => found.columns.map((column, at) => back(row[at] ?? null, column.kind))),
        kind,
      ).toEqual(wholeTable(found));
      expect(about[0]).toEqual(['Report', found.title]);
      expect(about.flat().join('\n')).toContain(found.sentence);
    }
  });
});

function wholeTable({ rows, totals }: Report) {
  return totals === null ? rows : [...rows, totals];
}

/** A cell of the file as the report has it: cents, percentages, days. */
function back(cell: unknown, kind: Report['columns'][number]['kind']) {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // The reader leaves the characters of XML as the file spells them.
  if (typeof cell === 'string') return cell.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  if (typeof cell !== 'number') return cell;
  if (kind === 'cents') return Math.round(cell * 100);
  return kind === 'percent' ? Math.round(cell * 1000) / 10 : cell;
}

describe('what stands for many', () => {
  test('is the middle of an odd number, the mean of the two middles of an even one, nothing of none', () => {
    const days = (...all: number[]) => all.map((d) => ({ days: d, cases: 1 }));
    expect(medianDays([])).toBeNull();
    expect(medianDays(days(3))).toBe(3);
    expect(medianDays(days(9, 3, 5))).toBe(5);
    expect(medianDays(days(9, 3, 5, 8))).toBe(6.5);
    expect(medianDays([...days(1), { days: 7, cases: 3 }])).toBe(7);
  });

  test('is the fewest days in which nine of ten were done', () => {
    const ten = Array.from({ length: 10 }, (_, i) => ({ days: i + 1, cases: 1 }));
    expect(daysWithin([], 90)).toBeNull();
    expect(daysWithin(ten, 90)).toBe(9);
    expect(daysWithin([...ten, { days: 11, cases: 1 }], 90)).toBe(10);
  });

  test('is a share with one decimal, rounded half up, and none of nothing', () => {
    expect(shareOf(1, 3)).toBe(33.3);
    expect(shareOf(2, 3)).toBe(66.7);
    expect(shareOf(1, 16)).toBe(6.3);
    expect(shareOf(0, 0)).toBeNull();
  });
});

describe('what a report says beside its figures', () => {
  const names: ReportNames = {
    term: () => ({ name: 'Fall 2026', begins: '2026-08-24' }),
    course: () => 'EXT 1',
    reason: () => 'Illness',
    person: () => 'kim',
    policy: () => 'The policy',
    promise: (_, version) => (version === '1' ? { from: 14, to: 28 } : { from: 7, to: 14 }),
  };
  const around = { today: '2026-09-30', uncounted: false, names };
  const one = { key: 'a', policy: 'p', came: 'refund', cases: 2, refund: 100, cancelled: 0, kept: 1, unreceived: 0 };

  test('names the versions of a policy that its cases cross, and only then', () => {
    const kind = 'terms' as const;
    const made = (versions: readonly (string | null)[]) =>
      makeReport(
        { ...asked(kind), kind },
        versions.map((version) => ({ ...one, version })),
        around,
      ).notes;
    expect(made(['1'])).toEqual([]);
    expect(made(['1', null])).toEqual([]);
    expect(made(['10', '2'])).toEqual([
      'These cases were decided by 2 versions of The policy: version 2 (2 cases), version 10 (2 cases). What is compared may stand on other rules.',
    ]);
  });

  test('says of which cases the other date is not known', () => {
    const kind = 'postmark' as const;
    const row = { key: null, policy: 'p', version: '1', cases: 3, changed: 0, more: 0, less: 0 };
    const made = makeReport({ ...asked(kind), kind }, [{ ...row, date: 'unknown' as const }], around);
    expect(made.rows).toEqual([]);
    expect(made.notes).toEqual([
      '3 cases with both dates not among them: decided before Refund Desk worked out the other date. Deciding a case again adds it.',
    ]);
  });

  test('draws no band of promised days where policies promise different ones', () => {
    const kind = 'turnaround' as const;
    const row = { policy: 'p', days: 20, promise: 'within' as const, cases: 1, paid: 100, unreceived: 0 };
    const band = (versions: readonly string[]) => {
      const { picture } = makeReport(
        { ...asked(kind), kind },
        versions.map((version) => ({ ...row, version })),
        around,
      );
      return picture?.kind === 'histogram' ? picture.band : undefined;
    };
    expect(band(['1'])).toEqual({ from: 14, to: 28 });
    expect(band(['1', '2'])).toBeNull();
  });

  test('is the same however the days are cut that were counted', () => {
    const rows = [
      { ...one, version: '1' },
      { ...one, version: null, came: 'held', cases: 1, refund: 0 },
      { ...one, version: '1', cases: 5, refund: 7, unreceived: 1 },
    ];
    const merged = merging<'terms'>();
    for (const row of rows) merged.add([{ ...row }]);
    expect(merged.rows()).toEqual([{ ...one, version: '1', cases: 7, refund: 107, kept: 2, unreceived: 1 }, rows[1]]);
  });
});
