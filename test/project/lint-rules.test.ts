import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

// The rules that keep the domain pure, tried on one line of code each. A rule that matches nothing looks like clean code.

const eslint = new ESLint({
  cwd: path.resolve(import.meta.dirname, '../..'),
  // The probes are no files, so there are no types to go by.
  overrideConfig: [
    { files: ['**/*.ts', '**/*.tsx'], ...ts.configs.disableTypeChecked },
    { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function complaints(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => (ruleId === null ? message : ruleId));
}

describe('lint refuses', () => {
  test.each([
    ['shared/probe.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
    ['shared/probe.ts', 'export const today = new Date();', 'no-restricted-syntax'],
    ['shared/probe.ts', "export const day = new Date('2026-09-08');", 'no-restricted-syntax'],
    ['shared/probe.ts', 'export const chance = Math.random();', 'no-restricted-syntax'],
    ['shared/probe.ts', "import { app } from 'electron';\nexport const name = app;", 'no-restricted-imports'],
    ['shared/sub/probe.ts', "import { z } from 'node:fs';\nexport const name = z;", 'no-restricted-imports'],
    ['shared/probe.ts', "export * from './money';", 'no-restricted-syntax'],
    [
      'db/probe.ts',
      "import { openSync } from 'node:fs';\nexport const open = (files: { db: string }) => openSync(files.db, 'r');",
      'no-restricted-syntax',
    ],
    ['db/probe.ts', "import fs from 'node:fs';\nexport const all = fs;", 'no-restricted-syntax'],
    ['db/probe.ts', "import * as fs from 'node:fs/promises';\nexport const all = fs;", 'no-restricted-syntax'],
    [
      'renderer/probe.tsx',
      "export const Bad = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;",
      'no-restricted-syntax',
    ],
    ['electron/probe.ts', "console.log('a name');", 'no-console'],
  ])('%s: %s', async (file, code, rule) => {
    expect(await complaints(file, code)).toContain(rule);
  });

  test.each([
    [
      'shared/probe.ts',
      "import { z } from 'zod';\nimport { addDays } from 'date-fns';\nimport { a } from '../shared/money';\nexport const all = [z, addDays, a, new Date(0)];",
    ],
    [
      'db/probe.ts',
      "import { openSync, statSync } from 'node:fs';\nexport const stat = (files: { db: string; anchor: string }) => [statSync(files.db), openSync(files.anchor, 'r')];",
    ],
    ['electron/probe.ts', "import { readFileSync } from 'node:fs';\nexport const now = [Date.now(), readFileSync];"],
  ])('but not %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});
