import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { sayFailure } from '../../shared/errors';
import { compile } from '../../shared/policy/compile';
import { runWorkedCases } from '../../shared/policy/worked';
import { policyFileLimit, readPolicyFile, writePolicyFile } from '../../shared/policy/policy-file';
import { casesFile } from './worked-cases';

// An exported policy file may have been written by anybody: what is wrong with it is said with its place, nothing throws, and nothing of
// it is taken.

type Plain = Record<string, unknown>;

const files = shippedPacks.map(({ id, pack }) => [id, writePolicyFile({ pack, cases: casesFile(id) })] as const);
const text = files[0]?.[1] ?? '';

/** What is wrong with a file: place and sentence; empty where it is sound. */
function wrong(own: string): readonly (readonly [string, string])[] {
  const read = readPolicyFile(own);
  if (read.ok) return [];
  if (read.failure.kind !== 'policy-refused') throw new Error(read.failure.kind);
  return read.failure.problems.map((p) => [p.field, p.message]);
}

/** The file with one value put elsewhere along a path, as JSON reads it. */
function changed(path: readonly (string | number)[], value: unknown, own = text): string {
  const file = JSON.parse(own) as Plain;
  let at = file as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return JSON.stringify(file);
}

const lineOf = (own: string, needle: string): number => own.slice(0, own.indexOf(needle)).split('\n').length;

test.each(files)('%s: what is written reads back as it was', (id, own) => {
  const read = readPolicyFile(own);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  expect(read.value.pack).toEqual(shippedPacks.find((p) => p.id === id)?.pack);
  expect(read.value.cases).toEqual(casesFile(id));
  expect(writePolicyFile(read.value)).toBe(own);
});

test('a byte order mark before it, as editors on Windows write it, changes nothing', () => {
  expect(wrong(`\ufeff${text}`)).toEqual([]);
});

describe('refused before it is parsed', () => {
  test('a text over 10 MB, and not one of exactly that', () => {
    expect(wrong(text.padEnd(policyFileLimit + 1))).toEqual([['', expect.stringMatching(/larger than 10 MB/)]]);
    expect(wrong(text.padEnd(policyFileLimit))).toEqual([]);
  });

  test.each([65, 1000, 4_000_000])('nested %i deep, in lists or in objects', (depth) => {
    expect(wrong('['.repeat(depth))).toEqual([[expect.any(String), expect.stringMatching(/64 levels/)]]);
    expect(wrong('{"a":'.repeat(Math.min(depth, 1_500_000)))).toEqual([
      [expect.any(String), expect.stringMatching(/64 levels/)],
    ]);
  });

  test('64 deep is read on, and its end is missed', () => {
    expect(wrong('['.repeat(64))[0]?.[1]).toMatch(/ends here/);
  });

  test('a key that stands twice, with its path and line', () => {
    const own = text.replace('"percent": 65,', '"percent": 65,\n  "percent": 70,');
    const [[place, said] = ['', '']] = wrong(own);
    expect(place).toMatch(/^pack\.schedules\.0\.bands\.1\.percent$/);
    expect(said).toContain(`Line ${lineOf(own, '"percent": 70')}, column 3`);
    expect(said).toContain('“percent” stands here a second time');
  });

  test('the same key, written with an escape', () => {
    expect(wrong('{"format":1,"f\\u006frmat":2}')[0]?.[1]).toMatch(/Line 1, column 13: “format” stands here a second/);
  });

  test.each(['__proto__', 'constructor', 'prototype', '__pr\\u006fto__'])('the name %s, wherever it stands', (name) => {
    expect(wrong(text.replace('"clauses": {', `"clauses": {"${name}": {"polluted": true},`))[0]?.[1]).toMatch(
      /is not a name/,
    );
    expect(({} as Plain)['polluted']).toBeUndefined();
  });

  test.each([
    ['', 1, 1, /ends here/],
    ['{', 1, 2, /ends here/],
    ['{"a": tru}', 1, 7, /must be a value/],
    ['{"a" 1}', 1, 6, /must come a colon/],
    ['{"a": 1,}', 1, 9, /name in double quotes/],
    ['{a: 1}', 1, 2, /name in double quotes/],
    ['{\n  "a": [1,\n    2 3]\n}', 3, 7, /comma or \]/],
    ['{\n  "a": 1\n  "b": 2}', 3, 3, /comma or \}/],
    ['[1,]', 1, 4, /must be a value/],
    ['[01]', 1, 2, /is not a number/],
    ['[1.]', 1, 2, /is not a number/],
    ['[-]', 1, 2, /is not a number/],
    ['["a\nb"]', 1, 4, /closing quotation mark on its line/],
    ['["a\\x"]', 1, 4, /backslash/],
    ['["a', 1, 4, /closing quotation mark/],
    ['{} {}', 1, 4, /Nothing may follow/],
    ['\u0000', 1, 1, /control character/],
    ["{'a': 1}", 1, 2, /name in double quotes/],
    ['// policy\n{}', 1, 1, /must be a value/],
  ])('%j is not JSON: line %i, column %i', (own, line, column, said) => {
    const [[, message] = ['', '']] = wrong(own);
    expect(message).toMatch(said);
    expect(message).toContain(`Line ${line}, column ${column}:`);
  });
});

