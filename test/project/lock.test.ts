import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

type Named = Readonly<Record<string, string>>;
type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Named;
  readonly optionalDependencies?: Named;
};

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
const { dependencies, devDependencies } = read('package.json') as { dependencies: Named; devDependencies: Named };

/** Whether Node, standing in the package at `from`, would find `name` somewhere on its way up. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]?.version !== undefined) return true;
    if (folder === '') return false;
  }
}

describe('the lock file', () => {
  // npm leaves a package out in silence when the registry it asked has none for that platform; `npm ci` then fails on
  // every machine, or installs nothing that runs on Windows or macOS.
  test('has every package that a package in it asks for, on every platform', () => {
    const holes = Object.entries(packages).flatMap(([at, { dependencies: needed = {}, optionalDependencies = {} }]) =>
      [...Object.keys(needed), ...Object.keys(optionalDependencies)]
        .filter((name) => !isLocked(at, name))
        .map((name) => `${at} -> ${name}`),
    );
    expect(holes).toEqual([]);
  });

  test('names no registry, so that each machine uses its own', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
  });
});

describe('package.json', () => {
  test('pins every version exactly', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('ships one package as it is: everything else is in the bundle', () => {
    expect(Object.keys(dependencies)).toEqual(['better-sqlite3']);
  });
});
