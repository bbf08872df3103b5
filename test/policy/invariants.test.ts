import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentOf } from '../../shared/money';
import { caseFacts } from './case-generator';
import { determined, factsFrom } from './decide';
import { secondLimits, type CaseFacts } from './second-reading';

// What CONTRACT promises of every well-formed case, over cases that crowd around the limits.

const edges = (f: CaseFacts): string[] =>
  secondLimits(f).map((l) => (l.through.length === 10 ? `${l.through}T23:59` : l.through));
const anyCase = caseFacts(edges);
const runs = { numRuns: 1500 };

describe('for every well-formed case', () => {
  test('refund, cancelled and kept come to what was assessed, and none exceeds its line', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { refund, cancelled, withheld, kept } = determined(facts);
        const { assessed, collected } = facts.fees;
        expect(refund + cancelled + kept).toBe(assessed);
        for (const cents of [refund, cancelled, withheld, kept]) expect(Number.isSafeInteger(cents)).toBe(true);
        expect(refund).toBeGreaterThanOrEqual(0);
        expect(refund).toBeLessThanOrEqual(collected);
        expect(cancelled).toBeGreaterThanOrEqual(0);
        expect(cancelled).toBeLessThanOrEqual(assessed - collected);
        expect(withheld).toBeGreaterThanOrEqual(0);
        expect(withheld).toBeLessThanOrEqual(kept);
      }),
      runs,
    );
  });

  test('the settlement pays out or sets off the whole refund, and only what is due', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { refund, cancelled, settlement } = determined(facts);
        const due = facts.fees.assessed - facts.fees.collected - cancelled;
        expect(settlement.payable + settlement.appliedToBalance).toBe(refund);
        expect(settlement.appliedToBalance + settlement.stillDue).toBe(due);
        expect(settlement.payable > 0 && settlement.stillDue > 0).toBe(false);
        expect(Math.min(settlement.payable, settlement.appliedToBalance, settlement.stillDue)).toBeGreaterThanOrEqual(
          0,
        );
      }),
      runs,
    );
  });

  test('only refund and none carry a percentage; every other outcome no money', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const d = determined(facts);
        if (d.outcome === 'refund') expect(d.percent).toBeGreaterThan(0);
        else if (d.outcome === 'none') expect(d.percent).toBe(0);
        else expect([d.percent, d.refund, d.cancelled, d.withheld]).toEqual([null, 0, 0, 0]);
        if (d.outcome === 'none') expect(d.refund + d.cancelled + d.withheld).toBe(0);
        if (d.outcome === 'refund' && d.withheld === 0)
          expect(d.refund).toBe(percentOf(facts.fees.collected, d.percent ?? 0));
        expect(d.missing.length > 0).toBe(['incomplete', 'petition-required'].includes(d.outcome));
        if (d.outcome === 'incomplete' || d.outcome === 'not-official') expect(d.effective).toBeNull();
        expect(d.refundExpected === null).toBe(d.refund === 0);
      }),
      runs,
    );
  });

  test('the same facts give the same bytes, whatever was decided in between, and are left as they were', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (facts, other) => {
        const before = JSON.stringify(facts);
        const first = JSON.stringify(determined(facts));
        determined(other);
        expect(JSON.stringify(determined(JSON.parse(before)))).toBe(first);
        expect(JSON.stringify(facts)).toBe(before);
        // What is kept in the register and read again says the same.
        expect(JSON.parse(first)).toEqual(determined(facts));
      }),
      { numRuns: 500 },
    );
  });

  test('an absent fact and null are the same', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const bare: unknown = JSON.parse(JSON.stringify(facts), (_, value: unknown) => value ?? undefined);
        expect(determined(bare)).toEqual(determined(facts));
      }),
      { numRuns: 300 },
    );
  });

  test('a later receipt never gives a larger percentage, all else equal and nothing decided', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 60 * 1440 }), (facts, minutes) => {
        const { notice } = facts;
        fc.pre(notice != null && facts.course.cancelledOn == null);
        const plain = { ...facts, decision: null };
        const received = notice.received.length === 10 ? `${notice.received}T00:00` : notice.received;
        const later = new Date(Date.parse(`${received}Z`) + minutes * 60_000).toISOString().slice(0, 16);
        const onForm = { kind: 'drop-form', channel: 'email' };
        const early = determined({ ...plain, notice: { ...onForm, received } });
        const late = determined({ ...plain, notice: { ...onForm, received: later } });
        // A petition that is still to come gives nothing yet.
        if (early.outcome !== 'incomplete' && late.outcome !== 'incomplete')
          expect(late.percent ?? 0).toBeLessThanOrEqual(early.percent ?? 0);
      }),
      runs,
    );
  });

  test('deadlines are in date order, and each percentage is what the policy gives until then and no longer', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const plain = { ...facts, course: { ...facts.course, cancelledOn: null }, decision: null, office: null };
        const form = (received: string): number | null =>
          determined({ ...plain, notice: { kind: 'drop-form', channel: 'email', received } }).percent;
        const { deadlines } = determined({ ...plain, notice: null });
        const passed = facts.readings?.['elapsed-boundary'] === 'passed';
        const ends = deadlines.map((d) => (d.through.length === 10 ? `${d.through}T23:59` : d.through));
        expect(ends).toEqual([...ends].sort());
        for (const { through, percent, clause } of deadlines) {
          if (percent === null) continue;
          const lastInside =
            through.length === 10
              ? `${through}T23:59`
              : passed && clause === 'H14'
                ? through
                : minuteLater(through, -1);
          expect([through, form(lastInside)]).toEqual([through, percent]);
          expect(form(minuteLater(lastInside, 1))).not.toBe(percent);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the share of course time on the worksheet is on the side of the limit that the answer is', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const boundary = facts.readings?.['elapsed-boundary'] ?? 'reached';
        for (const { values } of determined(facts).steps) {
          const { part, whole, limit, inside } = values;
          if (typeof part !== 'number' || typeof whole !== 'number' || typeof limit !== 'number') continue;
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(whole);
          expect(boundary === 'passed' ? part * 100 <= limit * whole : part * 100 < limit * whole).toBe(inside);
        }
      }),
      runs,
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
        expect(new Set(readings.map((r) => r.name)).size).toBe(readings.length);
      }),
      { numRuns: 500 },
    );
  });
});

test('the label of a case comes back as it was, and only where there was one', () => {
  fc.assert(
    fc.property(anyCase, fc.string(), (facts, id) => {
      expect(determined({ ...facts, id }).id).toBe(id);
      expect('id' in determined(factsFrom({ ...facts, id: null }))).toBe(false);
    }),
    { numRuns: 50 },
  );
});

function minuteLater(at: string, minutes: number): string {
  return new Date(Date.parse(`${at}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
