import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explain } from '../../shared/policy/explain';
import { shippedPacks } from '../../shared/policy/packs/index';
import { determined } from './decide';
import { writePolicyFile } from '../../shared/policy/policy-file';
import { casesFile, workedCases } from './worked-cases';

// `evaluate FILE` as another program calls it: its two streams and its exit code, bundled as the command itself is.

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(path.join(root, '.cache', 'evaluate-test-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

function evaluateCommand(args: readonly string[], input: string | null = null): Promise<Ran> {
  return new Promise((resolve) => {
    const command = [path.join(root, 'build/evaluate.mjs'), ...args];
    const child = execFile(process.execPath, command, { cwd: folder, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : null, out, err });
    });
    if (input !== null) child.stdin?.end(input);
  });
}

function file(name: string, content: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

const cases = workedCases('humboldt-extended-education').map((c) => c.facts);

test('a file of cases: one determination a case in order, exactly the engine’s with its steps in words, and exit 0', async () => {
  const { code, out } = await evaluateCommand([file('cases.json', JSON.stringify(cases))]);
  expect(code).toBe(0);
  const answers = JSON.parse(out) as unknown[];
  const pack = shippedPacks[0]?.pack;
  if (pack === undefined) throw new Error('no pack is shipped');
  expect(answers).toEqual(
    cases.map((facts) => {
      const determination = determined(facts);
      const steps = explain(determination, pack, 'en').map(({ clause, text, value }) => ({ clause, text, value }));
      return JSON.parse(JSON.stringify({ ...determination, steps })) as unknown;
    }),
  );
}, 120_000);

test('the fields of a determination are the contract’s, in its order', async () => {
  const { out } = await evaluateCommand(['-'], JSON.stringify([cases[0]]));
  const [answer] = JSON.parse(out) as Record<string, unknown>[];
  expect(Object.keys(answer ?? {})).toEqual(
    'id policy version outcome percent refund cancelled withheld kept settlement effective clause notation missing deadlines readings alternatives refundExpected cautions steps'.split(
      ' ',
    ),
  );
}, 60_000);

test('--pack decides by an exported policy beside those that come with the app; a file that is none is refused with the place', async () => {
  const pack = shippedPacks.find((p) => p.id === 'humboldt-extended-education')?.pack;
  const worked = casesFile('humboldt-extended-education');
  if (pack === undefined) throw new Error('not shipped');
  const own = writePolicyFile({ pack: { ...pack, id: 'our-own', version: '7' }, cases: worked });
  const facts = { ...cases[0], policy: 'our-own' };
  const input = JSON.stringify([facts, cases[0]]);
  const { code, out } = await evaluateCommand(['-', '--pack', file('own.json', own)], input);
  expect(code).toBe(0);
  const [first, second] = JSON.parse(out) as Record<string, unknown>[];
  expect(first).toEqual({ ...second, policy: 'our-own', version: '7' });
  const broken = await evaluateCommand(
    ['--pack', file('broken.json', own.replace('"percent": 65', '"percent": 165')), '-'],
    input,
  );
  expect(broken).toMatchObject({ code: 2, out: '' });
  expect(broken.err).toMatch(/broken\.json is no policy: .*percent/);
}, 60_000);

test('- reads standard input; no cases are no answers', async () => {
  expect(await evaluateCommand(['-'], '[]')).toMatchObject({ code: 0, out: '[]\n' });
}, 60_000);

test('a malformed case: exit 2, its index and field on standard error, its error in its place, the others answered', async () => {
  const bad = { ...cases[1], fees: { assessed: 100, collected: 101 }, colour: 'red' };
  const { code, out, err } = await evaluateCommand([file('bad.json', JSON.stringify([cases[0], bad, cases[2], 7]))]);
  expect(code).toBe(2);
  const answers = JSON.parse(out) as Record<string, unknown>[];
  expect(answers.map((a) => Object.keys(a).includes('error'))).toEqual([false, true, false, true]);
  expect(answers[0]?.id).toBe(cases[0]?.id);
  expect(answers[2]?.id).toBe(cases[2]?.id);
  expect(Object.keys(answers[1] ?? {})).toEqual(['error']);
  expect(answers[1]?.error).toMatch(/fees\.collected .*assessed/);
  expect(err).toMatch(/case 1\b.*fees\.collected/);
  expect(err).toMatch(/case 1\b.*colour/);
  expect(err).toMatch(/case 3\b/);
}, 60_000);

test.each([
  ['not JSON', '[{'],
  ['not an array', '{"policy":"humboldt-extended-education"}'],
])(
  '%s: exit 2, a message, and nothing on standard output',
  async (_, content) => {
    const { code, out, err } = await evaluateCommand(['-'], content);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  },
  60_000,
);

test('no file named, or one that is not there: exit 2, a message, and nothing on standard output', async () => {
  for (const args of [[], [path.join(folder, 'absent.json')]]) {
    const { code, out, err } = await evaluateCommand(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  }
}, 60_000);
