import type { Problem } from '../errors';
import { courseTimeOf, type CourseTime } from './course-time';
import { printBound, type Bound } from './deadline';
import { determine } from './determine';
import type { Deadline, Determination } from './determination';
import type { Facts } from './facts';
import type { Band, Pack } from './pack';
import type { Words } from './words';
import { overrideProblem, readingsOf } from './readings';
import { compileRules, scheduleOf, type Rules } from './rules';

/** One version of a policy, checked and resolved, ready to decide. */
export type CompiledPack = {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly pack: Pack;
  readonly rules: Rules;
  /** Decides a case; the same facts give the same bytes. */
  evaluate(facts: Facts): Determination;
  /** Every limit this course has under the policy, in date order; a notice is not needed. */
  deadlines(facts: Facts): readonly Deadline[];
  /** What is wrong with facts in this policy's terms: an unknown category or reading. */
  problems(facts: Facts): readonly Problem[];
};

/** Resolves a pack once: schedules, deadlines, conditions and readings; the result decides fast. */
export function compile(pack: Pack): CompiledPack {
  const rules = compileRules(pack);
  return {
    id: pack.id,
    version: pack.version,
    effectiveFrom: pack.effectiveFrom,
    pack,
    rules,
    evaluate: (facts) => {
      const course = courseOf(rules, facts);
      return determine(rules, facts, course, () => {
        const limits = limitsOf(rules, facts, course);
        return { deadlines: deadlinesOf(limits), years: limits.flatMap((l) => l.years) };
      });
    },
    deadlines: (facts) => deadlinesOf(limitsOf(rules, facts, courseOf(rules, facts))),
    problems: (facts) => problemsOf(rules, facts),
  };
}

/** The course of some facts on this policy's clock. */
export function courseOf(rules: Rules, facts: Facts): CourseTime {
  return courseTimeOf(facts, rules.categories.get(facts.course.category)?.begins === 'term');
}

const deadlineOrder = [
  'approval-free',
  'petition',
  'register',
  'grade-free',
  'enrollment',
  'credentials',
  'accommodation',
  'support',
  'materials',
  'invoice',
];

/** One limit of a course with the first minute no longer inside it, and the years whose closures it was counted by. */
export type Limit = Deadline & { readonly until: number; readonly years: readonly number[] };

/** Every limit of a course with its minute, in date order; ties keep the contract's order. */
export function limitsOf(rules: Rules, facts: Facts, course: CourseTime): readonly Limit[] {
  const readings = readingsOf(rules.readings, facts.readings);
  const limits: Limit[] = [];
  let lower = -Infinity;
  const schedule = scheduleOf(rules, course, facts);
  for (const { until, data } of schedule?.bands ?? []) {
    const bound = until?.(course, readings, data.clause);
    if (bound === undefined || !exists(bound)) break;
    // A band that ends before it begins is empty.
    if (bound.until <= lower) continue;
    lower = bound.until;
    if (lower < Infinity)
      limits.push(limit(refundLimit(data).id, data.label, bound, refundLimit(data).percent, data.clause));
  }
  for (const { id, label, clause, test, through } of [...(schedule?.deadlines ?? []), ...rules.deadlines]) {
    if (!test(course, facts)) continue;
    const bound = through(course, readings, clause);
    if (exists(bound) && bound.until < Infinity) limits.push(limit(id, label, bound, null, clause));
  }
  return limits.sort((a, b) => a.until - b.until || rank(a.id) - rank(b.id));
}

/** How a band's end is told: by its percentage, which one that charges for elapsed time does not have before the day of the drop. */
export function refundLimit({ percent, proRata }: Band): { readonly id: string; readonly percent: number | null } {
  return proRata === undefined ? { id: `refund:${percent}`, percent } : { id: 'refund:pro-rata', percent: null };
}

function exists(bound: Bound): boolean {
  return bound.missing === null && !bound.absent;
}

/** Bands come before the other deadlines of the same moment, in their own order. */
function rank(id: string): number {
  return deadlineOrder.indexOf(id);
}

function limit(id: string, label: Words, bound: Bound, percent: number | null, clause: string): Limit {
  const { until, years } = bound;
  return { id, label: label.en, through: printBound(until, bound.lastInside), percent, clause, until, years };
}

function deadlinesOf(limits: readonly Limit[]): readonly Deadline[] {
  return limits.map(({ id, label, through, percent, clause }) => ({
    id,
    label,
    through,
    percent,
    clause,
  }));
}

function problemsOf(rules: Rules, facts: Facts): readonly Problem[] {
  const problems: Problem[] = [];
  if (!rules.categories.has(facts.course.category))
    problems.push({ field: 'course.category', message: `is not a category of ${rules.pack.id}` });
  for (const [name, value] of Object.entries(facts.readings ?? {})) {
    const problem = overrideProblem(rules.readings.get(name), value);
    if (problem !== null) problems.push({ field: `readings.${name}`, message: problem });
  }
  return problems;
}
