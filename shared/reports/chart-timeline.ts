import type { Report } from '../contract/reports';
import { civil, dayNumber, dayText, longMonths, monthsAfter } from '../day';
import { figuresWide, scaleOf, uprightAxis } from './chart-scale';
import { foldSeries, legendOf, sign } from './chart-words';
import { lineLook, short, straight, type Drawing, type Mark, type Room } from './drawing';

/** The figures of a timeline. */
export type TimelineFigures = Extract<Report['picture'], { readonly kind: 'timeline' }>;

/** Draws how something went from day to day: a line a series, each with strokes and signs of its own. */
export function timelineDrawing(timeline: TimelineFigures, room: Room): Drawing {
  const { width, size, measure } = room;
  const { series, groups: points } = foldSeries(timeline.series, timeline.points);
  const legend = legendOf(series, 'lines', room);
  const values = points.flatMap((p) => p.values);
  const left = figuresWide(values, timeline.unit, measure, size);
  const right = width - size * 1.6;
  const top = legend.height + size * 0.8;
  const bottom = top + size * 12;
  const scale = scaleOf(values, 5, bottom, top);
  const days = points.map((p) => dayNumber(p.on));
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const x = (day: number): number =>
    first === last ? (left + right) / 2 : left + size * 0.5 + ((day - first) / (last - first)) * (right - left - size);

  const marks: Mark[] = [...legend.marks, ...uprightAxis(scale, timeline.unit, left, right, size)];
  let free = -Infinity;
  for (const { day, text } of daysNamed(first, last, timeline.every)) {
    const half = measure(text, 'normal') / 2;
    const at = x(day);
    if (at - half < free || at + half > width) continue;
    free = at + half + size * 0.8;
    marks.push(straight('axis', at, bottom, at, bottom + size * 0.35), {
      kind: 'words',
      look: 'figure',
      x: at,
      y: bottom + size * 1.4,
      anchor: 'middle',
      text,
    });
  }
  for (const at of series.keys()) {
    const places = points.map((p, i) => [x(days[i] ?? 0), scale.at(p.values[at] ?? 0)] as const);
    if (places.length > 1)
      marks.push({
        kind: 'path',
        look: lineLook(at),
        d: `M${places.map(([px, py]) => `${short(px)} ${short(py)}`).join('L')}`,
      });
    // So many signs that each can still be seen.
    const every = Math.max(1, Math.ceil((places.length * size * 1.2) / Math.max(1, right - left)));
    for (const [i, [px, py]] of places.entries()) if (i % every === 0) marks.push(sign(at, px, py, size * 0.26));
  }
  return { width, height: bottom + size * 1.9, marks, note: '' };
}

/** Days to be named under the axis: the first of months, or of weeks where it is short. */
function daysNamed(
  first: number,
  last: number,
  every: TimelineFigures['every'],
): readonly { readonly day: number; readonly text: string }[] {
  const found: { day: number; text: string }[] = [];
  if (every === 'month' || last - first > 62) {
    for (let day = monthBegin(first); day <= last; day = monthsAfter(day, 1)) {
      const { year, month } = civil(day);
      const name = (longMonths.en[month - 1] ?? '').slice(0, 3);
      if (day >= first) found.push({ day, text: month === 1 || found.length === 0 ? `${name} ${year}` : name });
    }
    return found;
  }
  for (let day = first; day <= last; day += 7) {
    const { month, date } = civil(day);
    found.push({ day, text: `${month}/${date}` });
  }
  return found;
}

function monthBegin(day: number): number {
  return dayNumber(`${dayText(day).slice(0, 7)}-01`);
}
