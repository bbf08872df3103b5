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
  auditGaps(pack, matches, error, note);
  auditEnds(pack, matches, error);
}

/** Says, once for each category, that some courses have no schedule: an error where they lie between others that have one. */
function auditGaps(pack: Pack, matches: readonly Match[], error: Say, note: Say): void {
  const covered = new Map<string, Sample[]>();
  for (const { sample, ids } of matches) {
    if (ids.length === 0 || sample.count === 0) continue;
    const own = covered.get(sample.kind);
    if (own === undefined) covered.set(sample.kind, [sample]);
    else own.push(sample);
  }
  for (const { id } of pack.categories) {
    const open = matches.filter((m) => m.ids.length === 0 && m.sample.course.category === id);
    const [first] = open;
    if (first === undefined) continue;
    const between = open.find(({ sample }) => isBetween(sample, covered.get(sample.kind) ?? []));
    const shown = said(pack, (between ?? first).sample);
    if (between === undefined)
      note(`categories.${id}`, `No schedule applies to ${shown}: such courses are referred to the office.`);
    else
      error(
        `categories.${id}`,
        `No schedule applies to ${shown}, though one does to shorter and to longer ones. Close the gap.`,
      );
  }
}

type Match = { readonly sample: Sample; readonly ids: readonly string[] };

/** Says each band that no course can come into, since its end never lies after the end of the one before it. */
function auditEnds(pack: Pack, matches: readonly Match[], error: Say): void {
  const { rules } = compile(pack);
  const windows = pack.readings.filter((r) => r.window === true);
  const given = Object.fromEntries(windows.map((r) => [r.name, { days: 14, capDaysAfterPayment: null }]));
  for (const schedule of rules.schedules) {
    // Beyond the first the bands have an end to compare with; a band is alive once one course comes into it.
    const seen = schedule.bands.map(({ until }, i) => ({ alive: i === 0 || until === null, dead: false }));
    for (const { sample, ids } of matches) {
      if (!ids.includes(schedule.id)) continue;
      if (seen.every((state) => state.alive)) break;
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

/** Whether schedules cover a course with fewer and one with more meetings, or a shorter and a longer one, of the same kind. */
function isBetween({ count, weeks }: Sample, covered: readonly Sample[]): boolean {
  if (count === 0) return false;
  const around = (of: (s: Sample) => number, own: number, among: (s: Sample) => boolean): boolean =>
    covered.some((s) => among(s) && of(s) < own) && covered.some((s) => among(s) && of(s) > own);
  return (
    around(
      (s) => s.count,
      count,
      (s) => s.weeks === weeks,
    ) ||
    around(
      (s) => s.weeks,
      weeks,
      (s) => s.count === count,
    )
  );
}

function said(pack: Pack, { course, count, weeks }: Sample): string {
  const category = pack.categories.find((c) => c.id === course.category)?.label.en ?? course.category;
  const long = weeks === 0 ? 'less than five days' : weeks === 1 ? '1 week' : `${weeks} weeks`;
  return `a course of ${category} with ${count} ${count === 1 ? 'meeting' : 'meetings'} in ${long}${course.arranged ? ', arranged' : ''}`;
}