describe('refused as it is made', () => {
  test.each(['null', '7', '[]', '"refund-desk-policy"', '{}', '{"format": "another"}'])('%s is no policy', (own) => {
    expect(wrong(own)).toEqual([['format', expect.stringMatching(/not an exported policy/)]]);
  });

  test.each<readonly [string, readonly (string | number)[], unknown, string, RegExp]>([
    ['a version to come', ['formatVersion'], 2, 'formatVersion', /another version/],
    ['a field beside', ['more'], 1, 'more', /no field “more”/],
    ['no pack', ['pack'], null, '', /group of fields/],
    ['no cases', ['cases'], [], '', /group of fields/],
    [
      'a misspelt field',
      ['pack', 'schedules', 1, 'bands', 1, 'percnt'],
      65,
      'schedules.five-or-more.bands.before-quarter.percnt',
      /no field “percnt” here. Did you mean “percent”/,
    ],
    ['a field of no name', ['pack', 'formula'], '1+1', 'formula', /no field “formula” here. Take it out/],
    [
      'text for a number',
      ['pack', 'schedules', 0, 'bands', 1, 'percent'],
      '65',
      'schedules.semester.bands.first-four-weeks.percent',
      /must be a number, not “65”/,
    ],
    [
      'a percentage over 100',
      ['pack', 'schedules', 0, 'bands', 0, 'percent'],
      101,
      'schedules.semester.bands.before.percent',
      /at most 100, not 101/,
    ],
    [
      'a percentage below 0',
      ['pack', 'schedules', 0, 'bands', 2, 'percent'],
      -1,
      'schedules.semester.bands.late.percent',
      /at least 0, not -1/,
    ],
    [
      'a missing Spanish word',
      ['pack', 'schedules', 0, 'label', 'es'],
      '',
      'schedules.semester.label.es',
      /must not be empty/,
    ],
    ['no Spanish word at all', ['pack', 'readings', 0, 'label'], { en: 'a' }, 'readings.effective.label.es', /missing/],
    [
      'a limit of no kind',
      ['pack', 'schedules', 0, 'bands', 0, 'until'],
      { kind: 'moon' },
      'schedules.semester.bands.before.until.kind',
      /must be “begins”, “calendar-day”/,
    ],
    [
      'a limit of the wrong make',
      ['pack', 'schedules', 0, 'bands', 0, 'until'],
      { kind: 'class-day', dya: 1 },
      'schedules.semester.bands.before.until.day',
      /missing/,
    ],
    ['a day that never was', ['pack', 'effectiveFrom'], '2026-02-30', 'effectiveFrom', /day of the calendar/],
    ['a name with spaces', ['pack', 'schedules', 0, 'id'], 'the first', 'schedules.0.id', /letters, digits/],
    [
      'a petition that needs nobody’s approval',
      ['pack', 'decisions', 0, 'needs'],
      ['dean'],
      'decisions.late-drop.needs.0',
      /“reason”, “instructor”/,
    ],
    [
      'a case that explains nothing',
      ['cases', 'cases', 0, 'why'],
      'so',
      'cases.drop-form-by-email.why',
      /at least 20 characters/,
    ],
    [
      'a case of endless meetings',
      ['cases', 'cases', 0, 'facts', 'course', 'weekly', 'count'],
      1e9,
      'cases.drop-form-by-email.facts.course.weekly.count',
      /at most 1000/,
    ],
    [
      'a case of an office nobody has',
      ['cases', 'cases', 0, 'facts', 'office'],
      'toString',
      'cases.drop-form-by-email.facts.office',
      /no office “toString”/,
    ],
    ['a case on no clause', ['cases', 'cases', 0, 'clause'], 'H99', 'cases.drop-form-by-email.clause', /not a clause/],
    [
      'a limit that would be counted for ever',
      ['pack', 'schedules', 0, 'bands', 0, 'until'],
      { kind: 'working-day', day: 1e9, from: 'starts', counting: 'from' },
      'schedules.semester.bands.before.until.day',
      /at most/,
    ],
  ])('%s', (_, path, value, place, said) => {
    const found = wrong(changed(path, value));
    expect(found.map(([where]) => where)).toContain(place);
    expect(found.find(([where]) => where === place)?.[1]).toMatch(said);
  });

  test('a fee that no worked case could bear; one as large as the largest fee is none', () => {
    const withheld = (cents: number) => changed(['pack', 'schedules', 0, 'bands', 0, 'withhold', 'cents'], cents);
    const largest = Math.max(
      ...casesFile(files[0]?.[0] ?? '').cases.map((c) => (c.facts['fees'] as { assessed: number }).assessed),
    );
    expect(wrong(withheld(largest))).toEqual([]);
    expect(wrong(withheld(largest + 1))).toEqual([
      [
        'schedules.semester.bands.before.withhold.cents',
        expect.stringMatching(/more than the fees of any worked case/),
      ],
    ]);
  });

  test('two cases of one name', () => {
    const { cases } = JSON.parse(text) as { cases: { cases: readonly unknown[] } };
    const own = changed(['cases', 'cases'], [...cases.cases, cases.cases[0]]);
    expect(wrong(own).some(([, said]) => said.includes('two cases named “drop-form-by-email”'))).toBe(true);
  });

  test('what the audit finds is refused too', () => {
    expect(wrong(changed(['pack', 'schedules', 0, 'clause'], 'H99'))).toEqual([
      ['schedules.semester.clause', expect.stringMatching(/H99/)],
    ]);
  });

  test('in words: the first places, and how many more', () => {
    const read = readPolicyFile(
      changed(
        ['pack', 'schedules', 0, 'bands'],
        Array.from({ length: 9 }, () => ({})),
      ),
    );
    if (read.ok) throw new Error('it was taken');
    const { what, meaning } = sayFailure(read.failure);
    expect(what).toMatch(/schedules\.semester\.bands\.0\.id: This is missing.*And \d+ more\.$/);
    expect(meaning).toBe('Nothing was imported.');
  });
});

