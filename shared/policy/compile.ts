import type { Problem } from '../errors';
import { dayNumber, dayText, minutesOfDay } from '../day';
import { settle } from './amounts';
import { compileCondition, type Test } from './condition';
import { courseTimeOf, type CourseTime } from './course-time';
import { compileDeadline, printBound, type DeadlineOf } from './deadline';
import { decide, type Answer } from './decide';
import type { Alternative, Deadline, Determination, Step } from './determination';
import type { Facts } from './facts';
import { compileNotice, type NoticeRules } from './notice';
import type { Band, DecisionRule, Pack, Reading, Words } from './pack';
import { overrideProblem, readingsByName, readingsOf, type Readings } from './readings';

/** A band with its end resolved; `until` is null for the last, `share` where it ends with a share of course time. */
export type CompiledBand = {
  readonly data: Band;
  readonly until: DeadlineOf | null;
  readonly share: { readonly percent: number; readonly basis: string } | null;
};

/** A schedule with its condition and bands resolved. */
export type CompiledSchedule = {
  readonly id: string;
  readonly clause: string;
  readonly rule: string;
  readonly label: Words;
  readonly test: Test;
  readonly bands: readonly CompiledBand[];
};

type CompiledDecision = Omit<DecisionRule, 'receivedBy'> & { readonly receivedBy: DeadlineOf | null };

/** A pack's rules, resolved once and read by every decision. */
export type Rules = {
  readonly pack: Pack;
  readonly categories: ReadonlyMap<string, Pack['categories'][number]>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly notice: NoticeRules;
  readonly refer: readonly { readonly test: Test; readonly clause: string }[];
  readonly schedules: readonly CompiledSchedule[];
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
  readonly federal: { readonly test: Test; readonly clause: string } | null;
  readonly deadlines: readonly {
    readonly id: string;
    readonly label: Words;
    readonly clause: string;
    readonly test: Test;
    readonly through: DeadlineOf;
  }[];
};

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
  const rules: Rules = {
    pack,
    categories: new Map(pack.categories.map((c) => [c.id, c])),
    readings: readingsByName(pack),
    notice: compileNotice(pack),
    refer: pack.refer.map((r) => ({ test: compileCondition(r.when), clause: r.clause })),
    schedules: pack.schedules.map((s) => ({
      id: s.id,
      clause: s.clause,
      rule: s.rule,
      label: s.label,
      test: compileCondition(s.when),
      bands: s.bands.map((data) => ({
        data,
        until: data.until === undefined ? null : compileDeadline(data.until),
        share: data.until?.kind === 'share' ? { percent: data.until.percent, basis: data.until.basis } : null,
      })),
    })),
    decisions: new Map(
      pack.decisions.map((d) => [
        d.kind,
        { ...d, receivedBy: d.receivedBy === undefined ? null : compileDeadline(d.receivedBy) },
      ]),
    ),
    federal: pack.federal === null ? null : { test: compileCondition(pack.federal.when), clause: pack.federal.clause },
    deadlines: pack.deadlines.map((d) => ({
      id: d.id,
      label: d.label,
      clause: d.clause,
      test: compileCondition(d.when),
      through: compileDeadline(d.through),
    })),
  };
  return {
    id: pack.id,
    version: pack.version,
    effectiveFrom: pack.effectiveFrom,
    pack,
    rules,
    evaluate: (facts) => determine(rules, facts),
    deadlines: (facts) => deadlinesOf(rules, facts, courseOf(rules, facts)),
    problems: (facts) => problemsOf(rules, facts),
  };
}

/** The course of some facts on this policy's clock. */
export function courseOf(rules: Rules, facts: Facts): CourseTime {
  return courseTimeOf(facts, rules.categories.get(facts.course.category)?.begins === 'term');
}

