import fc from 'fast-check';
import { plus } from './second-reading';
import { dedpLimits, type SessionFacts } from './second-reading-dedp';

// Cases of section M that crowd around its limits: requests and postmarks a day or a minute from the end of the window, facts that may be missing.

const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => plus('2026-09-01', n));
const identity = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ fullName: true, email: true, courseTitle: true, courseStart: true }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { fullName: fc.boolean(), email: fc.boolean(), courseTitle: fc.boolean(), courseStart: fc.boolean() },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

const base = fc.record({
  starts: maybe(day(0, 20)),
  meetings: fc.constantFrom([], [], [{ date: '2026-09-20' }, { date: '2026-09-10' }]),
  ends: maybe(day(30, 120)),
  refundableUntil: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day(-5, 40) }),
  enrollmentDeadline: maybe(day(-5, 40)),
  cancelledOn: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day(-5, 40) }),
  paidOn: maybe(day(-200, 40)),
  assessed: fc.constantFrom(0, 1, 45_001, 100_000),
  paid: fc.constantFrom(0, 0.37, 1, 1),
  track: fc.constantFrom('verified', 'verified', 'verified', 'verified', 'audit', null),
  window: fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 4,
      arbitrary: fc.record({
        days: fc.constantFrom(0, 1, 7, 14),
        capDaysAfterPayment: fc.constantFrom(null, 0, 10, 170),
      }),
    },
  ),
  follows: fc.constantFrom(true, true, false),
  effective: fc.constantFrom('policy', 'policy', 'received', 'postmarked'),
  decision: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('reinstatement', 'reinstatement', 'appeal', 'late-drop', 'retroactive'),
      }),
    },
  ),
});

const notice = fc.record({
  edge: fc.nat(),
  days: fc.constantFrom(-30, -1, 0, 0, 1, 1, 2, 30),
  time: fc.constantFrom('', 'T00:00', 'T12:00', 'T23:59'),
  kind: fc.constantFrom(
    'email',
    'email',
    'portal',
    'letter',
    'letter',
    'drop-form',
    'phone',
    'in-person',
    'non-attendance',
    'stop-payment',
    'instructor-notice',
  ),
  channel: fc.constantFrom('mail', 'mail', 'email', 'counter', 'portal', 'phone'),
  postmark: fc.constantFrom(null, -3, -1, 0, 1),
  identity,
  none: fc.constantFrom(false, false, false, false, false, false, false, false, true),
});

/** Any well-formed case of section M. */
export const dedpFacts: fc.Arbitrary<SessionFacts> = fc.tuple(base, notice).map(([b, n]) => {
  const bare: SessionFacts = {
    policy: 'mitx-online-dedp',
    course: {
      category: 'course-session',
      starts: b.starts,
      ends: b.ends !== null && (b.starts === null || b.starts <= b.ends) ? b.ends : null,
      meetings: b.meetings,
      cancelledOn: b.cancelledOn,
      refundableUntil: b.refundableUntil,
      enrollmentDeadline: b.enrollmentDeadline,
    },
    fees: { assessed: b.assessed, collected: Math.floor(b.assessed * b.paid), paidOn: b.paidOn },
    student: b.track === null ? null : { track: b.track },
    decision: b.decision,
    readings: { effective: b.effective, 'due-follows-collected': b.follows, 'refund-window': b.window },
  };
  if (n.none) return bare;
  const edges = [...dedpLimits(bare).map((l) => l.through), b.starts ?? '2026-09-10'];
  const on = plus(edges[n.edge % edges.length]!, n.days);
  return {
    ...bare,
    notice: {
      kind: n.kind,
      channel: n.channel,
      received: `${on}${n.time}`,
      postmarked: n.postmark === null ? null : plus(on, n.postmark),
      identity: n.identity,
    },
  };
});
