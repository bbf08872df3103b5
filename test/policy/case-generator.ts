import fc from 'fast-check';
import { nextMinute, plus, type CaseFacts, type Day } from './second-reading';

// Cases that crowd around the limits: terms of 2026, weekly or dense meetings, receipts placed a few minutes or days from the course's own edges.

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const cents = fc.oneof(
  fc.constantFrom(0, 1, 49, 50, 99, 100, 999, 1000, 1001, 5000, 30_000, 45_000, 45_001, 123_457),
  fc.integer({ min: 0, max: 300_000 }),
);

const fees = fc
  .record({
    assessed: cents,
    paid: fc.constantFrom(0, 0.37, 0.5, 1, 1, 1, 1),
    deposit: fc.constantFrom(0, 0, 0, 500, 1000, 2500, 60_000),
  })
  .map(({ assessed, paid, deposit }) => ({ assessed, collected: Math.floor(assessed * paid), deposit }));

const times = fc.constantFrom<readonly [string, string] | null>(
  ['18:00', '21:00'],
  ['09:00', '10:15'],
  ['00:00', '01:07'],
  ['17:00', '17:50'],
  ['08:00', '16:59'],
  null,
);

const meetings = (first: Day) =>
  fc
    .record({
      count: fc.integer({ min: 0, max: 17 }),
      gap: fc.constantFrom(1, 2, 7, 7, 7),
      usual: times,
      odd: fc.array(fc.tuple(fc.integer({ min: 0, max: 16 }), times), { maxLength: 2 }),
      shuffled: fc.boolean(),
    })
    .map(({ count, gap, usual, odd, shuffled }) => {
      const all = Array.from({ length: count }, (_, i) => {
        const own = odd.find(([at]) => at === i)?.[1] ?? usual;
        return own === null ? { date: plus(first, i * gap) } : { date: plus(first, i * gap), from: own[0], to: own[1] };
      });
      return shuffled ? all.reverse() : all;
    });

const course = fc
  .record({
    category: fc.constantFrom(
      'open-university',
      'high-school-concurrent',
      'extension',
      'extension',
      'extension',
      'special-session',
      'non-credit',
      'olli',
    ),
    term: fc.integer({ min: 0, max: 9 }).map((d) => plus('2026-08-21', d)),
    lag: fc.integer({ min: -1, max: 20 }),
    arranged: fc.constantFrom(false, false, false, true),
    has: fc.record({
      term: fc.constantFrom(true, true, true, false),
      termEnds: fc.boolean(),
      starts: fc.boolean(),
      ends: fc.constantFrom(true, false),
    }),
    ends: fc.integer({ min: 0, max: 130 }),
  })
  .chain(({ category, term, lag, arranged, has, ends }) => {
    const first = plus(term, lag);
    return meetings(first).map((held): CaseFacts['course'] => {
      const last = held.reduce<Day>((latest, m) => (m.date > latest ? m.date : latest), first);
      return {
        category,
        arranged,
        meetings: held,
        termBegins: has.term ? term : null,
        termEnds: has.term && has.termEnds ? plus(term, 116) : null,
        starts: has.starts ? first : null,
        ends: has.ends ? plus(last, held.length === 0 ? ends : ends % 3) : null,
      };
    });
  });

const office = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        closed: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
        saturday: fc.boolean(),
        late: fc.boolean(),
      })
      .map(({ closed, saturday, late }) => ({
        timeZone: 'America/Los_Angeles',
        hours: Object.fromEntries(
          weekdays
            .filter((d) => d !== 'sun' && (saturday || d !== 'sat'))
            .map((d) => [d, ['08:00', late && d === 'tue' ? '19:00' : '17:00'] as const]),
        ),
        closures: closed.map((d) => plus('2026-08-24', d)),
      })),
  },
);

const readings = fc.record(
  {
    effective: fc.constantFrom('policy', 'received', 'postmarked'),
    'date-only': fc.constantFrom('closing', 'opening'),
    'due-follows-collected': fc.boolean(),
    'deposit-or-fee': fc.constantFrom('deposit', 'fee', 'larger'),
    'semester-week': fc.constantFrom('seven-days', 'friday'),
    'elapsed-basis': fc.constantFrom('meeting-minutes', 'meetings', 'calendar-days'),
    'elapsed-boundary': fc.constantFrom('reached', 'passed'),
  },
  { requiredKeys: [] },
);

