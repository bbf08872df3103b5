import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wouFacts } from './case-generator-wou';
import { determined } from './decide';
import { secondWou, settle, wouAlternatives, wouLimits } from './second-reading-wou';

test('a second reading of the clauses W1 to W12, written apart from the engine, gives the same answers', () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(wouFacts, (facts) => {
      const d = determined(facts);
      const { outcome, percent, refund, cancelled, clause, missing, effective, cautions } = d;
      outcomes.set(`${outcome} ${clause}`, (outcomes.get(`${outcome} ${clause}`) ?? 0) + 1);
      expect({ outcome, percent, refund, cancelled, clause, missing, effective, cautions }).toEqual(secondWou(facts));
      expect([d.withheld, d.notation, d.refundExpected]).toEqual([0, 'none', null]);
      expect(d.kept).toBe(facts.fees.assessed - refund - cancelled);
      expect(d.settlement).toEqual(settle(facts, d));
      expect(d.deadlines.map(({ id, through, percent, clause }) => ({ id, through, percent, clause }))).toEqual(
        outcome === 'refer' ? [] : wouLimits(facts),
      );
      const order = <T extends object>(all: readonly T[]): string[] => all.map((a) => JSON.stringify(a)).sort();
      expect(order(d.alternatives)).toEqual(order(wouAlternatives(facts)));
    }),
    { numRuns: 4000 },
  );
  // Every clause that decides is among the cases, with and without money.
  for (const said of [
    'refund W1',
    'none W1',
    'refund W4',
    'refund W6',
    'federal W6',
    'refund W8',
    'refund W9',
    'none W9',
  ])
    expect([...outcomes.keys()]).toContain(said);
  for (const said of ['refund W10', 'none W10', 'refund W11', 'none W11', 'refer W11', 'refer W9', 'none W12'])
    expect([...outcomes.keys()]).toContain(said);
  for (const said of ['not-official W2', 'incomplete W5', 'incomplete W9', 'incomplete W1', 'refer W4'])
    expect([...outcomes.keys()]).toContain(said);
});
