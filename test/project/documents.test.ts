import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// A document that names a file or a command which is no longer there is worse than none.

const root = path.resolve(import.meta.dirname, '../..');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const text = new Map(documents.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
const everything = [...text.values()].join('\n');
const { scripts, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
  version: string;
};

/** Made by a command, so not there in a fresh clone. */
const made = /^(out|dist|release|\.cache|node_modules)(\/|$)/;
const topLevel = new Set(readdirSync(root));

/** What stands between backticks or in a link and is a place in this repository: `shared/money.ts`, `test/app/`. */
function placesIn(document: string): string[] {
  const named = [...document.matchAll(/`([^`\s]+)`|\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? match[2] ?? '');
  // The plan of the rooms is a block of lines, each beginning with a place.
  const listed = [...document.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap((block) =>
    (block[1] ?? '')
      .split('\n')
      .flatMap((line) => /^([\w.-]+\/[\w./-]*|[\w-]+\.(?:ts|mjs|json|md))(?=\s|$)/.exec(line)?.[1] ?? []),
  );
  return [...named, ...listed].filter((place) => {
    const first = place.split('/')[0] ?? '';
    return (
      !made.test(place) &&
      !/[*<>{}$:]/.test(place) &&
      (topLevel.has(first) ? true : /^[\w-]+\/[\w./-]+\.(ts|tsx|mjs|json|md)$/.test(place))
    );
  });
}

describe.each(documents)('%s', (name) => {
  test('names only places that exist', () => {
    expect(placesIn(text.get(name) ?? '').filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  });

  test('names only commands that exist', () => {
    const named = [...(text.get(name) ?? '').matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

test('the README does name places, so that the check above checks something', () => {
  expect(placesIn(text.get('README.md') ?? '').length).toBeGreaterThan(20);
});

test('every command is documented', () => {
  const undocumented = Object.keys(scripts).filter((name) => {
    const call = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    return !everything.replaceAll('--silent ', '').includes(call);
  });
  expect(undocumented).toEqual([]);
});

test('the changelog has an entry for this version', () => {
  expect(text.get('CHANGELOG.md')).toContain(`## ${version}`);
});

test('every room is on the map', () => {
  const rooms = ['shared', 'db', 'electron', 'renderer', 'build', 'test'];
  expect(rooms.filter((room) => !(text.get('README.md') ?? '').includes(`${room}/`))).toEqual([]);
});
