import { describe, expect, test } from 'vitest';
import { audit } from '../../shared/policy/audit';
import type { CompiledPack } from '../../shared/policy/compile';
import { dayLater, factsFrom, meetingsFrom } from './decide';
import { fixture } from './fixture-packs';

// One test an expression kind, on a pack made for it. Whole policies of other institutions are in `fixture-policies.test.ts`.

const weekdays: Readonly<Record<string, readonly [string, string]>> = {
  mon: ['08:00', '17:00'],
  tue: ['08:00', '17:00'],
  wed: ['08:00', '17:00'],
  thu: ['08:00', '17:00'],
  fri: ['08:00', '17:00'],
};

type Course = Readonly<Record<string, unknown>>;

function facts(course: Course, received: string | null, more: Readonly<Record<string, unknown>> = {}) {
  return factsFrom({
    policy: 'fixture',
    course: { category: 'course', ...course },
    fees: { assessed: 100_000, collected: 100_000, paidOn: '2016-06-29' },
    notice: received === null ? null : { kind: 'letter', channel: 'mail', received },
    office: { hours: weekdays, closures: [] },
    ...more,
  });
}

/** The percentage for a letter received on a day. */
function percent(pack: CompiledPack, course: Course, received: string, more = {}): number | null {
  return pack.evaluate(facts(course, received, more)).percent;
}

/** The last day of each band, as the deadline sheet has it. */
function limits(pack: CompiledPack, course: Course, more = {}): readonly (readonly [string, string])[] {
  return pack.deadlines(facts(course, null, more)).map((d) => [d.id, d.through] as const);
}

const daily = (first: string, count: number) => meetingsFrom(first, count, null, 1);
/** Class meetings from Monday to Friday. */
const weekday = (first: string, count: number) =>
  Array.from({ length: count * 2 }, (_, i) => dayLater(first, i))
    .filter((day) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()))
    .slice(0, count)
    .map((date) => ({ date }));

describe('calendar days, the first day of classes being day 1', () => {
  const pack = fixture({
    begins: 'term',
    schedules: [
      {
        bands: [
          { percent: 100, until: { kind: 'calendar-day', day: 5, from: 'course-begins' } },
          { percent: 75, until: { kind: 'calendar-day', day: 12, from: 'course-begins' } },
          { percent: 50, until: { kind: 'calendar-day', day: 19, from: 'course-begins' } },
          { percent: 25, until: { kind: 'calendar-day', day: 26, from: 'course-begins' } },
          { percent: 0 },
        ],
      },
    ],
  });
  const course = { termBegins: '2018-09-24', termEnds: '2018-12-07' };
  test('a ten-week term that begins on a Monday has its four limits on Fridays', () => {
    expect(limits(pack, course)).toEqual([
      ['refund:100', '2018-09-28'],
      ['refund:75', '2018-10-05'],
      ['refund:50', '2018-10-12'],
      ['refund:25', '2018-10-19'],
    ]);
  });
  test.each([
    ['2018-09-01', 100],
    ['2018-09-28', 100],
    ['2018-09-28T23:59', 100],
    ['2018-09-29', 75],
    ['2018-10-05', 75],
    ['2018-10-06', 50],
    ['2018-10-19', 25],
    ['2018-10-20T00:00', 0],
  ])('received %s: %i percent, the close of a day being its midnight', (received, given) => {
    expect(percent(pack, course, received)).toBe(given);
  });
});

