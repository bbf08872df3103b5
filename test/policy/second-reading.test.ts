import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../shared/policy/evaluate';
import { readFacts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { caseFacts } from './case-generator';
import { secondAlternatives, secondLimits, secondReading, settle } from './second-reading';

const edges = (f: Parameters<typeof secondLimits>[0]): string[] =>
  secondLimits(f).map((l) => (l.through.length === 10 ? `${l.through}T23:59` : l.through));

function determine(input: unknown) {
  const read = readFacts(input);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const decided = evaluate(read.facts, shippedPacks);
  if ('problems' in decided) throw new Error(JSON.stringify(decided.problems));
  return decided.determination;
}

test('a second reading of the clauses, written apart from the engine, gives the same answers', () => {
  fc.assert(
    fc.property(caseFacts(edges), (facts) => {
      const d = determine(facts);
      const own = secondReading(facts);
      const { clause, ...rest } = own;
      const { outcome, percent, refund, cancelled, withheld, notation, missing, effective, refundExpected } = d;
      expect({ outcome, percent, refund, cancelled, withheld, notation, missing, effective, refundExpected }).toEqual(
        rest,
      );
      if (clause !== '*') expect(d.clause).toBe(clause);
      expect(d.kept).toBe(facts.fees.assessed - d.refund - d.cancelled);
      expect(d.settlement).toEqual(settle(facts, d));
      expect(d.deadlines.map(({ id, through, percent, clause }) => ({ id, through, percent, clause }))).toEqual(
        own.outcome === 'refer' ? [] : secondLimits(facts),
      );
      const key = (a: { reading: string; value: unknown }): string => `${a.reading} ${String(a.value)}`;
      const order = <T extends { reading: string; value: unknown }>(all: readonly T[]): T[] =>
        [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(order(d.alternatives)).toEqual(order(secondAlternatives(facts)));
    }),
    { numRuns: 1000 },
  );
});
