import { describe, expect, test } from 'vitest';
import type { CompiledPack } from '../../shared/policy/compile';
import { explain } from '../../shared/policy/explain';
import { factsFrom, meetingsFrom } from './decide';
import { fixture } from './fixture-packs';

// Which rule covers a course, and what stands where none does: the conditions of schedules, the limits that belong to one, and the order.

type Given = Readonly<Record<string, unknown>>;

function facts(course: Given, received: string | null, more: Given = {}) {
  return factsFrom({
    policy: 'fixture',
    course: { category: 'course', ...course },
    fees: { assessed: 100_000, collected: 100_000 },
    notice: received === null ? null : { kind: 'letter', channel: 'counter', received },
    ...more,
  });
}

const decide = (pack: CompiledPack, course: Given, received: string, more: Given = {}) =>
  pack.evaluate(facts(course, received, more));
const weekly = (count: number, times: readonly [string, string] | null = ['18:00', '20:00']) => ({
  meetings: meetingsFrom('2026-09-08', count, times),
});

describe('the day of the Nth meeting', () => {
  const pack = fixture({
    schedules: [{ bands: [{ percent: 100, until: { kind: 'meeting-day', meeting: 2 } }, { percent: 0 }] }],
  });

  test.each([
    ['2026-09-15T23:59', 100],
    ['2026-09-16T00:00', 0],
  ])('is in it whole: %s', (received, percent) => {
    expect(decide(pack, weekly(3), received).percent).toBe(percent);
  });

  test('two meetings on one day are two meetings', () => {
    const meetings = [
      { date: '2026-09-08', from: '09:00', to: '10:00' },
      { date: '2026-09-08', from: '13:00', to: '14:00' },
      { date: '2026-09-15', from: '09:00', to: '10:00' },
    ];
    expect(decide(pack, { meetings }, '2026-09-09').percent).toBe(0);
  });

  test('a course with fewer meetings is for the office, one with none listed lacks them', () => {
    expect(decide(pack, weekly(1), '2026-09-01')).toMatchObject({ outcome: 'refer', deadlines: [] });
    expect(decide(pack, { starts: '2026-09-08' }, '2026-09-01')).toMatchObject({
      outcome: 'incomplete',
      missing: ['meetings'],
    });
  });
});

describe('a condition of which one of several must hold', () => {
  const pack = fixture({
    schedules: [
      {
        when: { weeks: { max: 4 }, anyOf: [{ meetings: { max: 2 } }, { meetings: { min: 4 } }] },
        bands: [{ percent: 50 }],
      },
      { when: { meetings: { min: 3, max: 3 } }, bands: [{ percent: 25 }] },
    ],
  });

  test.each([
    [1, 50],
    [2, 50],
    [3, 25],
    [4, 50],
  ])('%i meetings: %i %%', (count, percent) => {
    expect(decide(pack, weekly(count), '2026-09-01').percent).toBe(percent);
  });

  test('the rest must hold as well: five weeks fall under none', () => {
    expect(decide(pack, weekly(5), '2026-09-01').outcome).toBe('refer');
  });

  test('where only the length is unknown, it is asked for', () => {
    expect(decide(pack, {}, '2026-09-01')).toMatchObject({ outcome: 'incomplete', missing: ['meetings'] });
  });
});

describe('limits that belong to one schedule', () => {
  const pack = fixture({
    schedules: [
      { when: { meetings: { min: 1, max: 2 } }, bands: [{ percent: 100 }] },
      {
        when: { meetings: { min: 3 } },
        bands: [{ percent: 100, until: { kind: 'class-day', day: 2 } }, { percent: 0 }],
      },
    ],
  });
  const [short, long] = pack.pack.schedules;
  if (short === undefined || long === undefined) throw new Error('the fixture has two schedules');
  const label = { en: 'Register', es: 'Inscribirse' };
  const withLimits = fixture({
    schedules: [],
    more: {
      schedules: [
        short,
        {
          ...long,
          deadlines: [
            { id: 'register', label, through: { kind: 'meeting-starts', meeting: 1 }, clause: 'A1' },
            { id: 'grade-free', label, through: { kind: 'class-day', day: 4 }, clause: 'A1' },
          ],
        },
      ],
    },
  });
  const limits = (course: Given) => withLimits.deadlines(facts(course, null)).map((d) => [d.id, d.through]);

  test('are those of its courses alone', () => {
    expect(limits(weekly(2))).toEqual([]);
    expect(limits(weekly(4))).toEqual([
      ['register', '2026-09-08T18:00'],
      ['refund:100', '2026-09-15'],
      ['grade-free', '2026-09-29'],
    ]);
  });

  test('one whose day the course does not have is left out; one that ends with a day’s beginning is printed as the day before', () => {
    expect(limits(weekly(3, null))).toEqual([
      ['register', '2026-09-07'],
      ['refund:100', '2026-09-15'],
    ]);
  });
});

describe('that no rule covers the course', () => {
  const pack = fixture({
    schedules: [
      {
        when: { meetings: { min: 3 } },
        bands: [{ percent: 100, until: { kind: 'class-day', day: 4 } }, { percent: 0 }],
      },
    ],
    notice: { documents: [{ kind: 'drop-form', clause: 'A1' }] },
  });
  const decision = { kind: 'appeal', reason: 'illness', percent: 50, authority: 'Dean' };

  test.each([
    ['comes before a missing document', weekly(2), {}],
    ['and before a decision', weekly(2), { decision }],
    ['whether it falls under no schedule or has fewer days than its own counts', weekly(3), { decision }],
  ])('%s', (_, course, more) => {
    expect(decide(pack, course, '2026-09-01', more)).toMatchObject({ outcome: 'refer', missing: [], deadlines: [] });
  });

  test('and is said on the worksheet', () => {
    const said = explain(decide(pack, weekly(3), '2026-09-01'), pack.pack, 'en').map((s) => s.text);
    expect(said).toContain('No refund rule of this policy covers this course. The office decides.');
  });

  test('a cancelled course and a notice that is none come before it', () => {
    expect(decide(pack, { ...weekly(2), cancelledOn: '2026-08-30' }, '2026-09-01').percent).toBe(100);
    const spoken = { notice: { kind: 'non-attendance', channel: 'counter', received: '2026-09-01' } };
    expect(pack.evaluate(facts(weekly(2), null, spoken)).outcome).toBe('not-official');
  });
});
