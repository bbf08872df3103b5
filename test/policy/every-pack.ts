import fc from 'fast-check';
import type { Pack } from '../../shared/policy/pack';
import { dayLater, meetingsFrom } from './decide';

// Facts for whatever policy there is, made from what its pack says it wants.

/** A notice in writing with everything the policy can ask for, received at a moment. */
export function completeNotice(pack: Pack, received: string): { readonly notice: object } {
  const documents = [...new Set(pack.notice.documents.map((d) => d.kind))];
  const identity = { fullName: true, email: true, courseTitle: true, courseStart: true };
  return { notice: { kind: 'email', channel: 'email', received, documents, identity } };
}

const cents = fc.oneof(fc.constantFrom(0, 1, 49, 50, 999, 1000, 45_000, 45_001), fc.integer({ min: 0, max: 300_000 }));
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => dayLater('2026-09-01', n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(arbitrary, arbitrary, fc.constant(null));

const meetings = fc
  .record({
    first: day(0, 10),
    count: fc.integer({ min: 0, max: 14 }),
    times: fc.constantFrom<readonly [string, string] | null>(['18:00', '21:00'], ['09:00', '10:15'], null),
    step: fc.constantFrom(1, 2, 7, 7),
  })
  .map(({ first, count, times, step }) => meetingsFrom(first, count, times, step));

const enclosures = ['drop-form', 'add-drop-form', 'fee-bill-receipt', 'petition'];

/** Any well-formed case of a policy: its categories and readings, and of everything else whatever the contract allows. */
export function anyCaseOf(pack: Pack) {
  const readings = Object.fromEntries(
    pack.readings.map(({ name, values, window }) => [
      name,
      window === true
        ? fc.constantFrom(null, { days: 14, capDaysAfterPayment: null }, { days: 7, capDaysAfterPayment: 30 })
        : fc.constantFrom(...values.map((v) => v.value)),
    ]),
  );
  return fc.record({
    policy: fc.constant(pack.id),
    course: fc.record({
      category: fc.constantFrom(...pack.categories.map((c) => c.id)),
      arranged: fc.constantFrom(false, false, true),
      termBegins: maybe(day(-10, 5)),
      termEnds: maybe(day(90, 110)),
      starts: maybe(day(0, 10)),
      ends: maybe(day(11, 120)),
      meetings,
      cancelledOn: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day(-10, 60) }),
      refundableUntil: maybe(day(0, 40)),
      enrollmentDeadline: maybe(day(0, 20)),
    }),
    fees: fc
      .record({
        assessed: cents,
        paid: fc.constantFrom(0, 0.37, 1, 1),
        deposit: fc.constantFrom(0, 0, 2500),
        paidOn: maybe(day(-20, 5)),
      })
      .map(({ assessed, paid, ...rest }) => ({ assessed, collected: Math.floor(assessed * paid), ...rest })),
    notice: fc.oneof({ weight: 9, arbitrary: noticeOf(pack) }, { weight: 1, arbitrary: fc.constant(null) }),
    student: fc.record({
      federalAid: fc.constantFrom(null, false, true),
      track: fc.constantFrom('audit' as const, 'verified' as const, 'verified' as const, null),
    }),
    decision: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('late-drop', 'retroactive', 'appeal', 'reinstatement'),
          received: maybe(day(0, 300)),
          reason: maybe(fc.constant('illness')),
          approvals: fc.subarray(['instructor', 'chair']),
          percent: maybe(fc.integer({ min: 0, max: 100 })),
          authority: maybe(fc.constant('Dean')),
        }),
      },
    ),
    federal: maybe(fc.integer({ min: 0, max: 400_000 })),
    asOf: maybe(day(-10, 200)),
    office: maybe(
      fc.constant({
        timeZone: 'America/Los_Angeles',
        hours: { mon: ['08:00', '17:00'], tue: ['08:00', '17:00'], fri: ['08:00', '12:00'] },
        closures: ['2026-09-07', '2026-11-26'],
      }),
    ),
    readings: fc.record(readings, { requiredKeys: [] }),
  });
}

function noticeOf(pack: Pack) {
  const asked = pack.notice.documents.map((d) => d.kind);
  return fc
    .record({
      kind: fc.constantFrom(
        'drop-form',
        'drop-form',
        'add-drop-form',
        'letter',
        'email',
        'portal',
        'phone',
        'non-attendance',
      ),
      channel: fc.constantFrom('mail', 'mail', 'email', 'counter', 'portal', 'phone'),
      on: fc.integer({ min: -20, max: 120 }),
      minute: maybe(fc.constantFrom('00:00', '08:00', '12:00', '17:00', '17:01', '23:59')),
      postmark: fc.constantFrom(null, -3, 0, 1),
      all: fc.boolean(),
      some: fc.subarray(enclosures),
      identity: fc.constantFrom(true, true, true, false),
    })
    .map(({ kind, channel, on, minute, postmark, all, some, identity }) => {
      const date = dayLater('2026-09-01', on);
      return {
        kind,
        channel,
        received: minute === null ? date : `${date}T${minute}`,
        postmarked: postmark === null ? null : dayLater(date, postmark),
        documents: all ? [...new Set([...asked, ...some])] : some,
        identity: { fullName: true, email: true, courseTitle: true, courseStart: identity },
      };
    });
}
