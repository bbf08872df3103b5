import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dedpFacts } from './case-generator-dedp';
import { determined } from './decide';
import { settle } from './second-reading';
import { dedpAlternatives, dedpLimits, secondDedp } from './second-reading-dedp';

test('a second reading of the clauses M1 to M9, written apart from the engine, gives the same answers', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(dedpFacts, (facts) => {
      const d = determined(facts);
      const { outcome, percent, refund, cancelled, clause, missing, effective, cautions } = d;
      seen.add(`${outcome} ${clause}`);
      expect({ outcome, percent, refund, cancelled, clause, missing, effective, cautions }).toEqual(secondDedp(facts));
      expect([d.withheld, d.notation, d.refundExpected]).toEqual([0, 'none', null]);
      expect(d.kept).toBe(facts.fees.assessed - refund - cancelled);
      expect(d.settlement).toEqual(settle(facts, d));
      expect(d.deadlines.map(({ id, through, percent, clause }) => ({ id, through, percent, clause }))).toEqual(
        outcome === 'refer' ? [] : dedpLimits(facts),
      );
      const order = (all: readonly object[]): string[] => all.map((a) => JSON.stringify(a)).sort();
      expect(order(d.alternatives)).toEqual(order(dedpAlternatives(facts)));
      // The rule is noted where the answer hangs on it, and only there.
      const windowed = outcome === 'incomplete' ? clause === 'M4' : ['M6', 'M7'].includes(clause);
      const ruled = windowed && facts.course.refundableUntil == null && facts.readings?.['refund-window'] != null;
      expect(d.readings.some((r) => r.name === 'refund-window')).toBe(ruled);
    }),
    { numRuns: 2000 },
  );
  expect([...seen].sort()).toEqual([
    'incomplete M4',
    'incomplete M5',
    'incomplete M6',
    'none M1',
    'none M7',
    'none M9',
    'not-official M5',
    'refer M9',
    'refund M6',
  ]);
});
