import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentOf } from '../../shared/money';
import { shippedPacks } from '../../shared/policy/packs/index';
import { explain } from '../../shared/policy/explain';
import { determined } from './decide';
import { anyCaseOf } from './every-pack';

// What CONTRACT promises of every well-formed case, for every policy that is shipped, whichever it is.

describe.each(shippedPacks)('$id, for every well-formed case', ({ pack }) => {
  const anyCase = anyCaseOf(pack);

  test('the lines come to what was assessed, none exceeds its own, and the settlement pays out or sets off all of it', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { refund, cancelled, withheld, kept, settlement } = determined(facts);
        const { assessed, collected } = facts.fees;
        expect(refund + cancelled + kept).toBe(assessed);
        for (const cents of [refund, cancelled, withheld, kept, ...Object.values(settlement)]) {
          expect(Number.isSafeInteger(cents)).toBe(true);
          expect(cents).toBeGreaterThanOrEqual(0);
        }
        expect(refund).toBeLessThanOrEqual(collected);
        expect(cancelled).toBeLessThanOrEqual(assessed - collected);
        expect(settlement.payable + settlement.appliedToBalance).toBe(refund);
        expect(settlement.appliedToBalance + settlement.stillDue).toBe(assessed - collected - cancelled);
        expect(settlement.payable > 0 && settlement.stillDue > 0).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('only refund and none carry money or a percentage, which only a federal figure has not; what lacks something says what', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const d = determined(facts);
        const federal = pack.federal !== null && d.clause === pack.federal.clause;
        if (d.outcome === 'refund' && !federal) expect(d.percent).toBeGreaterThan(0);
        else if (d.outcome === 'none' && !federal) expect(d.percent).toBe(0);
        else if (d.outcome === 'refund') expect([d.percent, d.cancelled]).toEqual([null, 0]);
        else expect([d.percent, d.refund, d.cancelled, d.withheld]).toEqual([null, 0, 0, 0]);
        if (d.percent !== null && d.withheld === 0) expect(d.refund).toBe(percentOf(facts.fees.collected, d.percent));
        expect(d.missing.length > 0).toBe(['incomplete', 'petition-required', 'federal'].includes(d.outcome));
        if (d.outcome === 'incomplete' || d.outcome === 'not-official') expect(d.effective).toBeNull();
        if (d.outcome === 'refer') expect(d.deadlines).toEqual([]);
        expect(Object.keys(pack.clauses)).toContain(d.clause);
        for (const { clause, value } of explain(d, pack, 'es')) {
          expect(Object.keys(pack.clauses)).toContain(clause);
          expect(value).not.toMatch(/undefined|NaN|Infinity/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the same facts give the same bytes, absent and null are the same, and the facts are left as they were', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (facts, other) => {
        const before = JSON.stringify(facts);
        const first = JSON.stringify(determined(facts));
        determined(other);
        expect(JSON.stringify(determined(JSON.parse(before)))).toBe(first);
        expect(JSON.stringify(facts)).toBe(before);
        const bare: unknown = JSON.parse(before, (key, value: unknown) =>
          // No cap is a window's own value.
          key === 'capDaysAfterPayment' ? value : (value ?? undefined),
        );
        expect(JSON.stringify(determined(bare))).toBe(first);
      }),
      { numRuns: 500 },
    );
  });

  test('a later receipt never gives a larger percentage, all else equal and nothing decided', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 60 }), (facts, days) => {
        if (facts.notice === null || facts.course.cancelledOn !== null) return;
        const at = (more: number): number | null => {
          const received = later(facts.notice?.received ?? '', more);
          const notice = { ...facts.notice, received, postmarked: null };
          return determined({ ...facts, decision: null, federal: null, notice }).percent;
        };
        expect(at(days) ?? 0).toBeLessThanOrEqual(at(0) ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('each alternative is what the policy gives when the office takes that reading', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { alternatives, percent, refund, cancelled, readings } = determined(facts);
        for (const { reading, value, ...other } of alternatives) {
          const there = determined({ ...facts, readings: { ...facts.readings, [reading]: value } });
          expect({ percent: there.percent, refund: there.refund, cancelled: there.cancelled }).toEqual(other);
          expect(other).not.toEqual({ percent, refund, cancelled });
          expect(readings.map((r) => r.name)).toContain(reading);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('deadlines come in the order of time, and the percentages among them never rise', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { deadlines } = determined(facts);
        const ends = deadlines.map((d) => (d.through.length === 10 ? `${d.through}T24:00` : d.through));
        expect(ends).toEqual([...ends].sort());
        const percents = deadlines.flatMap((d) => (d.percent === null ? [] : [d.percent]));
        expect(percents).toEqual([...percents].sort((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });
});

function later(at: string, days: number): string {
  const day = new Date(Date.parse(`${at.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return `${day}${at.slice(10)}`;
}
