import type { Report } from '../contract/reports';
import { grouped, sayFigure, sayValue, scaleOf, type Scale, type Unit } from './chart-scale';
import { foldSeries, legendOf, linesWithin } from './chart-words';
import { seriesLook, straight, type Drawing, type Mark, type Room } from './drawing';

/** The figures of bars. */
export type Bars = Extract<Report['picture'], { readonly kind: 'bars' }>;
type Group = Bars['groups'][number];

/** More bars than these nobody compares; the table has the rest. */
export const mostGroups = 20;

/** Lies the bars down, one group under the other with its name before it and its amount behind it. */
export function barsDrawing(bars: Bars, room: Room): Drawing {
  const { width, size, measure } = room;
  const groups = largest(bars.groups);
  const folded = foldSeries(bars.series, groups);
  const legend = legendOf(folded.series, 'patterns', room);
  const side = !bars.stacked && folded.series.length > 1;

  const names = namesWide(
    groups.map((g) => measure(g.label, 'normal')),
    width,
  );
  const amounts = folded.groups.flatMap((g) => (side ? g.values : [sum(g.values)]).map((v) => sayValue(v, bars.unit)));
  const before = names + size * 0.7;
  const behind = width - Math.max(0, ...amounts.map((a) => measure(a, 'bold'))) - size * 0.6;
  const values = folded.groups.flatMap((g) => (side ? g.values : [over(g.values), under(g.values)]));
  const scale = axisWithin(values, before, behind, bars.unit, room);

  const thick = size * (side ? 1.05 : 1.4);
  const gap = size * 0.75;
  const shapes: Mark[] = [];
  let y = legend.height;
  const top = y;
  for (const group of folded.groups) {
    const lines = linesWithin(group.label, names, 2, measure);
    const count = side ? group.values.length : 1;
    const tall = Math.max(thick * count, lines.length * size * 1.15);
    const first = y + gap / 2 + (tall - thick * count) / 2;
    const middle = y + gap / 2 + tall / 2;
    for (const [i, text] of lines.entries())
      shapes.push({
        kind: 'words',
        look: 'label',
        x: names,
        y: middle + size * 0.36 + (i - (lines.length - 1) / 2) * size * 1.15,
        anchor: 'end',
        text,
      });
    if (side)
      for (const [i, value] of group.values.entries())
        shapes.push(...bar(i, 0, value, first + i * thick, thick - 1), amount(value, first + i * thick));
    else {
      let [up, down] = [0, 0];
      for (const [i, value] of group.values.entries()) {
        shapes.push(...bar(i, value < 0 ? down : up, value, first, thick));
        if (value < 0) down += value;
        else up += value;
      }
      shapes.push(amount(sum(group.values), first, up));
    }
    y += tall + gap;
  }
  function bar(at: number, from: number, value: number, barTop: number, height: number): readonly Mark[] {
    if (value === 0) return [];
    const [a, b] = [scale.at(from), scale.at(from + value)];
    // What is there is seen, however little it is.
    const wide = Math.max(0.8, Math.abs(b - a));
    return [{ kind: 'rect', look: seriesLook(at), x: Math.min(a, b), y: barTop, width: wide, height }];
  }
  function amount(value: number, barTop: number, end = value): Mark {
    const x = scale.at(Math.max(0, end)) + size * 0.4;
    const text = sayValue(value, bars.unit);
    return { kind: 'words', look: 'amount', x, y: barTop + thick / 2 + size * 0.36, anchor: 'start', text };
  }

  const grid = scale.figures.flatMap((figure): readonly Mark[] => {
    const x = scale.at(figure);
    const text = sayFigure(figure, bars.unit);
    return [
      straight(figure === 0 ? 'axis' : 'grid', x, top, x, y + size * 0.2),
      { kind: 'words', look: 'figure', x, y: y + size * 1.3, anchor: 'middle', text },
    ];
  });
  const note =
    groups.length < bars.groups.length
      ? `Drawn: the ${mostGroups} largest of ${grouped(bars.groups.length)}; the table has all.`
      : '';
  return { width, height: y + size * 1.7, marks: [...legend.marks, ...grid, ...shapes], note };
}

/** The width for the names: the longest whole where it is short, else so much that it runs over two lines. */
function namesWide(wide: readonly number[], width: number): number {
  const longest = Math.max(0, ...wide);
  return Math.min(width * 0.36, Math.max(Math.min(longest, width * 0.2), longest * 0.58)) + 1;
}

/** The axis between names and amounts, with as many figures as stand beside one another without touching. */
function axisWithin(values: readonly number[], before: number, behind: number, unit: Unit, room: Room): Scale {
  const { width, size, measure } = room;
  for (let most = 6; ; most -= 1) {
    const { figures } = scaleOf(values, most, 0, 1);
    const half = Math.max(...figures.map((f) => measure(sayFigure(f, unit), 'normal'))) / 2;
    const [start, end] = [Math.max(before, half), Math.min(behind, width - half)];
    if (most === 1 || (end - start) / (figures.length - 1) > 2 * half + size) return scaleOf(values, most, start, end);
  }
}

/** The groups that are drawn, in the order they came in. */
function largest(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= mostGroups) return groups;
  const weight = (g: Group): number => g.values.reduce((all, v) => all + Math.abs(v), 0);
  const least = new Set([...groups].sort((a, b) => weight(b) - weight(a)).slice(0, mostGroups));
  return groups.filter((g) => least.has(g));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, v) => all + v, 0);
}

function over(values: readonly number[]): number {
  return values.reduce((all, v) => all + Math.max(0, v), 0);
}

function under(values: readonly number[]): number {
  return values.reduce((all, v) => all + Math.min(0, v), 0);
}
