import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsSchema } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';

// A policy is data: what an institution calls itself, its policy, its categories and its clauses stands in the packs and nowhere else.

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['shared', 'db', 'electron', 'renderer', 'build'];
const packs = 'shared/policy/packs/';

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name);
    return statSync(place).isDirectory() ? filesBelow(place) : [path.relative(root, place).replaceAll('\\', '/')];
  });
}

const sources = rooms
  .flatMap((room) => filesBelow(path.join(root, room)))
  .filter((file) => /\.(tsx?|mjs|cjs|css|html|sql)$/.test(file) && !file.startsWith(packs))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

const all = shippedPacks.map((p) => p.pack);
const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();
const institutions = distinct(all.flatMap((p) => p.institution.split(', ').filter((part) => part.includes(' '))));
const clauses = distinct(all.flatMap((p) => Object.keys(p.clauses)));
const categories = distinct(all.flatMap((p) => p.categories.map((c) => c.id)));

/** Words that every policy's facts have: `course` is a category of one policy and the noun of all. */
const nouns = Object.keys(factsSchema.shape);
const plainWords = categories.filter((id) => !id.includes('-'));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The text as a name of its own, not as part of a longer one. */
const word = (text: string, flags = ''): RegExp => new RegExp(`(?<![\\w-])${escaped(text)}(?![\\w-])`, flags);
const quoted = (text: string): RegExp => new RegExp(`(['"\`])${escaped(text)}\\1`);
/** The text where a category is compared with it, set to it or looked up by it. */
const asCategory = (text: string): RegExp =>
  new RegExp(
    `categor\\w*['"\\]]*\\s*(?:[=!]==?|[:=]|\\.includes\\(|\\.get\\(|\\.has\\()\\s*\\[?\\s*['"\`]${escaped(text)}['"\`]`,
    'i',
  );

function foundIn(pattern: RegExp): string[] {
  return sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
}

describe('outside the packs no code knows', () => {
  test.each(institutions)('the institution “%s”', (name) => {
    expect(foundIn(word(name, 'i'))).toEqual([]);
  });

  test.each(distinct(all.map((p) => p.id)))('the policy %s', (id) => {
    expect(foundIn(word(id, 'i'))).toEqual([]);
  });

  test.each(clauses)('the clause %s', (id) => {
    // A drawing's path has letters and numbers too.
    expect(foundIn(word(id)).filter((line) => !/\bd="|<path|'M\d/.test(line))).toEqual([]);
  });

  test.each(categories.filter((id) => id.includes('-')))('the category %s', (id) => {
    expect(foundIn(word(id))).toEqual([]);
  });

  test.each(plainWords.filter((id) => !nouns.includes(id)))('the category %s, which is also a word', (id) => {
    expect(foundIn(quoted(id))).toEqual([]);
  });

  test.each(plainWords)('%s as a category', (id) => {
    expect(foundIn(asCategory(id))).toEqual([]);
  });
});

test('what is searched for is found where it stands', () => {
  expect(asCategory('course').test("facts.course.category === 'course'")).toBe(true);
  expect(asCategory('course').test("categories: ['course']")).toBe(true);
  expect(asCategory('course').test("kind: 'course'")).toBe(false);
  expect(word('non-credit').test("['non-credit', 'x']")).toBe(true);
  expect(word('non-credit').test('a non-credits-row')).toBe(false);
  expect(quoted('olli').test("category !== 'olli'")).toBe(true);
  expect(sources.length).toBeGreaterThan(200);
  expect([institutions.length, clauses.length, categories.length].every((count) => count > 4)).toBe(true);
});