describe('class days and class weeks, by the length of the course', () => {
  const pack = fixture({
    readings: { 'class-week': ['seven-days', 'monday'] },
    schedules: [
      { when: { weeks: { max: 0 } }, bands: [{ percent: 100, until: { kind: 'class-day', day: 1 } }, { percent: 0 }] },
      {
        when: { weeks: { min: 4, max: 4 } },
        bands: [{ percent: 100, until: { kind: 'class-day', day: 3 } }, { percent: 0 }],
      },
      {
        when: { weeks: { min: 7, max: 11 } },
        bands: [
          { percent: 100, until: { kind: 'class-week', week: 1, reading: 'class-week' } },
          { percent: 90, until: { kind: 'class-week', week: 2, reading: 'class-week' } },
          { percent: 25, until: { kind: 'class-week', week: 3, reading: 'class-week' } },
          { percent: 0 },
        ],
      },
    ],
    deadlines: [
      { id: 'register', through: { kind: 'meeting-starts', meeting: 1 }, when: { weeks: { max: 0 } } },
      { id: 'grade-free', through: { kind: 'class-day', day: 5 }, when: { weeks: { min: 4, max: 4 } } },
    ],
  });
  const fourWeeks = { meetings: weekday('2018-06-25', 20) };
  test('four weeks: the third day of class, and the fifth without grade responsibility', () => {
    expect(limits(pack, fourWeeks)).toEqual([
      ['refund:100', '2018-06-27'],
      ['grade-free', '2018-06-29'],
    ]);
    expect(percent(pack, fourWeeks, '2018-06-27')).toBe(100);
    expect(percent(pack, fourWeeks, '2018-06-28')).toBe(0);
  });
  test('two meetings on one date are one day of class', () => {
    const twice = { meetings: [...fourWeeks.meetings, { date: '2018-06-25', from: '19:00', to: '20:00' }] };
    expect(limits(pack, twice)[0]).toEqual(['refund:100', '2018-06-27']);
  });
  test('fewer than five days is less than a week, and registering ends when the first class starts', () => {
    expect(limits(pack, { meetings: meetingsFrom('2018-07-12', 4, ['18:00', '20:00'], 1) })).toEqual([
      ['register', '2018-07-12T18:00'],
      ['refund:100', '2018-07-12'],
    ]);
  });
  test('five days are a week', () => {
    expect(limits(pack, { meetings: daily('2018-07-09', 4) }).map(([id]) => id)).toEqual(['register', 'refund:100']);
    expect(limits(pack, { meetings: daily('2018-07-09', 5) })).toEqual([]);
    // From first to last meeting, both counted: 28 days are four weeks, 29 are five.
    expect(limits(pack, { meetings: daily('2018-07-02', 28) })).not.toEqual([]);
    expect(limits(pack, { meetings: daily('2018-07-02', 29) })).toEqual([]);
  });
  test('limits of one moment come in the contract’s order, bands first', () => {
    const tied = (id: string) => ({ id, through: { kind: 'class-day', day: 1 } as const });
    const all = fixture({
      schedules: [{ bands: [{ percent: 100, until: { kind: 'class-day', day: 1 } }, { percent: 0 }] }],
      deadlines: ['invoice', 'support', 'grade-free', 'register', 'petition', 'approval-free'].map(tied),
    });
    expect(limits(all, { meetings: daily('2018-07-09', 5) }).map(([id]) => id)).toEqual([
      'refund:100',
      'approval-free',
      'petition',
      'register',
      'grade-free',
      'support',
      'invoice',
    ]);
  });
  test('a course that has too few class days for its row is referred, and the deadline that does not exist is left out', () => {
    const thin = { meetings: [{ date: '2018-06-25' }, { date: '2018-07-20' }] };
    const determination = pack.evaluate(facts(thin, '2018-06-25'));
    expect([determination.outcome, determination.percent]).toEqual(['refer', null]);
    expect(limits(pack, thin)).toEqual([]);
  });
  test('a course whose length nothing says is incomplete, not referred: a missing fact is named', () => {
    const { outcome, missing } = pack.evaluate(facts({ starts: '2018-06-25' }, '2018-06-25'));
    expect([outcome, missing]).toEqual(['incomplete', ['meetings']]);
  });
  test('a length outside the table is referred', () => {
    expect(pack.evaluate(facts({ meetings: weekday('2018-06-25', 10) }, '2018-06-25')).outcome).toBe('refer');
  });
  test.each([
    ['seven-days', ['2018-07-03', '2018-07-10', '2018-07-17']],
    ['monday', ['2018-07-01', '2018-07-08', '2018-07-15']],
  ] as const)('eight weeks from a Wednesday, class weeks by %s', (reading, days) => {
    const course = { meetings: meetingsFrom('2018-06-27', 8, null) };
    const more = { readings: { 'class-week': reading } };
    expect(limits(pack, course, more).map(([, day]) => day)).toEqual(days);
    expect(days.map((day) => percent(pack, course, day, more))).toEqual([100, 90, 25]);
    expect(days.map((day) => percent(pack, course, dayLater(day, 1), more))).toEqual([90, 25, 0]);
  });
});

