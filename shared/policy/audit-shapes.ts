import type { Say } from './audit';
import { compile } from './compile';
import { compileCondition, type Test } from './condition';
import type { Condition, Pack } from './pack';
import { readingsOf } from './readings';
import { sampleCourses, type Sample } from './sample-courses';

/**
 * Tries a pack on courses of every shape that its conditions can tell apart: two schedules for one course, a gap between the courses that
 * schedules cover, and a band that no course can ever come into.
 */
export function auditShapes(pack: Pack, error: Say, note: Say): void {
  const samples = sampleCourses(pack);
  const matches: readonly Match[] = samples.map((sample) => ({ sample, ids: matching(pack, sample) }));
  const overlaps = firstOfEach(matches.filter((m) => m.ids.length > 1));
  for (const { sample, ids } of overlaps) {
    const names = ids.map((id) => `“${pack.schedules.find((s) => s.id === id)?.label.en ?? id}”`);
    error(
      `schedules.${ids[1]}.when`,
      `${names.join(' and ')} both apply to ${said(pack, sample)}. Change one so that each course has one schedule.`,
    );
  }
  const covered = new Set(matches.filter((m) => m.ids.length > 0).map((m) => m.sample));
  for (const { sample } of firstOfEach(matches.filter((m) => m.ids.length === 0))) {
    const where = `categories.${sample.course.category}`;
    const between = matches.find(
      (m) => m.ids.length === 0 && sameBut(m.sample, sample) && isBetween(m.sample, samples, covered),
    );
    const shown = said(pack, between?.sample ?? sample);
    if (between === undefined) note(where, `No schedule applies to ${shown}: such courses are referred to the office.`);
    else error(where, `No schedule applies to ${shown}, though one does to shorter and to longer ones. Close the gap.`);
  }
  auditEnds(pack, matches, error);
}

type Match = { readonly sample: Sample; readonly ids: readonly string[] };

/** Says each band that no course can come into, since its end never lies after the end of the one before it. */
function auditEnds(pack: Pack, matches: readonly Match[], error: Say): void {
  const { rules } = compile(pack);
  const windows = pack.readings.filter((r) => r.window === true);
  const given = Object.fromEntries(windows.map((r) => [r.name, { days: 14, capDaysAfterPayment: null }]));
  for (const schedule of rules.schedules) {
    // Beyond the first the bands have an end to compare with; a band is alive once one course comes into it.
    const seen = schedule.bands.map(() => ({ alive: false, dead: false }));
    for (const { sample, ids } of matches) {
      if (!ids.includes(schedule.id)) continue;
      const { course } = sample;
      const readings = readingsOf(rules.readings, given);
      let lower = -Infinity;
      for (const [i, band] of schedule.bands.entries()) {
        const bound = band.until?.(course, readings, band.data.clause);
        if (bound === undefined || bound.missing !== null || bound.absent) break;
        const state = seen[i];
        if (state !== undefined && bound.until > lower) state.alive = true;
        else if (state !== undefined) state.dead = true;
        lower = Math.max(lower, bound.until);
      }
    }
    schedule.bands.forEach(({ data }, i) => {
      if (i > 0 && seen[i]?.alive === false && seen[i].dead)
        error(
          `schedules.${schedule.id}.bands.${data.id}.until`,
          `This ends when the one before it does, or earlier, so that “${data.label.en}” never applies. Move one of the two ends.`,
        );
    });
  }
}

function matching(pack: Pack, { course, facts }: Sample): readonly string[] {
  if (pack.refer.some((r) => tested(r.when)(course, facts))) return ['refer'];
  return pack.schedules.filter((s) => tested(s.when)(course, facts)).map((s) => s.id);
}

const tests = new WeakMap<Condition, Test>();

function tested(condition: Condition): Test {
  const known = tests.get(condition) ?? compileCondition(condition);
  tests.set(condition, known);
  return known;
}

/** One example of each pair of category and schedules, so that a gap is said once. */
function firstOfEach<T extends { readonly sample: Sample; readonly ids: readonly string[] }>(all: readonly T[]): T[] {
  const seen = new Set<string>();
  return all.filter(({ sample, ids }) => {
    const key = [sample.course.category, ...ids].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether two courses differ at most in their meetings and their length. */
function sameBut(a: Sample, b: Sample): boolean {
  return a.kind === b.kind;
}

/** Whether schedules cover a course with fewer and one with more meetings, or a shorter and a longer one, of the same kind. */
function isBetween(own: Sample, samples: readonly Sample[], covered: ReadonlySet<Sample>): boolean {
  const { count, weeks, kind } = own;
  if (count === 0) return false;
  const same = samples.filter((s) => s.kind === kind && s.count > 0 && covered.has(s));
  const ofLength = same.filter((s) => s.weeks === weeks);
  const ofCount = same.filter((s) => s.count === count);
  return (
    (ofLength.some((s) => s.count < count) && ofLength.some((s) => s.count > count)) ||
    (ofCount.some((s) => s.weeks < weeks) && ofCount.some((s) => s.weeks > weeks))
  );
}

function said(pack: Pack, { course, count, weeks }: Sample): string {
  const category = pack.categories.find((c) => c.id === course.category)?.label.en ?? course.category;
  const long = weeks === 0 ? 'less than five days' : weeks === 1 ? '1 week' : `${weeks} weeks`;
  return `a course of ${category} with ${count} ${count === 1 ? 'meeting' : 'meetings'} in ${long}${course.arranged ? ', arranged' : ''}`;
}
