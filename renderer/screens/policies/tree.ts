/** Where a value stands in a draft: keys of objects and places in lists, from the root. */
export type Path = readonly (string | number)[];

/** The value at a place, or undefined where there is none. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (isBranch(at) ? (at as Record<string | number, unknown>)[key] : undefined),
    tree,
  );
}

/** The tree with a value put in its place; undefined takes the value out. What is not on the way stays the same object. */
export function withValue(tree: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = listOf(tree);
    if (rest.length === 0 && value === undefined) return list.filter((_, i) => i !== key);
    return list.length <= key
      ? [...list, withValue(undefined, rest, value)]
      : list.map((own, i) => (i === key ? withValue(own, rest, value) : own));
  }
  const { [key]: own, ...others } = branchOf(tree);
  const next = withValue(own, rest, value);
  if (next === undefined) return others;
  // A key that was there keeps its place among the others.
  return Object.hasOwn(branchOf(tree), key) ? { ...branchOf(tree), [key]: next } : { ...others, [key]: next };
}

/** A value as a list; an empty one where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as an object; an empty one where it is none. */
export function branchOf(value: unknown): Readonly<Record<string, unknown>> {
  return isBranch(value) && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A value as text; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Two places of a list changed with each other. */
export function swapped(tree: unknown, path: Path, a: number, b: number): unknown {
  const list = listOf(valueAt(tree, path));
  return withValue(
    tree,
    path,
    list.map((own, i) => (i === a ? list[b] : i === b ? list[a] : own)),
  );
}

/** A key of an object under another name, in its place. */
export function withKey(tree: unknown, path: Path, from: string, to: string): unknown {
  const entries = Object.entries(branchOf(valueAt(tree, path))).map(([key, own]) => [key === from ? to : key, own]);
  return withValue(tree, path, Object.fromEntries(entries));
}

/** Every text that `names` says is a name, replaced where it is the old one: what a renamed clause, category or reading is called by. */
export function renamedIn(
  tree: unknown,
  names: (key: string) => boolean,
  from: string,
  to: string,
  within = '',
): unknown {
  if (typeof tree === 'string') return tree === from && names(within) ? to : tree;
  if (Array.isArray(tree)) return tree.map((own) => renamedIn(own, names, from, to, within));
  if (!isBranch(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, own]) => [key, renamedIn(own, names, from, to, key)]));
}

/** A name made of words: `Five weeks or more` is `five-weeks-or-more`. */
export function nameOf(words: string, taken: readonly string[] = []): string {
  const base = words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  let name = base;
  for (let n = 2; taken.includes(name) && name !== ''; n++) name = `${base}-${n}`;
  return name;
}

/**
 * Where a finding stands, as a place in the tree: its own words may name the items of a list by their id, name or kind. As deep as the tree
 * goes.
 */
export function placeOf(tree: unknown, where: string): Path {
  const path: (string | number)[] = [];
  let at = tree;
  let left = where;
  while (left !== '' && isBranch(at)) {
    const step: readonly [string | number, string] | undefined = Array.isArray(at)
      ? itemStep(at, left)
      : keyStep(Object.keys(at), left);
    if (step === undefined) {
      // A field that is not there yet is still the field that is meant.
      if (!Array.isArray(at) && /^[\w-]+$/.test(left)) path.push(left);
      break;
    }
    path.push(step[0]);
    at = (at as Record<string | number, unknown>)[step[0]];
    left = step[1];
  }
  return path;
}

function keyStep(keys: readonly string[], left: string): readonly [string, string] | undefined {
  const key = keys
    .filter((k) => left === k || left.startsWith(`${k}.`))
    .reduce<string | undefined>((best, k) => (best === undefined || k.length > best.length ? k : best), undefined);
  return key === undefined ? undefined : [key, left.slice(key.length + 1)];
}

function itemStep(list: readonly unknown[], left: string): readonly [number, string] | undefined {
  const place = /^(\d+)(?:\.|$)/.exec(left);
  if (place !== null && Number(place[1]) < list.length) return [Number(place[1]), left.slice(place[0].length)];
  const names = list.map((own) =>
    ['id', 'name', 'kind'].map((key) => branchOf(own)[key]).find((n) => typeof n === 'string'),
  );
  const found = keyStep(
    names.filter((n) => n !== undefined),
    left,
  );
  return found === undefined ? undefined : [names.indexOf(found[0]), found[1]];
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
