import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { Deadline } from '../../shared/policy/determination';
import { determined } from './decide';
import { packFiles, workedCases } from './worked-cases';

// On both sides of every limit of every clause, with the sum in words (the `why` of each case).

describe.each(packFiles)('%s, clause by clause', (policy) => {
  const cases = workedCases(policy);

  test.each(cases.map((c) => [`${c.clause} ${c.id}`, c] as const))('%s', (_, { facts, expect: expected }) => {
    const determination = determined(facts);
    const found = Object.fromEntries(
      Object.entries({ ...determination, deadlines: determination.deadlines.map(withoutLabel) }).filter(
        ([name]) => name in expected,
      ),
    );
    expect(found).toEqual(expected);
  });

  test('every clause of the pack has its cases, and no case stands on a clause that the pack does not have', () => {
    const pack = shippedPacks.find((p) => p.id === policy)?.pack;
    expect([...new Set(cases.map((c) => c.clause))].sort()).toEqual(Object.keys(pack?.clauses ?? {}).sort());
  });

  test('every value of every reading is applied in a case', () => {
    const pack = shippedPacks.find((p) => p.id === policy)?.pack;
    const said = (name: string, value: unknown): string => `${name}: ${JSON.stringify(value)}`;
    const applied = new Set(cases.flatMap((c) => determined(c.facts).readings.map((r) => said(r.name, r.value))));
    const all = pack?.readings.flatMap((r) => r.values.map((v) => said(r.name, v.value))) ?? [];
    expect(all.filter((one) => !applied.has(one))).toEqual([]);
  });

  test('each case has a name of its own', () => {
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
  });
});

test('every pack in the folder is shipped', () => {
  expect(shippedPacks.map((p) => p.id).sort()).toEqual([...packFiles].sort());
});

function withoutLabel({ id, through, percent, clause }: Deadline): Omit<Deadline, 'label'> {
  return { id, through, percent, clause };
}
