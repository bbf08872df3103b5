import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { runWorkedCases } from '../../shared/policy/worked';
import { determined } from './decide';
import { casesFile, packFiles, workedCases } from './worked-cases';

// On both sides of every limit of every clause, with the sum in words (the `why` of each case).

describe.each(packFiles)('%s, clause by clause', (policy) => {
  const cases = workedCases(policy);
  const own = shippedPacks.find((p) => p.id === policy);
  if (own === undefined) throw new Error(`${policy} is not shipped`);

  test.each(runWorkedCases(own, casesFile(policy)).map((c) => [`${c.clause} ${c.id}`, c] as const))(
    '%s',
    (_, { differences }) => {
      expect(differences).toEqual([]);
    },
  );

  test('every clause of the pack has its cases, and no case stands on a clause that the pack does not have', () => {
    expect([...new Set(cases.map((c) => c.clause))].sort()).toEqual(Object.keys(own.pack.clauses).sort());
  });

  test('every value of every reading is applied in a case', () => {
    const said = (name: string, value: unknown): string => `${name}: ${JSON.stringify(value)}`;
    const applied = new Set(cases.flatMap((c) => determined(c.facts).readings.map((r) => said(r.name, r.value))));
    const all = own.pack.readings.flatMap((r) => r.values.map((v) => said(r.name, v.value)));
    expect(all.filter((one) => !applied.has(one))).toEqual([]);
  });

  test('each case has a name of its own', () => {
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
  });
});

test('every pack in the folder is shipped', () => {
  expect(shippedPacks.map((p) => p.id).sort()).toEqual([...packFiles].sort());
});
