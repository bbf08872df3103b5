import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { meetingsFrom } from './decide';

// A pack's worked cases: facts, what the policy gives for them, and why in words, worked out by hand from the clauses. They are
// written short: offices by name, and a weekly course as its first day, number of meetings and times.

const folder = path.resolve(import.meta.dirname, '../../shared/policy/packs');

const fileSchema = z.strictObject({
  offices: z.record(z.string(), z.record(z.string(), z.unknown())),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      why: z.string().min(20),
      facts: z.looseObject({ course: z.looseObject({}), office: z.string() }),
      expect: z.record(z.string(), z.unknown()),
    }),
  ),
});

const weeklySchema = z.strictObject({
  first: z.string(),
  count: z.number(),
  from: z.string().optional(),
  to: z.string().optional(),
});

/** A worked case with its facts written out as the contract has them. */
export type WorkedCase = {
  readonly id: string;
  readonly clause: string;
  readonly why: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
};

/** The worked cases of a pack. */
export function workedCases(policy: string): readonly WorkedCase[] {
  const { offices, cases } = fileSchema.parse(
    JSON.parse(readFileSync(path.join(folder, `${policy}.cases.json`), 'utf8')),
  );
  return cases.map((own) => {
    const { weekly, ...course } = own.facts.course;
    const office = offices[own.facts.office];
    if (office === undefined) throw new Error(`${own.id}: there is no office ${own.facts.office}`);
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

/** The packs in the folder, by their files. */
export const packFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'))
  .map((name) => path.basename(name, '.json'));

function meetingsOf(weekly: unknown): unknown {
  const { first, count, from, to } = weeklySchema.parse(weekly);
  return meetingsFrom(first, count, from === undefined || to === undefined ? null : [from, to]);
}
