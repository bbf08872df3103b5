import { describe, expect, test } from 'vitest';
import { compile } from '../../shared/policy/compile';
import { shippedPacks } from '../../shared/policy/packs/index';
import { casesSchema, runWorkedCases, writtenOut, type CasesFile } from '../../shared/policy/worked';

// Worked cases as the policy screen runs them while a pack is edited: what differs is said field by field, and nothing throws.

const own = shippedPacks[0];
if (own === undefined) throw new Error('no pack is shipped');

const course = { category: 'extension', weekly: { first: '2026-09-08', count: 10, from: '18:00', to: '21:00' } };
const facts = {
  course,
  fees: { assessed: 45_000, collected: 45_000 },
  notice: { kind: 'drop-form', channel: 'email', received: '2026-09-09T10:00' },
  office: 'usual',
};
const why = 'One meeting of ten held: 65 % of $450.00 = $292.50.';

function file(
  more: Readonly<Record<string, unknown>> = {},
  expected: Readonly<Record<string, unknown>> = {},
): CasesFile {
  const cases = [{ id: 'one', clause: 'H14', why, facts: { ...facts, ...more }, expect: expected }];
  return casesSchema.parse({ offices: { usual: {} }, cases });
}

const differences = (cases: CasesFile, pack = own) => runWorkedCases(pack, cases)[0]?.differences;

test('a case that comes out as expected passes, with its clause and its reasons', () => {
  expect(runWorkedCases(own, file({}, { percent: 65, refund: 29_250, missing: [] }))).toEqual([
    { id: 'one', clause: 'H14', why, passed: true, differences: [] },
  ]);
});

test('every field that differs is said, money as money', () => {
  const found = runWorkedCases(own, file({}, { percent: 60, refund: 27_000, clause: 'H14', missing: ['chair'] }));
  expect(found[0]?.passed).toBe(false);
  expect(found[0]?.differences).toEqual([
    { field: 'percent', expected: '60%', found: '65%' },
    { field: 'refund', expected: '$270.00', found: '$292.50' },
    { field: 'missing', expected: '["chair"]', found: '[]' },
  ]);
});

test('a pack that is edited changes what comes out', () => {
  const cases = file({}, { percent: 65 });
  const draft = structuredClone(own.pack) as { schedules: { id: string; bands: { percent: number }[] }[] };
  for (const { bands } of draft.schedules) for (const band of bands) if (band.percent === 65) band.percent = 60;
  expect(differences(cases, compile(draft as typeof own.pack))).toEqual([
    { field: 'percent', expected: '65%', found: '60%' },
  ]);
});

test('a field that no determination has differs, by whatever name', () => {
  for (const field of ['refnd', 'toString', 'constructor'])
    expect(differences(file({}, { [field]: 1 }))).toEqual([{ field, expected: '1', found: 'no such field' }]);
});

test('the label of a deadline is not compared, the rest of it is', () => {
  const deadlines = [
    { id: 'refund:100', through: '2026-09-08T18:00', percent: 100, clause: 'H7' },
    { id: 'refund:65', through: '2026-09-22T19:30', percent: 65, clause: 'H14' },
    { id: 'petition', through: '2027-05-10', percent: null, clause: 'H16' },
  ];
  expect(differences(file({}, { deadlines }))).toEqual([]);
  expect(differences(file({}, { deadlines: deadlines.slice(1) }))?.map((d) => d.field)).toEqual(['deadlines']);
});

describe('facts that cannot be read are differences at their field', () => {
  test.each([
    ['a day that never was', { notice: { ...facts.notice, received: '2026-02-30' } }, 'notice.received'],
    ['a category nobody has', { course: { ...course, category: 'moon' } }, 'course.category'],
    ['a field nobody has', { colour: 'red' }, 'colour'],
    [
      'times that run backwards',
      { course: { ...course, weekly: { ...course.weekly, to: '17:00' } } },
      'course.meetings.0.to',
    ],
  ])('%s', (_, more, field) => {
    expect(differences(file(more))?.[0]?.field).toBe(field);
  });

  test('an office that the file does not have leaves the office out', () => {
    for (const office of ['moon', 'toString', '__proto__'])
      expect(writtenOut('any', file({ office }))[0]?.facts['office']).toBeNull();
  });
});

describe('meetings written short', () => {
  const dates = (weekly: Readonly<Record<string, unknown>>): readonly string[] => {
    const [only] = writtenOut('any', file({ course: { category: 'extension', weekly } }));
    const { meetings } = only?.facts['course'] as { meetings: readonly { readonly date: string }[] };
    return meetings.map((m) => m.date);
  };
  test('one a week', () => {
    expect(dates({ first: '2026-12-22', count: 3 })).toEqual(['2026-12-22', '2026-12-29', '2027-01-05']);
  });
  test('on some days of the week, from the first of them on', () => {
    expect(dates({ first: '2026-09-08', count: 4, days: ['mon', 'wed'] })).toEqual([
      '2026-09-09',
      '2026-09-14',
      '2026-09-16',
      '2026-09-21',
    ]);
  });
  test('days that are left out are made up for at the end', () => {
    expect(dates({ first: '2026-09-08', count: 3, except: ['2026-09-15'] })).toEqual([
      '2026-09-08',
      '2026-09-22',
      '2026-09-29',
    ]);
  });
  test('none at all', () => {
    expect(dates({ first: '2026-09-08', count: 0 })).toEqual([]);
  });
});
