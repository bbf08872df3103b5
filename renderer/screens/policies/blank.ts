import type { FieldShape, Shape } from './shape';
import { branchOf, listOf, nameOf, textOf, valueAt, withValue, type Path } from './tree';

// What a new part of a policy begins with, and what follows from what was typed.

const usual: Readonly<Record<string, unknown>> = {
  begins: 'first-meeting',
  failing: false,
  due: 'follows',
  rule: 'by-date',
  notation: 'none',
  uses: 'received',
  counting: 'after',
  read: 'instead',
  gives: 'percent',
  office: 'usual',
};

/** A new value of a shape: every field that is needed, empty or as it usually is. */
export function blankOf(shape: Shape, tree: unknown, key = ''): unknown {
  if (key in usual) return usual[key];
  switch (shape.kind) {
    case 'words':
      return { en: '', es: '' };
    case 'object':
      return blankFields(shape.fields, tree);
    case 'list':
    case 'several':
    case 'strings':
      return [];
    case 'record':
      return {};
    case 'clause':
      return onlyClause(tree);
    case 'value':
      return key === 'default' ? null : '';
    case 'variants':
      return undefined;
    default:
      return '';
  }
}

function blankFields(fields: readonly FieldShape[], tree: unknown): unknown {
  return Object.fromEntries(
    fields.flatMap(({ key, shape, need }): [string, unknown][] => {
      if (need === 'optional') return [];
      if (need === 'nullable') return [[key, null]];
      const value = blankOf(shape, tree, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** The clause of a policy that has one alone; with more of them somebody chooses. */
function onlyClause(tree: unknown): string {
  const clauses = Object.keys(branchOf(valueAt(tree, ['pack', 'clauses'])));
  return clauses.length === 1 ? (clauses[0] ?? '') : '';
}

/** The words of a band by its percentage, as long as nobody has given it others. */
export function bandWords(percent: unknown): { readonly en: string; readonly es: string } {
  if (percent === 100) return { en: 'Full', es: 'Completo' };
  if (percent === 0) return { en: 'No refund', es: 'Sin reembolso' };
  return { en: `${textOf(percent)}%`, es: `${textOf(percent)} %` };
}

/** A new item of a list: like the one before it where that saves typing. */
export function blankItem(tree: unknown, path: Path, shape: Shape): unknown {
  const key = textOf(path.at(-1));
  const items = listOf(valueAt(tree, path));
  const blank = blankOf(shape, tree);
  if (key === 'schedules') {
    const before = branchOf(items.at(-1));
    const schedule = {
      ...branchOf(blank),
      rule: 'schedule-meetings',
      clause: before['clause'] ?? branchOf(blank)['clause'],
    };
    // A schedule is seldom unlike the one before it but for its lengths.
    const bands = listOf(before['bands']);
    return {
      ...schedule,
      when: before['when'] ?? {},
      bands: bands.length > 0 ? bands : [lastBand(schedule['clause'])],
    };
  }
  if (key === 'bands') {
    const clause = textOf(branchOf(valueAt(tree, path.slice(0, -1)))['clause']);
    return { ...branchOf(blank), clause };
  }
  if (key === 'cases') {
    const before = branchOf(items.at(-1));
    return {
      id: '',
      clause: before['clause'] ?? onlyClause(tree),
      why: '',
      facts: before['facts'] ?? blankFacts,
      expect: before['expect'] ?? {},
    };
  }
  return blank ?? {};
}

const blankFacts = {
  course: { category: '' },
  fees: { assessed: '', collected: '' },
  notice: { kind: 'drop-form', channel: 'counter', received: '' },
  office: 'usual',
};

function lastBand(clause: unknown): unknown {
  return { id: '', label: bandWords(0), percent: 0, clause, due: 'follows', rule: 'no-refund' };
}

/** Where a new item goes: a band before the last one, which has no end; anything else after all others. */
export function placeOfNew(tree: unknown, path: Path): number {
  const items = listOf(valueAt(tree, path));
  const last = branchOf(items.at(-1));
  return path.at(-1) === 'bands' && items.length > 0 && last['until'] === undefined ? items.length - 1 : items.length;
}

/** The general phrase by which a band says why it was chosen. */
export function ruleOf(kind: string | undefined): string {
  switch (kind) {
    case undefined:
      return 'no-refund';
    case 'begins':
      return 'before-begin';
    case 'share':
      return 'by-share';
    case 'term-week':
    case 'class-week':
      return 'by-term-week';
    default:
      return 'by-date';
  }
}

/** The draft with what follows from what was typed: names of its own for new parts, and words for bands that have none. */
export function completed<T>(tree: T): T {
  let next: unknown = tree;
  const named: readonly (readonly [Path, string])[] = [
    [['pack', 'categories'], 'id'],
    [['pack', 'schedules'], 'id'],
    [['pack', 'readings'], 'name'],
    ...listOf(valueAt(tree, ['pack', 'schedules'])).map((_, i) => [['pack', 'schedules', i, 'bands'], 'id'] as const),
  ];
  for (const [path, key] of named)
    listOf(valueAt(next, path)).forEach((_, i) => {
      const own = branchOf(valueAt(next, [...path, i]));
      if (path.at(-1) === 'bands' && textOf(branchOf(own['label'])['en']) === '' && typeof own['percent'] === 'number')
        next = withValue(next, [...path, i, 'label'], bandWords(own['percent']));
      const label = textOf(branchOf(branchOf(valueAt(next, [...path, i]))['label'])['en']);
      if (textOf(own[key]) !== '' || label === '') return;
      const taken = listOf(valueAt(next, path)).map((other) => textOf(branchOf(other)[key]));
      next = withValue(next, [...path, i, key], nameOf(label, taken) || `${textOf(path.at(-1))}-${i + 1}`);
    });
  return next as T;
}
