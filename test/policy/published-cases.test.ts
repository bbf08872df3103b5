import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { determined } from './decide';
import published from './published-cases.json';

// Cases from institutions' own pages: refund tables and dates that other campuses of the same system print. `source` is the
// page; `last_day` is the last day on which the percentage is still given.

type LastDay = { readonly percent: number; readonly last_day: string };

describe('as institutions published it', () => {
  test('all 61 are here, and every policy that is shipped is among them', () => {
    expect(new Set(published.map((c) => c.id)).size).toBe(61);
    expect([...new Set(published.map((c) => c.facts.policy))].sort()).toEqual(shippedPacks.map((p) => p.id).sort());
  });

  test.each(published.map((c) => [`${c.id} (${c.source})`, c] as const))('%s', (_, { facts, expect: expected }) => {
    const determination = determined(facts);
    const { deadlines, ...fields } = expected as { readonly deadlines?: readonly LastDay[] } & Record<string, unknown>;
    expect(Object.fromEntries(Object.entries(determination).filter(([name]) => name in fields))).toEqual(fields);
    for (const { percent, last_day } of deadlines ?? []) {
      expect(determination.deadlines.filter((d) => d.percent === percent).map((d) => d.through.slice(0, 10))).toContain(
        last_day,
      );
    }
  });
});
