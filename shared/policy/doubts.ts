import { hasClosuresIn } from '../calendar';
import { courseOf, refundLimit, type CompiledPack } from './compile';
import type { Bound } from './deadline';
import type { Facts } from './facts';
import { readingsOf } from './readings';
import { scheduleOf } from './rules';
import type { Words } from './words';

/**
 * A deadline that a sheet must not print as a date: facts are `missing` to know it; it was counted over `years` without a closure in the
 * office's calendar; or the course has no such day (`absent`).
 */
export type Doubt = {
  readonly id: string;
  readonly label: string;
  readonly percent: number | null;
  readonly clause: string;
  readonly missing: readonly string[];
  readonly years: readonly number[];
  readonly absent: boolean;
};

/** What keeps a course's sheet from being whole. `refer` is the clause by which the policy has no rule for the course at all. */
export type Doubts = { readonly refer: string | null; readonly deadlines: readonly Doubt[] };

/** The deadlines of a course that cannot be dated from what is known, each with why; those that can are `CompiledPack.deadlines`. */
export function doubtsOf({ rules }: CompiledPack, facts: Facts): Doubts {
  const course = courseOf(rules, facts);
  const referred = rules.refer.find((r) => r.test(course, facts));
  if (referred !== undefined) return { refer: referred.clause, deadlines: [] };
  const readings = readingsOf(rules.readings, facts.readings);
  const doubts: Doubt[] = [];
  const look = (id: string, label: Words, percent: number | null, clause: string, bound: Bound): boolean => {
    const years = [...new Set(bound.years)].filter((year) => !hasClosuresIn(course.calendar, year));
    const { missing, absent } = bound;
    if (missing !== null || absent || years.length > 0)
      doubts.push({ id, label: label.en, percent, clause, missing: missing ?? [], years, absent });
    return absent;
  };
  const schedule = scheduleOf(rules, course, facts);
  let lacking: readonly string[] | null = null;
  for (const { until, data } of schedule?.bands ?? []) {
    if (until === null) continue;
    const own = until(course, readings, data.clause);
    // A limit after one that nobody knows may be no limit of this course at all.
    const bound: Bound = own.missing === null && lacking !== null ? { ...own, missing: lacking } : own;
    lacking = bound.missing;
    // Which row of the policy covers the course is then open, and with it every later limit.
    const { id, percent } = refundLimit(data);
    if (look(id, data.label, percent, data.clause, bound)) break;
  }
  for (const { id, label, clause, test, through } of [...rules.deadlines, ...(schedule?.deadlines ?? [])])
    if (test(course, facts)) look(id, label, null, clause, through(course, readings, clause));
  if (schedule !== undefined) return { refer: null, deadlines: doubts };
  // Without its length nobody can say which rule covers the course; with it, none does.
  const unknown = rules.schedules.find((s) => s.testButLength?.(course, facts) === true);
  const own = rules.categories.get(course.category)?.clause ?? rules.pack.unknownDecisionClause;
  if (unknown === undefined) return { refer: own, deadlines: doubts };
  const label = unknown.label.en;
  return {
    refer: null,
    deadlines: [
      { id: 'refund', label, percent: null, clause: unknown.clause, missing: ['meetings'], years: [], absent: false },
      ...doubts,
    ],
  };
}
