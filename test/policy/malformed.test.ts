import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/policy/evaluate';
import { readFacts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';

// CONTRACT: what is malformed is an error that names the field, in every policy alike; what is only missing is not malformed.

type Plain = Record<string, unknown>;

const policies = shippedPacks.map((p) => ({ policy: p.id, category: p.pack.categories[0]?.id ?? '', pack: p.pack }));

const meetings = [{ date: '2026-09-08', from: '18:00', to: '21:00' }];
const good: Plain = {
  course: { meetings },
  fees: { assessed: 45_000, collected: 45_000 },
  notice: { kind: 'drop-form', channel: 'mail', received: '2026-09-04T10:00' },
};

/** Facts as a case changes them, in the terms of one policy. */
function under({ policy, category }: (typeof policies)[number], facts: Plain): Plain {
  const course = typeof facts.course === 'object' ? { category, ...facts.course } : facts.course;
  return { policy, ...facts, course };
}

const course = (more: Plain): Plain => ({ course: { ...(good.course as Plain), ...more } });
const meeting = (more: Plain): Plain => course({ meetings: [{ date: '2026-09-08', ...more }] });
const fees = (more: Plain): Plain => ({ fees: { ...(good.fees as Plain), ...more } });
const notice = (more: Plain): Plain => ({ notice: { ...(good.notice as Plain), ...more } });
const decision = (more: Plain): Plain => ({ decision: { kind: 'retroactive', ...more } });
const office = (more: Plain): Plain => ({ office: more });

function wrongFields(input: unknown): readonly string[] {
  const read = readFacts(input);
  const result = 'problems' in read ? read : evaluate(read.facts, shippedPacks);
  return 'problems' in result ? result.problems.map((p) => p.field) : [];
}

describe('malformed, with the field named', () => {
  const cases: readonly (readonly [string, Plain, string])[] = [
    ['an impossible date', course({ starts: '2026-02-30' }), 'course.starts'],
    ['29 February of a common year', course({ ends: '2027-02-29' }), 'course.ends'],
    ['a date in words', course({ termBegins: 'Sep 8, 2026' }), 'course.termBegins'],
    ['a date as a number', course({ termEnds: 20261218 }), 'course.termEnds'],
    ['a moment for a date', course({ cancelledOn: '2026-09-08T10:00' }), 'course.cancelledOn'],
    ['an impossible meeting day', meeting({ date: '2026-13-01' }), 'course.meetings.0.date'],
    ['an impossible time', meeting({ from: '24:00', to: '21:00' }), 'course.meetings.0.from'],
    ['a time of one digit', meeting({ from: '9:00', to: '08:00' }), 'course.meetings.0.from'],
    ['an end not after the beginning', meeting({ from: '18:00', to: '18:00' }), 'course.meetings.0.to'],
    ['an end without a beginning', meeting({ to: '21:00' }), 'course.meetings.0.from'],
    ['a beginning without an end', meeting({ from: '18:00' }), 'course.meetings.0.to'],
    ['meetings that are no list', course({ meetings: 'Mon' }), 'course.meetings'],
    ['starts after ends', course({ starts: '2026-09-09', ends: '2026-09-08' }), 'course.starts'],
    ['an unknown category', course({ category: 'evening' }), 'course.category'],
    ['arranged in words', course({ arranged: 'yes' }), 'course.arranged'],
    ['an unknown field of the course', course({ room: '12' }), 'course.room'],
    ['an unknown field of a meeting', meeting({ room: '12' }), 'course.meetings.0.room'],
    ['an unknown field', { student_id: 7 }, 'student_id'],
    ['negative cents', fees({ collected: -1 }), 'fees.collected'],
    ['a fraction of a cent', fees({ collected: 100.5 }), 'fees.collected'],
    ['dollars in words', fees({ assessed: '450.00' }), 'fees.assessed'],
    ['more collected than assessed', fees({ assessed: 100, collected: 101 }), 'fees.collected'],
    ['a negative deposit', fees({ deposit: -5 }), 'fees.deposit'],
    ['more cents than can be counted', fees({ assessed: 2 ** 60 }), 'fees.assessed'],
    ['an unknown policy', { policy: 'nowhere' }, 'policy'],
    ['an unknown kind of notice', notice({ kind: 'pigeon' }), 'notice.kind'],
    ['an unknown channel', notice({ channel: 'pigeon' }), 'notice.channel'],
    ['an impossible receipt', notice({ received: '2026-09-31' }), 'notice.received'],
    ['an impossible time of receipt', notice({ received: '2026-09-04T24:00' }), 'notice.received'],
    ['a receipt with seconds', notice({ received: '2026-09-04T10:00:30' }), 'notice.received'],
    ['a receipt with a zone', notice({ received: '2026-09-04T10:00Z' }), 'notice.received'],
    ['an impossible postmark', notice({ postmarked: '2026-9-4' }), 'notice.postmarked'],
    ['an impossible written date', notice({ written: 'yesterday' }), 'notice.written'],
    ['an enclosure without a kind', notice({ documents: [{ received: '2026-09-04' }] }), 'notice.documents.0.kind'],
    [
      'an enclosure on an impossible day',
      notice({ documents: [{ kind: 'drop-form', received: 'x' }] }),
      'notice.documents.0.received',
    ],
    [
      'an enclosure with an unknown field',
      notice({ documents: [{ kind: 'drop-form', pages: 2 }] }),
      'notice.documents.0.pages',
    ],
    ['an enclosure that is a number', notice({ documents: [7] }), 'notice.documents.0'],
    ['an unknown kind of decision', decision({ kind: 'pardon' }), 'decision.kind'],
    ['a percentage above 100', decision({ percent: 101 }), 'decision.percent'],
    ['a percentage below 0', decision({ percent: -1 }), 'decision.percent'],
    ['a percentage in words', decision({ percent: '65%' }), 'decision.percent'],
    ['a decision on an impossible day', decision({ received: '2026-02-30' }), 'decision.received'],
    ['an unknown track', { student: { track: 'gold' } }, 'student.track'],
    ['a negative federal figure', { federal: -1 }, 'federal'],
    ['an impossible moment of computing', { asOf: 'now' }, 'asOf'],
    ['an unknown day of the week', office({ hours: { monday: ['08:00', '17:00'] } }), 'office.hours.monday'],
    ['closing before opening', office({ hours: { mon: ['17:00', '08:00'] } }), 'office.hours.mon'],
    ['an impossible opening', office({ hours: { mon: ['8', '17:00'] } }), 'office.hours.mon.0'],
    ['an impossible closure', office({ closures: ['2026-11-11', '2026-11-31'] }), 'office.closures.1'],
    ['an unknown reading', { readings: { 'lunar-week': 'full' } }, 'readings.lunar-week'],
  ];

  describe.each(policies)('in $policy', (own) => {
    test.each(cases)('%s', (_, change, field) => {
      expect(wrongFields(under(own, { ...good, ...change }))).toEqual([field]);
    });

    test.each(own.pack.readings.map((r) => r.name))('a value that the reading %s does not have', (name) => {
      for (const value of ['never', 7, 'false', {}, []])
        expect(wrongFields(under(own, { ...good, readings: { [name]: value } }))).toEqual([`readings.${name}`]);
    });
  });

  test.each([
    ['policy', { ...good, policy: null }],
    ['course', { ...good, course: undefined }],
    ['course.category', { ...good, course: { category: undefined } }],
    ['fees', { ...good, fees: null }],
    ['fees.assessed', { ...good, fees: { collected: 0 } }],
    ['fees.collected', { ...good, fees: { assessed: 0 } }],
    ['notice.kind', { ...good, notice: { channel: 'mail', received: '2026-09-04' } }],
    ['notice.channel', { ...good, notice: { kind: 'letter', received: '2026-09-04' } }],
    ['notice.received', { ...good, notice: { kind: 'letter', channel: 'mail' } }],
  ])('without %s, which is required', (field, input) => {
    for (const own of policies) expect(wrongFields(under(own, input))).toContain(field);
  });

  test.each([null, 7, 'a case', [], true])('%j is no case', (input) => {
    expect(wrongFields(input)).toEqual(['']);
  });

  test('every wrong field is named, not only the first', () => {
    const change = { ...course({ starts: 'x', ends: 'y' }), ...notice({ kind: 'pigeon', received: 'z' }) };
    for (const own of policies)
      expect(wrongFields(under(own, { ...good, ...change }))).toEqual([
        'course.starts',
        'course.ends',
        'notice.kind',
        'notice.received',
      ]);
  });
});

describe.each(policies)('well formed in $policy', (own) => {
  test('with nothing but what is required', () => {
    expect(wrongFields(under(own, { course: {}, fees: { assessed: 0, collected: 0 } }))).toEqual([]);
  });

  test('null is absent, for every field that may be left out', () => {
    expect(
      wrongFields(
        under(own, {
          ...good,
          id: null,
          course: {
            title: null,
            termBegins: null,
            termEnds: null,
            starts: null,
            ends: null,
            meetings: null,
            arranged: null,
            cancelledOn: null,
            refundableUntil: null,
            enrollmentDeadline: null,
          },
          fees: { assessed: 1, collected: 1, deposit: null, paidOn: null },
          notice: null,
          student: null,
          decision: null,
          federal: null,
          asOf: null,
          office: { timeZone: null, hours: null, closures: null },
          readings: Object.fromEntries(own.pack.readings.map((r) => [r.name, null])),
        }),
      ),
    ).toEqual([]);
  });

  test('29 February of a leap year, a meeting to the last minute, a receipt with a date alone', () => {
    expect(
      wrongFields(
        under(own, {
          ...good,
          ...meeting({ date: '2028-02-29', from: '00:00', to: '23:59' }),
          ...notice({ received: '2028-02-29' }),
        }),
      ),
    ).toEqual([]);
  });
});
