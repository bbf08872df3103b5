import { packFor } from './evaluate';
import type { CompiledPack } from './compile';
import type { Facts } from './facts';
import { overrideProblem } from './readings';

/**
 * The versions that can decide for an office: those that come with the app and its own. Where an app that came later brings a version under
 * a number that the office had given, the office's stands: its cases name it.
 */
export function inForceOf(shipped: readonly CompiledPack[], own: readonly CompiledPack[]): readonly CompiledPack[] {
  const taken = new Set(own.map(({ id, version }) => `${id} ${version}`));
  return [...shipped.filter(({ id, version }) => !taken.has(`${id} ${version}`)), ...own];
}

/** The facts with those of the office's readings that the version in force has: what another version asks is no fact of this case. */
export function withReadingsInForce(facts: Facts, packs: readonly CompiledPack[]): Facts {
  const chosen = Object.entries(facts.readings ?? {});
  const pack = chosen.length === 0 ? null : packFor(facts, packs);
  if (pack === null) return facts;
  const fitting = chosen.filter(([name, value]) => overrideProblem(pack.rules.readings.get(name), value) === null);
  return fitting.length === chosen.length ? facts : { ...facts, readings: Object.fromEntries(fitting) };
}

/** The newest version of each policy, in the order in which the policies are offered. */
export function newestOf(packs: readonly CompiledPack[]): readonly CompiledPack[] {
  const byId = new Map<string, CompiledPack>();
  for (const pack of packs) {
    const before = byId.get(pack.id);
    if (before === undefined || before.effectiveFrom <= pack.effectiveFrom) byId.set(pack.id, pack);
  }
  return [...byId.values()];
}

/** The next version number of a policy: one more than the highest there is. */
export function nextVersion(policy: string, packs: readonly CompiledPack[]): string {
  const numbers = packs.filter((p) => p.id === policy).map((p) => Number.parseInt(p.version, 10) || 0);
  return String(Math.max(0, ...numbers) + 1);
}
