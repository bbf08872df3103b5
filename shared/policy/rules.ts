import { compileCondition, type Test } from './condition';
import { compileDeadline, type DeadlineOf } from './deadline';
import { compileNotice, type NoticeRules } from './notice';
import type { Band, DecisionRule, Pack, Reading } from './pack';
import type { Words } from './words';
import { readingsByName } from './readings';

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
  /** The same without asking for the course’s length; null where the condition does not ask for it. */
  readonly testButLength: Test | null;
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

/** Resolves a pack's conditions, expressions and names once. */
export function compileRules(pack: Pack): Rules {
  return {
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
      testButLength: s.when.weeks === undefined ? null : compileCondition({ ...s.when, weeks: undefined }),
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
