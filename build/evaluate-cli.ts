import { readFileSync } from 'node:fs';
import { compile, type CompiledPack } from '../shared/policy/compile';
import { explain } from '../shared/policy/explain';
import { evaluate } from '../shared/policy/evaluate';
import { readFacts } from '../shared/policy/facts';
import { inForceOf } from '../shared/policy/in-force';
import { readPolicyFile } from '../shared/policy/policy-file';
import { shippedPacks } from '../shared/policy/packs/index';

// `evaluate FILE` or `evaluate -`: a JSON array of facts in, a JSON array of determinations out (CONTRACT: one a case, in order).
// Standard output carries nothing else. Exit 0 when every case was well formed, 2 with a message when one was not.
// `--pack POLICY` takes a policy that was exported from the app beside those that come with it.

const { file, policies } = argumentsOf(process.argv.slice(2));
const packs = packsWith(policies);
if (file === undefined) {
  stop('Name a file with a JSON array of facts, or - for standard input.');
} else if (packs !== null) {
  const cases = readCases(file);
  if (cases !== null) print(cases, packs);
}

function argumentsOf(given: readonly string[]): {
  readonly file: string | undefined;
  readonly policies: readonly string[];
} {
  const policies = given.flatMap((own, i) => (given[i - 1] === '--pack' ? [own] : []));
  return { file: given.find((own, i) => own !== '--pack' && given[i - 1] !== '--pack'), policies };
}

/** The policies that come with the app and those of exported files; null where a file is none. */
function packsWith(files: readonly string[]): readonly CompiledPack[] | null {
  const own: CompiledPack[] = [];
  for (const name of files) {
    const text = readText(name);
    if (text === null) return null;
    const read = readPolicyFile(text);
    if (!read.ok) {
      const problems = read.failure.kind === 'policy-refused' ? read.failure.problems : [];
      stop(`${name} is no policy: ${problems.map((p) => `${p.field} ${p.message}`.trim()).join('; ')}`);
      return null;
    }
    own.push(compile(read.value.pack));
  }
  return inForceOf(shippedPacks, own);
}

function readText(name: string): string | null {
  try {
    return readFileSync(name === '-' ? 0 : name, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    stop(`${name} cannot be read.`);
    return null;
  }
}

function readCases(name: string): readonly unknown[] | null {
  const text = readText(name);
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return parsed as readonly unknown[];
    stop('This is not a JSON array of facts.');
  } catch (error) {
    stop(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

function print(cases: readonly unknown[], versions: readonly CompiledPack[]): void {
  const lines = cases.map((input, index) => JSON.stringify(decided(input, index, versions)));
  process.stdout.write(`[${lines.join(',\n')}]\n`);
}

function decided(input: unknown, index: number, versions: readonly CompiledPack[]): unknown {
  const read = readFacts(input);
  const result = 'problems' in read ? read : evaluate(read.facts, versions);
  if ('problems' in result) {
    const message = result.problems.map((p) => `${p.field === '' ? 'the case' : p.field} ${p.message}`).join('; ');
    stop(`case ${index}: ${message}`);
    return { error: message };
  }
  const steps = explain(result.determination, result.pack.pack, 'en').map(({ clause, text, value }) => ({
    clause,
    text,
    value,
  }));
  return { ...result.determination, steps };
}

function stop(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
