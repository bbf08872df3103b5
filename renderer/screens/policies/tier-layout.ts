import { expressionSchema, type DeadlineExpression } from '../../../shared/policy/expression';
import { afterWords, endWords } from '../../../shared/policy/limit-words';
import { formatPercent } from '../../../shared/money';
import { branchOf, listOf, textOf } from './tree';

/**
 * In what the ends of a schedule's bands are counted; `order` where they
 * cannot be compared, and are drawn in their order alone; `before and after` where only the beginning of the course counts.
 */
export type TierUnit =
  | 'calendar days'
  | 'working days'
  | 'class days'
  | 'weeks'
  | 'meetings'
  | '% of course time'
  | 'months'
  | 'before and after'
  | 'order';

/** A band as a stretch of the chart. */
export type Tier = {
  readonly from: number;
  /** Where it ends; the last one goes to the chart's edge. */
  readonly to: number;
  readonly percent: number | null;
  readonly pattern: 'full' | 'part' | 'none' | 'open';
  readonly label: string;
  readonly ends: string;
  readonly clause: string;
  readonly withheld: string;
  /** What is wrong with where it ends: nothing decides after it, or no drop can ever fall into it. */
  readonly trouble: 'gap' | 'overlap' | null;
};

/** A schedule as a row of the chart. */
export type TierRow = {
  readonly at: number;
  readonly title: string;
  readonly lengths: string;
  readonly clause: string;
  readonly unit: TierUnit;
  /** The first and the last number on its axis. */
  readonly low: number;
  readonly high: number;
  readonly tiers: readonly Tier[];
};

type Place = { readonly unit: Exclude<TierUnit, 'order' | 'before and after'> | null; readonly at: number };

/** A limit as a number of its own unit: how much lies before it, 0 being the beginning of the course; null where that is no one number. */
function placeOf(limit: DeadlineExpression): Place | null {
  switch (limit.kind) {
    case 'begins':
      return { unit: null, at: 0 };
    case 'calendar-day':
      return { unit: 'calendar days', at: limit.day };
    case 'days-after':
      return { unit: 'calendar days', at: limit.days < 0 ? limit.days : limit.days + 1 };
    case 'working-day':
      return { unit: 'working days', at: limit.day };
    case 'working-days-before':
      return { unit: 'working days', at: -limit.day };
    case 'class-day':
      return { unit: 'class days', at: limit.day };
    case 'class-week':
    case 'term-week':
      return { unit: 'weeks', at: limit.week };
    case 'meeting-day':
      return { unit: 'meetings', at: limit.meeting };
    case 'meeting-starts':
      return { unit: 'meetings', at: limit.meeting - 1 };
    case 'share':
      return { unit: '% of course time', at: limit.percent };
    case 'months-after':
      return { unit: 'months', at: limit.months };
    default:
      return null;
  }
}

/** Lays out the schedules of a pack, however unfinished, one row each; rows of one unit share their axis. */
export function layOutTiers(pack: unknown): readonly TierRow[] {
  const rows = listOf(branchOf(pack)['schedules']).map((own, at) => rowOf(branchOf(own), at, pack));
  return rows.map((row) => {
    if (row.unit === 'order' || row.unit === 'before and after') return row;
    const like = rows.filter((r) => r.unit === row.unit);
    const high = row.unit === '% of course time' ? 100 : Math.max(...like.map((r) => r.high));
    const low = Math.min(...like.map((r) => r.low));
    return {
      ...row,
      low,
      high,
      tiers: row.tiers.map((t, i) => ({
        ...t,
        from: i === 0 ? low : t.from,
        to: i === row.tiers.length - 1 && t.trouble !== 'gap' ? high : t.to,
      })),
    };
  });
}

