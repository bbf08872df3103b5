import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { audit, auditVersion } from '../../shared/policy/audit';
import { packSchema, type Pack } from '../../shared/policy/pack';
import { shippedPacks } from '../../shared/policy/packs/index';

type Draft = { -readonly [K in keyof Pack]: Pack[K] };

const sound = shippedPacks[0]?.pack;
if (sound === undefined) throw new Error('no pack is shipped');

/** A shipped pack with one thing spoilt. */
function spoilt(spoil: (pack: Draft) => void): Pack {
  const draft = structuredClone(sound) as Draft;
  spoil(draft);
  return draft;
}

const errors = (pack: Pack): string[] =>
  audit(pack)
    .filter((f) => f.severity === 'error')
    .map((f) => `${f.where}: ${f.message}`);

test.each(shippedPacks.map((p) => [p.id, p.pack] as const))('%s has no error', (_, pack) => {
  expect(errors(pack)).toEqual([]);
});

type Schedule = Pack['schedules'][number];
type Bands = Schedule['bands'];
type Words = Pack['name'];

const scheduleOf = (id: string): Schedule => {
  const found = sound.schedules.find((s) => s.id === id);
  if (found === undefined) throw new Error(`there is no schedule ${id}`);
  return found;
};
const semester = scheduleOf('semester');
const long = scheduleOf('five-or-more');
const words = (text: string): Words => ({ en: text, es: text });

/** One schedule of the pack changed. */
const edit = (own: Schedule, change: Partial<Schedule>) => (pack: Draft) => {
  pack.schedules = pack.schedules.map((s) => (s.id === own.id ? { ...s, ...change } : s));
};
/** One band of a schedule changed. */
const band = (own: Schedule, at: number, change: Partial<Bands[number]>) =>
  edit(own, { bands: own.bands.map((b, i) => (i === at ? { ...b, ...change } : b)) });
const reading = (name: string, change: Partial<Pack['readings'][number]>) => (pack: Draft) => {
  pack.readings = pack.readings.map((r) => (r.name === name ? { ...r, ...change } : r));
};
const first = 'schedules.semester.bands';

