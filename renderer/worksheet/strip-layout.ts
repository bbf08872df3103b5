import { dayNumber, formatDay, minuteNumber, minutesOfDay } from '../../shared/day';
import { formatCents } from '../../shared/money';
import type { Timeline, Zone } from '../../shared/policy/timeline';
import { elapsedOf, shortMoment, spanWords, type StripElapsed } from './strip-words';

/** How a zone is drawn besides its words: plain where all is refunded, dotted where part is, hatched where nothing is, empty where nobody can say. */
export type ZonePattern = 'full' | 'part' | 'none' | 'open';

export type StripZone = {
  readonly x: number;
  readonly width: number;
  readonly pattern: ZonePattern;
  /** The lines that fit inside; none where the zone is too narrow, which then stands in `legend`. */
  readonly lines: readonly string[];
};
export type StripTick = { readonly x: number; readonly number: string; readonly date: string; readonly labelX: number };
/** A label on one of the lanes above the bar, with the point it speaks of. */
export type StripLabel = {
  readonly kind: 'effective' | 'postmarked' | 'received' | 'share' | 'today';
  readonly lane: number;
  readonly x: number;
  readonly labelX: number;
  readonly text: string;
};

/** Everything the strip draws, in pixels across; no two labels overlap at any width. */
export type StripLayout = {
  readonly zones: readonly StripZone[];
  readonly legend: readonly string[];
  readonly ticks: readonly StripTick[];
  readonly labels: readonly StripLabel[];
  readonly lanes: number;
  readonly closures: readonly { readonly x: number; readonly width: number }[];
  readonly shareX: number | null;
  readonly elapsed: StripElapsed | null;
};

/** The width of a text in pixels, as the screen will draw it. */
export type Measure = (text: string, weight: 'normal' | 'bold') => number;

type Placed = { readonly from: number; readonly to: number };

const gap = 8;

/** Lays the strip out for a width. Pure; the days go evenly from the timeline's first to its last. */
export function layOutStrip(timeline: Timeline, width: number, today: string | null, measure: Measure): StripLayout {
  const first = dayNumber(timeline.from) * minutesOfDay;
  const last = (dayNumber(timeline.to) + 1) * minutesOfDay;
  const at = (moment: string): number => {
    const minute = moment.length > 10 ? minuteNumber(moment) : dayNumber(moment) * minutesOfDay + minutesOfDay / 2;
    return Math.max(0, Math.min(width, ((minute - first) / Math.max(1, last - first)) * width));
  };
  const start = (moment: string | null, otherwise: number): number =>
    moment === null ? otherwise : at(moment.length > 10 ? moment : `${moment}T00:00`);
  const zones = timeline.zones.map((zone) => {
    const x = start(zone.from, 0);
    return { zone, x, width: start(zone.until, width) - x };
  });
  const drawn = zones
    .filter((z) => z.width > 0.5)
    .map((z) => ({ ...z, lines: linesThatFit(z.zone, z.width, measure) }));
  return {
    zones: drawn.map(({ zone, x, width: w, lines }) => ({ x, width: w, pattern: patternOf(zone), lines })),
    legend: drawn.filter((z) => z.lines.length === 0).map((z) => `${z.zone.label.en}: ${spanWords(z.zone)}`),
    ticks: layOutTicks(timeline, at, width, measure),
    ...layOutLabels(timeline, today, at, width, measure),
    closures: mergedClosures(timeline.closures.filter((day) => day >= timeline.from && day <= timeline.to)).map(
      ([from, to]) => {
        const x = start(from, 0);
        return { x, width: Math.max(2, start(dayAfter(to), width) - x) };
      },
    ),
    shareX: timeline.share === null ? null : at(timeline.share.reachedAt),
    elapsed: elapsedOf(timeline),
  };
}

function linesThatFit(zone: Zone, width: number, measure: Measure): readonly string[] {
  const room = width - 12;
  const label = zone.label.en;
  if (measure(label, 'bold') > room) return [];
  const amount = formatCents(zone.refund);
  return measure(amount, 'normal') > room || zone.percent === null ? [label] : [label, amount];
}

function patternOf(zone: Zone): ZonePattern {
  if (zone.percent === null) return 'open';
  return zone.percent === 100 ? 'full' : zone.percent === 0 ? 'none' : 'part';
}

