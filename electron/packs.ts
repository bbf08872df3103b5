import type { Register } from '../db/register';
import { compile, type CompiledPack } from '../shared/policy/compile';
import { packSchema } from '../shared/policy/pack';
import { inForceOf } from '../shared/policy/in-force';
import { shippedPacks } from '../shared/policy/packs/index';

// What the office published is read from the register each time, which is quick; a text is compiled once, however many registers have it.

type Known = { readonly hashes: string; readonly packs: readonly CompiledPack[] };
const known = new WeakMap<Register, Known>();
const compiled = new Map<string, CompiledPack>();

/** Every version of every policy that can decide in a register: those that come with the app, then the office's own in the order of their publication. */
export function packsOf(register: Register): readonly CompiledPack[] {
  const hashes = register.policies.publishedHashes();
  const key = hashes.join(' ');
  const before = known.get(register);
  if (before?.hashes === key) return before.packs;
  const packs = inForceOf(
    shippedPacks,
    hashes.map((hash) => packAt(hash, register)),
  );
  known.set(register, { hashes: key, packs });
  return packs;
}

/** The pack that a register keeps under a hash, compiled. */
export function packAt(hash: string, register: Register): CompiledPack {
  const before = compiled.get(hash);
  if (before !== undefined) return before;
  const text = register.kept.packText(hash);
  if (text === null) throw new Error('the text of a policy is missing');
  const pack = compile(packSchema.parse(JSON.parse(text)));
  compiled.set(hash, pack);
  return pack;
}