/** A moment or a day near one of the course's edges. */
const received = (c: CaseFacts['course'], edges: readonly string[]) =>
  fc
    .record({
      edge: fc.nat(),
      minutes: fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -2000, max: 2000 })),
      days: fc.constantFrom(0, 0, 0, -1, 1, 27, 28, 60),
      dated: fc.boolean(),
    })
    .map(({ edge, minutes, days, dated }) => {
      const all = [
        ...edges,
        ...(c.meetings ?? []).flatMap((m) => [`${m.date}T${m.from ?? '00:00'}`, `${m.date}T${m.to ?? '00:00'}`]),
        `${c.termBegins ?? c.starts ?? '2026-09-01'}T00:00`,
      ];
      const at = nextMinute(all[edge % all.length]!, minutes + days * 1440);
      return dated ? at.slice(0, 10) : at;
    });

const decision = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('late-drop', 'late-drop', 'retroactive', 'retroactive', 'appeal', 'reinstatement'),
      received: fc.oneof(
        fc.constant(null),
        fc.integer({ min: -30, max: 330 }).map((d) => plus('2026-10-01', d)),
      ),
      reason: fc.constantFrom('', ' ', 'hospital stay', 'hospital stay', 'deployment', null),
      approvals: fc.oneof(fc.constant(['instructor', 'chair']), fc.subarray(['instructor', 'chair', 'dean'])),
      percent: fc.constantFrom(null, 0, 1, 33, 65, 100),
      authority: fc.constantFrom('', 'Dean', 'Dean', null),
    }),
  },
);

/** Any well-formed case of the campus policy; `edges` are moments around which receipts should crowd. */
export const caseFacts = (
  edges: (c: CaseFacts) => readonly string[],
): fc.Arbitrary<CaseFacts & { readonly policy: string }> =>
  fc
    .record({
      course,
      fees,
      office,
      readings,
      decision,
      cancelled: fc.constantFrom(null, null, null, null, null, null, null, null, 0, 1, -1, 5),
    })
    .chain((base) => {
      const bare: CaseFacts = { course: base.course, fees: base.fees, office: base.office, readings: base.readings };
      return fc
        .record({
          received: received(base.course, edges(bare)),
          kind: fc.oneof(
            { weight: 7, arbitrary: fc.constant('drop-form') },
            {
              weight: 3,
              arbitrary: fc.constantFrom(
                'letter',
                'email',
                'add-drop-form',
                'phone',
                'in-person',
                'non-attendance',
                'stop-payment',
                'instructor-notice',
              ),
            },
          ),
          channel: fc.constantFrom('mail', 'mail', 'email', 'counter', 'fax', 'portal', 'phone'),
          postmark: fc.oneof(fc.constant(null), fc.integer({ min: -20, max: 3 })),
          document: fc.oneof(
            fc.constant(null),
            fc.constant('same'),
            fc.constant('other'),
            fc.integer({ min: -2, max: 20 }),
          ),
          none: fc.constantFrom(false, false, false, false, false, false, false, false, true),
        })
        .map(({ received, kind, channel, postmark, document, none }) => {
          const day = received.slice(0, 10);
          return {
            policy: 'humboldt-extended-education',
            course: { ...base.course, cancelledOn: base.cancelled === null ? null : plus(day, base.cancelled) },
            fees: base.fees,
            notice: none
              ? null
              : {
                  kind,
                  channel,
                  received,
                  postmarked: postmark === null ? null : plus(day, postmark),
                  documents:
                    document === null
                      ? []
                      : document === 'same'
                        ? ['drop-form']
                        : document === 'other'
                          ? ['doctors-note']
                          : [{ kind: 'drop-form', received: plus(day, document) }],
                },
            decision: base.decision,
            office: base.office,
            readings: base.readings,
          };
        });
    });
