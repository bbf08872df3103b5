import { Liquid, type Template } from 'liquidjs';

/**
 * Templates are text with named fields: no code, no files, nothing but what they are given. A field or filter that does not exist
 * is an error when the template is used, never an empty place in a letter; what is filled in is printed as text, whatever it holds.
 */
const strict = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  // A runaway template must not stop the office: characters parsed, milliseconds, and units of memory for one page.
  parseLimit: 200_000,
  renderLimit: 2_000,
  memoryLimit: 10_000_000,
} as const;
const engine = new Liquid({ ...strict, outputEscape: 'escape' });
const plain = new Liquid(strict);
for (const by of [engine, plain]) {
  by.registerFilter('needed', (value: unknown, name: string) => {
    if (value === null || value === undefined || value === '') throw new Error(`needed: ${name}`);
    return value;
  });
}

/** The template filled in. Throws when it names a field or filter that does not exist. */
export function fill(template: string, fields: object): string {
  return String(engine.renderSync(parsed(engine, template), fields)).trim();
}

/** Several templates filled in with the same fields, each as `fill` would. */
export function fillAll(templates: readonly string[], fields: object): readonly string[] {
  // One pass over all of them takes half as long as a pass over each.
  const all = String(engine.renderSync(parsed(engine, templates.join(between)), fields)).split(between);
  return all.length === templates.length ? all.map((text) => text.trim()) : templates.map((one) => fill(one, fields));
}

/** A character that no letter can show; a value that had it all the same is filled in by itself. */
const between = '\u001e';

/** The template filled in as plain text, for a title that is escaped where it is printed. */
export function fillPlain(template: string, fields: object): string {
  return String(plain.renderSync(parsed(plain, template), fields)).trim();
}

/** The fields that a template can print or ask about, as paths: `money.refund`. */
export function fieldsOf(template: string): ReadonlySet<string> {
  const known = named.get(template);
  if (known !== undefined) return known;
  const fields = new Set(engine.globalFullVariablesSync(engine.parse(template)));
  if (named.size === 500) named.clear();
  named.set(template, fields);
  return fields;
}

// While an office writes, the same pieces are asked about at every key; those being typed do not come again.
const named = new Map<string, ReadonlySet<string>>();

// The templates are few and used again for every letter of a batch; reading one takes longer than filling it in.
const read = new Map<Liquid, Map<string, Template[]>>([
  [engine, new Map()],
  [plain, new Map()],
]);

function parsed(by: Liquid, template: string): Template[] {
  const known = read.get(by)?.get(template);
  if (known !== undefined) return known;
  const fresh = by.parse(template);
  const kept = read.get(by);
  // What is being written is read once; what letters are made from is read again soon enough.
  if (kept !== undefined && kept.size > 500) kept.clear();
  kept?.set(template, fresh);
  return fresh;
}