describe('working days', () => {
  const pack = fixture({
    schedules: [
      {
        bands: [
          { percent: 100, until: { kind: 'working-day', day: 7, from: 'starts', counting: 'after' } },
          { percent: 0, final: true },
        ],
      },
    ],
    decisions: [
      {
        kind: 'appeal',
        label: { en: 'Appeal', es: 'Apelación' },
        clause: 'A1',
        read: 'by-band',
        needs: [],
        gives: 'nothing',
      },
    ],
    deadlines: [
      { id: 'enrollment', through: { kind: 'days-after', days: 7, from: 'starts' } },
      { id: 'accommodation', through: { kind: 'days-after', days: -14, from: 'starts' } },
      { id: 'materials', through: { kind: 'months-after', months: 3, from: 'last-day' } },
    ],
  });
  const course = { starts: '2025-11-24', ends: '2026-01-23' };
  const thanksgiving = { office: { closures: ['2025-11-27'] } };
  test('seven working days after the start, weekends and the office’s closures left out', () => {
    expect(limits(pack, course, thanksgiving)).toEqual([
      ['accommodation', '2025-11-10'],
      ['enrollment', '2025-12-01'],
      ['refund:100', '2025-12-04'],
      ['materials', '2026-04-23'],
    ]);
    expect(limits(pack, course)[2]).toEqual(['refund:100', '2025-12-03']);
  });
  test('a year without closures is a caution; a year with one is not', () => {
    expect(pack.evaluate(facts(course, '2025-12-01', thanksgiving)).cautions).toEqual([]);
    expect(pack.evaluate(facts(course, '2025-12-01')).cautions).toEqual(['closures-missing-for-year']);
  });
  test('only the years of the days that were counted are asked for', () => {
    const newYear = { starts: '2024-12-31', ends: '2025-03-31' };
    const closed = (closures: readonly string[]) =>
      pack.evaluate(facts(newYear, '2025-01-02', { office: { closures } }));
    expect(closed(['2025-01-01']).cautions).toEqual([]);
    expect(closed(['2024-12-25']).cautions).toEqual(['closures-missing-for-year']);
    // Seven working days after Dec 29 reach into January: both years are asked for.
    const across = { starts: '2025-12-29', ends: '2026-03-31' };
    const both = (closures: readonly string[]) => pack.evaluate(facts(across, '2026-01-02', { office: { closures } }));
    expect(both(['2025-12-25', '2026-01-01']).cautions).toEqual([]);
    expect(both(['2025-12-25']).cautions).toEqual(['closures-missing-for-year']);
    expect(both(['2026-01-01']).cautions).toEqual(['closures-missing-for-year']);
  });
  test('what an office should look at is listed in one order, whatever found it', () => {
    const looked = fixture({
      notice: { effective: [{ uses: 'postmarked', clause: 'A1' }] },
      schedules: [
        {
          bands: [
            {
              percent: 100,
              until: { kind: 'working-day', day: 7, from: 'starts', counting: 'after' },
              caution: 'check-with-office',
            },
            { percent: 0 },
          ],
        },
      ],
    });
    expect(looked.evaluate(facts(course, '2025-12-01')).cautions).toEqual([
      'check-with-office',
      'closures-missing-for-year',
      'postmark-unusable',
    ]);
  });
  test('no petition may extend the date', () => {
    const appeal = (received: string) => ({
      ...thanksgiving,
      decision: { kind: 'appeal', received, reason: 'illness', percent: 100, authority: 'the director' },
    });
    expect(pack.evaluate(facts(course, '2025-12-04', appeal('2025-12-04'))).percent).toBe(100);
    // A request in time is not spoilt by an appeal that follows it.
    expect(pack.evaluate(facts(course, '2025-12-04', appeal('2025-12-19'))).percent).toBe(100);
    const late = pack.evaluate(facts(course, '2025-12-05', appeal('2025-12-05')));
    expect([late.outcome, late.percent, late.effective]).toEqual(['refused', null, '2025-12-05']);
    expect(pack.evaluate(facts(course, '2025-12-05', thanksgiving)).outcome).toBe('none');
  });
});

