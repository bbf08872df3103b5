import type { CompiledPack } from '../../shared/policy/compile';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { PackForm } from '../../shared/policy/pack';

/** The newest version of each policy that comes with the app, in the order they are offered. */
export const policies: readonly CompiledPack[] = [
  ...new Map(
    [...shippedPacks].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).map((p) => [p.id, p]),
  ).values(),
];

/** The newest version of a policy by its id; null where the app has none. */
export function policyOf(id: string): CompiledPack | null {
  return policies.find((p) => p.id === id) ?? null;
}

/** What a category is called in its policy. */
export function categoryWords(policy: string, category: string): string {
  return policyOf(policy)?.pack.categories.find((c) => c.id === category)?.label.en ?? category;
}

/** The forms that an office's policy supplies, blank or filled in. */
export function formsOf(policy: string): readonly PackForm[] {
  return policyOf(policy)?.pack.forms ?? [];
}
