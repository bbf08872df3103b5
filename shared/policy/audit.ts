import { calendarOf } from '../calendar';
import { compileCondition } from './condition';
import type { CourseTime } from './course-time';
import type { Facts } from './facts';
import type { Condition, Pack } from './pack';

/** One thing that a schema cannot see: an error makes the pack unusable, a note is for the person who wrote it. */
export type Finding = { readonly severity: 'error' | 'note'; readonly where: string; readonly message: string };

const deadlineIds =
  'approval-free petition register grade-free enrollment credentials accommodation support materials invoice'.split(
    ' ',
  );

/**
 * Looks a pack over for what its schema cannot see: gaps and overlaps between schedules, percentages that rise, values without a
 * citation, names that nothing bears. A pack with an error must not decide anything.
 */
export function audit(pack: Pack): readonly Finding[] {
  const findings: Finding[] = [];
  const error = (where: string, message: string): void => void findings.push({ severity: 'error', where, message });
  const note = (where: string, message: string): void => void findings.push({ severity: 'note', where, message });

  unique(
    pack.categories.map((c) => c.id),
    'categories',
    error,
  );
  unique(
    pack.schedules.map((s) => s.id),
    'schedules',
    error,
  );
  unique(
    pack.readings.map((r) => r.name),
    'readings',
    error,
  );
  unique(
    pack.decisions.map((d) => d.kind),
    'decisions',
    error,
  );

  for (const [where, clause] of citations(pack))
    if (!Object.hasOwn(pack.clauses, clause)) error(where, `cites ${clause}, which is not a clause of the pack`);
  const cited = new Set(citations(pack).map(([, clause]) => clause));
  for (const [clause, { quote }] of Object.entries(pack.clauses)) {
    if (quote.trim() === '') error(`clauses.${clause}`, 'has no words of the source');
    if (!cited.has(clause)) note(`clauses.${clause}`, 'is cited by nothing');
  }

  const readings = new Map(pack.readings.map((r) => [r.name, r]));
  const used = new Set<string>(['effective', ...readingNames(pack)]);
  for (const name of used) if (!readings.has(name)) error('readings', `has no reading named ${name}`);
  for (const { name, values, default: given, window } of pack.readings) {
    if (!used.has(name)) note(`readings.${name}`, 'is used by nothing');
    if (window !== true && given !== null && !values.some((v) => v.value === given))
      error(`readings.${name}`, 'has a default that is not one of its values');
  }

  const categories = new Set(pack.categories.map((c) => c.id));
  for (const [where, condition] of conditions(pack))
    for (const category of condition.categories ?? [])
      if (!categories.has(category)) error(where, `names ${category}, which is not a category of the pack`);

  for (const { id, bands } of pack.schedules) {
    unique(
      bands.map((b) => b.id),
      `schedules.${id}`,
      error,
    );
    bands.forEach((band, i) => {
      const where = `schedules.${id}.${band.id}`;
      const before = bands[i - 1];
      const last = i === bands.length - 1;
      if (last && band.until !== undefined)
        error(where, 'is the last band and has an end: after it nothing would decide');
      if (!last && band.until === undefined) error(where, 'has no end, so that the bands after it can never decide');
      if (before !== undefined && band.percent > before.percent) error(where, 'gives more than the band before it');
      const { petition } = band;
      if (petition !== undefined && !pack.decisions.some((d) => d.kind === petition.decision))
        error(where, `needs a petition of kind ${petition.decision}, which the pack does not know`);
    });
  }
  for (const { id } of pack.deadlines)
    if (!deadlineIds.includes(id)) error(`deadlines.${id}`, 'is not one of the deadlines that letters and sheets know');

  const matches = shapes(pack).map((shape) => ({ shape, ids: matching(pack, shape) }));
  for (const { shape, ids } of firstOfEach(matches.filter((m) => m.ids.length > 1)))
    error(`schedules.${ids.join(' and ')}`, `both apply to ${said(shape)}`);
  for (const { shape } of firstOfEach(matches.filter((m) => m.ids.length === 0)))
    note(`categories.${shape.facts.course.category}`, `no schedule applies to ${said(shape)}: it would be referred`);
  return findings;
}

type Shape = { readonly course: CourseTime; readonly facts: Facts; readonly weeks: number };

