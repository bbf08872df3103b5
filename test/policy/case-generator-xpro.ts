import fc from 'fast-check';
import { plus } from './second-reading';
import { xproLimits, type CohortFacts } from './second-reading-xpro';

// Cases of section X that crowd around its limits: starts on every day of the week and around the turn of the year, closures among the days counted,
// requests a day or a minute from the seventh working day.

const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });

const base = fc.record({
  start: fc.oneof(
    fc.integer({ min: 0, max: 13 }).map((n) => plus('2026-08-24', n)),
    fc.integer({ min: 0, max: 20 }).map((n) => plus('2026-12-15', n)),
  ),
  hasStart: fc.constantFrom(true, true, true, true, false),
  meets: fc.constantFrom(0, 0, 3),
  lasts: maybe(fc.integer({ min: 0, max: 120 })),
  termEnds: fc.constantFrom(null, '2027-05-31'),
  closed: fc.array(fc.integer({ min: -3, max: 16 }), { maxLength: 6 }),
  office: fc.constantFrom(true, true, true, false),
  cancelled: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('2026-08-20') },
  ),
  assessed: fc.constantFrom(0, 1, 45_001, 200_000),
  paid: fc.constantFrom(0, 0.37, 1, 1),
  follows: fc.constantFrom(true, true, false),
  effective: fc.constantFrom('policy', 'policy', 'received', 'postmarked'),
  decision: fc.constantFrom(null, null, null, 'late-drop', 'retroactive', 'appeal', 'reinstatement'),
});

const notice = fc.record({
  edge: fc.nat(),
  days: fc.constantFrom(-30, -1, 0, 0, 0, 1, 1, 2, 30),
  time: fc.constantFrom('', 'T00:00', 'T12:00', 'T23:59'),
  kind: fc.constantFrom(
    'email',
    'email',
    'letter',
    'letter',
    'portal',
    'drop-form',
    'phone',
    'in-person',
    'non-attendance',
    'stop-payment',
    'instructor-notice',
  ),
  channel: fc.constantFrom('mail', 'mail', 'email', 'counter', 'portal', 'phone'),
  postmark: fc.constantFrom(null, -3, -1, 0, 1),
  none: fc.constantFrom(false, false, false, false, false, false, false, true),
});

/** Any well-formed case of section X. */
export const xproFacts: fc.Arbitrary<CohortFacts> = fc.tuple(base, notice).map(([b, n]) => {
  const bare: CohortFacts = {
    policy: 'mit-xpro',
    course: {
      category: 'course',
      starts: b.hasStart ? b.start : null,
      ends: b.lasts === null ? null : plus(b.start, b.lasts),
      meetings: Array.from({ length: b.meets }, (_, i) => ({ date: plus(b.start, 14 - i * 7) })),
      termEnds: b.termEnds,
      cancelledOn: b.cancelled,
    },
    fees: { assessed: b.assessed, collected: Math.floor(b.assessed * b.paid) },
    decision: b.decision === null ? null : { kind: b.decision },
    office: b.office ? { closures: b.closed.map((d) => plus(b.start, d)) } : null,
    readings: { effective: b.effective, 'due-follows-collected': b.follows },
  };
  if (n.none) return bare;
  const last = xproLimits(bare).find((l) => l.percent === 100)?.through;
  const edges = [last ?? b.start, last ?? b.start, b.start];
  const on = plus(edges[n.edge % edges.length]!, n.days);
  return {
    ...bare,
    notice: {
      kind: n.kind,
      channel: n.channel,
      received: `${on}${n.time}`,
      postmarked: n.postmark === null ? null : plus(on, n.postmark),
    },
  };
});
