import { readFileSync } from 'node:fs';
import { explain } from '../shared/policy/explain';
import { evaluate } from '../shared/policy/evaluate';
import { readFacts } from '../shared/policy/facts';
import { shippedPacks } from '../shared/policy/packs/index';

// `evaluate FILE` or `evaluate -`: a JSON array of facts in, a JSON array of determinations out (CONTRACT: one a case, in order).
// Standard output carries nothing else. Exit 0 when every case was well formed, 2 with a message when one was not.

const [file] = process.argv.slice(2);
if (file === undefined) {
  stop('Name a file with a JSON array of facts, or - for standard input.');
} else {
  const cases = readCases(file);
  if (cases !== null) print(cases);
}

function readCases(name: string): readonly unknown[] | null {
  let text: string;
  try {
    text = readFileSync(name === '-' ? 0 : name, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    stop(`${name} cannot be read.`);
    return null;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return parsed as readonly unknown[];
    stop('This is not a JSON array of facts.');
  } catch (error) {
    stop(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

function print(cases: readonly unknown[]): void {
  const lines = cases.map((input, index) => JSON.stringify(decided(input, index)));
  process.stdout.write(`[${lines.join(',\n')}]\n`);
}

function decided(input: unknown, index: number): unknown {
  const read = readFacts(input);
  const result = 'problems' in read ? read : evaluate(read.facts, shippedPacks);
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
