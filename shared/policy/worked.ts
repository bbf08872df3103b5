import { z } from 'zod';
import { weekdays } from '../calendar';
import { dayNumber, dayText, weekdayOf } from '../day';
import { formatCents, formatPercent } from '../money';
import type { CompiledPack } from './compile';
import type { Determination } from './determination';
import { evaluate } from './evaluate';
import { readFacts } from './facts';
import { clause } from './words';

// A pack's worked cases: facts, what the policy gives for them, and why in words, worked out by hand from the clauses. They are
// written short: offices by name, and the meetings of a course as their first day, their number and their times.

const days = z.iso.date();

/** Meetings written short: the first day, how many there are, at which times, on which weekdays (else weekly), and the days left out. */
const weeklySchema = z.strictObject({
  first: days,
  count: z.number().int().min(0).max(1000),
  from: z.string().optional(),
  to: z.string().optional(),
  days: z.array(z.enum(weekdays)).min(1).optional(),
  except: z.array(days).optional(),
});

const caseSchema = z.strictObject({
  id: z.string().min(1),
  clause,
  /** The sum in words, so that a person can follow it without the program. */
  why: z.string().min(20),
  facts: z.looseObject({ course: z.looseObject({ weekly: weeklySchema.optional() }), office: z.string() }),
  /** The fields of the determination that the policy settles; those left out are not compared. */
  expect: z.record(z.string(), z.unknown()),
});

/** The schema of a file of worked cases. */
export const casesSchema = z.strictObject({
  offices: z.record(z.string(), z.record(z.string(), z.unknown())),
  cases: z.array(caseSchema),
});
export type CasesFile = z.infer<typeof casesSchema>;

/** A worked case with its facts written out as the contract has them. */
export type WorkedCase = {
  readonly id: string;
  readonly clause: string;
  readonly why: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
};

/** How a worked case came out, with every field that is not as it expects, in words. */
export type CaseResult = {
  readonly id: string;
  readonly clause: string;
  readonly why: string;
  readonly passed: boolean;
  readonly differences: readonly { readonly field: string; readonly expected: string; readonly found: string }[];
};

/** The worked cases of a file for a policy, written out. An office that the file does not have is left null. */
export function writtenOut(policy: string, { offices, cases }: CasesFile): readonly WorkedCase[] {
  return cases.map((own) => {
    const { weekly, ...course } = own.facts.course;
    const office = Object.hasOwn(offices, own.facts.office) ? offices[own.facts.office] : null;
    return {
      ...own,
      facts: {
        ...own.facts,
        id: own.id,
        policy,
        office,
        course: weekly === undefined ? course : { ...course, meetings: meetingsOf(weekly) },
      },
    };
  });
}

/** Decides every worked case of a file by a pack, through the one engine, and says what comes out otherwise than expected. */
export function runWorkedCases(pack: CompiledPack, file: CasesFile): readonly CaseResult[] {
  return writtenOut(pack.id, file).map((own) => {
    const differences = differencesOf(pack, own);
    return { id: own.id, clause: own.clause, why: own.why, passed: differences.length === 0, differences };
  });
}

function differencesOf(pack: CompiledPack, { facts, expect }: WorkedCase): CaseResult['differences'] {
  const read = readFacts(facts);
  const decided = 'problems' in read ? read : evaluate(read.facts, [pack]);
  if ('problems' in decided)
    return decided.problems.map(({ field, message }) => ({
      field,
      expected: 'facts that can be read',
      found: message,
    }));
  const found = comparable(decided.determination);
  return Object.entries(expect).flatMap(([field, expected]) => {
    const own = Object.hasOwn(found, field) ? found[field] : undefined;
    return same(expected, own) ? [] : [{ field, expected: shown(field, expected), found: shown(field, own) }];
  });
}

/** A determination as cases compare it: a deadline without its label, which the pack may word anew. */
function comparable(determination: Determination): Readonly<Record<string, unknown>> {
  const deadlines = determination.deadlines.map(({ id, through, percent, clause: own }) => ({
    id,
    through,
    percent,
    clause: own,
  }));
  return { ...determination, deadlines };
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        Object.hasOwn(b, name) && same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
    )
  );
}

const money: readonly string[] = ['refund', 'cancelled', 'withheld', 'kept'];

function shown(field: string, value: unknown): string {
  if (value === undefined) return 'no such field';
  if (typeof value === 'number' && money.includes(field)) return formatCents(value);
  if (typeof value === 'number' && field === 'percent') return formatPercent(value, 'en');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function meetingsOf({ first, count, from, to, days: on, except = [] }: z.infer<typeof weeklySchema>): unknown {
  const wanted = on?.map((day) => weekdays.indexOf(day));
  const dates: string[] = [];
  const start = dayNumber(first);
  // A day that is left out is made up for at the end; no list of exceptions is endless.
  for (let day = start; dates.length < count; day += wanted === undefined ? 7 : 1) {
    const date = dayText(day);
    if (wanted?.includes(weekdayOf(day)) !== false && !except.includes(date)) dates.push(date);
  }
  return dates.map((date) => (from === undefined || to === undefined ? { date } : { date, from, to }));
}