describe('what a schema cannot see is an error, said at the field to mend', () => {
  test.each<readonly [string, (pack: Draft) => void, string, RegExp]>([
    ['a citation of no clause', edit(semester, { clause: 'H99' }), 'schedules.semester.clause', /cites H99/],
    [
      'a band that cites no clause',
      band(semester, 1, { clause: 'H99' }),
      `${first}.first-four-weeks.clause`,
      /cites H99/,
    ],
    [
      'a notice rule that cites no clause',
      (p) => (p.notice = { ...p.notice, spokenClause: 'X1' }),
      'notice.spokenClause',
      /cites X1/,
    ],
    [
      'a clause named as the language names something',
      edit(semester, { clause: 'toString' }),
      'schedules.semester.clause',
      /cites toString/,
    ],
    [
      'a clause without words',
      (p) => (p.clauses = { ...p.clauses, H1: { quote: ' ', says: p.name } }),
      'clauses.H1.quote',
      /words of the source are missing/,
    ],
    [
      'a category nobody has',
      edit(semester, { when: { categories: ['open-university', 'high-school-concurrent', 'seminar'] } }),
      'schedules.semester.when.categories.2',
      /“seminar”/,
    ],
    [
      'a category nobody has, in one of several conditions',
      edit(semester, { when: { anyOf: [{ categories: ['seminar'] }] } }),
      'schedules.semester.when.anyOf.0.categories.0',
      /“seminar”/,
    ],
    [
      'a reading nobody has',
      (p) => (p.readings = p.readings.filter((r) => r.name !== 'semester-week')),
      `${first}.first-four-weeks.until.reading`,
      /“semester-week” is not a reading/,
    ],
    [
      'no reading of which date counts',
      (p) => (p.readings = p.readings.filter((r) => r.name !== 'effective')),
      'readings',
      /“effective” is missing/,
    ],
    [
      'a default that is no value',
      reading('semester-week', { default: 'never' }),
      'readings.semester-week.default',
      /“never”/,
    ],
    [
      'a value that means nothing there',
      reading('elapsed-basis', { values: [{ value: 'hours', label: words('hours') }] }),
      'readings.elapsed-basis.values.0.value',
      /“hours” means nothing/,
    ],
    [
      'a reading without values',
      reading('elapsed-basis', { values: [] }),
      'readings.elapsed-basis.values',
      /at least one/,
    ],
    [
      'one value twice',
      (p) => reading('date-only', { values: [...(p.readings[1]?.values ?? []), ...(p.readings[1]?.values ?? [])] })(p),
      'readings.date-only.values.2.value',
      /a second time/,
    ],
    [
      'a window that is asked for as a choice',
      reading('semester-week', { window: true, default: null }),
      'readings.semester-week.window',
      /asked for as a choice/,
    ],
    [
      'a choice that is asked for as a window',
      band(semester, 1, {
        until: {
          kind: 'window',
          reading: 'semester-week',
          from: ['starts'],
          capFrom: 'paid-on',
          unset: 'refund-window',
        },
      }),
      'readings.semester-week.window',
      /asked for as a window/,
    ],
    [
      'a fact that no letter can ask for',
      band(semester, 1, {
        until: { kind: 'window', reading: 'semester-week', from: ['starts'], capFrom: 'paid-on', unset: 'moon' },
      }),
      `${first}.first-four-weeks.until.unset`,
      /“moon”/,
    ],
    [
      'a last band with an end',
      edit(semester, { bands: semester.bands.slice(0, 2) }),
      `${first}.first-four-weeks.until`,
      /nothing would decide/,
    ],
    ['a band that hides the rest', band(semester, 0, { until: undefined }), `${first}.before.until`, /never apply/],
    [
      'a percentage that rises',
      band(semester, 2, { percent: 66 }),
      `${first}.late.percent`,
      /more than the band before it \(65%\)/,
    ],
    [
      'a percentage finer than amounts are worked out',
      band(semester, 1, { percent: 33.33333 }),
      `${first}.first-four-weeks.percent`,
      /four decimals/,
    ],
    [
      'a fee taken first from nothing',
      band(semester, 2, { firstFee: { percent: 20, clause: 'H7' } }),
      `${first}.late.firstFee`,
      /nothing can be taken first/,
    ],
    [
      'a charge for time by no reading',
      band(semester, 1, { proRata: { basis: 'moon', clause: 'H9' } }),
      `${first}.first-four-weeks.proRata.basis`,
      /“moon” is not a reading/,
    ],
    [
      'an end that runs backwards',
      band(semester, 1, { until: { kind: 'days-after', days: -9, from: 'term-begins' } }),
      `${first}.first-four-weeks.until`,
      /“65%” never applies/,
    ],
    [
      'two ends that coincide',
      band(semester, 1, { until: { kind: 'days-after', days: -1, from: 'term-begins' } }),
      `${first}.first-four-weeks.until`,
      /never applies/,
    ],
    [
      'a fee withheld from nothing',
      band(long, 2, { withhold: { cents: 1, clause: 'H7' } }),
      'schedules.five-or-more.bands.none.withhold.cents',
      /nothing can be withheld/,
    ],
    [
      'a petition of no kind',
      (p) => (p.decisions = p.decisions.slice(1)),
      `${first}.late.petition.decision`,
      /“late-drop” is not a petition/,
    ],
    [
      'a petition that no band can ask for',
      (p) => (p.decisions = p.decisions.map((d) => ({ ...d, read: 'instead' as const }))),
      `${first}.late.petition.decision`,
      /takes the place of the bands/,
    ],
    [
      'a document that no letter has words for',
      (p) => (p.notice = { ...p.notice, documents: [{ kind: 'passport', clause: 'H1' }] }),
      'notice.documents.passport.kind',
      /“passport”/,
    ],
    [
      'a channel nobody has',
      (p) => (p.notice = { ...p.notice, spokenChannels: ['pigeon'] }),
      'notice.spokenChannels.0',
      /“pigeon”/,
    ],
    [
      'a rule on dates that hides the rest',
      (p) => (p.notice = { ...p.notice, effective: [...p.notice.effective, { uses: 'postmarked', clause: 'H3' }] }),
      'notice.effective.0.when',
      /never applies/,
    ],
    [
      'a sentence that the worksheet has not',
      band(semester, 1, { rule: 'by-moon' }),
      `${first}.first-four-weeks.rule`,
      /“by-moon”/,
    ],
    [
      'a sentence named as the language names something',
      edit(semester, { rule: 'constructor' }),
      'schedules.semester.rule',
      /“constructor”/,
    ],
    [
      'an outcome nobody has',
      (p) => (p.outcomeLabels = { ...p.outcomeLabels, maybe: p.name }),
      'outcomeLabels.maybe',
      /“maybe”/,
    ],
    [
      'two schedules for one course',
      (p) => (p.schedules = [...p.schedules, { ...semester, id: 'twin', label: words('twins') }]),
      'schedules.twin.when',
      /“twins” both apply to a course of/,
    ],
    [
      'a gap between the numbers of meetings',
      edit(long, { when: { ...long.when, meetings: { min: 7, orNone: true } } }),
      'categories.extension',
      /5 meetings .*Close the gap/,
    ],
    [
      'one name for two schedules',
      (p) => (p.schedules = [...p.schedules, semester]),
      `schedules.${sound.schedules.length}.id`,
      /a second time/,
    ],
    [
      'one name for two bands',
      edit(semester, { bands: [...semester.bands.slice(0, 1), ...semester.bands] }),
      `${first}.1.id`,
      /“before” stands here a second time/,
    ],
    [
      'one name for two categories',
      (p) => (p.categories = [...p.categories, ...p.categories.slice(0, 1)]),
      `categories.${sound.categories.length}.id`,
      /a second time/,
    ],
    [
      'one name for two readings',
      (p) => (p.readings = [...p.readings, ...p.readings.slice(0, 1)]),
      `readings.${sound.readings.length}.name`,
      /a second time/,
    ],
    [
      'one kind for two petitions',
      (p) => (p.decisions = [...p.decisions, ...p.decisions.slice(0, 1)]),
      `decisions.${sound.decisions.length}.kind`,
      /a second time/,
    ],
    [
      'a deadline no sheet knows',
      (p) => (p.deadlines = p.deadlines.map((d) => ({ ...d, id: 'soon' }))),
      'deadlines.1.id',
      /“soon”/,
    ],
    [
      'a deadline of one schedule that no sheet knows',
      edit(semester, { deadlines: [{ id: 'soon', label: words('soon'), clause: 'H9', through: { kind: 'begins' } }] }),
      'schedules.semester.deadlines.soon.id',
      /“soon”/,
    ],
    [
      'a promise that ends before it begins',
      (p) => (p.promise = { fromDays: 28, toDays: 14, clause: 'H2' }),
      'promise.toDays',
      /before the first/,
    ],
    [
      'a missing Spanish word',
      edit(semester, { label: { en: 'semester', es: ' ' } }),
      'schedules.semester.label.es',
      /Spanish words are missing/,
    ],
    [
      'a missing English word',
      edit(semester, { label: { en: ' ', es: 'semestre' } }),
      'schedules.semester.label.en',
      /English words are missing/,
    ],
    [
      'a place for a date in one language alone',
      edit(semester, { label: { en: 'by {enrollmentDeadline}', es: 'hasta' } }),
      'schedules.semester.label.es',
      /\{enrollmentDeadline\}/,
    ],
    [
      'a table with a row of no schedule',
      (p) =>
        (p.tables = [
          {
            id: 'all',
            title: words('a table'),
            clause: 'H9',
            limits: 'ends',
            columns: { length: words('a'), refund: words('b'), percent: words('c') },
            rows: [{ schedule: 'moon', label: words('a') }],
          },
        ]),
      'tables.all.rows.0.schedule',
      /“moon”/,
    ],
  ])('%s', (_, spoil, where, message) => {
    const found = audit(spoilt(spoil)).filter((f) => f.severity === 'error');
    expect(found.map((f) => f.where)).toContain(where);
    expect(found.filter((f) => f.where === where).some((f) => message.test(f.message))).toBe(true);
  });

  test('every sentence is one: it begins with a capital or what it names, and ends', () => {
    const many = spoilt((p) => {
      edit(semester, { clause: 'H99', label: { en: 'a', es: ' ' } })(p);
      reading('semester-week', { default: 'never' })(p);
    });
    for (const { message } of audit(many)) expect(message).toMatch(/^[A-Z“{].*\.$/s);
  });
});

describe('a note leaves the pack usable', () => {
  const noted = (spoil: (pack: Draft) => void) => audit(spoilt(spoil)).filter((f) => f.severity === 'note');
  test.each<readonly [string, (pack: Draft) => void, string, RegExp]>([
    [
      'a clause that nothing stands on',
      (p) => (p.clauses = { ...p.clauses, Z1: { quote: 'as is', says: p.name } }),
      'clauses.Z1',
      /stands on this clause/,
    ],
    [
      'a reading that nothing asks for',
      (p) =>
        (p.readings = [
          ...p.readings,
          {
            name: 'spare',
            clause: 'H1',
            label: words('spare'),
            default: null,
            values: [{ value: 'a', label: words('a') }],
          },
        ]),
      'readings.spare',
      /asks for this reading/,
    ],
    [
      'a course that no schedule covers, with an example',
      (p) => Object.assign(p, { schedules: p.schedules.slice(0, -1), tables: [] }),
      'categories.extension',
      /No schedule applies to a course of .* referred to the office/,
    ],
    [
      'a long text that nobody translated',
      edit(semester, { label: words('courses of a whole semester') }),
      'schedules.semester.label.es',
      /English ones/,
    ],
  ])('%s', (_, spoil, where, message) => {
    const found = noted(spoil);
    expect(found.find((f) => f.where === where)?.message).toMatch(message);
    expect(errors(spoilt(spoil))).toEqual([]);
  });
});

describe('where a new version stands among the others', () => {
  const others = [
    { version: '1', effectiveFrom: '2020-01-01', used: 9 },
    { version: '2', effectiveFrom: '2026-08-01', used: 3 },
    { version: '3', effectiveFrom: '2030-01-01', used: 0 },
  ];
  const found = (version: string, effectiveFrom: string, latestUse: string | null = null) =>
    auditVersion({ version, effectiveFrom }, others, latestUse).map((f) => [f.severity, f.where]);
  test('dated before one already used: refused; from its day on: not; before one never used: not', () => {
    expect(found('4', '2026-07-31')).toEqual([['error', 'effectiveFrom']]);
    expect(found('4', '2026-08-01')).toEqual([]);
    expect(found('4', '2029-12-31')).toEqual([]);
    expect(auditVersion({ version: '4', effectiveFrom: '2019-01-01' }, others, null)[0]?.message).toMatch(
      /Version 2, in force from Sat, Aug 1, 2026/,
    );
  });
  test('a number that is taken', () => {
    expect(found('2', '2031-01-01')).toEqual([['error', 'version']]);
  });
  test('courses decided already: a note up to the day the latest of them begins', () => {
    expect(found('4', '2026-09-08', '2026-09-08')).toEqual([['note', 'effectiveFrom']]);
    expect(found('4', '2026-09-09', '2026-09-08')).toEqual([]);
  });
});

test('the schema that editors use is the schema that packs are read with', async () => {
  const file = path.resolve(import.meta.dirname, '../../shared/policy/pack.schema.json');
  const schema = z.toJSONSchema(packSchema, { io: 'input', reused: 'ref' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
});
