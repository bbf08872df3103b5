import { formatCents } from '../money';
import { straight, type Mark, type Measure } from './drawing';

/** What a picture’s numbers are. */
export type Unit = 'count' | 'cents';

/** The round figures of an axis that holds everything from `low` to `high`, at most about `most` of them; the ends are round themselves. */
export function roundFigures(low: number, high: number, most: number): readonly number[] {
  const from = Math.min(0, low);
  const to = Math.max(0, high);
  const step = roundStep(Math.max(1, to - from) / Math.max(1, most));
  const figures: number[] = [];
  for (let at = Math.floor(from / step); at <= Math.ceil(to / step); at += 1) figures.push(at * step);
  // An axis of nothing still has a length.
  return figures.length > 1 ? figures : [0, step];
}

/** The next of 1, 2, 5, 10, 20, 50 … that is not smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? power;
}

/** A figure of the axis in few letters: `1,200`, `$1,200`, and with its cents where it has some. */
export function sayFigure(figure: number, unit: Unit): string {
  if (unit === 'count') return grouped(figure);
  const said = formatCents(figure);
  return figure % 100 === 0 ? said.slice(0, -3) : said;
}

/** A value as it stands at its bar, whole. */
export function sayValue(value: number, unit: Unit): string {
  return unit === 'count' ? grouped(value) : formatCents(value);
}

/** A count with its thousands parted: `1,312`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** How the numbers of a picture lie on its paper: from the first of the round figures to the last. */
export type Scale = { readonly figures: readonly number[]; readonly at: (value: number) => number };

/** A scale of so many round figures as have room, from one end of the axis to the other. */
export function scaleOf(values: readonly number[], most: number, start: number, end: number): Scale {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const figures = roundFigures(low, high, most);
  const [first, last] = [figures[0] ?? 0, figures.at(-1) ?? 1];
  return { figures, at: (value) => start + ((value - first) / (last - first)) * (end - start) };
}

/** The figures of an upright axis with a thin line through the picture for each. */
export function uprightAxis(scale: Scale, unit: Unit, left: number, right: number, size: number): readonly Mark[] {
  return scale.figures.flatMap((figure): readonly Mark[] => {
    const y = scale.at(figure);
    return [
      straight(figure === 0 ? 'axis' : 'grid', left, y, right, y),
      {
        kind: 'words',
        look: 'figure',
        x: left - size * 0.45,
        y: y + size * 0.35,
        anchor: 'end',
        text: sayFigure(figure, unit),
      },
    ];
  });
}

/** The width that the figures of an upright axis need beside it. */
export function figuresWide(values: readonly number[], unit: Unit, measure: Measure, size: number): number {
  const { figures } = scaleOf(values, 5, 0, 1);
  return Math.max(...figures.map((f) => measure(sayFigure(f, unit), 'normal'))) + size * 0.8;
}
