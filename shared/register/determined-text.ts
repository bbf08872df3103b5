import type { DeterminedContent } from './contents';

/** The text of a determination as it is stored and hashed: its facts, the pack by its hash, the engine, the result. */
export function storedText({
  facts,
  packHash,
  engine,
  determination,
}: Pick<DeterminedContent, 'facts' | 'packHash' | 'engine' | 'determination'>): string {
  return JSON.stringify({ facts, packHash, engine, determination });
}