describe('a window after payment or start, as the office sets it', () => {
  const pack = fixture({
    window: 'refund-window',
    notice: { identity: { clause: 'A1', when: { track: 'verified' } }, track: { clause: 'A1' } },
    schedules: [
      { when: { track: 'audit' }, bands: [{ percent: 0 }] },
      {
        when: { track: 'verified' },
        bands: [
          {
            percent: 100,
            until: {
              kind: 'first-known',
              of: [
                { kind: 'days-after', days: 0, from: 'refundable-until' },
                {
                  kind: 'window',
                  reading: 'refund-window',
                  from: ['starts', 'paid-on'],
                  capFrom: 'paid-on',
                  unset: 'refund-window',
                },
              ],
            },
          },
          { percent: 0 },
        ],
      },
    ],
  });
  const identity = { fullName: true, email: true, courseTitle: true, courseStart: true };
  const request = (received: string, more: Record<string, unknown> = {}) => ({
    notice: { kind: 'email', channel: 'email', received, identity },
    student: { track: 'verified' },
    ...more,
  });
  const window = (days: number, capDaysAfterPayment: number | null) => ({
    readings: { 'refund-window': { days, capDaysAfterPayment } },
  });
  const course = { starts: '2016-12-14', ends: '2017-03-24' };
  const paidOn = (day: string) => ({ fees: { assessed: 1000, collected: 1000, paidOn: day } });

  test.each([
    ['the fourteenth day after the start', '2016-12-28', '2016-07-13', 170, 100],
    ['the day after that', '2016-12-29', '2016-07-13', 170, 0],
    ['counted from a later payment', '2017-01-10', '2016-12-27', 170, 100],
    ['never later than the cap after payment', '2016-12-20', '2016-06-29', 170, 0],
    ['the cap’s own day', '2016-12-16', '2016-06-29', 170, 100],
    ['no cap', '2016-12-20', '2016-06-29', null, 100],
  ] as const)('%s', (_, received, paid, cap, given) => {
    const more = request(received, { ...window(14, cap), ...paidOn(paid) });
    expect(percent(pack, course, received, more)).toBe(given);
  });
  test('the session’s own date wins', () => {
    const own = { ...course, refundableUntil: '2016-12-20' };
    expect(percent(pack, own, '', request('2016-12-20', window(14, 170)))).toBe(100);
    expect(percent(pack, own, '', request('2016-12-21', window(14, 170)))).toBe(0);
    // It is all that is needed: no start, no payment, no rule.
    const alone = { refundableUntil: '2016-12-20' };
    expect(percent(pack, alone, '', request('2016-12-20'))).toBe(100);
    expect(percent(pack, alone, '', request('2016-12-21'))).toBe(0);
  });
  test.each([
    ['neither a date nor a rule', {}, ['refund-window']],
    ['a rule without the payment', { ...window(14, 170), fees: { assessed: 1, collected: 1 } }, ['paid-on']],
    ['no track', { ...window(14, 170), student: {} }, ['track']],
    [
      'a name and a start date short',
      {
        notice: {
          kind: 'email',
          channel: 'email',
          received: '2016-12-20',
          identity: { email: true, courseTitle: true },
        },
      },
      ['fullName', 'courseStart'],
    ],
  ])('%s is incomplete, never a guess', (_, more, missing) => {
    const determination = pack.evaluate(facts(course, null, request('2016-12-20', more)));
    expect([determination.outcome, determination.missing]).toEqual(['incomplete', missing]);
  });
  test('an audit learner is asked for nothing', () => {
    const more = { notice: { kind: 'email', channel: 'email', received: '2016-12-20' }, student: { track: 'audit' } };
    expect(pack.evaluate(facts({}, null, more)).outcome).toBe('none');
  });
});

test('the later and the earlier of two limits', () => {
  const of = [
    { kind: 'calendar-day', day: 3, from: 'starts' },
    { kind: 'class-day', day: 2 },
  ] as const;
  const limit = (kind: 'later-of' | 'earlier-of') =>
    limits(fixture({ schedules: [{ bands: [{ percent: 100, until: { kind, of } }, { percent: 0 }] }] }), {
      starts: '2026-03-02',
      meetings: meetingsFrom('2026-03-02', 3, null),
    });
  expect([limit('later-of'), limit('earlier-of')]).toEqual([
    [['refund:100', '2026-03-09']],
    [['refund:100', '2026-03-04']],
  ]);
});

test('the fixture packs that every course falls under pass the audit', () => {
  const pack = fixture({ schedules: [{ bands: [{ percent: 100, until: { kind: 'begins' } }, { percent: 0 }] }] });
  expect(audit(pack.pack).filter((f) => f.severity === 'error')).toEqual([]);
  expect(percent(pack, { meetings: daily('2026-03-02', 2) }, '2026-03-01')).toBe(100);
});
