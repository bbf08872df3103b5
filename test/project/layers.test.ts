import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The walls between the rooms are the compiler's. Each line below is one small file, put into a copy of the rooms' own
// tsconfig files and compiled with `tsc -b`: what may not be imported has to be refused, what may has to pass.

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['shared', 'db', 'electron', 'renderer', 'build', 'test'] as const;

type Probe = { readonly file: string; readonly source: string; readonly refused: RegExp | null };

/** A file of another room is neither under this room's rootDir (TS6059) nor in its list of files (TS6307). */
const wall = /TS6059|TS6307/;
const unknownName = /TS2304|TS2580|TS2584|TS2591|TS2552/;
const unknownModule = /TS2307|TS2591/;

const probes: readonly Probe[] = [
  { file: 'shared/base.ts', source: "export const base = 'shared';", refused: null },
  { file: 'shared/data.json', source: '{ "pack": "data" }', refused: null },
  {
    file: 'shared/reads-json.ts',
    source: "import data from './data.json';\nexport const pack: string = data.pack;",
    refused: null,
  },
  {
    file: 'shared/sub/liquid.ts',
    source: "import { Liquid } from 'liquidjs';\nexport const engine = (): Liquid => new Liquid();",
    refused: null,
  },
  {
    file: 'db/base.ts',
    source: "import { base } from '../shared/base';\nexport const stored: string = base + process.pid;",
    refused: null,
  },
  {
    file: 'electron/base.ts',
    source:
      "import { stored } from '../db/base';\nimport { base } from '../shared/base';\nexport const both = stored + base;",
    refused: null,
  },
  {
    file: 'renderer/base.tsx',
    source:
      "import { base } from '../shared/base';\nimport './base.css';\nexport const View = () => <p title={document.title}>{base}</p>;",
    refused: null,
  },
  {
    file: 'build/base.ts',
    source: "import { base } from '../shared/base';\nexport const built: string = base;",
    refused: null,
  },
  {
    file: 'test/base.ts',
    source:
      "import { base } from '../shared/base';\nimport { stored } from '../db/base';\nimport { both } from '../electron/base';\nimport { View } from '../renderer/base';\nimport { built } from '../build/base';\nimport data from '../shared/data.json';\nexport const all = [base, stored, both, View, built, data.pack];",
    refused: null,
  },

  ...rooms.map((room) => ({ file: `${room}/plain.ts`, source: `export const plain = '${room}';`, refused: null })),
  ...against([
    'shared -> db',
    'shared -> electron',
    'shared -> renderer',
    'shared -> build',
    'shared -> test',
    'db -> electron',
    'db -> renderer',
    'db -> test',
    'electron -> renderer',
    'electron -> build',
    'electron -> test',
    'renderer -> db',
    'renderer -> electron',
    'renderer -> test',
    'build -> db',
    'build -> test',
  ]),

  { file: 'shared/sees-process.ts', source: 'export const platform: string = process.platform;', refused: unknownName },
  { file: 'shared/sees-window.ts', source: 'export const title: string = window.name;', refused: unknownName },
  {
    file: 'shared/sees-files.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');",
    refused: unknownModule,
  },
  { file: 'db/sees-window.ts', source: 'export const title: string = window.name;', refused: unknownName },
  {
    file: 'renderer/sees-process.ts',
    source: 'export const platform: string = process.platform;',
    refused: unknownName,
  },
  {
    file: 'renderer/sees-files.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');",
    refused: unknownModule,
  },
];

describe('the compiler keeps the rooms apart', () => {
  let folder = '';
  let complaints = '';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(mkdirp(path.join(root, '.cache')), 'layers-'));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    for (const file of [
      'tsconfig.json',
      'tsconfig.base.json',
      ...rooms.map((room) => `${room}/tsconfig.json`),
      'build/no-node/node/index.d.ts',
    ]) {
      mkdirp(path.dirname(path.join(folder, file)));
      copyFileSync(path.join(root, file), path.join(folder, file));
    }
    for (const probe of probes) {
      mkdirp(path.dirname(path.join(folder, probe.file)));
      writeFileSync(path.join(folder, probe.file), `${probe.source}\n`);
    }
    complaints = await compile(folder);
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(probes)('$file', ({ file, refused }) => {
    const own = complaints.split('\n').filter((line) => line.startsWith(`${file}(`));
    if (refused === null) expect(own).toEqual([]);
    else expect(own.join('\n')).toMatch(refused);
  });
});

/** One offending import for each direction that the house does not have. */
function against(directions: readonly string[]): Probe[] {
  return directions.map((direction) => {
    const [from, to] = direction.split(' -> ');
    return { file: `${from}/sub/to-${to}.ts`, source: `export { plain } from '../../${to}/plain';`, refused: wall };
  });
}

function mkdirp(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function compile(folder: string): Promise<string> {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, '-b', '--pretty', 'false'], { cwd: folder }, (error, stdout, stderr) => {
      // 1 and 2 are the compiler's "there were errors"; anything else means that it did not run.
      if (error !== null && error.code !== 1 && error.code !== 2)
        reject(new Error(`tsc did not run: ${stderr}`, { cause: error }));
      else resolve(stdout.replaceAll('\\', '/'));
    });
  });
}
