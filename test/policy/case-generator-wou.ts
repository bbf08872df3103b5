import fc from 'fast-check';
import { nextMinute, plus, type Day } from './second-reading';
import { wouLimits, type WouFacts } from './second-reading-wou';

// Cases of section W that crowd around its limits: courses of every length of every table, receipts and postmarks a few days or minutes from them.

const cents = fc.oneof(fc.constantFrom(0, 1, 50, 99, 45_000, 45_001, 123_457), fc.integer({ min: 0, max: 300_000 }));
const fees = fc
  .record({ assessed: cents, paid: fc.constantFrom(0, 0.37, 0.5, 1, 1, 1), deposit: fc.constantFrom(0, 0, 2500) })
  .map(({ assessed, paid, deposit }) => ({ assessed, collected: Math.floor(assessed * paid), deposit }));

const categories = [
  'regular-term',
  'regular-summer',
  'regular-summer',
  'self-sustaining-credit',
  'self-sustaining-credit',
  'self-sustaining-credit',
  'non-traditional',
  'non-credit',
  'fitness',
  'credit-overlay',
];

/** So many meetings from a day on, a step apart, some of them twice a day, the last one moved so that the course has a wanted length. */
const meetings = (first: Day) =>
  fc
    .record({
      count: fc.integer({ min: 0, max: 16 }),
      gap: fc.constantFrom(0, 1, 1, 2, 7),
      length: fc.constantFrom(null, 4, 5, 7, 8, 14, 15, 21, 22, 28, 29, 35, 36, 42, 43, 49, 77, 78, 84, 85),
      times: fc.constantFrom<readonly [string, string] | null>(['18:00', '21:00'], ['09:00', '10:15'], null),
      twice: fc.boolean(),
      shuffled: fc.boolean(),
    })
    .map(({ count, gap, length, times, twice, shuffled }) => {
      const dates = Array.from({ length: count }, (_, i) => plus(first, i * gap));
      if (length !== null && count > 1) {
        dates.pop();
        dates.splice(0, dates.length, ...dates.filter((d) => d < plus(first, length - 1)), plus(first, length - 1));
      }
      const all = dates.flatMap((date, i) => {
        if (times === null) return [{ date }];
        const one = { date, from: times[0], to: times[1] };
        return twice && i === 0 ? [one, { date, from: '22:00', to: '22:30' }] : [one];
      });
      return shuffled ? all.reverse() : all;
    });

const course = fc
  .record({
    category: fc.constantFrom(...categories),
    first: fc.integer({ min: 0, max: 9 }).map((d) => plus('2026-06-19', d)),
    has: fc.record({
      term: fc.constantFrom(true, true, true, false),
      starts: fc.boolean(),
      ends: fc.boolean(),
    }),
    lasts: fc.integer({ min: 0, max: 100 }),
    arranged: fc.constantFrom(false, false, false, true),
    cancelled: fc.constantFrom(null, null, null, null, null, null, 0, 2, 30),
  })
  .chain(({ category, first, has, lasts, arranged, cancelled }) =>
    meetings(first).map((held): WouFacts['course'] => ({
      category,
      arranged,
      meetings: held,
      termBegins: has.term ? first : null,
      starts: has.starts ? first : null,
      ends: has.ends ? plus(first, held.length === 0 ? lasts : 120) : null,
      cancelledOn: cancelled === null ? null : plus(first, cancelled),
    })),
  );

const readings = fc.record(
  {
    effective: fc.constantFrom('policy', 'received', 'postmarked'),
    'class-week': fc.constantFrom('seven-days', 'monday'),
    'due-follows-collected': fc.boolean(),
  },
  { requiredKeys: [] },
);

const decision = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('appeal', 'appeal', 'appeal', 'late-drop', 'retroactive', 'reinstatement'),
      reason: fc.constantFrom('hospital stay', ' ', null),
      percent: fc.constantFrom(null, 0, 33, 100),
      authority: fc.constantFrom('Director', 'Director', '', null),
    }),
  },
);

const document = (day: Day) =>
  fc
    .record({
      kind: fc.constantFrom('fee-bill-receipt', 'fee-bill-receipt', 'add-drop-form', 'other'),
      on: fc.constantFrom(null, null, -1, 0, 1, 2),
    })
    .map(({ kind, on }) => (on === null ? kind : { kind, received: plus(day, on) }));

const written = [
  'add-drop-form',
  'add-drop-form',
  'add-drop-form',
  'letter',
  'letter',
  'drop-form',
  'email',
  'fax',
  'portal',
];
const unwritten = ['phone', 'in-person', 'non-attendance', 'stop-payment', 'instructor-notice'];

const noticeNear = (edges: readonly string[]) =>
  fc
    .record({
      edge: fc.nat(),
      days: fc.constantFrom(0, 0, 0, -1, 1, -30, 30),
      minutes: fc.constantFrom(0, 1, -1, 300),
      dated: fc.boolean(),
    })
    .chain(({ edge, days, minutes, dated }) => {
      const end = edges[edge % edges.length]!;
      const at = nextMinute(end.length === 10 ? `${end}T23:59` : end, minutes + days * 1440);
      const day = at.slice(0, 10);
      return fc.record({
        kind: fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...written) },
          { weight: 1, arbitrary: fc.constantFrom(...unwritten) },
        ),
        channel: fc.constantFrom('mail', 'mail', 'mail', 'email', 'counter', 'fax', 'portal', 'phone'),
        received: fc.constant(dated ? day : at),
        postmarked: fc.constantFrom(null, -5, -2, -1, 0, 1).map((d) => (d === null ? null : plus(day, d))),
        documents: fc.array(document(day), { maxLength: 3 }),
      });
    });

/** Any well-formed case of section W. */
export const wouFacts: fc.Arbitrary<WouFacts & { readonly policy: string }> = fc
  .record({ course, fees, readings, decision })
  .chain((base) => {
    const limits = wouLimits(base).map((l) => l.through);
    const edges = [...limits, base.course.termBegins ?? '2026-06-22', base.course.cancelledOn ?? '2026-06-29'];
    return fc
      .record({
        notice: fc.oneof({ weight: 12, arbitrary: noticeNear(edges) }, { weight: 1, arbitrary: fc.constant(null) }),
        federalAid: fc.constantFrom(null, false, false, true),
        federal: fc.constantFrom(null, 0, 12_345, 999_999),
        hours: fc.boolean(),
      })
      .map(({ notice, federalAid, federal, hours }) => ({
        policy: 'wou-extended-programs',
        ...base,
        notice,
        student: { federalAid },
        federal,
        office: hours ? { hours: { mon: ['08:00', '17:00'] as const }, closures: ['2026-06-25'] } : null,
      }));
  });
