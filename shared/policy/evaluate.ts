import type { Problem } from '../errors';
import { dayNumber, dayText, minutesOfDay } from '../day';
import { courseOf, type CompiledPack } from './compile';
import type { Determination } from './determination';
import type { Facts } from './facts';

/** Raised when what is computed of the same facts changes; a stored determination names the engine that made it. */
export const engine = '1';

/** The version of a policy in force for a case: the newest whose `effectiveFrom` is not after the day the course begins, of two from the same day the later published. Null for an unknown policy. */
export function packFor(facts: Facts, packs: readonly CompiledPack[]): CompiledPack | null {
  let oldest: CompiledPack | null = null;
  const versions: CompiledPack[] = [];
  for (const pack of packs) {
    if (pack.id !== facts.policy) continue;
    versions.push(pack);
    if (oldest === null || pack.effectiveFrom < oldest.effectiveFrom) oldest = pack;
  }
  if (versions.length < 2 || oldest === null) return oldest;
  const begins = courseOf(oldest.rules, facts).begins;
  if (begins === null) return newest(versions);
  const day = dayText(Math.floor(begins / minutesOfDay));
  return newest(versions.filter((v) => v.effectiveFrom <= day)) ?? oldest;
}

function newest(packs: readonly CompiledPack[]): CompiledPack | null {
  return packs.reduce<CompiledPack | null>(
    (kept, pack) => (kept === null || dayNumber(pack.effectiveFrom) >= dayNumber(kept.effectiveFrom) ? pack : kept),
    null,
  );
}

/** Decides a case by the version of its policy in force; or says which field is malformed in that policy's terms. The only place a refund is decided. */
export function evaluate(
  facts: Facts,
  packs: readonly CompiledPack[],
): { readonly determination: Determination; readonly pack: CompiledPack } | { readonly problems: readonly Problem[] } {
  const pack = packFor(facts, packs);
  if (pack === null)
    return { problems: [{ field: 'policy', message: `“${facts.policy}” is not a policy this office has` }] };
  const problems = pack.problems(facts);
  return problems.length > 0 ? { problems } : { determination: pack.evaluate(facts), pack };
}
