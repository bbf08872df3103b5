import { butLength, compileCondition, type Test } from './condition';
import { compileDeadline, type DeadlineOf } from './deadline';
import type { DeadlineExpression } from './expression';
import { compileLimitValues, type LimitValues } from './limit-values';
import { endWords } from './limit-words';
import { compileNotice, type NoticeRules } from './notice';
import type { Band, DecisionRule, Pack, Reading, Schedule } from './pack';
import type { Words } from './words';
import { readingsByName } from './readings';

/** A band with its end resolved; `until` is null for the last, `share` where it ends with a share of course time. */
export type CompiledBand = {
  readonly data: Band;
  readonly until: DeadlineOf | null;
  /** What the worksheet tells of its end; null for the last. */
  readonly limit: LimitValues | null;
  readonly share: { readonly percent: number; readonly basis: string } | null;
  /** Whether its end counts days or meetings, of which a course may have fewer. */
  readonly countsDays: boolean;
  /** What its end is called in the policy’s own words, where the worksheet says so. */
  readonly named: Words | null;
};

/** A schedule with its condition and bands resolved. */
export type CompiledSchedule = {
  readonly id: string;
  readonly clause: string;
  readonly rule: string;
  readonly label: Words;
  readonly test: Test;
  /** The same without asking for the course’s length; null where the condition does not ask for it. */
  readonly testButLength: Test | null;
  readonly bands: readonly CompiledBand[];
  readonly deadlines: readonly CompiledDeadline[];
};

/** A limit beside the refunds, with its condition and its expression resolved. */
export type CompiledDeadline = {
  readonly id: string;
  readonly label: Words;
  readonly clause: string;
  readonly test: Test;
  readonly through: DeadlineOf;
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
  readonly deadlines: readonly CompiledDeadline[];
};

/** Resolves a pack's conditions, expressions and names once. */
export function compileRules(pack: Pack): Rules {
  return {
    pack,
    categories: new Map(pack.categories.map((c) => [c.id, c])),
    readings: readingsByName(pack),
    notice: compileNotice(pack),
    refer: pack.refer.map((r) => ({ test: compileCondition(r.when), clause: r.clause })),
    schedules: pack.schedules.map(compileSchedule),
    decisions: new Map(
      pack.decisions.map((d) => [
        d.kind,
        { ...d, receivedBy: d.receivedBy === undefined ? null : compileDeadline(d.receivedBy) },
      ]),
    ),
    federal: pack.federal === null ? null : { test: compileCondition(pack.federal.when), clause: pack.federal.clause },
    deadlines: pack.deadlines.map(compileLimit),
  };
}

function compileSchedule({ id, clause, rule, label, when, bands, deadlines }: Schedule): CompiledSchedule {
  const rest = butLength(when);
  return {
    id,
    clause,
    rule,
    label,
    test: compileCondition(when),
    testButLength: rest === null ? null : compileCondition(rest),
    bands: bands.map((data, i) => ({
      data,
      until: endOf(data),
      limit: data.until === undefined ? null : compileLimitValues(data.until),
      share: data.until?.kind === 'share' ? { percent: data.until.percent, basis: data.until.basis } : null,
      countsDays: data.until !== undefined && countsDays(data.until),
      named: namedBy(data, bands[i - 1]?.until ?? null),
    })),
    deadlines: deadlines?.map(compileLimit) ?? [],
  };
}

function endOf({ until, untilClause }: Band): DeadlineOf | null {
  if (until === undefined) return null;
  const end = compileDeadline(until);
  return untilClause === undefined ? end : (course, readings) => end(course, readings, untilClause);
}

function namedBy({ until, rule }: Band, before: DeadlineExpression | null): Words | null {
  if (until === undefined || rule !== 'by-named-limit') return null;
  return { en: endWords(until, 'en', before), es: endWords(until, 'es', before) };
}

function countsDays(expression: DeadlineExpression): boolean {
  return 'of' in expression
    ? expression.of.some(countsDays)
    : ['class-day', 'meeting-day', 'meeting-starts'].includes(expression.kind);
}

function compileLimit({ id, label, clause, when, through }: Pack['deadlines'][number]): CompiledDeadline {
  return { id, label, clause, test: compileCondition(when), through: compileDeadline(through) };
}

/** The schedule that a course falls under: the first whose condition holds; undefined where the policy has none for it. */
export function scheduleOf(
  rules: Rules,
  course: Parameters<Test>[0],
  facts: Parameters<Test>[1],
): CompiledSchedule | undefined {
  for (const schedule of rules.schedules) if (schedule.test(course, facts)) return schedule;
  return undefined;
}
