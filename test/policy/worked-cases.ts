import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { casesSchema, writtenOut, type CasesFile, type WorkedCase } from '../../shared/policy/worked';

const folder = path.resolve(import.meta.dirname, '../../shared/policy/packs');

/** The file of a pack's worked cases. */
export function casesFile(policy: string): CasesFile {
  return casesSchema.parse(JSON.parse(readFileSync(path.join(folder, `${policy}.cases.json`), 'utf8')));
}

/** The worked cases of a pack. */
export function workedCases(policy: string): readonly WorkedCase[] {
  return writtenOut(policy, casesFile(policy));
}

/** The packs in the folder, by their files. */
export const packFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'))
  .map((name) => path.basename(name, '.json'));
