import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xproFacts } from './case-generator-xpro';
import { determined } from './decide';
import { settle } from './second-reading';
import { secondXpro, xproAlternatives, xproCautions, xproLimits } from './second-reading-xpro';

test('a second reading of the clauses X1 to X10, written apart from the engine, gives the same answers', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(xproFacts, (facts) => {
      const d = determined(facts);
      const { outcome, percent, refund, cancelled, clause, missing, effective } = d;
      seen.add(outcome);
      expect({ outcome, percent, refund, cancelled, clause, missing, effective }).toEqual(secondXpro(facts));
      expect(d.cautions).toEqual(xproCautions(facts));
      expect([d.withheld, d.notation, d.refundExpected]).toEqual([0, 'none', null]);
      expect(d.kept).toBe(facts.fees.assessed - refund - cancelled);
      expect(d.settlement).toEqual(settle(facts, d));
      expect(d.deadlines.map(({ id, through, percent, clause }) => ({ id, through, percent, clause }))).toEqual(
        outcome === 'refer' ? [] : xproLimits(facts),
      );
      const order = (all: readonly object[]): string[] => all.map((a) => JSON.stringify(a)).sort();
      expect(order(d.alternatives)).toEqual(order(xproAlternatives(facts)));
    }),
    { numRuns: 2000 },
  );
  expect([...seen].sort()).toEqual(['incomplete', 'none', 'not-official', 'refer', 'refund', 'refused']);
});
