import { z } from 'zod';
import { weekdays, type Weekday } from '../calendar';

// A limit as data: what the bands end with, the deadlines fall on and the petitions are due by. No code, no formula strings.

/** The days from which an expression may count. */
export const anchors = [
  'term-begins',
  'term-ends',
  'course-begins',
  'starts',
  'first-meeting',
  'last-day',
  'paid-on',
  'refundable-until',
  'enrollment-deadline',
] as const;
/** One of the days from which an expression may count. */
export type Anchor = (typeof anchors)[number];
const anchor = z.enum(anchors);
const ordinal = z.number().int().min(1).max(1000);
const percent = z.number().min(0).max(100);
const workweek = z.array(z.enum(weekdays)).min(1).optional();

/** When a limit falls, by its kind; every kind includes the whole of the day it names unless it names a moment. */
export type DeadlineExpression =
  /** The moment the course begins. */
  | { readonly kind: 'begins' }
  /** The close of the Nth calendar day, the anchor's day being day 1. */
  | { readonly kind: 'calendar-day'; readonly day: number; readonly from: Anchor }
  /** The close of the day so many days after the anchor's (before it where negative). */
  | { readonly kind: 'days-after'; readonly days: number; readonly from: Anchor }
  /** The close of the Nth working day; `counting` says whether the anchor's own day can be the first, `weekdays` which days count (else Monday to Friday). */
  | {
      readonly kind: 'working-day';
      readonly day: number;
      readonly from: Anchor;
      readonly counting: 'after' | 'from';
      readonly weekdays?: readonly Weekday[] | undefined;
    }
  /** The same, before the anchor: the close of the Nth working day before it. */
  | {
      readonly kind: 'working-days-before';
      readonly day: number;
      readonly from: Anchor;
      readonly weekdays?: readonly Weekday[] | undefined;
    }
  /** The close of the Nth distinct day on which the course meets. */
  | { readonly kind: 'class-day'; readonly day: number }
  /** The close of the Nth week of the course, from its first meeting's day; the reading chooses seven days or calendar weeks. */
  | { readonly kind: 'class-week'; readonly week: number; readonly reading: string }
  /** The close of the Nth week from the anchor; the reading chooses seven days, weeks that end on Friday, or calendar weeks from Monday to Sunday. */
  | { readonly kind: 'term-week'; readonly week: number; readonly from: Anchor; readonly reading: string }
  /** The close of the day of the Nth meeting. */
  | { readonly kind: 'meeting-day'; readonly meeting: number }
  /** The start of the Nth meeting. */
  | { readonly kind: 'meeting-starts'; readonly meeting: number }
  /** The moment at which a share of the course time has elapsed. */
  | { readonly kind: 'share'; readonly percent: number; readonly basis: string; readonly boundary: string }
  /** The close of the same date so many months after the anchor, or that month's last day. */
  | { readonly kind: 'months-after'; readonly months: number; readonly from: Anchor }
  /** The close of a day so many days after the later of two anchors, never later than the cap; both numbers from the reading, which may be unset. */
  | {
      readonly kind: 'window';
      readonly reading: string;
      readonly from: readonly Anchor[];
      readonly capFrom: Anchor;
      readonly unset: string;
    }
  | { readonly kind: 'later-of'; readonly of: readonly DeadlineExpression[] }
  | { readonly kind: 'earlier-of'; readonly of: readonly DeadlineExpression[] }
  /** The first of these that the facts can serve. */
  | { readonly kind: 'first-known'; readonly of: readonly DeadlineExpression[] };

/** The schema of a deadline expression. */
export const expressionSchema: z.ZodType<DeadlineExpression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('begins') }),
    z.strictObject({ kind: z.literal('calendar-day'), day: ordinal, from: anchor }),
    z.strictObject({ kind: z.literal('days-after'), days: z.number().int().min(-1000).max(1000), from: anchor }),
    z.strictObject({
      kind: z.literal('working-day'),
      day: ordinal,
      from: anchor,
      counting: z.enum(['after', 'from']),
      weekdays: workweek,
    }),
    z.strictObject({ kind: z.literal('working-days-before'), day: ordinal, from: anchor, weekdays: workweek }),
    z.strictObject({ kind: z.literal('class-day'), day: ordinal }),
    z.strictObject({ kind: z.literal('class-week'), week: ordinal, reading: z.string() }),
    z.strictObject({ kind: z.literal('term-week'), week: ordinal, from: anchor, reading: z.string() }),
    z.strictObject({ kind: z.literal('meeting-day'), meeting: ordinal }),
    z.strictObject({ kind: z.literal('meeting-starts'), meeting: ordinal }),
    z.strictObject({ kind: z.literal('share'), percent, basis: z.string(), boundary: z.string() }),
    z.strictObject({ kind: z.literal('months-after'), months: ordinal, from: anchor }),
    z.strictObject({
      kind: z.literal('window'),
      reading: z.string(),
      from: z.array(anchor).min(1).max(8),
      capFrom: anchor,
      unset: z.string(),
    }),
    z.strictObject({ kind: z.literal('later-of'), of: z.array(expressionSchema).min(1).max(8) }),
    z.strictObject({ kind: z.literal('earlier-of'), of: z.array(expressionSchema).min(1).max(8) }),
    z.strictObject({ kind: z.literal('first-known'), of: z.array(expressionSchema).min(1).max(8) }),
  ]),
);
