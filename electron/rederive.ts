import type { Progress } from '../db/check';
import type { Register } from '../db/register';
import { compile, type CompiledPack } from '../shared/policy/compile';
import { engine } from '../shared/policy/evaluate';
import { packSchema } from '../shared/policy/pack';

/**
 * Makes every determination once more from its stored facts and the stored text of its pack, in small steps; gives how many do not come
 * out byte for byte. Those of an earlier engine are passed over: only that engine could say the same.
 */
export function* rederive(register: Register): Generator<Progress, number> {
  const packs = new Map<string, CompiledPack | null>();
  const packOf = (hash: string): CompiledPack | null => {
    let pack = packs.get(hash);
    if (pack === undefined) {
      const text = register.kept.packText(hash);
      pack = text === null ? null : compile(packSchema.parse(JSON.parse(text)));
      packs.set(hash, pack);
    }
    return pack;
  };
  const total = register.cases.determinationCount();
  let differing = 0;
  let done = 0;
  for (
    let next = register.cases.determinationAfter(0);
    next !== null;
    next = register.cases.determinationAfter(next.seq)
  ) {
    done += 1;
    if (next.engine === engine) {
      const again = packOf(next.packHash)?.evaluate(next.facts);
      if (JSON.stringify(again) !== JSON.stringify(next.determination)) differing += 1;
    }
    yield { done, total };
  }
  return differing;
}
