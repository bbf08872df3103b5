import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, courseOf, type CompiledPack } from '../../shared/policy/compile';
import { evaluate } from '../../shared/policy/evaluate';
import { inForceOf, newestOf, nextVersion, withReadingsInForce } from '../../shared/policy/in-force';
import type { Pack } from '../../shared/policy/pack';
import { shippedPacks } from '../../shared/policy/packs/index';
import { shippedCases } from '../../shared/policy/packs/cases';
import { isSame, outcomeWords, rerun } from '../../shared/policy/rerun';
import { determined, factsFrom } from './decide';
import { workedCases } from './worked-cases';

const policy = 'humboldt-extended-education';
const shipped = shippedPacks.find((p) => p.id === policy);
if (shipped === undefined) throw new Error(`${policy} is not shipped`);

/** A later version of the policy that ships. */
function version(own: string, effectiveFrom: string, other: Partial<Pack> = {}): CompiledPack {
  if (shipped === undefined) throw new Error('not shipped');
  return compile({ ...shipped.pack, ...other, version: own, effectiveFrom });
}

const all = workedCases(policy).map((c) => factsFrom(c.facts));

test('under a draft of the same text every worked case comes out the same; one before its day is not concerned', () => {
  const same = version('2', '2000-01-01');
  const never = version('2', '2999-01-01');
  let concerned = 0;
  for (const facts of all) {
    const determination = determined(facts);
    const again = rerun({ facts, determination }, same, [...shippedPacks, same]);
    expect(again).toEqual({ kind: 'same' });
    concerned += 1;
    if (courseOf(same.rules, facts).begins !== null)
      expect(rerun({ facts, determination }, never, [...shippedPacks, never])).toBeNull();
  }
  expect(concerned).toBeGreaterThan(100);
});

test('what it finds is what evaluate gives with the draft in force, for any worked case and any day from which it counts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2027-12-31T00:00Z'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 65 }),
      (facts, day, percent) => {
        if (shipped === undefined) return;
        const schedules = shipped.pack.schedules.map((s) => ({
          ...s,
          bands: s.bands.map((b) => (b.percent === 65 ? { ...b, percent } : b)),
        }));
        const draft = version('2', day.toISOString().slice(0, 10), { schedules });
        const packs = [...shippedPacks, draft];
        const before = determined(facts);
        const decided = evaluate(facts, packs);
        if ('problems' in decided) throw new Error('malformed');
        const again = rerun({ facts, determination: before }, draft, packs);
        if (decided.pack !== draft) expect(again).toBeNull();
        else if (isSame(before, decided.determination)) expect(again).toEqual({ kind: 'same' });
        else expect(again).toEqual({ kind: 'other', after: decided.determination });
      },
    ),
    { numRuns: 500 },
  );
});

test('the words of two that differ always differ', () => {
  if (shipped === undefined) return;
  const schedules = shipped.pack.schedules.map((s) => ({
    ...s,
    bands: s.bands.map((b) => (b.percent === 65 ? { ...b, percent: 60 } : b)),
  }));
  const draft = version('2', '2000-01-01', { schedules });
  let other = 0;
  for (const facts of all) {
    const before = determined(facts);
    const again = rerun({ facts, determination: before }, draft, [draft]);
    if (again?.kind !== 'other') continue;
    other += 1;
    expect(outcomeWords(again.after, draft.pack, before)).not.toBe(outcomeWords(before, shipped.pack, again.after));
  }
  expect(other).toBeGreaterThan(10);
});

test('a version of the office stands in place of one that an app brings under its number, and of two from a day the later', () => {
  const own = version('1', '2010-01-01');
  const again = version('2', '2010-01-01');
  expect(inForceOf(shippedPacks, [own]).filter((p) => p.id === policy)).toEqual([own]);
  expect(newestOf(inForceOf(shippedPacks, [own, again])).filter((p) => p.id === policy)).toEqual([again]);
  const facts = all[0];
  if (facts === undefined) return;
  const decided = evaluate(facts, [own, again]);
  expect('pack' in decided && decided.pack).toBe(again);
  expect(nextVersion(policy, [own, again])).toBe('3');
  expect(nextVersion('another', [own, again])).toBe('1');
});

test('readings that the version in force does not have are no facts of the case; those it has stay', () => {
  const [facts] = all;
  if (facts === undefined) return;
  const given = { ...facts, readings: { 'semester-week': 'friday', unheard: 'x', effective: 'moonrise' } };
  expect(withReadingsInForce(given, shippedPacks).readings).toEqual({ 'semester-week': 'friday' });
  const fitting = { ...facts, readings: { 'semester-week': 'friday' } };
  expect(withReadingsInForce(fitting, shippedPacks)).toBe(fitting);
  expect(withReadingsInForce({ ...given, policy: 'nobodys' }, shippedPacks).readings).toEqual(given.readings);
});

test('every policy of the app has its worked cases with it', () => {
  expect(Object.keys(shippedCases).sort()).toEqual([...new Set(shippedPacks.map((p) => p.id))].sort());
  for (const { cases } of Object.values(shippedCases)) expect(cases.length).toBeGreaterThan(10);
});
