import { plus, type Day } from './second-reading';

// A second, independent reading of the clauses M1 to M9, written from their text and not from the engine: whether a request is in time is found by
// walking the calendar a day at a time.

export type Window = { readonly days: number; readonly capDaysAfterPayment: number | null };

export type SessionFacts = {
  readonly policy: string;
  readonly course: {
    readonly category: string;
    readonly starts?: Day | null;
    readonly ends?: Day | null;
    readonly meetings?: readonly { readonly date: Day }[] | null;
    readonly cancelledOn?: Day | null;
    readonly refundableUntil?: Day | null;
    readonly enrollmentDeadline?: Day | null;
  };
  readonly fees: { readonly assessed: number; readonly collected: number; readonly paidOn?: Day | null };
  readonly notice?: {
    readonly kind: string;
    readonly channel: string;
    readonly received: string;
    readonly postmarked?: Day | null;
    readonly identity?: Readonly<Partial<Record<string, boolean>>> | null;
  } | null;
  readonly student?: { readonly track?: 'audit' | 'verified' | null } | null;
  readonly decision?: { readonly kind: string } | null;
  readonly readings?: {
    readonly effective?: string;
    readonly 'due-follows-collected'?: boolean;
    readonly 'refund-window'?: Window | null;
  } | null;
};

type Money = { readonly percent: number | null; readonly refund: number; readonly cancelled: number };
type Answer = Money & {
  readonly outcome: string;
  readonly clause: string;
  readonly missing: readonly string[];
  readonly effective: string | null;
  readonly cautions: readonly string[];
};

/** The session's first day: its own, else its earliest meeting's. */
function startOf({ starts, meetings }: SessionFacts['course']): Day | null {
  if (starts != null) return starts;
  const dates = (meetings ?? []).map((m) => m.date).sort();
  return dates[0] ?? null;
}

/** M4: what is missing to know the window, or its last day. */
function lastDayOfWindow(f: SessionFacts): { missing: string[] } | { last: Day } {
  if (f.course.refundableUntil != null) return { last: f.course.refundableUntil };
  const rule = f.readings?.['refund-window'];
  if (rule == null) return { missing: ['refund-window'] };
  const start = startOf(f.course);
  const paid = f.fees.paidOn ?? null;
  if (start === null || paid === null)
    return { missing: [...(start === null ? ['starts'] : []), ...(paid === null ? ['paid-on'] : [])] };
  // Day 0 is the later of the two; one day after the other until the rule's or the cap's last one.
  let day = start > paid ? start : paid;
  for (let n = 0; n < rule.days; n++) day = plus(day, 1);
  if (rule.capDaysAfterPayment !== null) {
    let cap = paid;
    for (let n = 0; n < rule.capDaysAfterPayment; n++) cap = plus(cap, 1);
    if (cap < day) day = cap;
  }
  return { last: day };
}

/** The day on which the request counts, and how it is printed. */
function effectiveOf(f: SessionFacts): { day: Day; print: string; cautions: string[] } {
  const { channel, received, postmarked } = f.notice!;
  const day = received.slice(0, 10);
  if (f.readings?.effective === 'postmarked' && channel === 'mail') {
    if (postmarked != null && postmarked <= day) return { day: postmarked, print: postmarked, cautions: [] };
    return { day, print: received, cautions: ['postmark-unusable'] };
  }
  return { day, print: received, cautions: [] };
}

/** The whole of section M for one case. */
export function secondDedp(f: SessionFacts): Answer {
  const stop = (outcome: string, clause: string, missing: string[] = [], effective: string | null = null): Answer => ({
    outcome,
    percent: null,
    refund: 0,
    cancelled: 0,
    clause,
    missing,
    effective,
    cautions: [],
  });
  // M9: a cancelled session is not covered.
  if (f.course.cancelledOn != null) return stop('refer', 'M9');
  if (f.notice == null) return stop('incomplete', 'M5', ['notice']);
  // M5: kinds that count are any but these three.
  if (['non-attendance', 'stop-payment', 'instructor-notice'].includes(f.notice.kind))
    return stop('not-official', 'M5');
  const track = f.student?.track ?? null;
  const named = f.notice.identity ?? {};
  const missing =
    track === 'audit' ? [] : ['fullName', 'email', 'courseTitle', 'courseStart'].filter((name) => named[name] !== true);
  const identified = missing.length === 0;
  if (track === null) missing.push('track');
  const { day, print, cautions } = effectiveOf(f);
  const kind = f.decision?.kind ?? null;
  // A kind of decision that the policy does not know is referred, before anything is asked for.
  if (kind !== null && kind !== 'reinstatement') {
    const known = missing.length === 0;
    return { ...stop('refer', 'M9', [], known ? print : null), cautions: known ? cautions : [] };
  }
  if (missing.length > 0) return stop('incomplete', identified ? 'M6' : 'M5', missing);
  const give = (percent: 0 | 100, clause: string): Answer => ({
    outcome: percent === 0 ? 'none' : 'refund',
    percent,
    refund: percent === 0 ? 0 : f.fees.collected,
    cancelled:
      percent === 0 || f.readings?.['due-follows-collected'] === false ? 0 : f.fees.assessed - f.fees.collected,
    clause,
    missing: [],
    effective: print,
    cautions,
  });
  if (kind === 'reinstatement') return give(0, 'M9');
  if (track === 'audit') return give(0, 'M1');
  const window = lastDayOfWindow(f);
  if ('missing' in window) return { ...stop('incomplete', 'M4', window.missing), cautions };
  return day <= window.last ? give(100, 'M6') : give(0, 'M7');
}

export type Limit = { id: string; through: Day; percent: number | null; clause: string };

/** The limits of section M for a session: where the window ends, except for who has nothing to get back, and where enrolling does. */
export function dedpLimits(f: SessionFacts): Limit[] {
  const limits: Limit[] = [];
  const window = lastDayOfWindow(f);
  if (f.student?.track !== 'audit' && 'last' in window)
    limits.push({ id: 'refund:100', through: window.last, percent: 100, clause: 'M6' });
  if (f.course.enrollmentDeadline != null)
    limits.push({ id: 'enrollment', through: f.course.enrollmentDeadline, percent: null, clause: 'M3' });
  return limits.sort((a, b) => (a.through < b.through ? -1 : a.through > b.through ? 1 : 0));
}

/** What every other value of a reading that is one of a few would have given. */
export function dedpAlternatives(f: SessionFacts): (Money & { reading: string; value: unknown })[] {
  const here = secondDedp(f);
  const values = { effective: ['policy', 'received', 'postmarked'], 'due-follows-collected': [true, false] };
  return Object.entries(values).flatMap(([reading, all]) =>
    all.flatMap((value) => {
      const there = secondDedp({ ...f, readings: { ...f.readings, [reading]: value } });
      const { outcome, percent, refund, cancelled } = there;
      const same = percent === here.percent && refund === here.refund && cancelled === here.cancelled;
      return same || outcome === 'incomplete' ? [] : [{ reading, value, percent, refund, cancelled }];
    }),
  );
}
