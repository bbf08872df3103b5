import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

/** Makes a program of a test file, to be run in a process of its own; it is gone after the tests. Gives its path. */
export async function bundled(name: string): Promise<string> {
  // Inside the repository, so that the program finds the native module.
  const cache = path.join(import.meta.dirname, '../../.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'faults-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, `${name}.cjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3'],
    logLevel: 'error',
  });
  return outfile;
}
