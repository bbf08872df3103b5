import type { Report } from '../contract/reports';
import { figuresWide, grouped, scaleOf, uprightAxis } from './chart-scale';
import { legendOf } from './chart-words';
import { seriesLook, straight, type Drawing, type Mark, type Room } from './drawing';

/** The figures of a histogram of days. */
export type Histogram = Extract<Report['picture'], { readonly kind: 'histogram' }>;

/** Draws how many took how many days, with the days that the policy promises as a named band behind the bars; later bars have a pattern of their own. */
export function histogramDrawing(histogram: Histogram, room: Room): Drawing {
  const { width, size, measure } = room;
  const { from, width: days, over } = histogram;
  // Nothing was later than the bars go: the axis may go on to the end of what was promised.
  const needed = histogram.band === null || over > 0 ? 0 : Math.ceil((histogram.band.to + 1 - from) / days);
  const counts = [
    ...histogram.counts,
    ...Array.from({ length: Math.max(0, needed - histogram.counts.length) }, () => 0),
  ];
  const end = from + counts.length * days;
  const band =
    histogram.band === null || histogram.band.from >= end || histogram.band.to < from
      ? null
      : { from: Math.max(from, histogram.band.from), to: Math.min(end, histogram.band.to + 1), whole: histogram.band };

  // Only where a bar ends with the last day promised can bars be told apart as promised or late.
  const { band: promised } = histogram;
  const parted = promised !== null && (promised.to + 1 - from) % days === 0;
  const isLate = (day: number): boolean => parted && day > promised.to;
  const series = ['As promised or sooner', 'Later than promised'];
  const legend = legendOf(parted && (over > 0 || end > promised.to + 1) ? series : [], 'patterns', room);
  const left = figuresWide([...counts, over], 'count', measure, size);
  const right = width - Math.max(size * 0.5, measure(`${end}+`, 'normal') / 2);
  const top = legend.height + size * (band === null ? 1.4 : 2.8);
  const bottom = top + size * 11;
  const scale = scaleOf([...counts, over], 5, bottom, top);
  const parts = counts.length + (over > 0 ? 1.5 : 0);
  const part = (right - left) / Math.max(1, parts);
  const x = (day: number): number => left + ((day - from) / days) * part;

  const marks: Mark[] = [...legend.marks];
  if (band !== null) {
    const [a, b] = [x(band.from), x(band.to)];
    const text = `Promised: ${band.whole.from} to ${band.whole.to} days`;
    const half = measure(text, 'bold') / 2;
    const middle = Math.min(Math.max((a + b) / 2, left + half), right - half);
    marks.push(
      { kind: 'rect', look: 'band', x: a, y: top - size * 1.2, width: b - a, height: bottom - top + size * 1.2 },
      straight('band-edge', a, top - size * 1.2, a, bottom),
      straight('band-edge', b, top - size * 1.2, b, bottom),
      { kind: 'words', look: 'named', x: middle, y: top - size * 1.6, anchor: 'middle', text },
    );
  }
  marks.push(...uprightAxis(scale, 'count', left, right, size));
  const column = (count: number, at: number, late: boolean): void => {
    if (count === 0) return;
    const y = Math.min(scale.at(count), bottom - 0.8);
    const text = grouped(count);
    marks.push({
      kind: 'rect',
      look: seriesLook(late ? 1 : 0),
      x: at + part * 0.06,
      y,
      width: part * 0.88,
      height: bottom - y,
    });
    if (measure(text, 'bold') <= part)
      marks.push({ kind: 'words', look: 'amount', x: at + part / 2, y: y - size * 0.3, anchor: 'middle', text });
  };
  for (const [i, count] of counts.entries()) column(count, left + i * part, isLate(from + i * days));
  if (over > 0) column(over, left + (counts.length + 0.5) * part, isLate(end));

  // The day of a bar stands under it; of several, the first where the bar begins. As often as there is room.
  const shift = days === 1 ? part / 2 : 0;
  const apart = Math.max(measure(String(end), 'normal'), measure(String(from), 'normal')) + size * 0.9;
  const every = Math.max(1, Math.ceil(apart / part));
  for (let i = 0; i <= counts.length - (over > 0 || days === 1 ? 1 : 0); i += every)
    marks.push({
      kind: 'words',
      look: 'figure',
      x: left + i * part + shift,
      y: bottom + size * 1.2,
      anchor: 'middle',
      text: String(from + i * days),
    });
  if (over > 0)
    marks.push({
      kind: 'words',
      look: 'figure',
      x: left + (counts.length + 1) * part,
      y: bottom + size * 1.2,
      anchor: 'middle',
      text: `${end}+`,
    });
  marks.push({
    kind: 'words',
    look: 'figure',
    x: (left + right) / 2,
    y: bottom + size * 2.5,
    anchor: 'middle',
    text: 'Days',
  });
  return { width, height: bottom + size * 3, marks, note: '' };
}
