import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../shared/contract/reports';
import { mostGroups } from '../../shared/reports/chart-bars';
import { roundFigures, sayFigure } from '../../shared/reports/chart-scale';
import { linesWithin } from '../../shared/reports/chart-words';
import type { Drawing, Mark, Room } from '../../shared/reports/drawing';
import { drawingOf } from '../../shared/reports/picture';
import { paperMeasure, pictureOnPaper } from '../../shared/reports/picture-on-paper';
import { aHistogram, aStack, aTimeline } from './figures';

type Picture = NonNullable<Report['picture']>;

const room: Room = { width: 511, size: 8.5, measure: paperMeasure(8.5) };
const rects = (drawing: Drawing, look: string) =>
  drawing.marks.filter((m): m is Extract<Mark, { kind: 'rect' }> => m.kind === 'rect' && m.look === look);
const said = (drawing: Drawing, look: string) =>
  drawing.marks.flatMap((m) => (m.kind === 'words' && m.look === look ? [m.text] : []));

describe('round figures', () => {
  test('begin at nothing, are evenly round, and hold the highest value', () => {
    expect(roundFigures(0, 901, 6)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(roundFigures(0, 1000, 5)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(roundFigures(0, 1001, 5)).toEqual([0, 500, 1000, 1500]);
    expect(roundFigures(-30, 50, 4)).toEqual([-40, -20, 0, 20, 40, 60]);
    expect(roundFigures(0, 0, 5)).toEqual([0, 1]);
    expect(roundFigures(0, 2, 5)).toEqual([0, 1, 2]);
  });

  test('say cents only where there are some', () => {
    expect([sayFigure(120_000, 'cents'), sayFigure(50, 'cents'), sayFigure(1200, 'count')]).toEqual([
      '$1,200',
      '$0.50',
      '1,200',
    ]);
  });

  test('are few, hold both ends and the zero, for any values', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer({ min: 1, max: 8 }), (a, b, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const figures = roundFigures(low, high, most);
        expect(figures).toContain(0);
        expect(figures[0]).toBeLessThanOrEqual(low);
        expect(figures.at(-1)).toBeGreaterThanOrEqual(high);
        expect(figures.length).toBeLessThanOrEqual(most + 3);
      }),
    );
  });
});

describe('bars', () => {
  test('are as long as their values, a stack as long as its sum', () => {
    const drawing = drawingOf(aStack(), room);
    const first = Array.from({ length: 7 }, (_, i) => rects(drawing, `series-${i}`)).map((r) =>
      r.find((x) => x.height > 10),
    );
    const perForm = (first[0]?.width ?? 0) / 120;
    expect(first.map((r) => Math.round((r?.width ?? 0) / perForm))).toEqual([120, 480, 190, 90, 12, 6, 3]);
    for (const [i, rect] of first.slice(1).entries())
      expect(rect?.x).toBeCloseTo((first[i]?.x ?? 0) + (first[i]?.width ?? 0), 6);
    expect(said(drawing, 'amount')).toEqual(['901', '604', '3']);
    expect(said(drawing, 'legend')).toEqual(aStack().kind === 'bars' ? (aStack() as { series: string[] }).series : []);
  });

  test('side by side have each its own amount, and what is negative lies on the other side of nothing', () => {
    const drawing = drawingOf(
      {
        kind: 'bars',
        unit: 'cents',
        stacked: false,
        series: ['Refunded', 'Kept'],
        groups: [{ label: 'Fall 2026', values: [50_000, -20_050] }],
      },
      room,
    );
    const [more] = rects(drawing, 'series-0').slice(-1);
    const [less] = rects(drawing, 'series-1').slice(-1);
    expect((less?.x ?? 0) + (less?.width ?? 0)).toBeCloseTo(more?.x ?? 0, 6);
    expect((less?.width ?? 0) / (more?.width ?? 1)).toBeCloseTo(0.401, 3);
    expect(said(drawing, 'amount')).toEqual(['$500.00', '-$200.50']);
  });

  test('are the largest where there are too many, and say so; one less is drawn whole', () => {
    const groups = Array.from({ length: mostGroups + 1 }, (_, i) => ({
      label: `EXT ${i}`,
      values: [i === 3 ? 0 : i + 1],
    }));
    const bars: Picture = { kind: 'bars', unit: 'count', stacked: true, series: ['Forms'], groups };
    const drawing = drawingOf(bars, room);
    expect(said(drawing, 'label')).not.toContain('EXT 3');
    expect(said(drawing, 'label')).toHaveLength(mostGroups);
    expect(drawing.note).toBe('Drawn: the 20 largest of 21; the table has all.');
    expect(drawingOf({ ...bars, groups: groups.slice(1) }, room).note).toBe('');
  });

  test('fold the smallest of more series than there are patterns into one that says how many', () => {
    const many = (n: number): Picture => ({
      kind: 'bars',
      unit: 'count',
      stacked: true,
      series: Array.from({ length: n }, (_, i) => `Outcome ${i}`),
      groups: [{ label: 'Fall', values: Array.from({ length: n }, (_, i) => i + 1) }],
    });
    expect(said(drawingOf(many(8), room), 'legend').at(-1)).toBe('Outcome 7');
    const folded = drawingOf(many(10), room);
    expect(said(folded, 'legend')).toEqual([3, 4, 5, 6, 7, 8, 9].map((i) => `Outcome ${i}`).concat('3 others'));
    expect(said(folded, 'amount')).toEqual(['55']);
  });
});

