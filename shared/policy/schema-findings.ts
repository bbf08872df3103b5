import type { z } from 'zod';
import type { Finding } from './audit';
import { placeOf } from './place';

// What a schema refuses, in sentences that stand under a field of a form or beside the name of a place.

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'nothing (null)',
};

/** Reads plain data by a schema; or says every place at which it does not fit, and how. */
export function readBySchema<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { readonly value: T } | { readonly findings: readonly Finding[] } {
  // Which names an object knows is told only while its issue is made.
  const names = new Map<unknown, readonly string[]>();
  const read = schema.safeParse(input, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') names.set(issue.keys, namesOf(issue.inst));
      return issue.code === 'custom' ? undefined : sentence(issue);
    },
  });
  if (read.success) return { value: read.data };
  const findings = read.error.issues.flatMap((issue) => findingsOf(issue, [], input, names));
  return { findings: findings.slice(0, most) };
}

/** More than these nobody reads at one sitting. */
const most = 200;

function findingsOf(
  issue: z.core.$ZodIssue,
  within: readonly PropertyKey[],
  input: unknown,
  names: ReadonlyMap<unknown, readonly string[]>,
): readonly Finding[] {
  const path = [...within, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = names.get(issue.keys) ?? [];
    return issue.keys.slice(0, most).map((key) => {
      const meant = nearest(key, known);
      const said = `There is no field “${key.slice(0, 60)}” here.`;
      const next = meant === null ? 'Take it out.' : `Did you mean “${meant}”?`;
      return { severity: 'error', where: placeOf(input, [...path, key]), message: `${said} ${next}` };
    });
  }
  if (issue.code === 'invalid_union') {
    // Of several forms, the one that fits best is the one that was meant.
    const meant = [...issue.errors]
      .sort((a, b) => a.length - b.length)
      .find((own) => own.some((i) => i.path.length > 0));
    if (meant !== undefined) return meant.flatMap((own) => findingsOf(own, path, input, names));
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return issue.issues.flatMap((own) => findingsOf(own, path, input, names));
  return [{ severity: 'error', where: placeOf(input, path), message: issue.message }];
}

type Raw = z.core.$ZodRawIssue;

function sentence(issue: Raw): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'This is missing. Enter it.';
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${kinds[issue.expected] ?? issue.expected}, not ${shown(issue.input)}.`;
    case 'invalid_value':
      return `This must be ${listed(issue.values)}, not ${shown(issue.input)}.`;
    case 'too_big':
      return `This must be at most ${issue.maximum}${counted(issue.origin)}${sized(issue)}.`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number' && issue.origin !== 'int'
        ? 'This must not be empty.'
        : `This must be at least ${issue.minimum}${counted(issue.origin)}${sized(issue)}.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? `This must be a day of the calendar, written YYYY-MM-DD, not ${shown(issue.input)}.`
        : `This must be of letters, digits, hyphens and underscores, not ${shown(issue.input)}.`;
    case 'invalid_union':
      return !Array.isArray(issue.options)
        ? `${upper(shown(issue.input))} is not a value that can stand here.`
        : `This must be ${listed(issue.options)}.`;
    default:
      return `${upper(shown(issue.input))} is not a value that can stand here.`;
  }
}

function counted(origin: string): string {
  return origin === 'string' ? ' characters long' : origin === 'array' ? ' items' : '';
}

function sized({ input }: Raw): string {
  return typeof input === 'number' ? `, not ${input}` : '';
}

function listed(values: readonly unknown[]): string {
  const words = values.map((v) => (typeof v === 'string' ? `“${v}”` : String(v)));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty text' : `“${value.slice(0, 60)}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'nothing (null)';
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function namesOf(schema: unknown): readonly string[] {
  const shape = (schema as { shape?: unknown } | undefined)?.shape;
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

/** The name of a list that is a slip of the finger away from another, or null. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 60) return null;
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const other of known) {
    const between = changes(name.toLowerCase(), other.toLowerCase());
    if (between < least) [best, least] = [other, between];
  }
  return best;
}

/** How many letters must be put in, taken out or changed to make one text of the other. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