function determine(rules: Rules, facts: Facts): Determination {
  const course = courseOf(rules, facts);
  const readings = readingsOf(rules.readings, facts.readings);
  const steps: Step[] = [];
  const answer = decide(rules, facts, course, readings, steps);
  const settlement = settle(facts.fees, answer);
  const refundExpected = expectedOf(rules, facts, answer);
  if (refundExpected !== null && rules.pack.promise !== null)
    steps.push({ clause: rules.pack.promise.clause, rule: 'promise', values: refundExpected });
  if (answer.notation === 'W')
    steps.push({ clause: answer.clause, rule: 'notation', values: { notation: answer.notation } });
  return {
    ...(facts.id == null ? {} : { id: facts.id }),
    policy: rules.pack.id,
    version: rules.pack.version,
    outcome: answer.outcome,
    percent: answer.percent,
    refund: answer.refund,
    cancelled: answer.cancelled,
    withheld: answer.withheld,
    kept: facts.fees.assessed - answer.refund - answer.cancelled,
    settlement,
    effective: answer.effective?.printed ?? null,
    clause: answer.clause,
    notation: answer.notation,
    missing: answer.missing,
    deadlines: answer.outcome === 'refer' ? [] : deadlinesOf(rules, facts, course),
    readings: [...readings.applied].map(([name, { value, clause }]) => ({ name, value, clause })),
    alternatives: alternativesOf(rules, facts, course, readings, answer),
    refundExpected,
    cautions: answer.cautions,
    steps,
  };
}

/** When a refund is promised: so many days after the effective day, or after the day the class was cancelled; null where nothing is refunded. */
function expectedOf(rules: Rules, facts: Facts, answer: Answer): Determination['refundExpected'] {
  const { promise } = rules.pack;
  if (promise === null || answer.outcome !== 'refund' || answer.refund === 0) return null;
  const from =
    answer.effective !== null
      ? Math.floor(answer.effective.at / minutesOfDay)
      : facts.course.cancelledOn == null
        ? null
        : dayNumber(facts.course.cancelledOn);
  return from === null ? null : { from: dayText(from + promise.fromDays), to: dayText(from + promise.toDays) };
}

function alternativesOf(
  rules: Rules,
  facts: Facts,
  course: CourseTime,
  readings: Readings,
  answer: Answer,
): readonly Alternative[] {
  const found: Alternative[] = [];
  for (const [name, applied] of readings.applied) {
    for (const { value } of rules.readings.get(name)?.values ?? []) {
      if (value === applied.value) continue;
      const other = decide(rules, facts, course, readingsOf(rules.readings, facts.readings, { name, value }), null);
      if (other.outcome === 'incomplete') continue;
      if (other.percent === answer.percent && other.refund === answer.refund && other.cancelled === answer.cancelled)
        continue;
      found.push({ reading: name, value, percent: other.percent, refund: other.refund, cancelled: other.cancelled });
    }
  }
  return found;
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

/** Every limit of a course with its minute, in date order; ties keep the contract's order. */
export function limitsOf(
  rules: Rules,
  facts: Facts,
  course: CourseTime,
): readonly (Deadline & { readonly until: number })[] {
  const readings = readingsOf(rules.readings, facts.readings);
  const limits: (Deadline & { until: number; rank: number })[] = [];
  const schedule = rules.schedules.find((s) => s.test(course, facts));
  let lower = -Infinity;
  for (const band of schedule?.bands ?? []) {
    const bound = band.until?.(course, readings, band.data.clause);
    if (bound === undefined || 'missing' in bound) break;
    const empty = bound.until <= lower;
    lower = Math.max(lower, bound.until);
    if (empty || bound.until === Infinity) continue;
    limits.push({
      id: `refund:${band.data.percent}`,
      label: band.data.label.en,
      through: printBound(bound.until, bound.lastInside),
      percent: band.data.percent,
      clause: band.data.clause,
      until: bound.until,
      rank: -1,
    });
  }
  for (const deadline of rules.deadlines) {
    if (!deadline.test(course, facts)) continue;
    const bound = deadline.through(course, readings, deadline.clause);
    if ('missing' in bound || bound.until === Infinity) continue;
    limits.push({
      id: deadline.id,
      label: deadline.label.en,
      through: printBound(bound.until, bound.lastInside),
      percent: null,
      clause: deadline.clause,
      until: bound.until,
      rank: deadlineOrder.indexOf(deadline.id),
    });
  }
  limits.sort((a, b) => a.until - b.until || a.rank - b.rank);
  return limits.map(({ rank: _, ...limit }) => limit);
}

function deadlinesOf(rules: Rules, facts: Facts, course: CourseTime): readonly Deadline[] {
  return limitsOf(rules, facts, course).map(({ id, label, through, percent, clause }) => ({
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