describe('a histogram', () => {
  test('names the days promised and draws them to the end of their last day', () => {
    const drawing = drawingOf(aHistogram(), room);
    const [band] = rects(drawing, 'band');
    const bars = rects(drawing, 'series-0');
    const week = (bars[1]?.x ?? 0) - (bars[0]?.x ?? 0);
    expect(said(drawing, 'named')).toEqual(['Promised: 14 to 28 days']);
    expect((band?.width ?? 0) / week).toBeCloseTo(15 / 7, 6);
    expect(said(drawing, 'amount')).toEqual(['4', '31', '122', '96', '18', '2', '3']);
    expect(said(drawing, 'figure')).toContain('49+');
    // Day 28 is as promised and day 29 is late: the week of both can be neither.
    expect(rects(drawing, 'series-1')).toEqual([]);
    expect(said(drawing, 'legend')).toEqual([]);
  });

  test('draws late bars otherwise where a bar ends with the last day promised', () => {
    const drawing = drawingOf({ ...aHistogram(), from: 1 } as Picture, room);
    expect(said(drawing, 'legend')).toEqual(['As promised or sooner', 'Later than promised']);
    // Beside the one of the legend: 18, 2, and 3 past the last bar.
    expect(rects(drawing, 'series-1')).toHaveLength(1 + 3);
  });

  test('of single days has each day under its bar', () => {
    const drawing = drawingOf({ ...aHistogram(), width: 1, counts: [0, 0, 5], over: 0, band: null } as Picture, room);
    const [bar] = rects(drawing, 'series-0');
    const two = drawing.marks.find(
      (m) => m.kind === 'words' && m.look === 'figure' && m.text === '2' && m.anchor === 'middle',
    );
    expect(two?.kind === 'words' && two.x).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) / 2, 6);
    expect(said(drawing, 'figure').slice(-4)).toEqual(['0', '1', '2', 'Days']);
  });

  test('shows what is promised where all were sooner, and does without a promise', () => {
    const soon = drawingOf({ ...aHistogram(), counts: [3], over: 0 } as Picture, room);
    expect(said(soon, 'named')).toEqual(['Promised: 14 to 28 days']);
    expect(said(soon, 'figure')).toContain('28');
    const none = drawingOf({ ...aHistogram(), band: null } as Picture, room);
    expect([said(none, 'named'), rects(none, 'band')]).toEqual([[], []]);
  });
});

describe('a timeline', () => {
  test('has a line a series with strokes and signs of its own, and names months or, where it is short, weeks', () => {
    const drawing = drawingOf(aTimeline(), room);
    for (const at of [0, 1, 2])
      expect(drawing.marks.filter((m) => m.kind === 'path' && m.look === `line-${at}`)).toHaveLength(2);
    expect(said(drawing, 'figure')).toEqual(
      expect.arrayContaining(['0', '80', 'Aug 2026', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 2027']),
    );
    expect(said(drawingOf(aTimeline(5), room), 'figure')).toEqual(expect.arrayContaining(['7/6', '8/3']));
    const monthly = {
      ...aTimeline(0),
      every: 'month',
      points: [7, 8].map((m) => ({ on: `2026-0${m}-01`, values: [m, m, m] })),
    };
    expect(said(drawingOf(monthly as Picture, room), 'figure').slice(-2)).toEqual(['Jul 2026', 'Aug']);
  });

  test('of one point has its sign and no line', () => {
    const drawing = drawingOf(aTimeline(1), room);
    // The one of the legend alone.
    expect(drawing.marks.filter((m) => m.kind === 'path' && m.look === 'line-0')).toHaveLength(1);
    expect(drawing.marks.filter((m) => m.kind === 'path' && m.look === 'series-0')).toHaveLength(2);
  });
});

test('long names are broken once and cut, short ones stay whole', () => {
  const measure = (text: string) => text.length;
  expect(linesWithin('Fall 2026', 12, 2, measure)).toEqual(['Fall 2026']);
  expect(linesWithin('Grant Writing for Artists', 14, 2, measure)).toEqual(['Grant Writing', 'for Artists']);
  expect(linesWithin('Grant Writing for Visual Artists', 14, 2, measure)).toEqual(['Grant Writing', 'for Visual Ar…']);
  expect(linesWithin('Unbrokenlyverylongname', 10, 2, measure)).toEqual(['Unbrokenl…']);
  expect(linesWithin('', 10, 2, measure)).toEqual([]);
});

test('markup in a name is printed as text', () => {
  const stack = aStack();
  if (stack.kind !== 'bars') throw new Error('not bars');
  const drawing = drawingOf({ ...stack, series: ['<script>alert(1)</script>', ...stack.series.slice(1)] }, room);
  const svg = pictureOnPaper(drawing, 8.5, 'A & B “quoted" <b>');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).not.toContain('<script');
  expect(svg).toContain('aria-label="A &amp; B “quoted&#34; &lt;b&gt;"');
});
