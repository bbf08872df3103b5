import { lineLook, mostSeries, seriesLook, straight, type Mark, type Measure, type Room } from './drawing';

/** A text in at most so many lines that fit; what does not is cut with `…`, since the table beside the picture has it whole. */
export function linesWithin(text: string, wide: number, most: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/u).filter((word) => word !== '');
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (taken < rest.length && measure(rest.slice(0, taken + 1).join(' '), 'normal') <= wide) taken += 1;
    if (taken === rest.length || measure(rest.slice(0, taken).join(' '), 'normal') > wide) break;
    lines.push(rest.slice(0, taken).join(' '));
    rest = rest.slice(taken);
  }
  return rest.length === 0 ? lines : [...lines, cut(rest.join(' '), wide, measure)];
}

function cut(text: string, wide: number, measure: Measure): string {
  if (measure(text, 'normal') <= wide) return text;
  const letters = [...text];
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`, 'normal') <= wide) fits = middle;
    else over = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}

/** What each pattern means, in lines from the top of the picture, and how high that is; nothing where there is but one series. */
export function legendOf(
  series: readonly string[],
  as: 'patterns' | 'lines',
  { width, size, measure }: Room,
): { readonly marks: readonly Mark[]; readonly height: number } {
  if (series.length < 2) return { marks: [], height: 0 };
  const marks: Mark[] = [];
  const swatch = size * (as === 'lines' ? 2.6 : 1.7);
  let x = 0;
  let line = 0;
  for (const [at, name] of series.entries()) {
    const text = cut(name, width - swatch - size * 0.5, measure);
    const wide = swatch + size * 0.5 + measure(text, 'normal');
    if (x > 0 && x + wide > width) {
      x = 0;
      line += 1;
    }
    const y = line * size * 1.5;
    const middle = y + size * 0.65;
    marks.push(
      as === 'lines'
        ? straight(lineLook(at), x, middle, x + swatch, middle)
        : { kind: 'rect', look: seriesLook(at), x: x + 0.5, y: y + size * 0.1, width: swatch - 1, height: size * 1.05 },
      { kind: 'words', look: 'legend', x: x + swatch + size * 0.5, y: y + size, anchor: 'start', text },
    );
    if (as === 'lines') marks.push(sign(at, x + swatch / 2, middle, size * 0.28));
    x += wide + size * 1.5;
  }
  return { marks, height: (line + 1) * size * 1.5 + size * 0.4 };
}

/** The sign of a series at a point of its line: a disc, a square, a triangle or a diamond. */
export function sign(at: number, x: number, y: number, r: number): Mark {
  const shapes = [
    `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
    `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`,
    `M${x} ${y - r}l${r} ${2 * r}h${-2 * r}Z`,
    `M${x} ${y - r * 1.2}l${r * 1.2} ${r * 1.2}l${-r * 1.2} ${r * 1.2}l${-r * 1.2} ${-r * 1.2}Z`,
  ];
  return { kind: 'path', look: seriesLook(at), d: shapes[at % shapes.length] ?? '' };
}

/** Series and the values of each; more series than can be told apart are folded into one, which says how many it is. */
export function foldSeries<G extends { readonly values: readonly number[] }>(
  series: readonly string[],
  groups: readonly G[],
): { readonly series: readonly string[]; readonly groups: readonly G[] } {
  if (series.length <= mostSeries) return { series, groups };
  const weight = series.map((_, i) => groups.reduce((sum, g) => sum + Math.abs(g.values[i] ?? 0), 0));
  const kept = new Set(
    weight
      .map((w, i) => ({ w, i }))
      .sort((a, b) => b.w - a.w || a.i - b.i)
      .slice(0, mostSeries - 1)
      .map(({ i }) => i),
  );
  const fold = (values: readonly number[]): readonly number[] => [
    ...values.filter((_, i) => kept.has(i)),
    values.reduce((sum, value, i) => (kept.has(i) ? sum : sum + value), 0),
  ];
  return {
    series: [...series.filter((_, i) => kept.has(i)), `${series.length - kept.size} others`],
    groups: groups.map((g) => ({ ...g, values: fold(g.values) })),
  };
}
