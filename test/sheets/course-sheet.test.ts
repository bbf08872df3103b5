import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFacts } from '../policy/case-generator';
import { fixture } from '../policy/fixture-packs';
import { aCourse, anOffice, aTerm } from '../db/records';
import { packFor } from '../../shared/policy/evaluate';
import { doubtsOf } from '../../shared/policy/doubts';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { Course } from '../../shared/register/course';
import { courseOnlyFacts } from '../../shared/register/facts';
import type { SetDeadline } from '../../shared/register/set-deadline';
import { courseSheet, type CourseSheet } from '../../shared/sheets/course-sheet';
import { sayThrough } from '../../shared/sheets/sheet-words';

const term = aTerm();
const office = anOffice({ closures: [{ on: '2026-11-11', label: 'Veterans Day' }] });

function sheetOf(course: Course, set: readonly SetDeadline[] = [], packs = shippedPacks): CourseSheet {
  return courseSheet({ course, term, office, set }, packs);
}

const set = (deadline: string, through: string): SetDeadline => ({
  deadline,
  through,
  reason: 'Instructor ill',
  person: 'jrivera',
  at: '2026-09-30T16:00:00.000Z',
});

/** A policy whose limits count working days after the course begins. */
const workingDays = fixture({
  schedules: [
    {
      bands: [
        { percent: 100, until: { kind: 'working-day', day: 7, from: 'course-begins', counting: 'after' } },
        { percent: 0 },
      ],
    },
  ],
});

describe('a course’s sheet', () => {
  test('has each deadline of the policy with its last moment, percentage, clause and the clause’s words', () => {
    const sheet = sheetOf(aCourse({ termId: term.id }));
    expect(sheet.rows.map((r) => [r.deadline, r.label, r.through, r.percent, r.clause])).toEqual([
      ['refund:100', 'Full less $10', '2026-09-14T18:00', 100, 'H7'],
      ['refund:65', '65%', '2026-09-28T19:25', 65, 'H14'],
      ['petition', 'Request a retroactive refund', '2027-05-16', null, 'H16'],
    ]);
    for (const row of sheet.rows) {
      expect(row.quote).not.toBe('');
      expect(row.computed).toBe(row.through);
      expect(row.notes).toEqual([]);
    }
    expect(sheet.notes).toEqual([]);
    expect(sheet).toMatchObject({ term: 'Fall 2026', first: '2026-09-14', last: '2026-11-16', meetings: 10 });
  });

  test('is the policy’s own deadlines for any course, and every one it cannot date stands there without a date', () => {
    let dated = 0;
    fc.assert(
      fc.property(
        caseFacts(() => []),
        ({ course: given }) => {
          const { category, starts, ends, arranged, meetings, termBegins, termEnds } = given;
          const course = aCourse({
            category,
            starts: starts ?? null,
            ends: ends ?? null,
            arranged: arranged ?? false,
            meetings: (meetings ?? []).map((m) => ({ date: m.date, from: m.from ?? null, to: m.to ?? null })),
          });
          const own = termBegins == null ? null : { ...term, begins: termBegins, ends: termEnds ?? termBegins };
          const facts = courseOnlyFacts(course, own, office);
          const pack = packFor(facts, shippedPacks);
          if (pack === null) throw new Error('unknown policy');
          const doubts = doubtsOf(pack, facts);
          const sheet = courseSheet({ course, term: own, office, set: [] }, shippedPacks);
          const shown = sheet.rows
            .filter((r) => r.through !== null)
            .map((r) => `${r.through} ${r.percent} ${r.clause}`);
          const expected = pack.deadlines(facts).map((d) => `${d.through} ${d.percent} ${d.clause}`);
          if (doubts.refer !== null && doubts.deadlines.length === 0) {
            expect(shown).toEqual([]);
            return;
          }
          expect([...shown].sort()).toEqual([...expected].sort());
          expect(sheet.rows.filter((r) => r.through === null)).toHaveLength(doubts.deadlines.length);
          for (const row of sheet.rows) if (row.through === null) expect(row.notes).not.toEqual([]);
          dated += expected.length;
        },
      ),
      { numRuns: 500 },
    );
    expect(dated).toBeGreaterThan(500);
  });

  test('without meetings says what is missing, and dates nothing that hangs on them', () => {
    const { rows } = sheetOf(aCourse({ meetings: [], meetingLine: '' }));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows.filter((r) => r.percent !== null)) {
      expect(row.through).toBeNull();
      expect(row.notes.join(' ')).toMatch(/^It cannot be dated yet\. Still missing: the first day of the course/);
    }
  });

  test('does not guess a working day of a year whose closures nobody entered', () => {
    const course = aCourse({ policy: 'fixture', category: 'course' });
    const counted = sheetOf(course, [], [workingDays]);
    // Sep 14 and seven working days after it.
    expect(counted.rows.map((r) => [r.through, r.notes])).toEqual([['2026-09-23', []]]);
    const blank = courseSheet({ course, term, office: anOffice({ closures: [] }), set: [] }, [workingDays]);
    expect(blank.rows.map((r) => [r.through, r.computed, r.notes])).toEqual([
      [
        null,
        null,
        [
          'It counts working days, and the office calendar has no closures for 2026. Enter them, so that it can be dated.',
        ],
      ],
    ]);
    // Counted across the new year, both years are needed.
    const late = aCourse({
      policy: 'fixture',
      category: 'course',
      meetings: [{ date: '2026-12-28', from: '18:00', to: '20:50' }],
    });
    expect(sheetOf(late, [], [workingDays]).rows[0]?.notes[0]).toContain('no closures for 2027');
  });

  test('of a cancelled class, an unknown policy or an unknown category has no deadline and says why', () => {
    const said = (other: Partial<Course>) => {
      const sheet = sheetOf(aCourse(other));
      expect(sheet.rows).toEqual([]);
      return sheet.notes.join(' ');
    };
    expect(said({ cancelledOn: '2026-09-29' })).toContain('cancelled on Tue, Sep 29, 2026');
    expect(said({ policy: 'nobody' })).toContain('“nobody” is not a policy this office has');
    expect(said({ category: 'nothing' })).toContain('no such category');
    expect(said({ category: 'olli' })).toMatch(/no rule/);
  });
});