function rowOf(schedule: Readonly<Record<string, unknown>>, at: number, pack: unknown): TierRow {
  const bands = listOf(schedule['bands']).map(branchOf);
  const limits = bands.map((band) => {
    const read = expressionSchema.safeParse(band['until']);
    return read.success ? read.data : null;
  });
  const places = limits.map((limit) => (limit === null ? null : placeOf(limit)));
  const units = new Set(places.flatMap((p) => (p === null || p.unit === null ? [] : [p.unit])));
  const counted = limits.every((limit, i) => limit === null || places[i] !== null) && units.size < 2;
  const unit: TierUnit = counted ? ([...units][0] ?? 'before and after') : 'order';
  const ends = places.map((p, i) => (unit === 'order' ? i + 1 : (p?.at ?? null)));
  const [low, high] = unit === 'order' ? [0, bands.length] : edgesOf(ends.filter((e) => e !== null));
  let lower = low;
  const tiers = bands.map((band, i): Tier => {
    const end = ends[i] ?? null;
    const last = i === bands.length - 1;
    const from = lower;
    const limit = limits[i] ?? null;
    const before = i === 0 ? null : (limits[i - 1] ?? null);
    const closed = limit !== null;
    const overlap = unit !== 'order' && closed && i > 0 && end !== null && end <= lower;
    const to = last && !closed ? high : Math.max(lower, end ?? lower);
    lower = Math.max(lower, to);
    const percent = typeof band['percent'] === 'number' ? band['percent'] : null;
    return {
      from,
      to,
      percent,
      pattern: percent === null ? 'open' : percent >= 100 ? 'full' : percent === 0 ? 'none' : 'part',
      label: textOf(branchOf(band['label'])['en']) || (percent === null ? 'not said' : formatPercent(percent, 'en')),
      ends: closed
        ? endWords(limit, 'en', before)
        : before === null
          ? 'At any time'
          : last
            ? afterIt(before)
            : 'No end is given',
      clause: textOf(band['clause']),
      withheld:
        typeof branchOf(band['withhold'])['cents'] === 'number'
          ? textOf(Number(branchOf(band['withhold'])['cents']) / 100)
          : '',
      trouble: last && closed ? 'gap' : overlap || (!last && !closed) ? 'overlap' : null,
    };
  });
  return {
    at,
    title: textOf(branchOf(schedule['label'])['en']) || `Schedule ${at + 1}`,
    lengths: lengthsOf(branchOf(schedule['when']), pack),
    clause: textOf(schedule['clause']),
    unit,
    low,
    high,
    tiers,
  };
}

/** What comes after a limit: named where that is plain, else in few words. */
function afterIt(limit: DeadlineExpression): string {
  return ['begins', 'share', 'meeting-starts'].includes(limit.kind) ? afterWords(limit, 'en') : 'After that';
}

/** An axis has some room before its first number and after its last, so that every band can be seen. */
function edgesOf(ends: readonly number[]): readonly [number, number] {
  const [first, last] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = Math.max(1, (last - first) / 6);
  return [ends.some((end) => end <= 0) ? first - room : first, last + room];
}

/** For which courses a schedule is, in words: `5 to 7 weeks · Extension`. */
export function lengthsOf(when: Readonly<Record<string, unknown>>, pack: unknown): string {
  const range = (own: unknown, one: string): string => {
    const { min, max } = branchOf(own);
    // A length is 0 weeks where it is no week at all.
    if (max === 0 && one === 'week') return 'less than five days';
    if (typeof min === 'number' && typeof max === 'number')
      return min === max ? `${min} ${min === 1 ? one : `${one}s`}` : `${min} to ${max} ${one}s`;
    if (typeof min === 'number') return `${min} ${one}s or more`;
    return typeof max === 'number' ? `up to ${max} ${max === 1 ? one : `${one}s`}` : '';
  };
  const labels = listOf(branchOf(pack)['categories']).map(branchOf);
  const categories = listOf(when['categories']).map(
    (id) => textOf(branchOf(labels.find((c) => c['id'] === id)?.['label'])['en']) || textOf(id),
  );
  const parts = [
    range(when['weeks'], 'week'),
    range(when['meetings'], 'meeting'),
    categories.join(', '),
    typeof when['arranged'] === 'boolean' ? (when['arranged'] ? 'arranged' : 'not arranged') : '',
    typeof when['track'] === 'string' ? `${when['track']} track` : '',
    typeof when['exceptTrack'] === 'string' ? `all but the ${when['exceptTrack']} track` : '',
    typeof when['federalAid'] === 'boolean' ? (when['federalAid'] ? 'with federal aid' : 'without federal aid') : '',
    ...listOf(when['anyOf']).map((own, i) => `${i === 0 ? '' : 'or '}${lengthsOf(branchOf(own), pack)}`),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'all courses' : parts.join(' · ');
}

/** The numbers to write under an axis. */
export function ticksOf({ unit, low, high, tiers }: TierRow): readonly number[] {
  if (unit === 'order') return [];
  const ends = tiers.slice(0, -1).map((t) => t.to);
  return [...new Set([...ends, ...(low < 0 || ends.includes(0) ? [0] : [])])]
    .filter((n) => n >= low && n <= high)
    .sort((a, b) => a - b);
}
