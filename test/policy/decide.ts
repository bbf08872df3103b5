import { evaluate } from '../../shared/policy/evaluate';
import { readFacts, type Facts } from '../../shared/policy/facts';
import type { CompiledPack } from '../../shared/policy/compile';
import type { Determination } from '../../shared/policy/determination';
import { shippedPacks } from '../../shared/policy/packs/index';

/** Reads facts as the command line does; a test that hands in malformed ones fails with the field's name. */
export function factsFrom(input: unknown): Facts {
  const read = readFacts(input);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.facts;
}

/** What the policy says of some facts, which must be well formed. */
export function determined(input: unknown, packs: readonly CompiledPack[] = shippedPacks): Determination {
  const decided = evaluate(factsFrom(input), packs);
  if ('problems' in decided) throw new Error(JSON.stringify(decided.problems));
  return decided.determination;
}

/** Meeting dates a week (or another step of days) apart, with the same times each, or none. */
export function meetingsFrom(
  first: string,
  count: number,
  times: readonly [string, string] | null,
  step = 7,
): { date: string; from?: string; to?: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const date = dayLater(first, i * step);
    return times === null ? { date } : { date, from: times[0], to: times[1] };
  });
}

/** The day so many days later, by the platform's own calendar and not the engine's. */
export function dayLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
