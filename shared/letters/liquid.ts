import { Liquid } from 'liquidjs';

/**
 * Templates are text with named fields: no code, no files, nothing but what they are given. A field or filter that does not exist
 * is an error when the template is used, never an empty place in a letter; what is filled in is printed as text, whatever it holds.
 */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  outputEscape: 'escape',
  templates: {},
  greedy: false,
  cache: 2000,
  // A runaway template must not stop the office.
  parseLimit: 200_000,
  renderLimit: 2_000,
  memoryLimit: 10_000_000,
});

/** The template filled in. Throws when it names a field or filter that does not exist. */
export function fill(template: string, fields: object): string {
  return String(engine.parseAndRenderSync(template, fields)).trim();
}

/** The fields that a template can print or ask about, as paths: `money.refund`. */
export function fieldsOf(template: string): ReadonlySet<string> {
  return new Set(engine.globalFullVariablesSync(engine.parse(template)));
}
