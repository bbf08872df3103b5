import { compile, type CompiledPack } from '../shared/policy/compile';
import { inForceOf, newestOf } from '../shared/policy/in-force';
import { packSchema, type PackForm } from '../shared/policy/pack';
import { shippedPacks } from '../shared/policy/packs/index';
import { createStore, useStore } from './store';

/** Every version of every policy that can decide in the open register, as main has them: those that come with the app until the office's own are read. */
const inForce = createStore<readonly CompiledPack[]>(shippedPacks);

/** Takes the office's own published packs, as `policy.own` gives them, beside those that come with the app. */
export function takeOwn(own: readonly unknown[]): void {
  inForce.set(
    inForceOf(
      shippedPacks,
      own.map((pack) => compile(packSchema.parse(pack))),
    ),
  );
}

/** The versions that can decide, as they are now. */
export function packsNow(): readonly CompiledPack[] {
  return inForce.get();
}

/** The versions that can decide; the component is drawn again when the office publishes one. */
export function usePacks(): readonly CompiledPack[] {
  return useStore(inForce);
}

/** The newest version of each policy, in the order they are offered. */
export function policiesNow(): readonly CompiledPack[] {
  return newestOf(inForce.get());
}

/** The newest version of a policy by its id; null where the app has none. */
export function policyOf(id: string): CompiledPack | null {
  return policiesNow().find((p) => p.id === id) ?? null;
}

/** The policies to choose from: many are called alike, so that whose each is comes first. */
export function policyChoices(policies: readonly CompiledPack[]): { readonly value: string; readonly words: string }[] {
  return policies.map(({ id, pack }) => ({ value: id, words: `${pack.institution}: ${pack.name.en}` }));
}

/** What a category is called in its policy. */
export function categoryWords(policy: string, category: string): string {
  return policyOf(policy)?.pack.categories.find((c) => c.id === category)?.label.en ?? category;
}

/** The forms that an office's policy supplies, blank or filled in. */
export function formsOf(policy: string): readonly PackForm[] {
  return policyOf(policy)?.pack.forms ?? [];
}