/** Courses of every shape that the pack's conditions can tell apart: category, arranged, meetings, length, aid and track. */
function shapes(pack: Pack): readonly Shape[] {
  const asked = conditions(pack).map(([, condition]) => condition);
  const both = [false, true];
  const arrangements = asked.some((c) => c.arranged !== undefined) ? both : [false];
  const aids = asked.some((c) => c.federalAid !== undefined) ? both : [false];
  const tracks = asked.some((c) => c.track !== undefined) ? (['audit', 'verified'] as const) : (['verified'] as const);
  const lengths = asked.some((c) => c.weeks !== undefined) ? Array.from({ length: 21 }, (_, i) => i) : [20];
  const all: Shape[] = [];
  for (const { id } of pack.categories)
    for (const arranged of arrangements)
      for (const track of tracks)
        for (const aid of aids)
          for (const weeks of lengths)
            for (let count = 0; count <= 20; count++) {
              // Day numbers of a course that long: four days, or whole weeks less the weekend's end.
              const last = weeks === 0 ? 3 : weeks * 7 - 1;
              if (count <= last + 1) all.push({ ...shapeOf(id, arranged, count, last, aid, track), weeks });
            }
  return all;
}

function shapeOf(
  category: string,
  arranged: boolean,
  count: number,
  last: number,
  federalAid: boolean,
  track: 'audit' | 'verified',
): Omit<Shape, 'weeks'> {
  const days = Array.from({ length: count }, (_, i) => (i === count - 1 && count > 1 ? last : i));
  return {
    course: {
      category,
      arranged,
      meetings: days.map((day) => ({ start: day * 1440, end: (day + 1) * 1440, day, timed: false })),
      allTimed: false,
      termBegins: 0,
      termEnds: last,
      starts: 0,
      ends: last,
      paidOn: null,
      refundableUntil: null,
      enrollmentDeadline: null,
      calendar: calendarOf(null),
      begins: 0,
      beginsWithTerm: false,
    },
    facts: {
      policy: '',
      course: { category, arranged },
      fees: { assessed: 0, collected: 0 },
      student: { federalAid, track },
    },
  };
}

function matching(pack: Pack, { course, facts }: Shape): readonly string[] {
  if (pack.refer.some((r) => tested(r.when)(course, facts))) return ['refer'];
  return pack.schedules.filter((s) => tested(s.when)(course, facts)).map((s) => s.id);
}

const tests = new WeakMap<Condition, ReturnType<typeof compileCondition>>();

function tested(condition: Condition): ReturnType<typeof compileCondition> {
  const known = tests.get(condition) ?? compileCondition(condition);
  tests.set(condition, known);
  return known;
}

/** One example of each pair of category and schedules, so that a gap is said once. */
function firstOfEach<T extends { readonly shape: Shape; readonly ids: readonly string[] }>(all: readonly T[]): T[] {
  const seen = new Set<string>();
  return all.filter(({ shape, ids }) => {
    const key = [shape.facts.course.category, ...ids].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function said({ course, weeks }: Shape): string {
  return `${course.category}, ${course.meetings.length} meetings, ${weeks} weeks${course.arranged ? ', arranged' : ''}`;
}

function unique(names: readonly string[], where: string, error: (where: string, message: string) => void): void {
  for (const name of new Set(names.filter((n, i) => names.indexOf(n) !== i)))
    error(where, `has ${name} more than once`);
}

/** Every clause the pack cites, and where. */
function citations(pack: Pack): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  walk(pack, '', (where, key, value) => {
    if (typeof value === 'string' && (key === 'clause' || key.endsWith('Clause'))) found.push([where, value]);
  });
  return found;
}

function readingNames(pack: Pack): readonly string[] {
  const found: string[] = [];
  walk(pack, '', (where, key, value) => {
    if (typeof value === 'string' && (key === 'reading' || key === 'basis' || key === 'boundary')) found.push(value);
    if (where === 'dueReading.name' && typeof value === 'string') found.push(value);
  });
  return found;
}

function conditions(pack: Pack): readonly (readonly [string, Condition])[] {
  const found: (readonly [string, Condition])[] = [];
  walk(pack, '', (where, key, value) => {
    if (key === 'when' && typeof value === 'object' && value !== null) found.push([where, value]);
  });
  return found;
}

/** Visits every value of a pack with its path and its own key. */
function walk(value: unknown, path: string, visit: (where: string, key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, own] of Object.entries(value)) {
    const where = path === '' ? key : `${path}.${key}`;
    visit(where, key, own);
    walk(own, where, visit);
  }
}