describe('a date set by the office', () => {
  test('is what is published, beside the computed one; a refund’s says that the computed date decides', () => {
    const sheet = sheetOf(aCourse(), [set('refund:65', '2026-10-02'), set('petition', '2027-06-01')]);
    const refund = sheet.rows.find((r) => r.deadline === 'refund:65');
    expect(refund).toMatchObject({ through: '2026-10-02', computed: '2026-09-28T19:25' });
    expect(refund?.notes).toEqual([
      'Set by the office, computed: until Mon Sep 28, 2026, 7:25 pm. Reason: Instructor ill',
      'Refunds are decided by the computed date.',
    ]);
    const other = sheet.rows.find((r) => r.deadline === 'petition');
    if (other !== undefined) expect(other.notes).toHaveLength(1);
  });

  test('gives a date to what cannot be computed, and the sheet still says so', () => {
    const blank = courseSheet(
      {
        course: aCourse({ policy: 'fixture', category: 'course' }),
        term,
        office: anOffice({ closures: [] }),
        set: [set('refund:100', '2026-09-24')],
      },
      [workingDays],
    );
    expect(blank.rows[0]).toMatchObject({ through: '2026-09-24', computed: null });
    expect(blank.rows[0]?.notes[0]).toContain('computed: not known');
    expect(blank.rows[0]?.notes).toHaveLength(3);
  });

  test('never changes what the policy decides', () => {
    const facts = courseOnlyFacts(aCourse(), term, office);
    const pack = packFor(facts, shippedPacks);
    const before = pack?.deadlines(facts);
    sheetOf(aCourse(), [set('refund:65', '2026-10-02')]);
    expect(pack?.deadlines(facts)).toEqual(before);
  });

  test('keeps the rows in the order of what is published', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const through = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const dates = sheetOf(aCourse(), [set('refund:100', through)]).rows.map((r) =>
          `${r.through}T24:00`.slice(0, 16),
        );
        expect(dates).toEqual([...dates].sort());
      }),
    );
  });
});

test('a limit in the office’s words', () => {
  expect(sayThrough('2026-09-22')).toBe('through Tue Sep 22, 2026');
  expect(sayThrough('2026-09-22T20:15')).toBe('until Tue Sep 22, 2026, 8:15 pm');
  expect(sayThrough('2026-09-22T00:05')).toBe('until Tue Sep 22, 2026, 12:05 am');
  expect(sayThrough('2026-09-22T12:00')).toBe('until Tue Sep 22, 2026, 12:00 pm');
});
