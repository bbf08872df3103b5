import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// A file's name says what is in it. These say nothing, and so everything ends up in them.
const sayNothing = /(^|[-.])(utils?|helpers?|common|types?|misc)$/;

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['shared', 'db', 'electron', 'renderer', 'build', 'test'];

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name);
    return statSync(place).isDirectory() ? filesBelow(place) : [path.relative(root, place).replaceAll('\\', '/')];
  });
}

const files = rooms.flatMap((room) => filesBelow(path.join(root, room)));
const ours = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !file.endsWith('.d.ts'));

/** `a/letter-page.test.ts` -> `letter-page`. */
const stem = (file: string): string => path.posix.basename(file).replace(/(\.(test|spec|d|config))*\.[a-z]+$/, '');

describe('file names', () => {
  test('none is a drawer for everything', () => {
    const drawers = ours.flatMap((file) =>
      [...path.posix.dirname(file).split('/'), stem(file)].some((part) => sayNothing.test(part)) ? [file] : [],
    );
    expect(drawers).toEqual([]);
  });

  test('none differs from another by upper and lower case alone, which Windows cannot tell apart', () => {
    expect(ours.filter((file) => file !== file.toLowerCase())).toEqual([]);
  });

  test('none is a barrel', () => {
    const barrels = ours.filter((file) => onlyPassesOn(readFileSync(path.join(root, file), 'utf8')));
    expect(barrels).toEqual([]);
  });

  test('a test that would never run is not among them', () => {
    const strays = files.filter((file) => {
      if (file.endsWith('.spec.ts')) return !file.startsWith('test/app/');
      return /\.test\.tsx?$/.test(file) && (!file.startsWith('test/') || file.startsWith('test/app/'));
    });
    expect(strays).toEqual([]);
  });
});

/** Whether every statement of a file is an `export … from`. */
function onlyPassesOn(source: string): boolean {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').trim();
  return code !== '' && code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})\s+from\s+'[^']+';?/g, '').trim() === '';
}