function layOutTicks(
  timeline: Timeline,
  at: (moment: string) => number,
  width: number,
  measure: Measure,
): readonly StripTick[] {
  const ticks = timeline.meetings.map((m) => ({
    x: at(m.from === null ? `${m.date}T00:00` : `${m.date}T${m.from}`),
    number: String(m.number),
    date: shortMoment(m.date),
  }));
  const wide = (tick: { number: string; date: string }, full: boolean): number =>
    full ? measure(tick.number, 'bold') + 4 + measure(tick.date, 'normal') : measure(tick.number, 'bold');
  const span = (x: number, w: number): Placed => clampSpan(x, w, width);
  const lastTick = ticks.at(-1);
  const lastFull = lastTick === undefined ? null : span(lastTick.x, wide(lastTick, true));
  let edge = -gap;
  return ticks.map((tick, index) => {
    const isLast = index === ticks.length - 1;
    const limit = isLast || lastFull === null ? width + gap : lastFull.from;
    for (const full of [true, false]) {
      const place = span(tick.x, wide(tick, full));
      if (place.from >= edge + gap && place.to <= limit - (isLast ? 0 : gap)) {
        edge = place.to;
        return { x: tick.x, number: tick.number, date: full ? tick.date : '', labelX: (place.from + place.to) / 2 };
      }
    }
    return { x: tick.x, number: '', date: '', labelX: tick.x };
  });
}

function layOutLabels(
  timeline: Timeline,
  today: string | null,
  at: (moment: string) => number,
  width: number,
  measure: Measure,
) {
  const { postmarked, received, effective } = timeline.markers;
  const wanted: { kind: StripLabel['kind']; moment: string; text: string; lane: number }[] = [];
  const named = (moment: string): string =>
    formatDay(moment.slice(0, 10), 'en')
      .replace(/, \d{4}$/, '')
      .replace(',', '');
  const sameDay = (a: string | null, b: string | null): boolean =>
    a !== null && b !== null && a.slice(0, 10) === b.slice(0, 10);
  if (effective !== null) {
    const from = sameDay(effective, received) ? 'Received' : sameDay(effective, postmarked) ? 'Postmarked' : null;
    const text = from === null ? `▼ Effective ${named(effective)}` : `▼ ${from} ${named(effective)} = effective date`;
    wanted.push({ kind: 'effective', moment: effective, text, lane: 0 });
  }
  if (received !== null && !sameDay(received, effective))
    wanted.push({ kind: 'received', moment: received, text: `received ${named(received)} ▽`, lane: 1 });
  if (postmarked !== null && !sameDay(postmarked, effective))
    wanted.push({ kind: 'postmarked', moment: postmarked, text: `postmark ${named(postmarked)} △`, lane: 1 });
  if (timeline.share !== null)
    wanted.push({
      kind: 'share',
      moment: timeline.share.reachedAt,
      text: `◀ ${timeline.share.limit}% passed ${named(timeline.share.reachedAt)}`,
      lane: 2,
    });
  if (today !== null && today >= timeline.from && today <= timeline.to)
    wanted.push({ kind: 'today', moment: today, text: 'today', lane: 2 });
  const lanes: Placed[][] = [];
  const labels = wanted.map((label): StripLabel => {
    const x = at(label.moment);
    const w = measure(
      label.text,
      label.kind === 'postmarked' || label.kind === 'today' || label.kind === 'received' ? 'normal' : 'bold',
    );
    // What lies at a limit stands to the right of its line where there is room, so that the line stays clear.
    const beside = label.kind === 'share' ? 0 : label.kind === 'today' ? 4 : null;
    const middle = beside !== null && x + beside + w <= width ? x + beside + w / 2 : x;
    const place = clampSpan(middle, w, width);
    let lane = label.lane;
    while ((lanes[lane] ?? []).some((other) => place.from < other.to + gap && other.from < place.to + gap)) lane += 1;
    (lanes[lane] ??= []).push(place);
    return { kind: label.kind, lane, x, labelX: (place.from + place.to) / 2, text: label.text };
  });
  // Lanes that nothing stands on take no room.
  const used = [...new Set(labels.map((l) => l.lane))].sort((a, b) => a - b);
  return { labels: labels.map((l) => ({ ...l, lane: used.indexOf(l.lane) })), lanes: used.length };
}

function clampSpan(middle: number, wide: number, width: number): Placed {
  const from = Math.max(0, Math.min(width - wide, middle - wide / 2));
  return { from, to: from + wide };
}

function mergedClosures(days: readonly string[]): readonly (readonly [string, string])[] {
  const runs: [string, string][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run !== undefined && dayNumber(day) - dayNumber(run[1]) <= 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function dayAfter(day: string): string {
  return `${day}T24:00`;
}
