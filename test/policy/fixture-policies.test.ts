import { describe, expect, test } from 'vitest';
import { explain, outcomeLabel } from '../../shared/policy/explain';
import type { Language } from '../../shared/day';
import { audit } from '../../shared/policy/audit';
import { readPolicyFile, writePolicyFile } from '../../shared/policy/policy-file';
import { closestAnswers, timelineOf } from '../../shared/policy/timeline-of';
import { runWorkedCases } from '../../shared/policy/worked';
import { dayLater, determined, factsFrom } from './decide';
import { fixturePolicies } from './fixture-policies';

// The next policy is data: ten that other institutions publish, each as a whole pack with every date and amount that its page prints and
// both sides of each limit, decided by the one engine.

const languages: readonly Language[] = ['en', 'es'];

describe.each(fixturePolicies.map((p) => [p.id, p] as const))('%s', (_, { pack, file, cases, id }) => {
  test('its pack bears its file’s name and has no error', () => {
    expect(pack.id).toBe(id);
    expect(audit(pack.pack).filter((f) => f.severity === 'error')).toEqual([]);
  });

  test('it can be imported and comes out as it went in', () => {
    const read = readPolicyFile(writePolicyFile({ pack: pack.pack, cases: file }));
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(read.value).toMatchObject({ pack: pack.pack, cases: file });
  });

  test.each(runWorkedCases(pack, file).map((c) => [`${c.clause} ${c.id}`, c] as const))('%s', (__, { differences }) => {
    expect(differences).toEqual([]);
  });

  test('every clause has its cases', () => {
    expect([...new Set(cases.map((c) => c.clause))].sort()).toEqual(Object.keys(pack.pack.clauses).sort());
  });

  test('every step has its sentence in both languages, and every outcome its words', () => {
    for (const { facts } of cases)
      for (const language of languages) {
        const determination = determined(facts, [pack]);
        for (const line of explain(determination, pack.pack, language)) {
          expect(line.text).not.toMatch(/undefined|NaN|^$/);
          expect(line.text).not.toBe(line.rule);
          expect(line.quote).not.toBe('');
        }
        expect(outcomeLabel(determination, pack.pack, language)).not.toBe('');
      }
  });

  test('the contract’s invariants hold on every day around every case, for fees paid in part and in whole', () => {
    for (const { facts } of cases) {
      const { fees } = factsFrom(facts);
      for (const collected of new Set([0, 1, Math.floor(fees.assessed / 3), fees.assessed])) {
        let before = 100;
        for (let day = -4; day <= 4; day++) {
          const notice = { ...(facts['notice'] as object), received: dayLater(receivedOf(facts), day) };
          const found = determined({ ...facts, fees: { ...fees, collected }, notice }, [pack]);
          const { refund, cancelled, kept, withheld, settlement, percent } = found;
          expect(refund + cancelled + kept).toBe(fees.assessed);
          expect(refund).toBeGreaterThanOrEqual(0);
          expect(refund).toBeLessThanOrEqual(collected);
          expect(cancelled).toBeGreaterThanOrEqual(0);
          expect(cancelled).toBeLessThanOrEqual(fees.assessed - collected);
          expect(withheld).toBeLessThanOrEqual(kept);
          expect(settlement.payable + settlement.appliedToBalance).toBe(refund);
          if (percent === null) continue;
          expect(percent).toBeLessThanOrEqual(before);
          before = percent;
        }
      }
    }
  });
});

test('a charge for elapsed time is told in words and figures', () => {
  const policy = fixturePolicies.find((p) => p.id === 'csu-state-supported');
  const own = policy?.cases.find((c) => c.id === 'worked-example');
  if (policy === undefined || own === undefined) throw new Error('the worked example is missing');
  const said = (language: Language) =>
    explain(determined(own.facts, [policy.pack]), policy.pack.pack, language).map((l) => `${l.text} | ${l.value}`);
  expect(said('en').slice(-3)).toEqual([
    'Charge for 15 of 116 calendar days: $3,721.11 × 15 ÷ 116 | −$481.18',
    'What remains | $3,239.93',
    'Less the drop fee | −$5.00',
  ]);
  expect(said('es').slice(-3)).toEqual([
    'Cargo por 15 de 116 días naturales: $3,721.11 × 15 ÷ 116 | −$481.18',
    'Queda | $3,239.93',
    'Menos el cargo por baja | −$5.00',
  ]);
});

test('where every day gives another percentage, the strip and the nearest dates keep to the limits', () => {
  const policy = fixturePolicies.find((p) => p.id === 'csu-state-supported');
  const own = policy?.cases.find((c) => c.id === 'worked-example');
  if (policy === undefined || own === undefined) throw new Error('the worked example is missing');
  const facts = factsFrom(own.facts);
  const determination = determined(own.facts, [policy.pack]);
  const zones = timelineOf(policy.pack, facts, determination)?.zones;
  expect(zones?.map((z) => [z.percent, z.until, z.refund])).toEqual([
    [100, '2023-08-21', 371_611],
    [null, '2023-10-29', 368_403],
    [0, null, 0],
  ]);
  expect(closestAnswers(policy.pack, facts, determination)).toEqual({
    earlier: { through: '2023-08-20', percent: 100, refund: 371_611 },
    later: { from: '2023-10-29', percent: 0, refund: 0 },
  });
});

test('a fee that is taken first is told before the percentage of the rest', () => {
  const policy = fixturePolicies.find((p) => p.id === 'columbia-southern-tuition');
  const own = policy?.cases.find((c) => c.id === 'partly-paid');
  if (policy === undefined || own === undefined) throw new Error('the case is missing');
  const lines = explain(determined(own.facts, [policy.pack]), policy.pack.pack, 'en').slice(-4);
  expect(lines.map((l) => `${l.clause} ${l.text} | ${l.value}`)).toEqual([
    'C2 Taken first: 20% of the fees, $834.00 | −$166.80',
    'C3 Of what remains, $267.20 × 80% | $213.76',
    'C3 Fees still due $400.00, by the same rule, cancelled | $320.00',
    'C3 Of the refund, $80.00 is set off against what is still due; $0.00 remains due. Paid out: | $133.76',
  ]);
});

function receivedOf(facts: Readonly<Record<string, unknown>>): string {
  const { notice } = factsFrom(facts);
  if (notice == null) throw new Error('the case has no notice');
  return notice.received.slice(0, 10);
}
