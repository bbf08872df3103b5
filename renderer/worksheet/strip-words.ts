import { civil, dayNumber } from '../../shared/day';
import type { Timeline, Zone } from '../../shared/policy/timeline';

/** The share of a course that had passed and its limit, as fractions and in words. */
export type StripElapsed = {
  readonly share: number;
  readonly limit: number;
  readonly text: string;
  readonly limitText: string;
};

/** A zone's days in words: `before Sep 14`, `Sep 14 to Sep 28`, `from Sep 28`. */
export function spanWords(zone: Pick<Zone, 'from' | 'until'>): string {
  if (zone.from === null) return zone.until === null ? 'always' : `before ${shortMoment(zone.until)}`;
  return zone.until === null
    ? `from ${shortMoment(zone.from)}`
    : `${shortMoment(zone.from)} to ${shortMoment(zone.until)}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day or moment's day for a narrow place: `Sep 14`. */
export function shortMoment(moment: string): string {
  const { month, date } = civil(dayNumber(moment));
  return `${months[month - 1]} ${date}`;
}

/** How much of the course had passed, against the share that ends a band; null where nothing is counted so. */
export function elapsedOf(timeline: Timeline): StripElapsed | null {
  const { share } = timeline;
  if (share?.elapsed == null) return null;
  const { part, whole } = share.elapsed;
  const fraction = whole === 0 ? 0 : part / whole;
  return {
    share: fraction,
    limit: share.limit / 100,
    text: `${percentWords(fraction)} (${elapsedWords(share.basis, part, whole)})`,
    limitText: `limit ${share.limit}%`,
  };
}

/** A share as a percentage that never rounds onto a limit it has not reached: `24.9%`, not `25%`. */
function percentWords(fraction: number): string {
  const tenths = Math.floor(fraction * 1000 + 1e-9) / 10;
  return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)}%`;
}

function elapsedWords(basis: string, part: number, whole: number): string {
  if (basis.includes('minutes')) return `${hours(part)} of ${hours(whole)} h`;
  if (basis.includes('days')) return `${part} of ${whole} days`;
  return `${part} of ${whole} meetings`;
}

function hours(minutes: number): string {
  const tenths = Math.floor(minutes / 6) / 10;
  return Number.isInteger(tenths) ? String(tenths) : tenths.toFixed(1);
}

/** The strip in one sentence, for those who hear it and for the letter. */
export function sayStrip(timeline: Timeline): string {
  const zones = timeline.zones.map((zone) => `${zone.label.en} ${spanWords(zone)}`).join('; ');
  const { postmarked, received, effective } = timeline.markers;
  const markers = [
    postmarked === null ? '' : `postmarked ${shortMoment(postmarked)}`,
    received === null ? '' : `received ${shortMoment(received)}`,
    effective === null ? '' : `effective ${shortMoment(effective)}`,
  ].filter((words) => words !== '');
  const elapsed = elapsedOf(timeline);
  const meetings = timeline.meetings.length;
  const counted = meetings === 0 ? 'no meetings' : meetings === 1 ? 'one meeting' : `${meetings} meetings`;
  return `Course from ${shortMoment(timeline.from)} to ${shortMoment(timeline.to)} with ${counted}: ${zones}.${markers.length === 0 ? '' : ` The form was ${markers.join(', ')}.`}${elapsed === null ? '' : ` Course time elapsed: ${elapsed.text}, ${elapsed.limitText}.`}`;
}