describe('never throws', () => {
  const some = { numRuns: 60 };
  // With a few of its cases, so that every run is over soon.
  const cases = (JSON.parse(text) as { cases: { cases: readonly unknown[] } }).cases.cases;
  const few = changed(['cases', 'cases'], cases.slice(0, 4));
  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (own) => void wrong(own)),
      some,
    );
  });

  test('a real policy with letters changed, taken out or doubled', () => {
    const place = fc.nat({ max: few.length - 1 });
    const change = fc.tuple(
      place,
      fc.nat({ max: 40 }),
      fc.oneof(fc.constantFrom('', '"', '{', ']', ',', '\\', '1e9', 'null'), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const own = changes.reduce((t, [at, length, by]) => t.slice(0, at) + by + t.slice(at + length), few);
        void wrong(own);
      }),
      some,
    );
  });

  test('a real policy with any value put for another', () => {
    const paths: (readonly (string | number)[])[] = [];
    const enter = (value: unknown, path: readonly (string | number)[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, own] of Object.entries(value)) enter(own, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    enter(JSON.parse(few), []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const read = readPolicyFile(changed(path, value, few));
        // What is taken decides its own cases, however they come out.
        if (read.ok) runWorkedCases(compile(read.value.pack), read.value.cases);
      }),
      some,
    );
  });
});
