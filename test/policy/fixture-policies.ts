import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledPack } from '../../shared/policy/compile';
import { compile } from '../../shared/policy/compile';
import { packSchema } from '../../shared/policy/pack';
import { casesSchema, writtenOut, type CasesFile, type WorkedCase } from '../../shared/policy/worked';

// Policies of other institutions, by data alone: their packs and worked cases lie beside each other in `fixtures`, as the app's own do.

const folder = path.resolve(import.meta.dirname, 'fixtures');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

/** A policy of another institution with its worked cases. */
export type FixturePolicy = {
  readonly id: string;
  readonly pack: CompiledPack;
  readonly file: CasesFile;
  readonly cases: readonly WorkedCase[];
};

/** Every policy in the folder. */
export const fixturePolicies: readonly FixturePolicy[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'))
  .map((name) => {
    const id = path.basename(name, '.json');
    const file = casesSchema.parse(read(`${id}.cases.json`));
    return { id, pack: compile(packSchema.parse(read(name))), file, cases: writtenOut(id, file) };
  });
